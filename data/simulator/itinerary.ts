import type { Stretch } from './route.ts';
import type { Vec3 } from './simulated-mine.ts';

/** Where somebody is when, over one shift: rests and walks one after the other, without a gap. */
export interface Itinerary {
  readonly from: number;
  readonly to: number;
  readonly legs: readonly Leg[];
}

export type Leg =
  | { readonly from: number; readonly to: number; readonly stretch: null; readonly at: Vec3 }
  | { readonly from: number; readonly to: number; readonly stretch: Stretch };

export interface Whereabouts {
  readonly enu: Vec3;
  /** Degrees clockwise from the frame's north; null while at rest or upright in the cage. */
  readonly heading: number | null;
  /** Seconds at rest; 0 while moving. */
  readonly still: number;
  readonly inCage: boolean;
}

/** Adds legs one after the other, in ms. */
export const itineraryFrom = (from: number, start: Vec3) => {
  const legs: Leg[] = [];
  let now = from;
  let at = start;
  return {
    get now() {
      return now;
    },
    get at() {
      return at;
    },
    rest(ms: number) {
      if (ms <= 0) return;
      legs.push({ from: now, to: now + ms, stretch: null, at });
      now += ms;
    },
    /** @param speed m/s, by the kind of way */
    go(route: readonly Stretch[], speed: (stretch: Stretch) => number) {
      for (const stretch of route) {
        const to = now + (stretch.length / speed(stretch)) * 1000;
        if (to > now) legs.push({ from: now, to, stretch });
        now = to;
        const { line } = stretch;
        at = [line.at(-3)!, line.at(-2)!, line.at(-1)!];
      }
    },
    done(until: number): Itinerary {
      this.rest(until - now);
      return { from, to: now, legs };
    },
  };
};

/** Where it puts somebody at a moment; before its start and after its end: where it starts and ends. */
export const whereaboutsAt = ({ legs }: Itinerary, time: number): Whereabouts => {
  let low = 0;
  let high = legs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (legs[middle]!.to <= time) low = middle + 1;
    else high = middle;
  }
  const leg = legs[low]!;
  if (leg.stretch === null) {
    let since = leg.from;
    for (let i = low - 1; i >= 0 && legs[i]!.stretch === null; i--) since = legs[i]!.from;
    return {
      enu: leg.at,
      heading: null,
      still: Math.max(0, Math.floor((time - since) / 1000)),
      inCage: false,
    };
  }
  const { line, chainage, length, kind } = leg.stretch;
  const share = Math.min(1, Math.max(0, (time - leg.from) / (leg.to - leg.from)));
  const gone = share * length;
  let i = 1;
  while (i < chainage.length - 1 && chainage[i]! < gone) i++;
  const k = i * 3;
  const span = chainage[i]! - chainage[i - 1]!;
  const part = span > 0 ? (gone - chainage[i - 1]!) / span : 0;
  const step = (axis: number) => line[k + axis]! - line[k - 3 + axis]!;
  const at = (axis: number) => line[k - 3 + axis]! + step(axis) * part;
  return {
    enu: [at(0), at(1), at(2)],
    heading: kind === 'cage' ? null : ((Math.atan2(step(0), step(1)) * 180) / Math.PI + 360) % 360,
    still: 0,
    inCage: kind === 'cage',
  };
};
