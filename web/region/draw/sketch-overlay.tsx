import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { crossingOf } from '../../../domain/hazards/drawn-outline.ts';
import { positionsOf } from '../../ledger/edit/coordinate-text.ts';
import { useMap } from '../map/map-store.ts';
import './draw.css';
import { finishDrawing, setPlaceOfForm, useDrawn } from './draw-store.ts';
import { added, moved, putAfter, type Sketch, without } from './sketch.ts';
import { useSketchKeys } from './use-sketch-keys.ts';
import { useSnap } from './use-snap.ts';

type Place = readonly [longitude: number, latitude: number];
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What is being drawn, over the first map: its lines, and a handle at each corner for pointer and keys. */
export const SketchOverlay = () => {
  const drawn = useDrawn();
  return drawn && <DrawnOverlay sketch={drawn} />;
};

const middle = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const points = (spots: readonly Spot[]): string => spots.map(({ x, y }) => `${x},${y}`).join(' ');
/** Sides shorter than this leave no room to put a corner in between. */
const ROOM = 36;
const STEP = 1;
const LONG_STEP = 10;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const DrawnOverlay = ({ sketch }: { readonly sketch: Sketch }) => {
  const { t } = useTranslation();
  const view = useMap((map) => map.view);
  const cursor = useMap((map) => map.cursor);
  const snap = useSnap();
  const overlay = useRef<HTMLDivElement>(null);
  /** Where places are on the screen changes with the camera. */
  const [, setCamera] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const latest = useRef({ sketch, snap });
  latest.current = { sketch, snap };

  useEffect(
    () =>
      view?.draw({
        onPlace: (at) => {
          const now = latest.current;
          setPlaceOfForm(added(now.sketch, now.snap(at, view).at));
        },
        onEnd: finishDrawing,
        onCamera: () => setCamera((count) => count + 1),
      }),
    [view],
  );
  useSketchKeys(sketch);

  const placeUnder = useCallback(
    ({ clientX, clientY }: PointerEvent): Place | null => {
      const box = overlay.current?.getBoundingClientRect();
      return box && view ? view.placeAt(clientX - box.left, clientY - box.top) : null;
    },
    [view],
  );
  if (!view) return null;

  const corners = positionsOf(sketch);
  const spots = corners.map((at) => view.screenOf(at));
  const seen = spots.every((spot) => spot !== null) ? (spots as Spot[]) : [];
  const handles = corners.flatMap((at, i) => {
    const spot = spots[i];
    return spot ? [{ n: i + 1, at, spot }] : [];
  });
  const isArea = sketch.kind === 'polygon';
  const next = cursor && dragged === null && sketch.kind !== 'point' ? snap(cursor, view) : null;
  const rubber = next && view.screenOf(next.at);
  const crossing = isArea && corners.length > 2 ? crossingOf([...corners, corners[0]!]) : null;
  const side = (n: number): readonly [Spot, Spot] => [seen[n - 1]!, seen[n % seen.length]!];
  const change = (place: HazardPlace): void => setPlaceOfForm(place);
  const take = (event: PointerEvent<HTMLButtonElement>, corner: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    overlay.current?.setPointerCapture(event.pointerId);
    setDragged(corner);
  };
  const nudge = (corner: number, [right, down]: readonly [number, number], by: number): void => {
    const spot = spots[corner];
    if (spot) change(moved(sketch, corner, view.placeAt(spot.x + right * by, spot.y + down * by)));
  };
  const pairs = seen.flatMap((from, i) => {
    const to = seen[i + 1] ?? (isArea && seen.length > 2 ? seen[0] : undefined);
    return to && Math.hypot(to.x - from.x, to.y - from.y) > ROOM ? [{ after: i, at: middle(from, to) }] : [];
  });
  return (
    <div
      ref={overlay}
      className="hy-sketch"
      data-sketch={sketch.kind}
      data-corners={corners.length}
      onPointerMove={(event) => {
        const at = dragged === null ? null : placeUnder(event);
        if (at && dragged !== null) change(moved(sketch, dragged, snap(at, view).at));
      }}
      onPointerUp={() => setDragged(null)}
      onPointerCancel={() => setDragged(null)}
    >
      <svg aria-hidden="true">
        {isArea && seen.length > 2 && <polygon className="hy-sketch-area" points={points(seen)} />}
        <polyline className="hy-sketch-halo" points={points(isArea ? closed(seen) : seen)} />
        <polyline className="hy-sketch-line" points={points(isArea ? closed(seen) : seen)} />
        {crossing &&
          seen.length > 0 &&
          crossing.map((n) => {
            const [a, b] = side(n);
            return <line key={n} className="hy-sketch-wrong hy-bad" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
          })}
        {rubber && seen.length > 0 && (
          <polyline
            className="hy-sketch-next"
            points={points([seen.at(-1)!, rubber, ...(isArea && seen.length > 1 ? [seen[0]!] : [])])}
          />
        )}
        {rubber && next?.snapped && <circle className="hy-sketch-snap" cx={rubber.x} cy={rubber.y} r={8} />}
      </svg>
      {pairs.map(({ after, at }) => (
        <button
          key={`after ${after}`}
          type="button"
          className="hy-sketch-between"
          style={{ left: at.x, top: at.y }}
          tabIndex={-1}
          aria-label={t('mapDraw.between', { n: after + 1, next: ((after + 1) % corners.length) + 1 })}
          data-between={after}
          onPointerDown={(event) => {
            change(putAfter(sketch, after, view.placeAt(at.x, at.y)));
            take(event, after + 1);
          }}
        />
      ))}
      {handles.map(({ n, at: [longitude, latitude], spot }) => (
        <button
          key={n}
          type="button"
          className="hy-sketch-corner"
          style={{ left: spot.x, top: spot.y }}
          data-corner={n}
          aria-label={t('mapDraw.corner', { n, at: `${longitude.toFixed(6)}°, ${latitude.toFixed(6)}°` })}
          title={t('mapDraw.cornerHint', { n })}
          onPointerDown={(event) => take(event, n - 1)}
          onKeyDown={(event) => {
            const step = STEPS[event.key];
            if (step) nudge(n - 1, step, event.shiftKey ? LONG_STEP : STEP);
            else if (event.key === 'Delete' || event.key === 'Backspace') change(without(sketch, n - 1));
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      ))}
    </div>
  );
};

const closed = (spots: readonly Spot[]): readonly Spot[] =>
  spots.length > 2 ? [...spots, spots[0]!] : spots;
