import { MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { FeatureCard } from './feature/feature-card.tsx';
import { HoverLabel } from './feature/hover-label.tsx';
import { LayerPanel } from './layers/layer-panel.tsx';
import { useSession } from './mine-session.ts';
import { SceneFlags } from './scene-flags.tsx';
import { CursorReadout } from './status/cursor-readout.tsx';
import { LoadingState } from './status/loading-state.tsx';
import { StoppedPage } from './stopped-page.tsx';
import { ToolBar } from './tools/tool-bar.tsx';
import { useToolKeys } from './tools/use-tool-keys.ts';
import { useMineView } from './use-mine-view.ts';

const DataReport = lazy(() => import('./report/data-report.tsx'));

interface MineSceneProps {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** The open mine: layer panel, 3D view with what lies over it, and the bar below. */
export const MineScene = ({ catalog, bundleUrl }: MineSceneProps) => {
  const { t } = useTranslation();
  const container = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState(true);
  const stopped = useSession((session) => session.stopped);
  const started = useSession((session) => session.view !== null);
  const reportOpen = useSession((session) => session.reportOpen);
  useToolKeys();
  useMineView(container, catalog, bundleUrl);
  return (
    <div className="hy-mine" data-panel={panel}>
      {panel && <LayerPanel catalog={catalog} onCollapse={() => setPanel(false)} />}
      <main className="hy-scene" id="hy-scene" tabIndex={-1}>
        <section ref={container} className="hy-canvas" aria-label={t('view.label')} />
        {!started && !stopped && (
          <div className="hy-waiting" role="status">
            {t('app.loadingEngine')}
          </div>
        )}
        {stopped && <StoppedPage stopped={stopped} />}
        <div className="hy-over-left">
          {!panel && (
            <Tooltip title={t('layers.expand')} placement="right">
              <Button
                icon={<MenuUnfoldOutlined />}
                aria-label={t('layers.expand')}
                onClick={() => setPanel(true)}
              />
            </Tooltip>
          )}
          <SceneFlags catalog={catalog} />
        </div>
        {!stopped && <HoverLabel catalog={catalog} />}
        <FeatureCard catalog={catalog} />
        {catalog.attribution && <p className="hy-attribution">{catalog.attribution}</p>}
      </main>
      <footer className="hy-status">
        <CursorReadout survey={catalog.survey} />
        <LoadingState />
        <ToolBar />
      </footer>
      {reportOpen && (
        <Suspense fallback={null}>
          <DataReport catalog={catalog} />
        </Suspense>
      )}
    </div>
  );
};
