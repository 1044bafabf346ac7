import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { higherWarning } from '../../../domain/county/warning-now.ts';
import { signalView } from '../../shell/view-signals.ts';
import { useView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { SketchBar } from '../draw/sketch-bar.tsx';
import { CursorLine } from './cursor-line.tsx';
import { DayBar } from './day-bar.tsx';
import { MapDetail } from './map-detail.tsx';
import { MapFlags } from './map-flags.tsx';
import { MapLegendColumn } from './map-legend-column.tsx';
import { MapPanes } from './map-panes.tsx';
import { NEW_MAP, useMap } from './map-store.ts';
import { MapToolbar } from './map-toolbar.tsx';
import { peopleText } from './people-text.ts';
import { PrintMap } from './print-map.tsx';
import { useEscape } from './use-escape.ts';
import { useHasLedger } from './use-has-ledger.ts';
import { useKeepHazardCounts } from './use-hazard-counts.ts';
import { useAsOf, useKeepCounts, useLiveAlarms, useLiveCounts, useLiveState } from './use-live-counts.ts';
import './map.css';

/** The county's map with what is on it to the left, what is chosen of it to the right, and its days below. */
export default function MapScreen() {
  const { catalog } = useOpenCounty();
  const [isPrinting, setPrinting] = useState(false);
  useKeepCounts(catalog.county);
  useKeepHazardCounts(
    catalog.county,
    useView((state) => state.day),
    useHasLedger(),
  );
  useCountsOnMap();
  useMapSignals();
  useEscape();
  useEffect(() => () => useMap.setState(NEW_MAP, true), []);
  return (
    <div className="hy-map">
      <MapLegendColumn />
      <main className="hy-map-stage" id="hy-scene">
        <MapPanes />
        <MapFlags />
        <MapToolbar onPrint={() => setPrinting(true)} />
        <HoverName />
        <SketchBar />
      </main>
      <MapDetail />
      <footer className="hy-map-foot">
        <DayBar />
        <CursorLine />
      </footer>
      {isPrinting && <PrintMap onDone={() => setPrinting(false)} />}
    </div>
  );
}

const HoverName = () => {
  const hover = useMap((map) => map.hover);
  return (
    hover && (
      <div className="hy-map-hover" style={{ left: hover.x + 14, top: hover.y + 10 }} aria-hidden="true">
        {hover.name}
      </div>
    )
  );
};

/** Writes who is below beside the mines; where nobody knows, the mine says so. */
const useCountsOnMap = (): void => {
  const { t } = useTranslation();
  const view = useMap((map) => map.view);
  const mines = useMines();
  const live = useLiveCounts();
  const alarms = useLiveAlarms();
  const asOf = useAsOf();
  const isStale = useLiveState().status === 'stale';
  const day = useView((state) => state.day);
  const labels = useMemo(
    () =>
      // Who is below is known of now only.
      mines.status === 'open' && day === null
        ? mines.value.map(({ id, at, name, warning }) => ({
            ...name,
            id,
            at,
            text: asOf(peopleText(live[id], t), t) ?? t('map.peopleUnknown'),
            isStale: isStale && live[id] !== undefined,
            // It stands over the register's flag, which may be the worse one.
            warning: alarms[id]?.warning ? higherWarning(alarms[id].warning, warning) : null,
            sos: alarms[id]?.sos ?? 0,
          }))
        : [],
    [mines, live, alarms, asOf, isStale, day, t],
  );
  useEffect(() => view?.setCounts(labels), [view, labels]);
};

const useMapSignals = (): void => {
  const isSettled = useMap((map) => map.settled);
  const isGone = useMap(
    ({ failure }) => failure !== null && !['tiles', 'scene', 'picture'].includes(failure.kind),
  );
  useEffect(() => signalView(isGone ? 'error' : isSettled ? 'ready' : 'loading'), [isSettled, isGone]);
};
