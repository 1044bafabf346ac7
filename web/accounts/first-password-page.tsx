import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { entryFailureText } from './entry-failure-text.ts';
import { EntryFrame } from './entry-frame.tsx';
import { NewPassword, passwordOf } from './new-password.tsx';
import { choosePassword, loadSession } from './session-store.ts';

/** What a one-time link opens: the account's password is chosen, and its owner is signed in. */
export const FirstPasswordPage = ({ token, onDone }: { token: string; onDone: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ first: '', again: '' });
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const password = passwordOf(typed);
  const isVoid = refused?.kind === 'refused' && refused.status === 410;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (password === null) return;
    setSending(true);
    const failure = await choosePassword(token, password);
    setSending(false);
    setRefused(failure);
    if (!failure) onDone();
  };
  const leave = () => {
    void loadSession();
    onDone();
  };
  return (
    <EntryFrame title={t('accounts.firstTitle')}>
      <form className="hy-entry-form" onSubmit={send}>
        {!isVoid && <p>{t('accounts.firstText')}</p>}
        {!isVoid && <NewPassword value={typed} onChange={setTyped} />}
        {refused && (
          <p className="hy-bad" role="alert">
            {entryFailureText(refused, t, 'accounts.badLink')}
          </p>
        )}
        {isVoid ? (
          <Button size="large" block onClick={leave}>
            {t('accounts.signIn')}
          </Button>
        ) : (
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            loading={sending}
            disabled={password === null}
          >
            {t('accounts.choose')}
          </Button>
        )}
      </form>
    </EntryFrame>
  );
};
