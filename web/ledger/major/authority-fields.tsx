import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AUTHORITY_LEVELS } from '../../../domain/contracts/major-hazard.ts';
import { Field } from '../edit/field.tsx';

interface Authority {
  readonly office: string;
  readonly level: (typeof AUTHORITY_LEVELS)[number];
}

interface Props {
  readonly value: Authority;
  readonly onChange: (value: Authority) => void;
}

/** An office and how high it stands. */
export const AuthorityFields = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="hy-edit-two">
      <Field label={t('major.office')} name="office" required>
        {(id) => (
          <Input
            id={id}
            value={value.office}
            onChange={({ target }) => onChange({ ...value, office: target.value })}
          />
        )}
      </Field>
      <Field label={t('major.level')} name="level" required>
        {(id) => (
          <Select
            id={id}
            value={value.level}
            options={AUTHORITY_LEVELS.map((level) => ({ value: level, label: t(`authorityLevel.${level}`) }))}
            onChange={(level) => onChange({ ...value, level })}
          />
        )}
      </Field>
    </div>
  );
};
