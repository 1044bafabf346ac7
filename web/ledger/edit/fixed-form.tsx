import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FiveFixed } from '../../../domain/contracts/hazard.ts';
import { missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { FixedProgress } from '../fixed-progress.tsx';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';
import { NumberField } from './number-field.tsx';
import { tidyFixed } from './tidy-draft.ts';

const NOBODY = { person: '', department: '' };
const NO_FUNDS = { amount: Number.NaN, currency: 'CNY', source: '' };
const CURRENCIES = ['CNY', 'USD', 'AUD'];

/** The five of a hidden hazard. */
export const FixedForm = ({ draft, onChange }: FormProps) => (
  <FixedFields fixed={draft.fiveFixed} onChange={(fiveFixed) => onChange({ ...draft, fiveFixed })} />
);

/** What the county says of the five of a hidden hazard: until when, where the deadline is over. */
export const DeadlineForm = ({ draft, onChange }: FormProps) => {
  const { fiveFixed } = draft;
  return (
    <DeadlineField
      deadline={fiveFixed.deadline}
      onChange={(deadline) => onChange({ ...draft, fiveFixed: { ...fiveFixed, deadline } })}
    />
  );
};

interface DeadlineProps {
  readonly deadline: string | null;
  readonly onChange: (deadline: string) => void;
}

const DeadlineField = ({ deadline, onChange }: DeadlineProps) => {
  const { t } = useTranslation();
  return (
    <Field label={t('hazardField.deadline')} name="deadline">
      {(id) => (
        <Input id={id} type="date" value={deadline ?? ''} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
};

interface FixedProps {
  readonly fixed: FiveFixed;
  readonly onChange: (fixed: FiveFixed) => void;
}

/** The five that must be fixed. */
export const FixedFields = ({ fixed, onChange }: FixedProps) => {
  const { t } = useTranslation();
  const { responsible, funding } = fixed;
  const set = (patch: Partial<FiveFixed>): void => onChange({ ...fixed, ...patch });
  return (
    <>
      <p>
        <FixedProgress missing={missingFixed(tidyFixed(fixed))} />
      </p>
      <div className="hy-edit-two">
        <Field label={t('hazardEdit.person')} name="person">
          {(id) => (
            <Input
              id={id}
              value={responsible?.person ?? ''}
              onChange={({ target }) =>
                set({ responsible: { ...(responsible ?? NOBODY), person: target.value } })
              }
            />
          )}
        </Field>
        <Field label={t('hazardEdit.department')} name="department">
          {(id) => (
            <Input
              id={id}
              value={responsible?.department ?? ''}
              onChange={({ target }) =>
                set({ responsible: { ...(responsible ?? NOBODY), department: target.value } })
              }
            />
          )}
        </Field>
      </div>
      <Field label={t('hazardField.measure')} name="measure">
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={fixed.measure ?? ''}
            onChange={({ target }) => set({ measure: target.value })}
          />
        )}
      </Field>
      <div className="hy-edit-three">
        <Field label={t('hazardField.funding')} name="amount">
          {(id) => (
            <NumberField
              id={id}
              value={funding?.amount ?? Number.NaN}
              onChange={(amount) => set({ funding: { ...(funding ?? NO_FUNDS), amount } })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.currency')} name="currency">
          {(id) => (
            <Select
              id={id}
              value={funding?.currency ?? NO_FUNDS.currency}
              options={CURRENCIES.map((value) => ({ value, label: value }))}
              onChange={(currency) => set({ funding: { ...(funding ?? NO_FUNDS), currency } })}
            />
          )}
        </Field>
        <Field label={t('hazardEdit.fundSource')} name="source">
          {(id) => (
            <Input
              id={id}
              value={funding?.source ?? ''}
              onChange={({ target }) => set({ funding: { ...(funding ?? NO_FUNDS), source: target.value } })}
            />
          )}
        </Field>
      </div>
      <DeadlineField deadline={fixed.deadline} onChange={(deadline) => set({ deadline })} />
      <Field label={t('hazardField.contingencyPlan')} name="contingencyPlan">
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={fixed.contingencyPlan ?? ''}
            onChange={({ target }) => set({ contingencyPlan: target.value })}
          />
        )}
      </Field>
    </>
  );
};
