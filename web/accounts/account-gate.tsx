import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import { useErrorSignal } from '../shell/view-signals.ts';
import { EntryFrame } from './entry-frame.tsx';
import { FirstPasswordPage } from './first-password-page.tsx';
import { takeLinkToken } from './link-token.ts';
import { loadSession, useAccountSession } from './session-store.ts';
import { SignInPage } from './sign-in-page.tsx';

/** The app for who is signed in; the way in for everybody else. @param onEnter begins to load what the app shows */
export const AccountGate = ({ children, onEnter }: { children: ReactNode; onEnter: () => void }) => {
  const { t } = useTranslation();
  const state = useAccountSession();
  const [token, setToken] = useState(takeLinkToken);
  const isIn = state.status === 'told' && state.session.account !== null && token === null;
  const isOut = state.status !== 'asking' && !isIn;
  useEffect(() => {
    if (isIn) onEnter();
  }, [isIn, onEnter]);
  useErrorSignal(isOut);
  if (token !== null) return <FirstPasswordPage token={token} onDone={() => setToken(null)} />;
  if (state.status === 'asking')
    return (
      <div className="hy-waiting" role="status">
        {t('app.loading')}
      </div>
    );
  if (state.status === 'failed')
    return (
      <EntryFrame title={t('accounts.signInTitle')}>
        <FetchFailurePage title={t('accounts.sessionFailed')} failure={state.failure} onRetry={loadSession} />
      </EntryFrame>
    );
  return isIn ? children : <SignInPage session={state.session} expired={state.expired} />;
};
