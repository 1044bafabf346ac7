import { ENTITY_STATE, type EntityColumns, type FrameSummary, PRESENCES } from '../contracts/live/entity.ts';

const { PRESENCE_MASK, SOS, ALARMED } = ENTITY_STATE;
const UNKNOWN = PRESENCES.indexOf('unknown');

/** Corners of all that are placed, and whether one of them calls for attention. Who was never heard has no place. */
export const summaryOf = ({ count, position, state }: EntityColumns): FrameSummary => {
  let calls = 0;
  let e0 = 0x7fffffff;
  let n0 = e0;
  let u0 = e0;
  let e1 = -0x80000000;
  let n1 = e1;
  let u1 = e1;
  for (let row = 0, i = 0; row < count; row++, i += 3) {
    const bits = state[row]!;
    if ((bits & PRESENCE_MASK) === UNKNOWN) continue;
    calls |= bits & (SOS | ALARMED);
    const e = position[i]!;
    const n = position[i + 1]!;
    const u = position[i + 2]!;
    if (e < e0) e0 = e;
    if (e > e1) e1 = e;
    if (n < n0) n0 = n;
    if (n > n1) n1 = n;
    if (u < u0) u0 = u;
    if (u > u1) u1 = u;
  }
  return { urgent: calls !== 0, bounds: e0 <= e1 ? { min: [e0, n0, u0], max: [e1, n1, u1] } : null };
};
