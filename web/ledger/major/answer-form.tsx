import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RepeatAnswer } from '../../../domain/contracts/major-hazard.ts';
import { AttachmentField } from '../edit/attachment-field.tsx';
import { Field } from '../edit/field.tsx';
import { useSurroundings } from '../ledger-context.ts';

interface Props {
  readonly answer: RepeatAnswer;
  readonly onChange: (answer: RepeatAnswer) => void;
}

const DECISIONS = ['proposed', 'not-proposed'] as const;

/** What the county did about a mine found producing with major hazards too often: proposed to close it, or decided not to and why. */
export const AnswerForm = ({ answer, onChange }: Props) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const { mine, reachedOn, decision, on, by, to, report, why } = answer;
  const isProposed = decision === 'proposed';
  const set = (patch: Partial<RepeatAnswer>): void => onChange({ ...answer, ...patch });
  return (
    <>
      <p>
        <strong>{nameOfMine(mine)}</strong> · {t('repeatAnswer.of', { on: reachedOn })}
      </p>
      <Field label={t('majorField.decision')} name="decision" required>
        {(id) => (
          <Radio.Group
            id={id}
            value={decision}
            options={DECISIONS.map((value) => ({ value, label: t(`repeatDecision.${value}`) }))}
            onChange={({ target }) => set({ decision: target.value as RepeatAnswer['decision'] })}
          />
        )}
      </Field>
      <div className="hy-edit-two">
        <Field
          label={t(isProposed ? 'repeatAnswer.proposedOn' : 'repeatAnswer.decidedOn')}
          name="on"
          required
        >
          {(id) => (
            <Input id={id} type="date" value={on} onChange={({ target }) => set({ on: target.value })} />
          )}
        </Field>
        <Field label={t('repeatAnswer.office')} name="by" hint={t('repeatAnswer.byHint')} required>
          {(id) => <Input id={id} value={by} onChange={({ target }) => set({ by: target.value })} />}
        </Field>
      </div>
      {isProposed && (
        <Field label={t('majorField.to')} name="to" hint={t('repeatAnswer.toHint')} required>
          {(id) => <Input id={id} value={to ?? ''} onChange={({ target }) => set({ to: target.value })} />}
        </Field>
      )}
      <Field
        label={t('repeatAnswer.paper')}
        name="report"
        hint={t(isProposed ? 'repeatAnswer.paperHint' : 'repeatAnswer.paperMay')}
        required={isProposed}
      >
        {(id) => (
          <AttachmentField id={id} mine={mine} file={report} onChange={(file) => set({ report: file })} />
        )}
      </Field>
      <Field
        label={t(isProposed ? 'repeatAnswer.more' : 'repeatAnswer.whyNot')}
        name="why"
        required={!isProposed}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={why ?? ''}
            onChange={({ target }) => set({ why: target.value })}
          />
        )}
      </Field>
      <p className="hy-quiet">{t('repeatAnswer.stays')}</p>
    </>
  );
};
