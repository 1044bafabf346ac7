import { useEffect, useMemo } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { type CutRegion, cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import { isWhole } from '../../../../domain/measure/measurement.ts';
import { GROUND_PICKABLE_BELOW } from '../../../engines/mine-view.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { appearanceOf } from '../../layers/layer-tree.ts';
import { setSession, useSession } from '../../mine-session.ts';
import { reachOf } from '../slice/reach.ts';
import { useSlice } from '../slice/slice-store.ts';
import { isFixed, pointKey, withoutPoint, withPoint } from './change-measure.ts';
import { setMeasure, useMeasure } from './measure-store.ts';
import { createSnapper, type InSight, type Snap } from './snap-aim.ts';

export const stopTaking = (): void => setMeasure({ taking: false, snap: null });

/** Ends a measurement of any number of points where it says something. */
export const finishTaking = (): void => {
  const { measure } = useView.getState();
  if (measure && isWhole(measure)) stopTaking();
};

/** Takes a point; a click on the last one, or on the first of an outline, ends the measurement. */
const take = (snap: Snap): void => {
  const { measure } = useView.getState();
  if (!measure) return;
  const next = withPoint(measure, snap.at);
  const closes =
    !isFixed(measure.kind) &&
    measure.kind !== 'path' &&
    measure.points[0] !== undefined &&
    pointKey(measure.points[0]) === pointKey(snap.at);
  if (next === measure || closes) {
    if (!isFixed(measure.kind)) finishTaking();
    return;
  }
  setMeasure({ taken: new Map(useMeasure.getState().taken).set(pointKey(snap.at), snap) });
  setView({ measure: next });
};

/** What can be pointed at with the layers, the slice and the ground as they are drawn now. */
const sightOf = (catalog: Catalog, region: CutRegion | null): InSight => {
  const { layers, isolated, seeThrough } = useView.getState();
  const visible = new Set(
    catalog.layers.filter((layer) => appearanceOf(layer, layers).visible).map(({ id }) => id),
  );
  const terrain = catalog.layers.some(({ id, kind }) => kind === 'terrain' && visible.has(id));
  return {
    shows: (layerId, featureId) =>
      isolated ? isolated.layerId === layerId && isolated.featureId === featureId : visible.has(layerId),
    region,
    cap: useSlice.getState().cap,
    ground: !terrain ? 'hidden' : isolated || seeThrough >= GROUND_PICKABLE_BELOW ? 'open' : 'solid',
  };
};

/** While points are taken: shows what the pointer would take, takes it when pressed, and heeds Enter, Backspace and Escape. */
export const useTaking = (catalog: Catalog): void => {
  const view = useSession((session) => session.view);
  const taking = useMeasure((state) => state.taking);
  const subject = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const slice = useView((state) => state.slice);
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const snapper = useMemo(() => subject && createSnapper(subject), [subject]);
  const region = useMemo(() => regionOf(slice, catalog), [slice, catalog]);
  useEffect(() => {
    if (!view || !taking || !snapper) return;
    view.setAiming(true);
    const stop = useSession.subscribe(({ aim }, before) => {
      if (aim === before.aim) return;
      const snap = aim && snapper.snap(aim.aim, sightOf(catalog, region));
      setMeasure({ snap });
      const at = snap && enu(...snap.at);
      setSession({
        cursor: at && { enu: at, survey: frame.enuToSurvey(at), geographic: frame.enuToGeographic(at) },
      });
      if (aim?.pressed && snap) take(snap);
    });
    const onKey = (event: KeyboardEvent): void => {
      const act = {
        Enter: finishTaking,
        Escape: stopTaking,
        Backspace() {
          const { measure } = useView.getState();
          if (measure) setView({ measure: withoutPoint(measure, measure.points.length - 1) });
        },
      }[event.key];
      // A button that has the focus is pressed by Enter, and a number is corrected by Backspace.
      const busy = event.target instanceof HTMLElement && event.target.matches('button, input');
      if (!act || (busy && event.key !== 'Escape')) return;
      event.preventDefault();
      act();
    };
    // Before the tools' own keys: Escape ends the taking and not the selection.
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      stop();
      view.setAiming(false);
      setMeasure({ snap: null });
      setSession({ aim: null });
    };
  }, [view, taking, snapper, region, catalog, frame]);
};

const regionOf = (slice: Slice | null, catalog: Catalog): CutRegion | null =>
  slice && cutRegion(slice, reachOf(catalog));
