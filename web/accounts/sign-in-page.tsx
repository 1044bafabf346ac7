import { LoginOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../domain/contracts/session.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { useLanguage } from '../shell/preferences.ts';
import { DemoDoors } from './demo-doors.tsx';
import { entryFailureText } from './entry-failure-text.ts';
import { EntryFrame } from './entry-frame.tsx';
import { takeElsewhereRefusal } from './link-token.ts';
import { signIn } from './session-store.ts';

/** Signing in: with a password, elsewhere, or into the demo. */
export const SignInPage = ({ session, expired }: { session: Session; expired: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefused(null);
    const failure = await signIn(account.trim(), password);
    setSending(false);
    setRefused(failure);
    if (failure) setPassword('');
  };
  const { elsewhere, demo } = session;
  const [notLetIn] = useState(takeElsewhereRefusal);
  return (
    <EntryFrame title={t('accounts.signInTitle')}>
      {notLetIn !== null && (
        <p className="hy-bad" role="alert">
          {t('accounts.elsewhereRefused', { name: elsewhere?.name[language] ?? '' })}{' '}
          {t(`elsewhere.${notLetIn}`)}
        </p>
      )}
      {expired && (
        <p className="hy-note" role="status">
          {t('accounts.expired')}
        </p>
      )}
      <div className="hy-entry-ways">
        {demo.length > 0 && <DemoDoors accounts={demo} onRefused={setRefused} />}
        <form className="hy-entry-form" onSubmit={send}>
          <label htmlFor="hy-account">{t('accounts.account')}</label>
          <Input
            id="hy-account"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={demo.length === 0}
            required
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
          <label htmlFor="hy-password">{t('accounts.password')}</label>
          <Input.Password
            id="hy-password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          />
          {capsLock && <p className="hy-note">{t('accounts.capsLock')}</p>}
          {refused && (
            <p className="hy-bad" role="alert">
              {entryFailureText(refused, t, 'accounts.wrong')}
            </p>
          )}
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            icon={<LoginOutlined />}
            loading={sending}
            disabled={account.trim() === '' || password === ''}
          >
            {t('accounts.enter')}
          </Button>
          {elsewhere && (
            <Button
              size="large"
              block
              href={`${elsewhere.at}?${new URLSearchParams({ to: `/${window.location.search}` })}`}
            >
              {t('accounts.elsewhere', { name: elsewhere.name[language] })}
            </Button>
          )}
          <p className="hy-quiet">{t('accounts.forgotten')}</p>
        </form>
      </div>
    </EntryFrame>
  );
};
