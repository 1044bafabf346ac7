import { ExperimentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../domain/contracts/account.ts';
import type { TextKey } from '../i18n/i18n.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { signInDemo } from './session-store.ts';

/** What each door leads to; names of mines are told to nobody who is not in yet, but these are the demo's. */
const sees: Readonly<Record<string, TextKey>> = {
  'demo-official': 'accounts.demoCounty',
  'demo-commander': 'accounts.demoCounty',
  'demo-dispatcher': 'accounts.demoIron',
  'demo-engineer-qingshi': 'accounts.demoIron',
  'demo-engineer-baiyun': 'accounts.demoLimestone',
  'demo-surveyor': 'accounts.demoSurvey',
  'demo-viewer': 'accounts.demoCounty',
  'demo-administrator': 'accounts.demoAdministrator',
};

/** One click into the demo, and that it is one said as loudly as the way in. */
export const DemoDoors = ({
  accounts,
  onRefused,
}: {
  accounts: readonly Account[];
  onRefused: (failure: FetchFailure | null) => void;
}) => {
  const { t } = useTranslation();
  const [opening, setOpening] = useState<string | null>(null);
  const open = async (id: string) => {
    setOpening(id);
    onRefused(await signInDemo(id));
    setOpening(null);
  };
  return (
    <section className="hy-demo" aria-labelledby="hy-demo-title">
      <h2 id="hy-demo-title">
        <ExperimentOutlined aria-hidden="true" /> {t('accounts.demoTitle')}
      </h2>
      <p>{t('accounts.demoText')}</p>
      <div className="hy-demo-doors">
        {accounts.map(({ id, name, role }, at) => (
          <Button
            key={id}
            type={at === 0 ? 'primary' : 'default'}
            loading={opening === id}
            disabled={opening !== null}
            onClick={() => open(id)}
          >
            <span>{t(`role.${role}`)}</span>
            <small>{sees[id] ? t(sees[id]) : name}</small>
          </Button>
        ))}
      </div>
    </section>
  );
};
