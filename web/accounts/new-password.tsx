import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PASSWORD_LENGTH } from '../../domain/contracts/session.ts';

export interface TypedPassword {
  readonly first: string;
  readonly again: string;
}

/** null: not yet one that can be sent. */
export const passwordOf = ({ first, again }: TypedPassword): string | null =>
  first === again && first.length >= PASSWORD_LENGTH.least && first.length <= PASSWORD_LENGTH.most
    ? first
    : null;

/** A new password, typed twice. */
export const NewPassword = ({
  value,
  onChange,
}: {
  value: TypedPassword;
  onChange: (value: TypedPassword) => void;
}) => {
  const { t } = useTranslation();
  const differs = value.again !== '' && !value.first.startsWith(value.again);
  return (
    <>
      <label htmlFor="hy-new-password">{t('accounts.firstPassword')}</label>
      <Input.Password
        id="hy-new-password"
        autoComplete="new-password"
        aria-describedby="hy-password-rule"
        required
        maxLength={PASSWORD_LENGTH.most}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.target.value })}
      />
      <p id="hy-password-rule" className="hy-quiet">
        {t('accounts.passwordRule', { least: PASSWORD_LENGTH.least })}
      </p>
      <label htmlFor="hy-password-again">{t('accounts.firstAgain')}</label>
      <Input.Password
        id="hy-password-again"
        autoComplete="new-password"
        required
        maxLength={PASSWORD_LENGTH.most}
        status={differs ? 'error' : ''}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.target.value })}
      />
      {differs && (
        <p className="hy-bad" role="alert">
          {t('accounts.notSame')}
        </p>
      )}
    </>
  );
};
