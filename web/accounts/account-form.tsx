import { LeftOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../domain/contracts/account.ts';
import type { ListedAccount, OneTimeLink } from '../../domain/contracts/session.ts';
import { useCountyList } from '../shell/county-list.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { distinctName, useMineList } from '../shell/mine-list.ts';
import { useLanguage } from '../shell/preferences.ts';
import { Refusal } from '../shell/refusal.tsx';
import { accountRoutes } from './account-list.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

interface AccountFormProps {
  /** null: a new one. */
  readonly account: ListedAccount | null;
  readonly onBack: () => void;
  readonly onMade: (id: string, link: OneTimeLink) => void;
}

/** One account: who it is, what it may, what it sees. */
export const AccountForm = ({ account, onBack, onMade }: AccountFormProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mineList = useMineList((list) => (list.status === 'open' ? list.mines : null)) ?? [];
  const counties = useCountyList((list) => (list.status === 'open' ? list.counties : null)) ?? [];
  const [id, setId] = useState(account?.id ?? '');
  const [name, setName] = useState(account?.name ?? '');
  const [role, setRole] = useState(account?.role ?? 'viewer');
  const [county, setCounty] = useState(account?.county ?? null);
  const [mines, setMines] = useState<string[]>([...(account?.mines ?? [])]);
  const [disabled, setDisabled] = useState(account !== null && account.disabledAt !== null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const isReady = ID.test(id) && name.trim() !== '' && mines.every((mine) => ID.test(mine));
  const countyIds = [
    ...new Set([...counties.map((one) => one.id), ...mineList.flatMap((one) => one.county ?? [])]),
  ];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefused(null);
    const wanted = { name: name.trim(), role, county, mines };
    if (account) {
      const answer = await accountRoutes.edit(account.id, { ...wanted, disabled });
      if (answer.ok) onBack();
      else setRefused(answer.failure);
    } else {
      const answer = await accountRoutes.create({ id, ...wanted });
      if (answer.ok) onMade(id, answer.value.link);
      else setRefused(answer.failure);
    }
    setSending(false);
  };
  const conflict =
    refused?.kind === 'refused' && refused.status === 409
      ? t(account ? 'accountList.last' : 'accountList.taken')
      : null;
  return (
    <form className="hy-account-form" onSubmit={send}>
      <label htmlFor="hy-id">{t('accountList.id')}</label>
      <div>
        <Input
          id="hy-id"
          required
          disabled={account !== null}
          maxLength={63}
          status={id !== '' && !ID.test(id) ? 'error' : ''}
          value={id}
          onChange={(event) => setId(event.target.value)}
        />
        {account === null && <p className="hy-quiet">{t('accountList.idRule')}</p>}
      </div>
      <label htmlFor="hy-name">{t('accountList.name')}</label>
      <Input
        id="hy-name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <span id="hy-role">{t('accountList.role')}</span>
      <Radio.Group
        className="hy-roles"
        aria-labelledby="hy-role"
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={ROLES.map((one) => ({
          value: one,
          label: (
            <>
              {t(`role.${one}`)} <small>{t(`roleMeans.${one}`)}</small>
            </>
          ),
        }))}
      />
      <label htmlFor="hy-county">{t('accountList.county')}</label>
      <Select
        id="hy-county"
        value={county ?? ''}
        onChange={(value) => setCounty(value === '' ? null : value)}
        options={[
          { value: '', label: t('accountList.noCounty') },
          ...countyIds.map((one) => ({
            value: one,
            label: counties.find((known) => known.id === one)?.name[language] ?? one,
          })),
        ]}
      />
      <label htmlFor="hy-mines">{t('accountList.mines')}</label>
      <div>
        <Select
          id="hy-mines"
          mode="tags"
          style={{ width: '100%' }}
          value={mines}
          onChange={setMines}
          tokenSeparators={[',', '，', ' ']}
          options={mineList.map((mine) => ({
            value: mine.id,
            label: distinctName(mine, mineList, language),
          }))}
        />
        <p className="hy-quiet">
          {t(role === 'administrator' ? 'accountList.minesAll' : 'accountList.minesHint')}
        </p>
      </div>
      {account && (
        <>
          <span>{t('accountList.state')}</span>
          <Checkbox checked={disabled} onChange={(event) => setDisabled(event.target.checked)}>
            {t('accountList.disable')}
          </Checkbox>
        </>
      )}
      <div className="hy-accounts-bar">
        <Button icon={<LeftOutlined />} onClick={onBack}>
          {t('accountList.back')}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          icon={<SaveOutlined />}
          loading={sending}
          disabled={!isReady}
        >
          {t(account ? 'accountList.save' : 'accountList.create')}
        </Button>
      </div>
      {conflict !== null && (
        <p className="hy-bad" role="alert">
          {conflict}
        </p>
      )}
      {refused && conflict === null && <Refusal text={t('accountList.failed')} failure={refused} />}
    </form>
  );
};
