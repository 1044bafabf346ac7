import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Treatment } from '../../../domain/contracts/hazard.ts';
import { closeOutBars } from '../../../domain/hazards/close-out.ts';
import { BarList } from '../card/bar-list.tsx';
import { HazardFieldRow } from '../card/fixed-and-treatment.tsx';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';
import { NumberField } from './number-field.tsx';

type Accepted = NonNullable<Treatment['accepted']>;

/** What was found when the treatment was accepted, beside the target, and what still stands in the way of closing. */
export const AcceptanceForm = ({ draft, onChange }: FormProps) => {
  const { t } = useTranslation();
  const { accepted } = draft.treatment;
  if (!accepted) return null;
  const set = (patch: Partial<Accepted>): void =>
    onChange({ ...draft, treatment: { ...draft.treatment, accepted: { ...accepted, ...patch } } });
  const bars = Number.isNaN(accepted.value) ? [] : closeOutBars(draft);
  return (
    <>
      <dl>
        <HazardFieldRow hazard={draft} field="target" required />
      </dl>
      <div className="hy-edit-three">
        <Field label={t('hazardEdit.metric')} name="metric" required>
          {(id) => (
            <Input id={id} value={accepted.metric} onChange={({ target }) => set({ metric: target.value })} />
          )}
        </Field>
        <Field label={t('hazardEdit.measuredValue')} name="value" required>
          {(id) => <NumberField id={id} value={accepted.value} onChange={(value) => set({ value })} />}
        </Field>
        <Field label={t('hazardEdit.unit')} name="unit">
          {(id) => (
            <Input
              id={id}
              maxLength={20}
              value={accepted.unit}
              onChange={({ target }) => set({ unit: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="hy-edit-two">
        <Field label={t('hazardEdit.acceptedOn')} name="on" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={accepted.on}
              onChange={({ target }) => set({ on: target.value })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.acceptedBy')} name="by" required>
          {(id) => <Input id={id} value={accepted.by} onChange={({ target }) => set({ by: target.value })} />}
        </Field>
      </div>
      {bars.length > 0 && (
        <div>
          <p>{t('hazardCard.mayNotClose')}</p>
          <BarList bars={bars} />
        </div>
      )}
    </>
  );
};
