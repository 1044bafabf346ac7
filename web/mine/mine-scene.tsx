import { MenuUnfoldOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { setLive, useLive } from '../live/live-store.ts';
import { useMineList } from '../shell/mine-list.ts';
import { useLanguage } from '../shell/preferences.ts';
import { useView } from '../shell/view-store.ts';
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

const MineHoles = lazy(() => import('./holes/mine-holes.tsx'));
const EvidenceFlag = lazy(() => import('./tools/evidence/evidence-flag.tsx'));
const SliceScene = lazy(() => import('./tools/slice/slice-scene.tsx'));
const MeasureScene = lazy(() => import('./tools/measure/measure-scene.tsx'));
const DriveOnScene = lazy(() => import('./tools/drive-on/drive-on-scene.tsx'));
const DutiesScene = lazy(() => import('./tools/duties/duties-scene.tsx'));
const LedgerScene = lazy(() => import('./tools/ledger/ledger-scene.tsx'));
const DataReport = lazy(() => import('./report/data-report.tsx'));
const liveParts = () => import('../live/live-parts.ts');
const LiveMine = lazy(async () => ({ default: (await liveParts()).LiveMine }));
const LiveColumn = lazy(async () => ({ default: (await liveParts()).LiveColumn }));
const LiveFlags = lazy(async () => ({ default: (await liveParts()).LiveFlags }));
const LiveCard = lazy(async () => ({ default: (await liveParts()).LiveCard }));
const AlarmBanner = lazy(async () => ({ default: (await liveParts()).AlarmBanner }));
const TimelineBar = lazy(async () => ({ default: (await liveParts()).TimelineBar }));

/** CSS pixels; narrower, the layers and the live column together leave the scene too little room at the start. */
const ROOM_FOR_BOTH = 1280;

interface MineSceneProps {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** The open mine: layer panel, 3D view with what lies over it, the live column, and the bars below. */
export const MineScene = ({ catalog, bundleUrl }: MineSceneProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const container = useRef<HTMLElement>(null);
  const hasLive = useMineList(
    (list) => list.status === 'open' && list.mines.some(({ id, live }) => id === catalog.mineId && live),
  );
  const [panel, setPanel] = useState(!hasLive || window.innerWidth >= ROOM_FOR_BOTH);
  const stopped = useSession((session) => session.stopped);
  const started = useSession((session) => session.view !== null);
  const reportOpen = useSession((session) => session.reportOpen);
  const live = useLive((state) => hasLive && state.connection !== 'none');
  const column = useLive((state) => live && state.panel !== null);
  const past = useLive((state) => live && state.clock.mode === 'history');
  const slice = useView((state) => state.slice);
  const holesTab = useView((state) => state.holesTab);
  const evidence = useView((state) => state.evidence);
  const measure = useView((state) => state.measure);
  const driveOn = useView((state) => state.driveOn);
  const duty = useView((state) => state.duty);
  const ledger = useView((state) => state.ledgerPage !== null || state.openHazard !== null);
  const asked = driveOn !== null || duty !== null || ledger;
  useToolKeys();
  useEffect(() => {
    // Beside the logs, or the reasons of a heading, there is room for the scene or for the layers.
    if ((holesTab !== null || asked) && window.innerWidth < ROOM_FOR_BOTH) setPanel(false);
  }, [holesTab, asked]);
  useMineView(container, catalog, bundleUrl);
  return (
    <div className="hy-mine" data-panel={panel} data-live={column}>
      {live && (
        <Suspense fallback={null}>
          <AlarmBanner />
        </Suspense>
      )}
      {panel && <LayerPanel catalog={catalog} onCollapse={() => setPanel(false)} />}
      <main className="hy-scene" id="hy-scene" tabIndex={-1} data-past={past}>
        <section ref={container} className="hy-canvas" aria-label={t('view.label')} />
        {!started && !stopped && (
          <div className="hy-waiting" role="status">
            {t('app.loadingEngine')}
          </div>
        )}
        {stopped && <StoppedPage stopped={stopped} />}
        <div className="hy-over">
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
            <SceneFlags catalog={catalog}>
              {evidence && (
                <Suspense fallback={null}>
                  <EvidenceFlag catalog={catalog} bundleUrl={bundleUrl} shown={evidence} />
                </Suspense>
              )}
              {live && (
                <Suspense fallback={null}>
                  <LiveFlags />
                </Suspense>
              )}
            </SceneFlags>
          </div>
          <div className="hy-over-tools">
            {slice && (
              <Suspense fallback={null}>
                <SliceScene slice={slice} catalog={catalog} bundleUrl={bundleUrl} />
              </Suspense>
            )}
            {measure && (
              <Suspense fallback={null}>
                <MeasureScene measure={measure} catalog={catalog} bundleUrl={bundleUrl} />
              </Suspense>
            )}
            {driveOn && (
              <Suspense fallback={null}>
                <DriveOnScene driveOn={driveOn} catalog={catalog} bundleUrl={bundleUrl} />
              </Suspense>
            )}
            {duty && (
              <Suspense fallback={null}>
                <DutiesScene duty={duty} catalog={catalog} bundleUrl={bundleUrl} />
              </Suspense>
            )}
            {ledger && (
              <Suspense fallback={null}>
                <LedgerScene catalog={catalog} bundleUrl={bundleUrl} />
              </Suspense>
            )}
          </div>
        </div>
        {live && !column && (
          <Tooltip title={t('live.open')} placement="left">
            <Button
              className="hy-live-open"
              icon={<TeamOutlined />}
              aria-label={t('live.open')}
              onClick={() => setLive({ panel: 'people' })}
            />
          </Tooltip>
        )}
        {!stopped && <HoverLabel catalog={catalog} />}
        <FeatureCard catalog={catalog} />
        {live && (
          <Suspense fallback={null}>
            <LiveCard catalog={catalog} />
          </Suspense>
        )}
        {catalog.attribution && <p className="hy-attribution">{textIn(catalog.attribution, language)}</p>}
      </main>
      {holesTab && (
        <Suspense fallback={null}>
          <MineHoles catalog={catalog} bundleUrl={bundleUrl} tab={holesTab} />
        </Suspense>
      )}
      {column && (
        <Suspense fallback={<aside className="hy-live" aria-label={t('live.column')} />}>
          <LiveColumn />
        </Suspense>
      )}
      {live && (
        <Suspense fallback={null}>
          <TimelineBar />
        </Suspense>
      )}
      <footer className="hy-status">
        <CursorReadout survey={catalog.survey} />
        <LoadingState />
        <ToolBar />
      </footer>
      {hasLive && (
        <Suspense fallback={null}>
          <LiveMine mine={catalog.mineId} />
        </Suspense>
      )}
      {reportOpen && (
        <Suspense fallback={null}>
          <DataReport catalog={catalog} />
        </Suspense>
      )}
    </div>
  );
};
