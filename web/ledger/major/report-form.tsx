import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAJOR_SOURCES, type MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { Field } from '../edit/field.tsx';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { AuthorityFields } from './authority-fields.tsx';

interface Props {
  readonly hazard: MajorHazard;
  readonly onChange: (hazard: MajorHazard) => void;
}

/** A new major hazard: what, where from, and whether the mine was producing with it. */
export const ReportForm = ({ hazard, onChange }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { mines: shown, nameOfMine } = useSurroundings();
  const mines = ownMines(useAccount(), shown);
  const official = useNotAllowed('list-major-hazard') === null;
  const sources = official ? (['inspection', 'public-report'] as const) : (['self-reported'] as const);
  const set = (patch: Partial<MajorHazard>): void => onChange({ ...hazard, ...patch });
  return (
    <>
      {mines.length > 1 && (
        <Field label={t('ledger.mine')} name="mine" required>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={hazard.mine}
              options={mines.map((value) => ({ value, label: nameOfMine(value) }))}
              onChange={(mine) => set({ mine })}
            />
          )}
        </Field>
      )}
      <Field label={t('hazardField.title')} name="title" required>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={hazard.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.what')} name="what" required>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={hazard.what}
            onChange={({ target }) => set({ what: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.criterion')} name="criterion" hint={t('major.criterionHint')}>
        {(id) => (
          <Input
            id={id}
            value={hazard.criterion ?? ''}
            onChange={({ target }) => set({ criterion: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.source')} name="source" required>
        {() => (
          <Radio.Group
            aria-label={t('major.source')}
            value={hazard.source}
            options={sources.map((value) => ({ value, label: MAJOR_SOURCES[value][language] }))}
            onChange={({ target }) =>
              set(
                target.value === 'inspection'
                  ? { source: 'inspection', inspection: { office: '', level: 'county' }, state: 'confirmed' }
                  : { source: target.value, inspection: null, state: 'reported' },
              )
            }
          />
        )}
      </Field>
      {hazard.inspection && (
        <AuthorityFields value={hazard.inspection} onChange={(inspection) => set({ inspection })} />
      )}
      <div className="hy-edit-two">
        <Field label={t('hazardEdit.foundOn')} name="found-on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={hazard.found.on}
              onChange={({ target }) => set({ found: { ...hazard.found, on: target.value } })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.foundBy')} name="found-by" required>
          {(id) => (
            <Input
              id={id}
              value={hazard.found.by}
              onChange={({ target }) => set({ found: { ...hazard.found, by: target.value } })}
            />
          )}
        </Field>
      </div>
      {official && (
        <Field label={t('major.whileProducing')} name="producing">
          {() => (
            <Radio.Group
              aria-label={t('major.whileProducing')}
              value={hazard.whileProducing}
              options={[
                { value: true, label: t('app.yes') },
                { value: false, label: t('app.no') },
                { value: null, label: t('app.unknown') },
              ]}
              onChange={({ target }) => set({ whileProducing: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
};
