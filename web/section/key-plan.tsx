import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnuBox } from '../../domain/contracts/catalog.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';
import { planOutlines } from './plan-outline.ts';

interface KeyPlanProps {
  readonly bodies: readonly GeologicalBody[];
  /** Seen where there are no bodies: strata alone have no outline in plan. */
  readonly extent: EnuBox;
  readonly line: readonly PlanPoint[];
  /** What stands at its ends: A and A′. */
  readonly letter?: string;
  readonly onLine: (line: readonly PlanPoint[]) => void;
}

/** Shorter lines than this, metres, are a slip of the hand. */
const SHORTEST = 5;
const ARROWS: Readonly<Record<string, PlanPoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const cornersOf = ({ min, max }: EnuBox): PlanPoint[] => [
  [min[0], min[1]],
  [max[0], max[1]],
];

/** The mine from above, small, with the section's line on it: drawn by dragging, its ends moved by hand or keys. */
export const KeyPlan = ({ bodies, extent, line, letter = 'A', onLine }: KeyPlanProps) => {
  const { t } = useTranslation();
  const outlines = useMemo(() => planOutlines(bodies), [bodies]);
  // The line the plan was opened with decides what is seen; it must not move under the hand that draws another.
  const [opened] = useState(line);
  const box = useMemo(
    () =>
      planBox([
        ...outlines.flatMap(({ ring }) => ring),
        ...opened,
        ...(outlines.length === 0 ? cornersOf(extent) : []),
      ]),
    [outlines, opened, extent],
  );
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ readonly corner: number; readonly line: readonly PlanPoint[] } | null>(
    null,
  );
  const shown = drag?.line ?? line;

  const planPoint = (event: PointerEvent): PlanPoint => {
    const matrix = svg.current!.getScreenCTM()!.inverse();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [Math.round(at.x * 10) / 10, Math.round(-at.y * 10) / 10];
  };
  const begin = (event: PointerEvent, corner: number | null): void => {
    event.stopPropagation();
    svg.current!.setPointerCapture(event.pointerId);
    const at = planPoint(event);
    setDrag(corner === null ? { corner: 1, line: [at, at] } : { corner, line });
  };
  const move = (event: PointerEvent): void => {
    if (!drag) return;
    const at = planPoint(event);
    setDrag({ ...drag, line: drag.line.map((point, i) => (i === drag.corner ? at : point)) });
  };
  const end = (): void => {
    if (!drag) return;
    const [a, b] = [drag.line[0]!, drag.line.at(-1)!];
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) >= SHORTEST) onLine(drag.line);
    setDrag(null);
  };
  const nudge = (event: KeyboardEvent, corner: number): void => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? 1 : 10;
    onLine(line.map(([e, n], i) => (i === corner ? [e + way[0] * step, n + way[1] * step] : [e, n])));
  };
  const percent = ([e, n]: PlanPoint) => ({
    left: `${((e - box.west) / box.width) * 100}%`,
    top: `${((box.north - n) / box.height) * 100}%`,
  });
  return (
    <section
      className="hy-keyplan"
      aria-label={t('section.keyPlan')}
      style={{ aspectRatio: `${box.width} / ${box.height}` }}
    >
      <svg
        ref={svg}
        viewBox={`${box.west} ${-box.north} ${box.width} ${box.height}`}
        aria-hidden="true"
        onPointerDown={(event) => begin(event, null)}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        {outlines.map(({ id, kind, ring }) => (
          <polygon key={id} data-kind={kind} points={ring.map(([e, n]) => `${e},${-n}`).join(' ')} />
        ))}
        <polyline points={shown.map(([e, n]) => `${e},${-n}`).join(' ')} />
      </svg>
      {shown.map((point, i) => {
        const last = i === shown.length - 1;
        return (
          <button
            key={i === 0 ? 'A' : last ? 'end' : `corner ${point.join(' ')}`}
            type="button"
            style={percent(point)}
            aria-label={t('section.corner', { n: i + 1 })}
            onPointerDown={(event) => begin(event, i)}
            onPointerMove={move}
            onPointerUp={end}
            onKeyDown={(event) => nudge(event, i)}
          >
            {i === 0 ? letter : last ? `${letter}′` : ''}
          </button>
        );
      })}
    </section>
  );
};

/** The plan's window with a margin, ENU metres; `north` is its upper edge. */
const planBox = (points: readonly PlanPoint[]) => {
  const east = points.map(([e]) => e);
  const north = points.map(([, n]) => n);
  const [west, south, far, top] = [
    Math.min(...east),
    Math.min(...north),
    Math.max(...east),
    Math.max(...north),
  ];
  const margin = Math.max(far - west, top - south, 50) * 0.06;
  return {
    west: west - margin,
    north: top + margin,
    width: far - west + 2 * margin,
    height: top - south + 2 * margin,
  };
};
