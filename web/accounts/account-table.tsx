import { EditOutlined, LinkOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../domain/accounts/demo-names.ts';
import type { ListedAccount } from '../../domain/contracts/session.ts';
import { SourceText } from '../live/source-text.tsx';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { useLanguage } from '../shell/preferences.ts';
import { Refusal } from '../shell/refusal.tsx';
import { scopeText } from './scope-text.ts';
import { useNames } from './use-names.ts';

const AccountState = ({ account }: { account: ListedAccount }) => {
  const { t } = useTranslation();
  if (account.disabledAt !== null) return <Tag>{t('accountList.disabled')}</Tag>;
  if (account.isDemo) return <Tag className="hy-demo-tag">{t('accountList.demo')}</Tag>;
  if (account.elsewhere) return <Tag>{t('accountList.elsewhere')}</Tag>;
  return account.hasPassword ? (
    <Tag color="success">{t('accountList.active')}</Tag>
  ) : (
    <Tag color="warning">{t('accountList.waiting')}</Tag>
  );
};

interface AccountTableProps {
  /** null: on their way. */
  readonly accounts: readonly ListedAccount[] | null;
  readonly onCreate: () => void;
  readonly onEdit: (account: ListedAccount) => void;
  readonly onLink: (id: string) => Promise<FetchFailure | null>;
}

export const AccountTable = ({ accounts, onCreate, onEdit, onLink }: AccountTableProps) => {
  const { t } = useTranslation();
  const names = useNames();
  const [wanted, setWanted] = useState('');
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const text = wanted.trim().toLowerCase();
  const language = useLanguage();
  const shown = (accounts ?? []).filter(({ id, name }) =>
    `${id} ${name} ${nameIn(name, language)}`.toLowerCase().includes(text),
  );
  return (
    <>
      <div className="hy-accounts-bar">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={t('accountList.filter')}
          aria-label={t('accountList.filter')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={onCreate}>
          {t('accountList.create')}
        </Button>
      </div>
      {refused && <Refusal text={t('accountList.failed')} failure={refused} />}
      <Table<ListedAccount>
        size="small"
        rowKey="id"
        loading={accounts === null}
        dataSource={shown}
        pagination={shown.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
        locale={{ emptyText: t('accountList.none') }}
        scroll={{ x: 820 }}
        columns={[
          {
            title: t('accountList.id'),
            dataIndex: 'id',
            render: (id: string) => <code>{id}</code>,
            sorter: (a, b) => (a.id < b.id ? -1 : 1),
          },
          {
            title: t('accountList.name'),
            dataIndex: 'name',
            render: (name: string) => <SourceText text={name} />,
          },
          {
            title: t('accountList.role'),
            dataIndex: 'role',
            render: (role: ListedAccount['role']) => t(`role.${role}`),
            sorter: (a, b) => (a.role < b.role ? -1 : 1),
          },
          { title: t('accountList.scope'), render: (_, account) => scopeText(account, t, names) },
          { title: t('accountList.state'), render: (_, account) => <AccountState account={account} /> },
          {
            title: '',
            width: 216,
            render: (_, account) => (
              <span className="hy-accounts-orders">
                <Button size="small" icon={<EditOutlined />} onClick={() => onEdit(account)}>
                  {t('accountList.edit')}
                </Button>
                <Popconfirm
                  title={t('accountList.linkConfirm', { id: account.id })}
                  okText={t('accountList.yes')}
                  cancelText={t('accounts.cancel')}
                  onConfirm={async () => setRefused(await onLink(account.id))}
                >
                  <Button size="small" icon={<LinkOutlined />}>
                    {t('accountList.link')}
                  </Button>
                </Popconfirm>
              </span>
            ),
          },
        ]}
      />
    </>
  );
};
