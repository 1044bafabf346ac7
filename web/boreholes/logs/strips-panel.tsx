import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elevationAtDepth } from '../../../domain/boreholes/borehole-log.ts';
import { correlate } from '../../../domain/boreholes/correlate.ts';
import type { HangOn, HungLog } from '../../../domain/boreholes/hang-logs.ts';
import { doubtedByModel } from '../../../domain/boreholes/model-doubt.ts';
import { multiplesIn, niceStep } from '../../../domain/drawing/nice-step.ts';
import { rockFill } from '../../../domain/drawing/rock-fill.ts';
import type { RockPattern } from '../../../domain/drawing/rock-patterns.ts';
import type { GeologicalModel } from '../../../domain/geology/geological-model.ts';
import { setHoleCursor, useHoleCursor } from '../../shell/hole-cursor.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { logId } from '../log-id.ts';
import { RockPatternDefs } from '../rock-pattern-defs.tsx';
import { BesideStrip } from './beside-strip.tsx';
import { bandEnd, CorrelationLines, type StripSide } from './correlation-lines.tsx';
import { LogStrip } from './log-strip.tsx';
import { StripHeads } from './strip-heads.tsx';
import { MARGIN, type StripLayout, stripLayout, WIDTHS } from './strip-layout.ts';
import { tracksOf } from './tracks.ts';

interface Props {
  readonly sides: readonly StripSide[];
  readonly hang: HangOn;
  readonly zoom: number;
  /** null: lines are as sure as the logs. */
  readonly model: GeologicalModel | null;
  /** Standard deviation of the model up to which it counts as certain, metres. */
  readonly certainBelow: number;
}

/** Least pixels between two labels of the panel's own axis. */
const LABELS_APART = 46;
/** Metres that a key moves the cursor, and with Shift. */
const KEY_STEP = 1;
const KEY_LEAP = 10;

/** Holes beside each other, to be pointed at: the place under the pointer is marked in section and 3D as well. */
export const StripsPanel = ({ sides, hang, zoom, model, certainBelow }: Props) => {
  const { t } = useTranslation();
  const holder = useRef<HTMLElement>(null);
  const room = useHeight(holder);
  const cursor = useHoleCursor((state) => state.cursor);
  const selected = useView((state) => state.selected?.featureId ?? null);
  const single = sides.length === 1 ? sides[0]!.hung : null;
  const tracks = useMemo(() => (single ? tracksOf(single.log) : []), [single]);
  const beside = single
    ? WIDTHS.names + (single.log.structures.length > 0 ? WIDTHS.structures : 0) + tracks.length * WIDTHS.track
    : 0;
  const hung = useMemo(() => sides.map((side) => side.hung), [sides]);
  const layout = useMemo(() => stripLayout(hung, { beside, room, zoom }), [hung, beside, room, zoom]);
  const patterns = useMemo(() => patternsOf(hung), [hung]);
  const joined = useMemo(
    () =>
      sides.slice(1).map((b, i) => {
        const a = sides[i]!;
        const pairs = correlate(a.contacts, b.contacts);
        if (!model) return pairs;
        const of = ({ hung: { log }, contacts }: StripSide) => ({ log, contacts });
        return doubtedByModel(pairs, of(a), of(b), model, certainBelow);
      }),
    [sides, model, certainBelow],
  );
  useCursorInView(holder, hung, layout);
  useKeys(holder, hung);

  const pointed = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const at = layout.places.findIndex(({ left, right }) => x >= left && x <= right);
    const one = hung[at];
    const depth = one?.depthAt(layout.metresOf(y));
    return one && depth !== null && depth !== undefined ? { log: one.log, depth } : null;
  };
  const onMove = (event: PointerEvent<SVGSVGElement>): void => {
    const place = pointed(event);
    if (place) setHoleCursor({ hole: logId(place.log), depth: place.depth, from: 'log' });
  };
  const onClick = (event: PointerEvent<SVGSVGElement>): void => {
    const place = pointed(event);
    const met = place?.log.intervals.find(({ from, to }) => place.depth >= from && place.depth < to);
    if (place && met?.featureId)
      setView({ selected: { layerId: place.log.layerId, featureId: met.featureId } });
  };
  return (
    <section className="hy-strips" ref={holder} aria-label={t('boreholes.panel')}>
      <div style={{ width: layout.width }}>
        <StripHeads hung={hung} layout={layout} tracks={tracks} />
        <svg
          width={layout.width}
          height={layout.height}
          onPointerMove={onMove}
          onPointerUp={onClick}
          aria-hidden="true"
        >
          <RockPatternDefs patterns={patterns} />
          <defs>
            <pattern id="hy-unlogged" patternUnits="userSpaceOnUse" width="7" height="7">
              <path className="hy-strip-unlogged" d="M0 7L7 0" />
            </pattern>
          </defs>
          <Axis layout={layout} hang={hang} />
          {sides.slice(1).map((b, i) => (
            <CorrelationLines
              key={`${sides[i]!.hung.log.hole} ${b.hung.log.hole}`}
              a={sides[i]!}
              b={b}
              pairs={joined[i]!}
              layout={layout}
              from={bandEnd(layout.places[i]!.band)}
              to={layout.places[i + 1]!.band}
            />
          ))}
          {sides.map(({ hung: one, contacts }, i) => (
            <LogStrip
              key={logId(one.log)}
              hung={one}
              contacts={contacts}
              place={layout.places[i]!}
              layout={layout}
              selected={selected}
            />
          ))}
          {single && (
            <BesideStrip
              hung={single}
              tracks={tracks}
              layout={layout}
              left={bandEnd(layout.places[0]!.band) + WIDTHS.water}
            />
          )}
          {cursor && <CursorLine hung={hung} layout={layout} hang={hang} cursor={cursor} />}
        </svg>
      </div>
    </section>
  );
};

const patternsOf = (hung: readonly HungLog[]): RockPattern[] => {
  const found = new Set<RockPattern>();
  for (const { log } of hung)
    for (const { colour, rock } of log.intervals) {
      const { pattern } = rockFill(colour, rock);
      if (pattern) found.add(pattern);
    }
  return [...found];
};

/** Elevations, depths, or metres above and below the contact. Elevations are written only where holes hang by them. */
const Axis = ({ layout, hang }: { readonly layout: StripLayout; readonly hang: HangOn }) => (
  <g className="hy-strip-axis">
    {multiplesIn(layout.top, layout.base, niceStep(LABELS_APART / layout.scale)).map((metres) => {
      const y = layout.yOf(metres);
      const value = Number((hang.on === 'depth' ? metres : -metres).toFixed(2)) + 0;
      return (
        <g key={metres}>
          <line x1={WIDTHS.axis - 4} x2={layout.width} y1={y} y2={y} />
          <text x={WIDTHS.axis - 8} y={y + 4} textAnchor="end">
            {hang.on === 'contact' && value > 0 ? `+${value}` : String(value).replace('-', '−')}
          </text>
        </g>
      );
    })}
  </g>
);

const CursorLine = ({
  hung,
  layout,
  hang,
  cursor,
}: {
  readonly hung: readonly HungLog[];
  readonly layout: StripLayout;
  readonly hang: HangOn;
  readonly cursor: { readonly hole: string; readonly depth: number };
}) => {
  const at = hung.findIndex(({ log }) => logId(log) === cursor.hole);
  const one = hung[at];
  if (!one) return null;
  const y = layout.yOf(one.y(cursor.depth));
  const { band } = layout.places[at]!;
  // The same height in the other holes means something only where all hang by heights.
  const across = hang.on === 'elevation' && elevationAtDepth(one.log, cursor.depth) !== null;
  return (
    <g className="hy-strip-cursor" data-cursor={cursor.hole}>
      {across && <line className="hy-strip-across" x1={WIDTHS.axis} x2={layout.width} y1={y} y2={y} />}
      <line x1={band - 6} x2={band + WIDTHS.band + 6} y1={y} y2={y} />
      <path d={`M${band - 6} ${y}l-6 -4v8zM${band + WIDTHS.band + 6} ${y}l6 -4v8z`} />
    </g>
  );
};

/** Height of a scrolling element less its own scroll bar, CSS pixels; heads are taken off. */
const useHeight = (holder: React.RefObject<HTMLElement | null>): number => {
  const [height, setHeight] = useState(400);
  useEffect(() => {
    const element = holder.current!;
    const watch = new ResizeObserver(() => setHeight(Math.max(160, element.clientHeight - HEADS)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [holder]);
  return height;
};
/** Height of the heads above the strips. */
const HEADS = 66;

/** Where the place was pointed at elsewhere, the panel scrolls to it. */
const useCursorInView = (
  holder: React.RefObject<HTMLElement | null>,
  hung: readonly HungLog[],
  layout: StripLayout,
): void => {
  const cursor = useHoleCursor((state) => state.cursor);
  useEffect(() => {
    const one = cursor && cursor.from !== 'log' && hung.find(({ log }) => logId(log) === cursor.hole);
    const element = holder.current;
    if (!one || !element) return;
    const y = layout.yOf(one.y(cursor.depth)) + HEADS;
    const { scrollTop, clientHeight } = element;
    if (y < scrollTop + HEADS + MARGIN || y > scrollTop + clientHeight - MARGIN)
      element.scrollTop = y - clientHeight / 2;
  }, [holder, hung, layout, cursor]);
};

/** One moves about in it like in a map: it takes keys. */
const useKeys = (holder: React.RefObject<HTMLElement | null>, hung: readonly HungLog[]): void => {
  useEffect(() => {
    const element = holder.current!;
    element.tabIndex = 0;
    const onKey = (event: globalThis.KeyboardEvent | KeyboardEvent): void => {
      const { cursor } = useHoleCursor.getState();
      const at = Math.max(
        0,
        hung.findIndex(({ log }) => logId(log) === cursor?.hole),
      );
      const step = event.shiftKey ? KEY_LEAP : KEY_STEP;
      const depth = cursor && logId(hung[at]!.log) === cursor.hole ? cursor.depth : 0;
      const go = (index: number, to: number): void => {
        const { log } = hung[Math.min(hung.length - 1, Math.max(0, index))]!;
        // From a key, the panel scrolls along.
        setHoleCursor({ hole: logId(log), depth: Math.min(log.depth, Math.max(0, to)), from: 'key' });
      };
      if (event.key === 'ArrowDown') go(at, depth + step);
      else if (event.key === 'ArrowUp') go(at, depth - step);
      else if (event.key === 'Home') go(at, 0);
      else if (event.key === 'End') go(at, Number.POSITIVE_INFINITY);
      else if (event.key === 'ArrowLeft') go(at - 1, depth);
      else if (event.key === 'ArrowRight') go(at + 1, depth);
      else return;
      event.preventDefault();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [holder, hung]);
};
