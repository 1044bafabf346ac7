import { atStrike, lensPlaneAt, lineLength, type Vec3 } from './place.ts';
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
  // The straight decline bends gently into the spiral's south-west end.
  const entry = { s: SPIRAL.s - SPIRAL.long, t: axis(z - 48) };
  const first = [PORTAL.s, PORTAL.t] as const;
  for (let k = 1; k <= 30; k++) {
    const f = k / 30;
    const bend = 55 * Math.sin(f * Math.PI) * (1 - f * 0.3);
    goTo(first[0] + (entry.s - first[0]) * f - bend * 0.3, first[1] + (entry.t - first[1]) * f - bend);
  }
  for (let k = 1; z > BOTTOM; k++) {
    const angle = Math.PI - (k / 28) * 2 * Math.PI;
    const ease = Math.min(1, k / 28);
    const centre = entry.t + (axis(z) - entry.t) * ease;
    goTo(SPIRAL.s + SPIRAL.long * Math.cos(angle), centre + SPIRAL.short * Math.sin(angle));
  }
  return line.map(round3);
};

export const rampLength = (line: readonly Vec3[]): number => lineLength(line);
