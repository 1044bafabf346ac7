import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Treatment } from '../../../domain/contracts/hazard.ts';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';
import { NumberField } from './number-field.tsx';

const NO_TARGET = { metric: '', value: Number.NaN, unit: '', direction: 'at-least' } as const;

/** To what it is to be treated, and since when it is. */
export const TreatmentForm = ({ draft, onChange }: FormProps) => {
  const { t } = useTranslation();
  const { target, begun } = draft.treatment;
  const set = (patch: Partial<Treatment>): void =>
    onChange({ ...draft, treatment: { ...draft.treatment, ...patch } });
  const setTarget = (patch: Partial<NonNullable<Treatment['target']>>): void =>
    set({ target: { ...(target ?? NO_TARGET), ...patch } });
  return (
    <>
      <div className="hy-edit-four">
        <Field label={t('hazardEdit.metric')} name="metric" hint={t('hazardEdit.metricHint')}>
          {(id) => (
            <Input
              id={id}
              value={target?.metric ?? ''}
              onChange={(event) => setTarget({ metric: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.direction')} name="direction">
          {(id) => (
            <Select
              id={id}
              value={target?.direction ?? NO_TARGET.direction}
              options={[
                { value: 'at-least', label: `≥ ${t('hazardEdit.atLeast')}` },
                { value: 'at-most', label: `≤ ${t('hazardEdit.atMost')}` },
              ]}
              onChange={(direction: 'at-least' | 'at-most') => setTarget({ direction })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.value')} name="value">
          {(id) => (
            <NumberField
              id={id}
              value={target?.value ?? Number.NaN}
              onChange={(value) => setTarget({ value })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.unit')} name="unit">
          {(id) => (
            <Input
              id={id}
              maxLength={20}
              value={target?.unit ?? ''}
              onChange={(event) => setTarget({ unit: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('hazardField.begun')} name="begun">
        {(id) => (
          <Input
            id={id}
            type="date"
            value={begun ?? ''}
            onChange={(event) => set({ begun: event.target.value })}
          />
        )}
      </Field>
      {(draft.state === 'found' || draft.state === 'verifying' || draft.state === 'treating') && (
        <Checkbox
          data-field="now-treating"
          checked={draft.state === 'treating'}
          disabled={!begun}
          onChange={(event) => onChange({ ...draft, state: event.target.checked ? 'treating' : 'verifying' })}
        >
          {t('hazardEdit.nowTreating')}
        </Checkbox>
      )}
    </>
  );
};
