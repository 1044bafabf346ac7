import type { PlanPoint } from '../geology/section/curtain.ts';

/** A collar near a line. */
export interface HoleAlong<T> {
  readonly hole: T;
  /** Metres along the line, and aside from it. */
  readonly chainage: number;
  readonly offset: number;
}

/** The collars within `band` metres of a line, in the order they lie along it. */
export const holesAlong = <T>(
  holes: readonly { readonly hole: T; readonly plan: PlanPoint }[],
  line: readonly PlanPoint[],
  band: number,
): HoleAlong<T>[] =>
  holes
    .flatMap(({ hole, plan }): HoleAlong<T>[] => {
      let start = 0;
      let best: HoleAlong<T> | null = null;
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1]!, line[i]!];
        const way = [b[0] - a[0], b[1] - a[1]] as const;
        const length = Math.hypot(...way);
        if (length === 0) continue;
        const f = ((plan[0] - a[0]) * way[0] + (plan[1] - a[1]) * way[1]) / (length * length);
        const at = Math.min(1, Math.max(0, f));
        const offset = Math.hypot(plan[0] - a[0] - at * way[0], plan[1] - a[1] - at * way[1]);
        if (offset <= band && (!best || offset < best.offset))
          best = { hole, chainage: start + at * length, offset };
        start += length;
      }
      return best ? [best] : [];
    })
    .sort((a, b) => a.chainage - b.chainage);
