import type { Geology, Lithology } from './geology.ts';
import { fromStrike, lensPlaneAt, type Plan, toMillimetre, type Vec3 } from './place.ts';
import { randomStream } from './random.ts';

/** Diamond drill holes: collars on the ground, paths that drift as rods do, logs read from the true underground. */

export interface Station {
  readonly depth: number;
  /** Degrees clockwise from grid north. */
  readonly azimuth: number;
  /** Degrees, negative down. */
  readonly dip: number;
}
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly lithology: Lithology;
}
export interface Borehole {
  readonly id: string;
  readonly purpose: string;
  readonly sealing: string;
  readonly year: number;
  readonly collar: Vec3;
  readonly depth: number;
  readonly stations: readonly Station[];
  readonly intervals: readonly Interval[];
  /** Depth down the hole to the groundwater, or null where it was not measured. */
  readonly waterDepth: number | null;
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const direction = ({ azimuth, dip }: Station): Vec3 => [
  Math.cos(rad(dip)) * Math.sin(rad(azimuth)),
  Math.cos(rad(dip)) * Math.cos(rad(azimuth)),
  Math.sin(rad(dip)),
];

/** Position at a depth by minimum curvature (S. J. Sawaryn & J. L. Thorogood 2005, SPE 84246). */
export const positionAt = (collar: Vec3, stations: readonly Station[], depth: number): Vec3 => {
  let p = collar;
  for (let i = 0; i < stations.length; i++) {
    const a = stations[i]!;
    const b = stations[i + 1] ?? { ...a, depth: Number.POSITIVE_INFINITY };
    const [u, v] = [direction(a), direction(b)];
    const cosine = Math.min(1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]);
    const angle = Math.acos(cosine);
    const step = Math.min(depth, b.depth) - a.depth;
    // Under a microradian acos is noise, and past the last station the span has no end.
    if (angle < 1e-6) {
      p = [p[0] + u[0] * step, p[1] + u[1] * step, p[2] + u[2] * step];
    } else {
      const span = b.depth - a.depth;
      const f = step / span;
      // Along a circular arc from u towards v: integrate the slerped tangent.
      const k = span / (angle * Math.sin(angle));
      const cu = Math.cos((1 - f) * angle) - Math.cos(angle);
      const cv = 1 - Math.cos(f * angle);
      p = [
        p[0] + k * (u[0] * cu + v[0] * cv),
        p[1] + k * (u[1] * cu + v[1] * cv),
        p[2] + k * (u[2] * cu + v[2] * cv),
      ];
    }
    if (depth <= b.depth) break;
  }
  return p;
};

const SAMPLE = 0.25;
const SHORTEST = 0.3;

/** Lithology down the hole, boundaries found to the centimetre, no interval under 0.3 m. */
export const logHole = (
  geology: Geology,
  collar: Vec3,
  stations: readonly Station[],
  depth: number,
): Interval[] => {
  // The first hand's breadth may stick out of the modelled ground: it belongs to what lies under it.
  const at = (d: number): Lithology => geology.lithologyAt(positionAt(collar, stations, Math.max(d, 0.2)));
  const found: { from: number; lithology: Lithology }[] = [{ from: 0, lithology: at(0) }];
  for (let d = SAMPLE; d < depth; d += SAMPLE) {
    const here = at(d);
    if (here === found.at(-1)!.lithology) continue;
    let [low, high] = [d - SAMPLE, d];
    while (high - low > 0.005) {
      const middle = (low + high) / 2;
      if (at(middle) === found.at(-1)!.lithology) low = middle;
      else high = middle;
    }
    const from = Math.round(high * 100) / 100;
    if (from - found.at(-1)!.from < SHORTEST && found.length > 1) found.pop();
    if (found.at(-1)!.lithology !== here) found.push({ from, lithology: here });
  }
  return found.map(({ from, lithology }, i) => ({ from, to: found[i + 1]?.from ?? depth, lithology }));
};

interface HolePlan {
  readonly id: string;
  readonly at: Plan;
  readonly azimuth: number;
  readonly dip: number;
  readonly depth: number;
  readonly purpose: string;
  readonly sealing?: string;
  readonly year: number;
}

/** Groundwater stands a little under the ground in the valley, deeper under the hills. */
export const waterTable = (geology: Geology, x: number, y: number): number => {
  const ground = geology.ground.natural(x, y);
  return Math.min(ground - 2.2, 121.5 + y * 0.001 + (ground - 121) * 0.42);
};

export const drill = (geology: Geology, seed: number, plan: HolePlan): Borehole => {
  const random = randomStream(seed);
  const collar: Vec3 = [
    toMillimetre(plan.at[0]),
    toMillimetre(plan.at[1]),
    toMillimetre(geology.ground.height(toMillimetre(plan.at[0]), toMillimetre(plan.at[1]))),
  ];
  const stations: Station[] = [];
  const lift = 0.9 + 1.5 * random();
  const turn = 3.2 * (random() - 0.35);
  const tenth = (x: number): number => Math.round(x * 10) / 10;
  const depth = tenth(plan.depth);
  for (let d = 0; d < depth; d += 25) {
    const vertical = plan.dip < -88;
    stations.push({
      depth: d,
      azimuth: tenth((plan.azimuth + (turn * d) / 100 + 0.7 * (random() - 0.5) + 360) % 360),
      dip: Math.max(
        -90,
        tenth(plan.dip + (lift * d) / 100 + (vertical && d === 0 ? 0 : 0.5 * (random() - 0.5))),
      ),
    });
  }
  const table = waterTable(geology, collar[0], collar[1]);
  const wet = positionAt(collar, stations, Math.min(depth, (collar[2] - table) / Math.sin(rad(-plan.dip))));
  return {
    id: plan.id,
    purpose: plan.purpose,
    sealing: plan.sealing ?? '合格',
    year: plan.year,
    collar,
    depth,
    stations,
    intervals: logHole(geology, collar, stations, depth),
    waterDepth:
      wet[2] > collar[2] - 80 && random() > 0.12
        ? Math.round(((collar[2] - table) / Math.sin(rad(-plan.dip))) * 10) / 10
        : null,
  };
};

/** Exploration lines across the lens, drilled from its hanging wall, and the water holes of the valley. */
export const qingshiHoles = (geology: Geology, seed: number): Borehole[] => {
  const random = randomStream(seed + 77);
  const plans: HolePlan[] = [];
  for (let line = 0; line < 12; line++) {
    const s = -400 + line * 73;
    const holes = line === 0 || line === 11 ? 4 : 5;
    for (let k = 0; k < holes; k++) {
      const t = -95 + k * 74 + 16 * (random() - 0.5);
      const at = fromStrike(s + 12 * (random() - 0.5), t);
      const dip = k === 0 ? -62 - 4 * random() : -72 - 12 * random();
      // Where a straight hole of this dip meets the lens, and some 45 m of footwall schist beyond it.
      let d = 40;
      const [ground, cosine, sine] = [geology.ground.height(...at), Math.cos(rad(dip)), Math.sin(rad(-dip))];
      while (d < 620 && t - d * cosine > lensPlaneAt(ground - d * sine)) d += 5;
      plans.push({
        id: `ZK${String(line + 1).padStart(2, '0')}${String(k + 1).padStart(2, '0')}`,
        at,
        azimuth: 310 + 6 * (random() - 0.5),
        dip,
        depth: Math.min(560, d + 38 + 26 * random()),
        purpose: '勘探',
        sealing: line === 4 && k === 2 ? '不合格' : '合格',
        year: 1974 + Math.floor((line * holes + k) * 0.75),
      });
    }
  }
  const water: readonly (readonly [Plan, number])[] = [
    [[2105, 2021], 130],
    [[2243, 2236], 165],
    [[2140, 1802], 110],
    [[2396, 2422], 150],
    [[2690, 1760], 120],
    [[2760, 2620], 140],
  ];
  water.forEach(([at, depth], i) => {
    plans.push({
      id: `SW${String(i + 1).padStart(2, '0')}`,
      at,
      azimuth: 310,
      dip: -90,
      depth,
      purpose: '水文观测',
      year: 2016 + i,
    });
  });
  return plans.map((plan, i) => drill(geology, seed + 2000 + i * 13, plan));
};

export const baiyunHoles = (geology: Geology, seed: number): Borehole[] => {
  const random = randomStream(seed + 78);
  const at: readonly Plan[] = [
    [5420, 1720],
    [5430, 2130],
    [5560, 2330],
    [5850, 2400],
    [6120, 2390],
    [6310, 2230],
    [6370, 2010],
    [6350, 1800],
    [6190, 1640],
    [5930, 1600],
    [5640, 1590],
    [5820, 2032],
    [6000, 2010],
    [6480, 2120],
    [6520, 1900],
  ];
  return at.map((plan, i) => {
    const ground = geology.ground.height(...plan);
    return drill(geology, seed + 3000 + i * 13, {
      id: `BK${String(i + 1).padStart(2, '0')}`,
      at: plan,
      azimuth: Math.round(360 * random()),
      dip: i % 3 === 0 ? -90 : -78 - 8 * random(),
      depth: Math.max(60, ground - 92 + 60 * random()),
      purpose: i === 11 || i === 12 ? '岩溶探查' : '勘探',
      year: 2008 + i,
    });
  });
};
