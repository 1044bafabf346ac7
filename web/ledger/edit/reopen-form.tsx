import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import type { FormProps } from './form-props.ts';

/** Opens what was accepted or closed: to be verified anew, or treated anew from a day. */
export const ReopenForm = ({ draft, onChange }: FormProps) => {
  const { t } = useTranslation();
  const { begun } = draft.treatment;
  return (
    <>
      <p>{t('hazardEdit.reopenHint')}</p>
      <Radio.Group
        aria-label={t('hazardField.state')}
        value={draft.state}
        options={[
          { value: 'verifying', label: t('hazardEdit.verifyAgain') },
          { value: 'treating', label: t('hazardEdit.treatAgain') },
        ]}
        onChange={({ target }) =>
          onChange({
            ...draft,
            state: target.value,
            treatment: { ...draft.treatment, begun: target.value === 'verifying' ? null : begun },
          })
        }
      />
      {draft.state === 'treating' && (
        <Field label={t('hazardField.begun')} name="begun" required>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={begun ?? ''}
              onChange={({ target }) =>
                onChange({ ...draft, treatment: { ...draft.treatment, begun: target.value } })
              }
            />
          )}
        </Field>
      )}
    </>
  );
};
