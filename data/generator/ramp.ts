import { atStrike, lensPlaneAt, type Vec3 } from './place.ts';
import { round3 } from './roadway.ts';

/** The ramp: from its portal straight in, then an oval spiral that leans with the footwall, 1 in 8. */

const GRADE = 1 / 8;
const PORTAL = { s: -560, t: -400 } as const;
const SPIRAL = { s: -205, long: 78, short: 36, behindFootwall: 128 } as const;
const BOTTOM = -192;

/** Floor of the open cut before the portal: level yard, then going down. */
export const portalCut = (yard: number): Vec3[] => rampLine(yard).filter((p) => p[2] > yard - 8);

/** Floor line; it has a vertex exactly at each height of `stops`. */
export const rampLine = (yard: number, stops: readonly number[] = []): Vec3[] => {
  const line: Vec3[] = [atStrike(PORTAL.s, PORTAL.t, yard)];
  let z = yard;
  let [s, t]: [number, number] = [PORTAL.s, PORTAL.t];
  const goTo = (ns: number, nt: number): void => {
    const run = Math.hypot(ns - s, nt - t);
    const nz = z - run * GRADE;
    for (const stop of stops)
      if (nz < stop && stop < z) {
        const f = (z - stop) / (z - nz);
        line.push(atStrike(s + (ns - s) * f, t + (nt - t) * f, stop));
      }
    [s, t, z] = [ns, nt, nz];
    line.push(atStrike(s, t, z));
  };
  const axis = (height: number): number => lensPlaneAt(height) - SPIRAL.behindFootwall;
  // The decline meets the spiral on its long side, going the same way.
  const entry = { s: SPIRAL.s, t: axis(z - 48) };
  const first = [PORTAL.s, PORTAL.t] as const;
  for (let k = 1; k <= 30; k++) {
    const f = k / 30;
    const bend = 34 * Math.sin(f * Math.PI) ** 2;
    const rise = f * f * (2 - f);
    goTo(
      first[0] + (entry.s - first[0]) * f,
      first[1] + (entry.t + SPIRAL.short - first[1]) * (0.4 * f + 0.6 * rise) + bend,
    );
  }
  for (let k = 1; z > BOTTOM; k++) {
    const angle = Math.PI / 2 - (k / 28) * 2 * Math.PI;
    const ease = Math.min(1, k / 28);
    const centre = entry.t + (axis(z) - entry.t) * ease;
    goTo(SPIRAL.s + SPIRAL.long * Math.cos(angle), centre + SPIRAL.short * Math.sin(angle));
  }
  return line.map(round3);
};
