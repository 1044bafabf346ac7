import { toMillimetre, type Vec3 } from './place.ts';

/** Kinds of roadway, as written in the survey file. */
export const ROADWAY_TYPES = {
  ramp: '斜坡道',
  'ramp-access': '斜坡道联络道',
  'footwall-drift': '脉外运输巷',
  'ore-drive': '沿脉巷',
  crosscut: '穿脉巷',
  'hangingwall-drift': '回风巷',
  'sublevel-drift': '分段巷',
  'stope-access': '采场联络道',
  'main-crosscut': '主运输石门',
  'shaft-yard': '井底车场',
  'shaft-station': '马头门',
  'pump-room': '水泵房',
  sump: '水仓',
  belt: '皮带运输巷',
  raise: '通风天井',
  chamber: '硐室',
  exploration: '探矿巷',
} as const;
export type RoadwayType = keyof typeof ROADWAY_TYPES;

export interface Roadway {
  readonly id: string;
  readonly name: string;
  readonly type: RoadwayType;
  /** Level name such as "-110"; empty for the ramp. */
  readonly level: string;
  readonly year: number;
  readonly line: readonly Vec3[];
  readonly support: string;
}

export const round3 = (p: Vec3): Vec3 => [toMillimetre(p[0]), toMillimetre(p[1]), toMillimetre(p[2])];

/** Smooth line through all points (centripetal-free Catmull-Rom); the given points stay vertices. */
export const curveThrough = (points: readonly Vec3[], spacing: number): Vec3[] => {
  const out: Vec3[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [
      points[Math.max(0, i - 1)]!,
      points[i]!,
      points[i + 1]!,
      points[Math.min(points.length - 1, i + 2)]!,
    ];
    const length = Math.hypot(c[0] - b[0], c[1] - b[1], c[2] - b[2]);
    const steps = Math.max(1, Math.round(length / spacing));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const axis = (n: 0 | 1 | 2): number =>
        0.5 *
        (2 * b[n] +
          (c[n] - a[n]) * t +
          (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n]) * t * t +
          (3 * b[n] - a[n] - 3 * c[n] + d[n]) * t ** 3);
      // Heights stay linear between survey points: a spline would make drifts sag.
      out.push(k === 0 ? b : round3([axis(0), axis(1), b[2] + (c[2] - b[2]) * t]));
    }
  }
  return [...out, points.at(-1)!];
};

/** Moving average with a triangle window; ends stay. */
export const smoothed = (values: readonly number[], reach: number): number[] =>
  values.map((_, i) => {
    const r = Math.min(reach, i, values.length - 1 - i);
    let sum = 0;
    let weight = 0;
    for (let k = -r; k <= r; k++) {
      const w = r + 1 - Math.abs(k);
      sum += w * values[i + k]!;
      weight += w;
    }
    return sum / weight;
  });
