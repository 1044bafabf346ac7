import {
  DesktopOutlined,
  KeyOutlined,
  LogoutOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tag, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SourceText } from '../live/source-text.tsx';
import { ChangePasswordDialog } from './change-password-dialog.tsx';
import { scopeText } from './scope-text.ts';
import { signOut, useAccountSession } from './session-store.ts';
import { useNames } from './use-names.ts';
import './accounts.css';

const AccountsDialog = lazy(() =>
  import('./accounts-dialog.tsx').then((module) => ({ default: module.AccountsDialog })),
);

/** Who is signed in, as what, and the way out; that it is the demo is said beside the name, always. */
export const AccountMenu = () => {
  const { t } = useTranslation();
  const names = useNames();
  const state = useAccountSession();
  const [open, setOpen] = useState<'password' | 'accounts' | null>(null);
  if (state.status !== 'told' || state.session.account === null) return null;
  const { account, kind, hasPassword } = state.session;
  if (kind === 'this-machine')
    return (
      <Tooltip title={t('accounts.machineHint')}>
        <Tag className="hy-machine" icon={<DesktopOutlined />} tabIndex={0}>
          {t('accounts.machineTag')}
        </Tag>
      </Tooltip>
    );
  const mayManage = account.role === 'administrator';
  // That it is the demo stands beside it already.
  const name = account.isDemo ? t(`role.${account.role}`) : account.name;
  return (
    <>
      {account.isDemo && (
        <Tooltip title={t('accounts.demoHint')}>
          <Tag className="hy-demo-tag" tabIndex={0}>
            {t('accounts.demoTag')}
          </Tag>
        </Tooltip>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <div className="hy-who">
                  <strong>
                    <SourceText text={account.name} />
                  </strong>
                  <span>
                    {t(`role.${account.role}`)} {'· '}
                    <code>{account.id}</code>
                  </span>
                  <span>{scopeText(account, t, names)}</span>
                </div>
              ),
            },
            { type: 'divider' },
            {
              key: 'password',
              icon: <KeyOutlined />,
              disabled: !hasPassword,
              label: t('accounts.changePassword'),
              extra: hasPassword ? undefined : t('accounts.noPassword'),
            },
            {
              key: 'accounts',
              icon: <TeamOutlined />,
              disabled: !mayManage,
              label: t('accounts.manage'),
              extra: mayManage ? undefined : t('accounts.manageRefused'),
            },
            { type: 'divider' },
            {
              key: 'out',
              icon: account.isDemo ? <SwapOutlined /> : <LogoutOutlined />,
              label: t(account.isDemo ? 'accounts.switchDemo' : 'accounts.signOut'),
            },
          ],
          onClick: ({ key }) => {
            if (key === 'out') void signOut();
            else setOpen(key === 'password' ? 'password' : 'accounts');
          },
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('accounts.menu', { name })}>
          <span className="hy-account-name">{name}</span>
        </Button>
      </Dropdown>
      <ChangePasswordDialog open={open === 'password'} onClose={() => setOpen(null)} />
      {open === 'accounts' && (
        <Suspense>
          <AccountsDialog onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
};
