import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../edit/field.tsx';

interface Props {
  /** null: nobody said. */
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}

/** Whether the mine was found producing with it: only the county says so. */
export const ProducingField = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Field label={t('major.whileProducing')} name="producing" hint={t('major.producingHint')}>
      {() => (
        <Radio.Group
          aria-label={t('major.whileProducing')}
          value={value}
          options={[
            { value: true, label: t('app.yes') },
            { value: false, label: t('app.no') },
            { value: null, label: t('app.unknown') },
          ]}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
};
