import { type Metres, metres } from '../../units/quantities.ts';

/**
 * What a hole's log says of the bases of the stratigraphic column. Only what the log shows is a contact: where an ore body, a
 * void, a fault zone, a gap or an unknown rock lies between two units, the contact is somewhere in that stretch, and it is
 * listed as hidden instead of being put in the middle.
 */

/** What a lithology is to the column: a unit by its index, or something that interrupts the strata and is no stratum. */
export type LithologyPlace = number | 'interrupts';

export interface LoggedStretch {
  /** Metres along the hole. */
  readonly from: Metres;
  readonly to: Metres;
  /** null: the row names no rock. */
  readonly lithology: string | null;
}

/** Why a base is not used. */
export type ContactDoubt =
  /** Between the two units lies ore, a void, a fault zone … */
  | 'interrupted'
  /** Between them nothing is logged, or a rock that the column does not know. */
  | 'unknown-rock'
  /** The log comes back to a unit after a lower one: folded, faulted or written down wrongly. */
  | 'repeated'
  /** Two rows speak of the same stretch and disagree. */
  | 'overlap';

export type UnitBase =
  /** Logged: the unit ends here. `absent`: it is missing, its base is its top. */
  | { readonly kind: 'contact'; readonly unit: number; readonly depth: Metres; readonly absent: boolean }
  /** The log ends first: the base lies at `depth` or deeper. */
  | { readonly kind: 'deeper'; readonly unit: number; readonly depth: Metres }
  | {
      readonly kind: 'ambiguous';
      readonly unit: number;
      readonly doubt: ContactDoubt;
      /** Where in the hole the doubt lies. */
      readonly from: Metres;
      readonly to: Metres;
    };

type Tag = number | 'interrupts' | 'unknown' | 'overlap';
interface Run {
  readonly tag: Tag;
  readonly from: Metres;
  to: Metres;
}

/** Depths are written to the centimetre; smaller gaps and overlaps are rounding. */
const ROUNDING = 0.02;

const DOUBT_OF = { interrupts: 'interrupted', unknown: 'unknown-rock', overlap: 'overlap' } as const;

/**
 * One base for every unit of the column, in its order.
 * @param stretches rows of one hole in any order, metres along it; stretches without length are passed over
 * @param placeOf a lithology's place in the column; undefined: the column does not know it
 * @param units how many units the column has
 */
export const basesOfHole = (
  stretches: readonly LoggedStretch[],
  placeOf: (lithology: string) => LithologyPlace | undefined,
  units: number,
): UnitBase[] => {
  const bases: (UnitBase | undefined)[] = new Array(units).fill(undefined);
  let deepest = -1;
  let last = -1;
  let end: Metres = metres(0);
  /** Where the first unit ended that the log came back to; null while the order holds. */
  let turned: Metres | null = null;
  let hidden: Run[] = [];
  for (const run of runsOf(stretches, placeOf)) {
    const { tag } = run;
    if (typeof tag !== 'number') {
      hidden.push(run);
      continue;
    }
    if (tag < last) {
      turned = startOf(bases[tag]!, end);
      for (let unit = tag; unit < deepest; unit++)
        bases[unit] = { kind: 'ambiguous', unit, doubt: 'repeated', from: turned, to: run.to };
    }
    if (tag > deepest) {
      for (let unit = Math.max(deepest, 0); unit < tag; unit++)
        bases[unit] =
          turned !== null && last < deepest
            ? { kind: 'ambiguous', unit, doubt: 'repeated', from: turned, to: run.from }
            : hidden.length > 0
              ? { kind: 'ambiguous', unit, doubt: doubtOf(hidden), from: end, to: run.from }
              : { kind: 'contact', unit, depth: run.from, absent: unit !== deepest };
      deepest = tag;
    }
    last = tag;
    end = run.to;
    hidden = [];
  }
  for (let unit = Math.max(deepest, 0); unit < units; unit++)
    bases[unit] =
      turned !== null && last < deepest
        ? { kind: 'ambiguous', unit, doubt: 'repeated', from: turned, to: end }
        : { kind: 'deeper', unit, depth: end };
  return bases as UnitBase[];
};

const startOf = (base: UnitBase, otherwise: Metres): Metres =>
  base.kind === 'ambiguous' ? base.from : base.kind === 'contact' ? base.depth : otherwise;

/** The worst of what lies between two units: contradicting rows, then unknown rock, then what is known to interrupt. */
const doubtOf = (hidden: readonly Run[]): ContactDoubt => {
  const tags = new Set(hidden.map(({ tag }) => tag));
  return DOUBT_OF[tags.has('overlap') ? 'overlap' : tags.has('unknown') ? 'unknown' : 'interrupts'];
};

/** The log as runs from the collar down that touch one another: neighbours of one kind are one run, gaps are unknown. */
const runsOf = (
  stretches: readonly LoggedStretch[],
  placeOf: (lithology: string) => LithologyPlace | undefined,
): Run[] => {
  const sorted = stretches
    .filter(({ from, to }) => to - from > 0)
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const runs: Run[] = [];
  const add = (tag: Tag, from: Metres, to: Metres) => {
    const last = runs.at(-1);
    if (last && last.tag === tag) last.to = to;
    else runs.push({ tag, from, to });
  };
  let end: Metres = metres(0);
  for (const { from, to, lithology } of sorted) {
    const tag = (lithology === null ? undefined : placeOf(lithology)) ?? 'unknown';
    if (from > end + ROUNDING) add('unknown', end, from);
    if (from >= end - ROUNDING) add(tag, from > end + ROUNDING ? from : end, to);
    else splitOverlap(runs, add, tag, from, metres(Math.min(to, end)), to);
    end = metres(Math.max(end, to));
  }
  return runs;
};

/** A row that begins before the last one ended: the shared stretch is certain only where both name the same. */
const splitOverlap = (
  runs: Run[],
  add: (tag: Tag, from: Metres, to: Metres) => void,
  tag: Tag,
  from: Metres,
  shared: Metres,
  to: Metres,
): void => {
  const covered: Run[] = [];
  while (runs.length > 0 && runs.at(-1)!.to > from) covered.unshift(runs.pop()!);
  for (const run of covered) {
    const cuts = [
      run.from,
      metres(Math.max(run.from, from)),
      metres(Math.min(run.to, shared)),
      run.to,
    ] as const;
    if (cuts[1] > cuts[0]) add(run.tag, cuts[0], cuts[1]);
    if (cuts[2] > cuts[1]) add(run.tag === tag ? tag : 'overlap', cuts[1], cuts[2]);
    if (cuts[3] > cuts[2]) add(run.tag, cuts[2], cuts[3]);
  }
  if (to > shared) add(tag, shared, to);
};
