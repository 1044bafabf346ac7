import type { Vec3 } from '../../geometry/bounds.ts';
import type { Metres } from '../../units/quantities.ts';
import { faultDistance } from '../fault-side.ts';
import type { FaultSurface } from '../geological-model.ts';
import { basesOfHole, type ContactDoubt, type LithologyPlace, type LoggedStretch } from './contacts.ts';

/**
 * What logs say of the bases of the column, as points in space. A log is cut where its hole passes a fault: each piece lies
 * in one block and is read by itself, so a bed met twice because a fault repeats it is two contacts and no contradiction.
 */

/** A hole with its log. */
export interface LoggedHole {
  readonly id: string;
  readonly depth: Metres;
  /** ENU of a depth along the hole. */
  at(depth: number): Vec3;
  readonly stretches: readonly LoggedStretch[];
  /** The hole begins at the ground: what lies above its first rock is air, not rock nobody logged. */
  readonly fromSurface: boolean;
}

export interface SeenContact {
  readonly unit: number;
  /** Index of the hole. */
  readonly hole: number;
  readonly depth: number;
  readonly at: Vec3;
}

/** The base of a unit is known to lie at or below a point, or at or above it. */
export interface SeenBound {
  readonly unit: number;
  readonly hole: number;
  readonly at: Vec3;
  readonly side: 'at-or-below' | 'at-or-above';
}

/** Why a logged base is not used; `at-fault`: a fault sheet passes so near that the two rocks may meet at it. */
export type BaseDoubt = ContactDoubt | 'at-fault';

export interface DoubtfulBase {
  readonly unit: number;
  readonly hole: number;
  readonly doubt: BaseDoubt;
  /** Metres along the hole. */
  readonly from: number;
  readonly to: number;
}

export interface Observations {
  readonly contacts: readonly SeenContact[];
  /** A unit is missing here: its base is its top. */
  readonly absent: readonly SeenContact[];
  readonly bounds: readonly SeenBound[];
  /** The log, or its piece before a fault, ends in or above the unit: its base lies here or deeper. Each is a bound too. */
  readonly deeper: readonly SeenContact[];
  readonly doubtful: readonly DoubtfulBase[];
}

export const observeBases = (
  holes: readonly LoggedHole[],
  o: {
    readonly units: number;
    readonly placeOf: (lithology: string) => LithologyPlace | undefined;
    readonly faults: readonly FaultSurface[];
    /** Whether faults cut and displace the unit's base; a younger one runs over them, and its log is read whole. */
    readonly isCut: (unit: number) => boolean;
    /** Metres along the hole from a fault within which a contact may be the fault itself. */
    readonly nearFault: number;
  },
): Observations => {
  const contacts: SeenContact[] = [];
  const absent: SeenContact[] = [];
  const bounds: SeenBound[] = [];
  const deeper: SeenContact[] = [];
  const doubtful: DoubtfulBase[] = [];
  holes.forEach((hole, index) => {
    const crossings = faultCrossings(hole, o.faults);
    // The sheet is not drawn to the centimetre: what is logged beside it may belong to either wall.
    const starts = [0, ...crossings.map((depth) => depth + o.nearFault)];
    const ends = [...crossings.map((depth) => depth - o.nearFault), hole.depth as number];
    for (const depth of crossings)
      for (const found of endingWithin(hole.stretches, depth - o.nearFault, depth + o.nearFault, o.placeOf))
        if (o.isCut(found.unit)) doubtful.push({ ...found, hole: index, doubt: 'at-fault' });
    const read = (stretches: readonly LoggedStretch[], isTop: boolean, takes: (unit: number) => boolean) => {
      const first = firstUnit(stretches, o.placeOf);
      if (!first) return;
      const bound = (unit: number, depth: number, side: SeenBound['side']) =>
        bounds.push({ unit, hole: index, at: hole.at(depth), side });
      for (const base of basesOfHole(stretches, o.placeOf, o.units)) {
        const { unit } = base;
        if (!takes(unit)) continue;
        // Where a piece begins in the rock, what is above its first unit was simply not drilled.
        if (!isTop && unit < first.unit) bound(unit, first.from, 'at-or-above');
        else if (base.kind === 'deeper') {
          bound(unit, base.depth, 'at-or-below');
          deeper.push({ unit, hole: index, depth: base.depth, at: hole.at(base.depth) });
        } else if (base.kind === 'ambiguous') {
          doubtful.push({ ...base, hole: index });
          if (base.doubt === 'repeated') continue;
          if (unit >= first.unit) bound(unit, base.from, 'at-or-below');
          bound(unit, base.to, 'at-or-above');
        } else
          (base.absent ? absent : contacts).push({
            unit,
            hole: index,
            depth: base.depth,
            at: hole.at(base.depth),
          });
      }
    };
    if (crossings.length > 0) read(hole.stretches, hole.fromSurface, (unit) => !o.isCut(unit));
    ends.forEach((end, piece) => {
      read(
        within(hole.stretches, starts[piece]!, end),
        piece === 0 && hole.fromSurface,
        crossings.length > 0 ? o.isCut : () => true,
      );
    });
  });
  return { contacts, absent, bounds, deeper, doubtful };
};

const within = (stretches: readonly LoggedStretch[], start: number, end: number): LoggedStretch[] =>
  stretches.flatMap(({ from, to, lithology }) => {
    const [a, b] = [Math.max(from, start) as Metres, Math.min(to, end) as Metres];
    return b > a ? [{ from: a, to: b, lithology }] : [];
  });

/** Units that a lower one follows in the stretch: the two may meet there at a fault. */
const endingWithin = (
  stretches: readonly LoggedStretch[],
  start: number,
  end: number,
  placeOf: (lithology: string) => LithologyPlace | undefined,
): Pick<DoubtfulBase, 'unit' | 'from' | 'to'>[] => {
  const found: Pick<DoubtfulBase, 'unit' | 'from' | 'to'>[] = [];
  let last: { readonly unit: number; readonly to: number } | null = null;
  for (const { from, to, lithology } of within(stretches, start, end).sort((a, b) => a.from - b.from)) {
    const unit = lithology === null ? undefined : placeOf(lithology);
    if (typeof unit !== 'number') continue;
    if (last && unit > last.unit) found.push({ unit: last.unit, from: last.to, to: from });
    last = { unit, to };
  }
  return found;
};

/** The unit nearest the beginning, whatever interrupts before it; null where no row names one. */
const firstUnit = (
  stretches: readonly LoggedStretch[],
  placeOf: (lithology: string) => LithologyPlace | undefined,
): { readonly unit: number; readonly from: number } | null => {
  let found: { unit: number; from: number } | null = null;
  for (const { from, lithology } of stretches) {
    const place = lithology === null ? undefined : placeOf(lithology);
    if (typeof place === 'number' && (!found || from < found.from)) found = { unit: place, from };
  }
  return found;
};

/** Metres between the depths at which a hole is asked which side of a fault it is on. */
const STEP = 5;
const TOLERANCE = 0.01;

/** Depths at which a hole passes from one side of a fault to the other. */
const faultCrossings = (hole: LoggedHole, faults: readonly FaultSurface[]): number[] => {
  const found: number[] = [];
  for (const fault of faults) {
    const side = (depth: number): boolean => {
      const [east, north, up] = hole.at(depth);
      return faultDistance(fault, east, north, up) >= 0;
    };
    let before = side(0);
    for (let from = 0; from < hole.depth; from += STEP) {
      const to = Math.min(hole.depth, from + STEP);
      const after = side(to);
      if (after !== before) {
        let [low, high] = [from, to];
        while (high - low > TOLERANCE) {
          const middle = (low + high) / 2;
          if (side(middle) === before) low = middle;
          else high = middle;
        }
        found.push(high);
      }
      before = after;
    }
  }
  return found.sort((a, b) => a - b);
};
