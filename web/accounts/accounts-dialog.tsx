import { Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAccount, OneTimeLink } from '../../domain/contracts/session.ts';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { AccountForm } from './account-form.tsx';
import { accountRoutes } from './account-list.ts';
import { AccountTable } from './account-table.tsx';
import { OneTimeLinkCard } from './one-time-link-card.tsx';
import { useAccountSession } from './session-store.ts';

/** What of the dialog is open. */
type Screen =
  | { readonly kind: 'list' }
  | { readonly kind: 'form'; readonly account: ListedAccount | null }
  | { readonly kind: 'link'; readonly id: string; readonly link: OneTimeLink };

/** Managing accounts: the list, one account, and the link that is shown once. */
export const AccountsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [screen, setScreen] = useState<Screen>({ kind: 'list' });
  const [accounts, setAccounts] = useState<readonly ListedAccount[] | null>(null);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const isDemo = useAccountSession(
    (state) => state.status === 'told' && state.session.account?.isDemo === true,
  );
  const load = useCallback(async () => {
    setFailure(null);
    const fetched = await accountRoutes.list();
    if (fetched.ok) setAccounts(fetched.value.accounts);
    else setFailure(fetched.failure);
  }, []);
  useEffect(() => void load(), [load]);
  const toList = () => {
    setScreen({ kind: 'list' });
    void load();
  };
  const giveLink = async (id: string): Promise<FetchFailure | null> => {
    const answer = await accountRoutes.link(id);
    if (!answer.ok) return answer.failure;
    setScreen({ kind: 'link', id, link: answer.value });
    return null;
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={t('accountList.title')} width={940}>
      <div className="hy-accounts">
        {isDemo && <p className="hy-note">{t('accountList.demoOnly')}</p>}
        {screen.kind === 'link' ? (
          <OneTimeLinkCard id={screen.id} link={screen.link} onBack={toList} />
        ) : screen.kind === 'form' ? (
          <AccountForm
            account={screen.account}
            onBack={toList}
            onMade={(id, link) => setScreen({ kind: 'link', id, link })}
          />
        ) : failure ? (
          <FetchFailurePage title={t('accountList.loadFailed')} failure={failure} onRetry={load} />
        ) : (
          <AccountTable
            accounts={accounts}
            onCreate={() => setScreen({ kind: 'form', account: null })}
            onEdit={(account) => setScreen({ kind: 'form', account })}
            onLink={giveLink}
          />
        )}
      </div>
    </Modal>
  );
};
