import { InboxOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAccountSession } from '../accounts/session-store.ts';
import { loadMineList } from './mine-list.ts';

/** The command that makes a bundle out of a manifest. */
const BUILD = 'npm run -s hyalite -- build path/to/mine.yaml';

/** No mine to open: there is none, or this account sees none. */
export const EmptyMines = () => {
  const { t } = useTranslation();
  const seesAll = useAccountSession(
    (state) =>
      state.status !== 'told' ||
      state.session.kind === 'this-machine' ||
      (state.session.account?.role === 'administrator' && !state.session.account.isDemo),
  );
  if (!seesAll)
    return (
      <div className="hy-failure">
        <InboxOutlined className="hy-failure-icon hy-quiet" aria-hidden="true" />
        <h2>{t('mines.noneSeenTitle')}</h2>
        <p>{t('mines.noneSeenText')}</p>
        <Button type="primary" icon={<ReloadOutlined />} onClick={loadMineList}>
          {t('app.retry')}
        </Button>
      </div>
    );
  return (
    <div className="hy-failure">
      <InboxOutlined className="hy-failure-icon hy-quiet" aria-hidden="true" />
      <h2>{t('mines.emptyTitle')}</h2>
      <p>{t('mines.emptyText')}</p>
      <pre>{BUILD}</pre>
      <p className="hy-quiet">{t('mines.emptyThen')}</p>
      <Button type="primary" icon={<ReloadOutlined />} onClick={loadMineList}>
        {t('app.retry')}
      </Button>
    </div>
  );
};
