/**
 * Polygons of a map that is known along lines: a section by its columns, a plan by its rows. Between two lines with the same
 * parts in the same order the parts are joined; where the order changes, the place of the change is looked for by halving,
 * so faults, pinch-outs and edges of knowledge are where they are and not at the nearest line.
 */

/** A stretch of one line, `low` < `high`. Parts of a line do not overlap and are listed from high to low. */
export interface LinePart {
  /** What it is; parts of the same key are the same thing on both lines. */
  readonly key: string;
  readonly high: number;
  readonly low: number;
}

/** Outline of one thing: points (s, t), two numbers each, its high side first, then back along its low side. */
export interface SweptPolygon<P extends LinePart> {
  readonly key: string;
  /** The part on each line, in order; `at` are their places along the sweep. */
  readonly parts: readonly P[];
  readonly at: readonly number[];
  readonly ring: Float64Array;
}

/** Lines are looked for until they are this near to a change, metres. */
const TOLERANCE = 1e-3;

/**
 * @param places where to look first, rising; things smaller than the distance between two of them may be missed
 * @param scan the parts on the line at a place
 */
export const sweep = <P extends LinePart>(
  places: readonly number[],
  scan: (at: number) => readonly P[],
): SweptPolygon<P>[] => {
  const done: SweptPolygon<P>[] = [];
  interface Open {
    readonly key: string;
    readonly at: number[];
    readonly parts: P[];
  }
  let open: Open[] = [];
  const close = (one: Open): void => {
    const count = one.at.length;
    const ring = new Float64Array(count * 4);
    one.at.forEach((s, i) => {
      ring[i * 2] = s;
      ring[i * 2 + 1] = one.parts[i]!.high;
      const back = (count * 2 - 1 - i) * 2;
      ring[back] = s;
      ring[back + 1] = one.parts[i]!.low;
    });
    if (count > 1) done.push({ key: one.key, parts: one.parts, at: one.at, ring });
  };
  const start = (part: P, at: number): Open => ({ key: part.key, at: [at], parts: [part] });
  const goOn = (one: Open, part: P, at: number): Open => {
    one.at.push(at);
    one.parts.push(part);
    return one;
  };
  const same = (a: readonly P[], b: readonly P[]): boolean =>
    a.length === b.length && a.every(({ key }, i) => key === b[i]!.key);

  /** Both lines are as near as can be told: what is on both goes on, the rest ends and begins between them. */
  const change = (from: number, a: readonly P[], to: number, b: readonly P[]): void => {
    const middle = (from + to) / 2;
    const partner = matched(a, b);
    const next: Open[] = b.map((part, j) => {
      const i = partner.indexOf(j);
      return i < 0 ? start(part, middle) : goOn(open[i]!, part, middle);
    });
    open.forEach((one, i) => {
      if (partner[i]! >= 0) return;
      close(goOn(one, a[i]!, middle));
    });
    open = next;
  };
  const walk = (from: number, a: readonly P[], to: number, b: readonly P[]): void => {
    if (same(a, b)) {
      open = open.map((one, i) => goOn(one, b[i]!, to));
      return;
    }
    if (to - from <= TOLERANCE) {
      change(from, a, to, b);
      open = open.map((one, i) => goOn(one, b[i]!, to));
      return;
    }
    const middle = (from + to) / 2;
    const between = scan(middle);
    walk(from, a, middle, between);
    walk(middle, between, to, b);
  };

  let before: readonly P[] = [];
  places.forEach((at, k) => {
    const now = scan(at);
    if (k === 0) open = now.map((part) => start(part, at));
    else walk(places[k - 1]!, before, at, now);
    before = now;
  });
  for (const one of open) close(one);
  return done;
};

/** For each of `a` the index of its partner in `b` or −1: the longest run of keys common to both, in order. */
const matched = (a: readonly LinePart[], b: readonly LinePart[]): number[] => {
  const length = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i]!.key === b[j]!.key
          ? length[i + 1]![j + 1]! + 1
          : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const partner = new Array<number>(a.length).fill(-1);
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]!.key === b[j]!.key) partner[i++] = j++;
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return partner;
};
