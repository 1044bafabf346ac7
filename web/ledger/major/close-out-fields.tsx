import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { AttachmentField } from '../edit/attachment-field.tsx';
import { Field } from '../edit/field.tsx';

type CloseOut = NonNullable<MajorHazard['closeOut']>;

interface Props {
  readonly hazard: MajorHazard;
  readonly closeOut: CloseOut;
  readonly onChange: (hazard: MajorHazard) => void;
}

/** What was found when it was checked, its report, and who reviewed and accepted that: of what is listed somebody must have. */
export const CloseOutFields = ({ hazard, closeOut, onChange }: Props) => {
  const { t } = useTranslation();
  const { accepted } = closeOut;
  const isListed = hazard.listed !== null;
  const set = (patch: Partial<CloseOut>): void =>
    onChange({ ...hazard, closeOut: { ...closeOut, ...patch } });
  const accept = (patch: Partial<NonNullable<CloseOut['accepted']>>): void =>
    set({ accepted: { ...(accepted ?? { on: closeOut.on, by: '' }), ...patch } });
  return (
    <>
      <div className="hy-edit-two">
        <Field label={t('major.closedOn')} name="closed-on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={closeOut.on}
              onChange={({ target }) => set({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('major.closedBy')} name="closed-by" required>
          {(id) => <Input id={id} value={closeOut.by} onChange={({ target }) => set({ by: target.value })} />}
        </Field>
      </div>
      <Field label={t('major.closeFound')} name="close-found" required>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={closeOut.found}
            onChange={({ target }) => set({ found: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.closeReport')} name="close-report" hint={t('major.closeReportHint')} required>
        {(id) => (
          <AttachmentField
            id={id}
            mine={hazard.mine}
            file={closeOut.report}
            onChange={(report) => set({ report })}
          />
        )}
      </Field>
      <div className="hy-edit-two">
        <Field
          label={t('major.acceptedBy')}
          name="accepted-by"
          hint={t(isListed ? 'major.acceptedListed' : 'major.acceptedHint', {
            office: hazard.listed?.office,
          })}
          required={isListed}
        >
          {(id) => (
            <Input
              id={id}
              value={accepted?.by ?? ''}
              onChange={({ target }) => accept({ by: target.value })}
            />
          )}
        </Field>
        <Field label={t('major.acceptedOn')} name="accepted-on" required={isListed}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={accepted?.on ?? ''}
              onChange={({ target }) => accept({ on: target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
};
