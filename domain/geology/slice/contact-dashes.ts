import type { UnitSureness } from '../unit-deviation.ts';

/** Metres of stroke and gap. Counted along the cut's own axes, so that both units at a contact are given the same dashes. */
const PERIOD = 16;
const STROKE = 10;

/**
 * The outline of a unit in a cut as lines: whole, and broken into dashes along contacts whose deviation passes the bound. Faults, the
 * ground and the edges of what is known are no contacts and stay whole.
 * @param sureness of a place (s, t) in the unit @param certainBelow metres
 */
export const contactDashes = (
  ring: Float64Array,
  sureness: (s: number, t: number) => UnitSureness,
  certainBelow: number,
): Float64Array[] => {
  const count = ring.length / 2;
  const found: Float64Array[] = [];
  let line: number[] = [];
  const end = () => {
    if (line.length >= 4) found.push(Float64Array.from(line));
    line = [];
  };
  const piece = (s0: number, t0: number, s1: number, t1: number): void => {
    const last = line.length;
    if (last === 0 || line[last - 2] !== s0 || line[last - 1] !== t0) {
      end();
      line.push(s0, t0);
    }
    line.push(s1, t1);
  };
  let before = sureness(ring[0]!, ring[1]!);
  const first = before;
  for (let i = 1; i <= count; i++) {
    const [a, b] = [(i - 1) * 2, (i % count) * 2];
    const [s0, t0, s1, t1] = [ring[a]!, ring[a + 1]!, ring[b]!, ring[b + 1]!];
    const now = i === count ? first : sureness(s1, t1);
    const isUnsure = !((before.deviation + now.deviation) / 2 <= certainBelow);
    if (before.isContact && now.isContact && isUnsure)
      for (const [f, g] of Math.abs(s1 - s0) >= Math.abs(t1 - t0) ? strokes(s0, s1) : strokes(t0, t1))
        piece(s0 + f * (s1 - s0), t0 + f * (t1 - t0), s0 + g * (s1 - s0), t0 + g * (t1 - t0));
    else piece(s0, t0, s1, t1);
    before = now;
  }
  end();
  return found;
};

/** The shares of the way from one place on an axis to another that are stroke. */
const strokes = (from: number, to: number): [number, number][] => {
  if (from === to) return [];
  const [low, high] = from < to ? [from, to] : [to, from];
  const found: [number, number][] = [];
  for (let k = Math.floor(low / PERIOD); k * PERIOD < high; k++) {
    const [a, b] = [Math.max(low, k * PERIOD), Math.min(high, k * PERIOD + STROKE)];
    if (b <= a) continue;
    const [f, g] = [(a - from) / (to - from), (b - from) / (to - from)];
    found.push(f < g ? [f, g] : [g, f]);
  }
  return from < to ? found : found.reverse();
};
