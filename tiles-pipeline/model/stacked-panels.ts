import type { Ring3 } from '../../domain/geometry/polygon3.ts';
import type { SourceLog } from './source-log.ts';

interface Panel {
  readonly id: string;
  readonly rings: readonly (readonly Ring3[])[];
}

interface Outline extends Panel {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Panels that share only a border touch by rounding; those that overlap by less than this in plan do not count. */
const TOUCH_METRES = 1;

const outlineOf = (panel: Panel): Outline => {
  const points = panel.rings.flatMap((rings) => rings[0]!);
  const easts = points.map((point) => point[0]);
  const norths = points.map((point) => point[1]);
  return {
    ...panel,
    west: Math.min(...easts),
    east: Math.max(...easts),
    south: Math.min(...norths),
    north: Math.max(...norths),
  };
};

const inside = (east: number, north: number, ring: Ring3): boolean => {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > north !== yj > north && east < ((xj - xi) * (north - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
};

const insidePanel = (east: number, north: number, panel: Panel): boolean =>
  panel.rings.some(
    ([outer, ...holes]) => inside(east, north, outer!) && !holes.some((hole) => inside(east, north, hole)),
  );

/** Whether two panels lie over one another in plan: sampled on a 12 × 12 grid of their common box. */
const overlap = (a: Outline, b: Outline): boolean => {
  const west = Math.max(a.west, b.west);
  const east = Math.min(a.east, b.east);
  const south = Math.max(a.south, b.south);
  const north = Math.min(a.north, b.north);
  if (east - west < TOUCH_METRES || north - south < TOUCH_METRES) return false;
  const steps = 12;
  for (let i = 0; i < steps; i++) {
    for (let k = 0; k < steps; k++) {
      const x = west + ((i + 0.5) * (east - west)) / steps;
      const y = south + ((k + 0.5) * (north - south)) / steps;
      if (insidePanel(x, y, a) && insidePanel(x, y, b)) return true;
    }
  }
  return false;
};

/**
 * Notes how many pairs of panels lie over one another: in plan one hides the other, and a polygon drawn twice in one
 * seam looks just like two seams.
 */
export const reportStackedPanels = (panels: readonly Panel[], log: SourceLog): void => {
  const outlines = panels.map(outlineOf);
  let pairs = 0;
  let first: readonly [string, string] | null = null;
  outlines.forEach((a, i) => {
    for (const b of outlines.slice(i + 1)) {
      if (!overlap(a, b)) continue;
      pairs++;
      first ??= [a.id, b.id];
    }
  });
  if (first)
    log.note('panels-stacked', { feature: first[0], params: { pairs, first: first[0], second: first[1] } });
};
