import { type Plan, smoothstep } from './place.ts';
import type { Noise2 } from './random.ts';

/** The limestone mine's earthworks: pit, haul road, in-pit sump and waste dump, as heights over the plan. */

export const PIT = {
  centre: [5900, 1980] as Plan,
  floor: 140,
  benchHeight: 15,
  faceWidth: 7,
  sump: { centre: [6010, 1905] as Plan, radius: 42, depth: 7, level: 137.4 },
};
export const DUMP = { centre: [4960, 3050] as Plan, lift: 20, lifts: 4 };

const BENCH_RUN_FINAL = PIT.faceWidth + 10;

const outlineRadius = (angle: number, a: number, b: number, turn: number): number => {
  const c = Math.cos(angle - turn);
  const s = Math.sin(angle - turn);
  return 1 / (Math.abs(c / a) ** 2.6 + Math.abs(s / b) ** 2.6) ** (1 / 2.6);
};

/** Final walls (north, east, south) have 10 m berms; the working west side has wide ones. */
const benchRun = (angle: number): number =>
  BENCH_RUN_FINAL + 14 * smoothstep(0.35, 0.9, Math.cos(angle - Math.PI * 1.05));

const pitRadius = (angle: number, noise: Noise2): number =>
  outlineRadius(angle, 265, 165, 0.35) * (1 + 0.07 * noise(Math.cos(angle) * 1.7, Math.sin(angle) * 1.7));

/** Height of the excavated surface at a plan point, whatever the natural ground is. */
export const pitSurface = (x: number, y: number, noise: Noise2): number => {
  const dx = x - PIT.centre[0];
  const dy = y - PIT.centre[1];
  const angle = Math.atan2(dy, dx);
  const out = Math.hypot(dx, dy) - pitRadius(angle, noise) + 4 * noise(x / 90, y / 90);
  if (out <= 0) {
    const sump = PIT.sump;
    const r = Math.hypot(x - sump.centre[0], y - sump.centre[1]) * (1 + 0.15 * noise(x / 40, y / 40));
    const bowl = sump.depth * (1 - smoothstep(sump.radius * 0.35, sump.radius, r));
    return PIT.floor + 0.4 * noise(x / 30, y / 30) - bowl;
  }
  const run = benchRun(angle);
  const bench = Math.floor(out / run);
  return PIT.floor + PIT.benchHeight * (bench + Math.min(1, (out - bench * run) / PIT.faceWidth));
};

/** Centre line of the haul road: climbs the south and west wall at 9 % until it meets the natural ground. */
export const haulRoad = (
  natural: (x: number, y: number) => number,
  noise: Noise2,
): [number, number, number][] => {
  const line: [number, number, number][] = [];
  let angle = -1.25;
  let z = PIT.floor;
  for (let i = 0; i < 400; i++) {
    const out = ((z - PIT.floor) / PIT.benchHeight) * benchRun(angle) + 2;
    const r = pitRadius(angle, noise) + out;
    const x = PIT.centre[0] + r * Math.cos(angle);
    const y = PIT.centre[1] + r * Math.sin(angle);
    line.push([x, y, z]);
    if (i > 3 && natural(x, y) <= z) return line;
    const step = 6;
    angle -= step / r;
    z += step * 0.09;
  }
  return line;
};

/** Height of the dump's terraced body over the plan; far outside it falls below any ground. */
export const dumpSurface = (x: number, y: number, top: number, noise: Noise2): number => {
  const dx = x - DUMP.centre[0];
  const dy = y - DUMP.centre[1];
  const angle = Math.atan2(dy, dx);
  const r =
    outlineRadius(angle, 210, 120, -0.5) *
    (1 + 0.12 * noise(Math.cos(angle) * 1.3 + 9, Math.sin(angle) * 1.3));
  const out = Math.hypot(dx, dy) - r + 5 * noise(x / 70 + 31, y / 70);
  if (out <= 0) return top + 0.5 * noise(x / 35, y / 35);
  const slopeRun = DUMP.lift / Math.tan((35 * Math.PI) / 180);
  const run = slopeRun + 14;
  const lift = Math.floor(out / run);
  return top - DUMP.lift * (lift + Math.min(1, (out - lift * run) / slopeRun));
};
