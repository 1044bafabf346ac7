import type { Heading } from '../clearance/heading.ts';
import type { ChainageRange } from '../clearance/heading-clearance.ts';
import { isInPlan, type PlanPolygon } from '../geometry/plan-polygon.ts';

/** The chainages at which a heading's line lies, in plan, within one of the polygons. */
export function chainagesInPlan(heading: Heading, polygons: readonly PlanPolygon[]): ChainageRange[] {
  const found: ChainageRange[] = [];
  for (const { from, direction, start, length } of heading.pieces) {
    const cuts = [0, length];
    for (const polygon of polygons)
      for (const ring of polygon)
        ring.forEach((a, i) => {
          const b = ring[(i + 1) % ring.length]!;
          const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
          const across = direction[0] * ey - direction[1] * ex;
          if (across === 0) return;
          const [wx, wy] = [a[0] - from[0], a[1] - from[1]];
          const along = (wx * ey - wy * ex) / across;
          if (along > 0 && along < length) cuts.push(along);
        });
    cuts.sort((a, b) => a - b);
    for (let i = 1; i < cuts.length; i++) {
      const middle = (cuts[i - 1]! + cuts[i]!) / 2;
      const [x, y] = [from[0] + direction[0] * middle, from[1] + direction[1] * middle];
      if (!polygons.some((polygon) => isInPlan(polygon, x, y))) continue;
      const last = found.at(-1);
      const begin = start + cuts[i - 1]!;
      if (last && last.to === begin) found[found.length - 1] = { from: last.from, to: start + cuts[i]! };
      else found.push({ from: begin, to: start + cuts[i]! });
    }
  }
  return found;
}
