import { CloseOutlined, ExperimentOutlined } from '@ant-design/icons';
import { Badge, Button, Tooltip } from 'antd';
import { type KeyboardEvent, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setLive, useLive } from './live-store.ts';
import { livePanels } from './panels/registry.ts';

/** The live mine beside the scene: one tab a panel. */
export const LiveColumn = () => {
  const { t } = useTranslation();
  const state = useLive();
  const tabs = useRef<HTMLDivElement>(null);
  const offered = livePanels().filter((panel) => panel.offered(state));
  const open = offered.find(({ id }) => id === state.panel) ?? offered[0];
  if (!open) return null;
  const Panel = open.component;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (offered.indexOf(open) + step + offered.length) % offered.length;
    setLive({ panel: offered[at]!.id });
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <aside className="hy-live" aria-label={t('live.column')} data-clock={state.clock.mode}>
      <div className="hy-live-head">
        <div
          ref={tabs}
          className="hy-live-tabs"
          role="tablist"
          aria-label={t('live.panels')}
          onKeyDown={onKeyDown}
        >
          {offered.map((panel) => {
            const Icon = panel.icon;
            const badge = panel.badge?.(state) ?? 0;
            return (
              <button
                key={panel.id}
                type="button"
                role="tab"
                id={`hy-tab-${panel.id}`}
                aria-controls="hy-live-panel"
                aria-selected={panel === open}
                tabIndex={panel === open ? 0 : -1}
                data-panel={panel.id}
                onClick={() => setLive({ panel: panel.id })}
              >
                <Badge count={badge} size="small" offset={[9, 1]} overflowCount={99}>
                  <span className="hy-live-icon">
                    <Icon />
                  </span>
                </Badge>
                <span>{t(panel.title)}</span>
              </button>
            );
          })}
        </div>
        <Tooltip title={t('live.close')}>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('live.close')}
            onClick={() => setLive({ panel: null })}
          />
        </Tooltip>
      </div>
      {state.synthetic && (
        <p className="hy-live-synthetic" data-live-flag="synthetic">
          <ExperimentOutlined aria-hidden="true" /> {t('live.synthetic')}
        </p>
      )}
      {state.clock.mode === 'history' && <p className="hy-live-past">{t('live.pastShown')}</p>}
      <div
        id="hy-live-panel"
        className="hy-live-body"
        role="tabpanel"
        aria-labelledby={`hy-tab-${open.id}`}
        data-open-panel={open.id}
      >
        <Suspense fallback={<p className="hy-quiet hy-pad">{t('app.loading')}</p>}>
          <Panel />
        </Suspense>
      </div>
    </aside>
  );
};
