import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { failureText } from '../shell/failure-text.ts';
import type { HolesTab } from '../shell/hole-choice.ts';
import { setHoleCursor } from '../shell/hole-cursor.ts';
import { setView } from '../shell/view-store.ts';
import './boreholes.css';
import { LogsTab } from './logs/logs-tab.tsx';
import { logsNow, openLogs, useLogs } from './logs-store.ts';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly tab: HolesTab;
  /** What a workspace offers besides the logs. */
  readonly more?: Readonly<Partial<Record<HolesTab, ReactNode>>>;
}

/** The column of boreholes beside a workspace's picture. */
export const HolesColumn = ({ catalog, bundleUrl, tab, more = {} }: Props) => {
  const { t } = useTranslation();
  const state = useLogs();
  useEffect(() => void openLogs(catalog, bundleUrl), [catalog, bundleUrl]);
  useEffect(() => () => setHoleCursor(null), []);
  const tabs = (['logs', ...Object.keys(more)] as HolesTab[]).map((value) => ({
    value,
    label: t(`holesTab.${value}`),
  }));
  const shown = more[tab];
  return (
    <aside className="hy-holes" aria-label={t('boreholes.title')} data-tab={tab}>
      <header>
        {tabs.length > 1 ? (
          <Segmented<HolesTab>
            size="small"
            aria-label={t('boreholes.title')}
            value={tab}
            options={tabs}
            onChange={(holesTab) => setView({ holesTab })}
          />
        ) : (
          <h2>{t('holesTab.logs')}</h2>
        )}
        <Tooltip title={t('boreholes.close')} placement="left">
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('boreholes.close')}
            onClick={() => setView({ holesTab: null })}
          />
        </Tooltip>
      </header>
      {shown ??
        (state.status === 'failed' ? (
          <div className="hy-holes-note" role="alert">
            <p>{failureText(state.failure, t)}</p>
            <code>{state.failure.url}</code>
            <Button size="small" onClick={() => void openLogs(catalog, bundleUrl)}>
              {t('app.retry')}
            </Button>
          </div>
        ) : state.status === 'open' ? (
          <LogsTab catalog={catalog} bundleUrl={bundleUrl} logs={logsNow(state)} />
        ) : (
          <p className="hy-quiet hy-pad" role="status">
            {t('boreholes.loading')}
          </p>
        ))}
    </aside>
  );
};
