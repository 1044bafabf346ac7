import { DIP, fromLens, fromStrike, lensPlaneAt, type Plan, smoothstep, toLens, type Vec3 } from './place.ts';
import { gradientNoise, type Noise2, valueNoise3 } from './random.ts';
import { type Ground, riverDistance } from './terrain.ts';

/**
 * The true underground as functions: what lies at a point. Everything else of the demo (logs, bodies, voids)
 * is sampled from these, so that the survey files agree with one another.
 */

export const LITHOLOGIES = ['QC', 'QG', 'WZ', 'LS', 'SI', 'KV', 'SC', 'FE', 'FZ', 'FL'] as const;
export type Lithology = (typeof LITHOLOGIES)[number];

/** A normal fault: the block on the side its normal points to has dropped along the dip. */
export interface Fault {
  readonly id: 'F1' | 'F2';
  readonly through: Vec3;
  /** Unit normal, pointing up and into the hanging wall. */
  readonly normal: Vec3;
  /** Movement of the hanging wall, metres, at the mine; dies out away from it. */
  readonly slip: Vec3;
  readonly halfThickness: number;
}

export interface Cavity {
  readonly id: string;
  readonly centre: Vec3;
  readonly radii: Vec3;
  /** Water level in the cavity; null = dry. */
  readonly level: number | null;
}

export interface Geology {
  readonly ground: Ground;
  readonly baseOfQuaternary: (x: number, y: number) => number;
  readonly baseOfWeathered: (x: number, y: number) => number;
  /** Top of the water-bearing gravel inside the Quaternary. */
  readonly topOfGravel: (x: number, y: number) => number;
  readonly faults: readonly [Fault, Fault];
  /** Metres from the fault's middle, positive in its hanging wall. */
  readonly faultDistance: (fault: Fault, p: Vec3) => number;
  /** Block of a point: A south-west of F2, B between, C north-east of F1. */
  readonly blockOf: (p: Vec3) => 'A' | 'B' | 'C';
  /** Positive inside ore; about metres to the ore's skin. */
  readonly ore: (p: Vec3) => number;
  /** Like `ore`, for the main lens, but falling to nothing at the faults: continuous, for rooms that end before a fault. */
  readonly oreBetweenFaults: (p: Vec3) => number;
  /** The same for one lens in one fault block, cut off at the faults: a closed, continuous field. */
  readonly orePart: (lens: 1 | 2, block: 'A' | 'B' | 'C') => (p: Vec3) => number;
  /** Metres above the middle surface of the main lens, fault movement taken back. */
  readonly aboveLensMiddle: (p: Vec3) => number;
  readonly cavities: readonly Cavity[];
  readonly cavityField: (cavity: Cavity) => (p: Vec3) => number;
  /** Middle of the soft interlayer of the limestone hill, or null where there is none. */
  readonly softInterlayer: (x: number, y: number) => number | null;
  readonly lithologyAt: (p: Vec3) => Lithology;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const makeFault = (id: Fault['id'], s: number, azimuth: number, dip: number, throwMetres: number): Fault => {
  const [east, north] = [Math.sin(radians(azimuth)), Math.cos(radians(azimuth))];
  const [x, y] = fromStrike(s, lensPlaneAt(-105));
  const slip = throwMetres / Math.sin(radians(dip));
  const flat = Math.cos(radians(dip));
  const steep = Math.sin(radians(dip));
  return {
    id,
    through: [x, y, -105],
    normal: [east * steep, north * steep, flat],
    slip: [east * flat * slip, north * flat * slip, -steep * slip],
    halfThickness: id === 'F1' ? 1.6 : 2.4,
  };
};

/** A lens at (u, v): how far inside its outline (1 in the middle, 0 on the rim) and its full half thickness there. */
interface LensShape {
  readonly core: number;
  readonly thick: number;
}
const lensShape = (u: number, v: number, a: number, b: number, thick: number, noise: Noise2): LensShape => {
  const vv = v - 0.2 * u;
  const edge = (Math.abs(u / a) ** 2.3 + Math.abs(vv / b) ** 2.1) * (1 + 0.22 * noise(u / 150, vv / 130));
  return { core: 1 - edge, thick: thick * (1 + 0.28 * noise(u / 110 + 20, vv / 90)) };
};
const RIM = 0.55;
/** About metres to the skin, best across the lens. */
const skinDistance = ({ core, thick }: LensShape, off: number): number =>
  (core > 0 ? thick * core ** RIM : 70 * core) - off;
/** The same zero, but smooth at the rim, where the other has an endless gradient and meshes would fray. */
const smoothField = ({ core, thick }: LensShape, off: number): number =>
  thick * (core - (off / thick) ** (1 / RIM));

const INTERLAYER = { thickness: 2.6, x: [5250, 7350] as Plan, y: [1050, 3050] as Plan };
export const SOFT_INTERLAYER_THICKNESS = INTERLAYER.thickness;

const CAVITIES: readonly Cavity[] = [
  { id: 'K1', centre: [2105, 2020, 44], radii: [26, 17, 11], level: 46.2 },
  { id: 'K2', centre: [2240, 2235, 8], radii: [34, 15, 9], level: 12.5 },
  { id: 'K3', centre: [2140, 1800, 61], radii: [15, 24, 13], level: null },
  { id: 'K4', centre: [2320, 1960, -42], radii: [22, 28, 12], level: -33 },
  { id: 'K5', centre: [2395, 2420, 22], radii: [30, 20, 8], level: 24.5 },
  { id: 'K6', centre: [5825, 2030, 108], radii: [44, 24, 9], level: 105.5 },
  { id: 'K7', centre: [6215, 2235, 176], radii: [16, 12, 9], level: null },
];

export const makeGeology = (seed: number, ground: Ground): Geology => {
  const soil = gradientNoise(seed + 31);
  const folds = gradientNoise(seed + 32);
  const grade = gradientNoise(seed + 33);
  const rough = valueNoise3(seed + 34);
  const faults = [makeFault('F1', 110, 28, 70, 30), makeFault('F2', -295, 232, 66, 36)] as const;

  const quaternary = (x: number, y: number): number => {
    const d = riverDistance(x, y);
    const fill = 3.5 + 27 * Math.exp(-((d / 430) ** 2)) + 7 * Math.exp(-((d / 1300) ** 2));
    return Math.max(0.8, fill * (1 + 0.3 * soil(x / 260, y / 260)));
  };
  const baseOfQuaternary = (x: number, y: number): number => ground.natural(x, y) - quaternary(x, y);
  const topOfGravel = (x: number, y: number): number => ground.natural(x, y) - 0.36 * quaternary(x, y);
  const baseOfWeathered = (x: number, y: number): number =>
    baseOfQuaternary(x, y) - 16 - 7 * soil(x / 330 + 60, y / 330);

  const faultDistance = (fault: Fault, p: Vec3): number => {
    const [dx, dy, dz] = [p[0] - fault.through[0], p[1] - fault.through[1], p[2] - fault.through[2]];
    const wave = 5 * Math.sin((dx * fault.normal[1] - dy * fault.normal[0]) / 95) + 3 * Math.sin(dz / 70);
    return dx * fault.normal[0] + dy * fault.normal[1] + dz * fault.normal[2] + wave;
  };
  const blockOf = (p: Vec3): 'A' | 'B' | 'C' =>
    faultDistance(faults[1], p) > 0 ? 'A' : faultDistance(faults[0], p) > 0 ? 'C' : 'B';
  const before = (p: Vec3, block: 'A' | 'B' | 'C'): Vec3 => {
    if (block === 'B') return p;
    const { slip, through } = block === 'C' ? faults[0] : faults[1];
    const fading = Math.exp(-((Math.hypot(p[0] - through[0], p[1] - through[1]) / 1500) ** 4));
    return [p[0] - slip[0] * fading, p[1] - slip[1] * fading, p[2] - slip[2] * fading];
  };

  const lensField = (lens: 1 | 2, p: Vec3, measure: typeof skinDistance): number => {
    const [u, v, w] = toLens(p);
    if (lens === 2) {
      const middle = 47 + 5 * folds(u / 160, v / 160 + 8);
      return measure(lensShape(u + 120, v + 30, 165, 105, 8, grade), Math.abs(w - middle));
    }
    return measure(lensShape(u, v, 425, 205, 26, grade), Math.abs(w - lensMiddle(u, v)));
  };
  const lensMiddle = (u: number, v: number): number =>
    13 * folds(u / 260, v / 230) + 4 * folds(u / 90 + 5, v / 90);
  const aboveLensMiddle = (p: Vec3): number => {
    const [u, v, w] = toLens(before(p, blockOf(p)));
    return w - lensMiddle(u, v);
  };
  const ore = (p: Vec3): number => {
    const q = before(p, blockOf(p));
    return Math.max(lensField(1, q, skinDistance), lensField(2, q, skinDistance));
  };
  const oreBetweenFaults = (p: Vec3): number => {
    const [beyond1, beyond2] = [faultDistance(faults[0], p), faultDistance(faults[1], p)];
    return Math.min(lensField(1, before(p, blockOf(p)), skinDistance), Math.abs(beyond1), Math.abs(beyond2));
  };
  const orePart = (lens: 1 | 2, block: 'A' | 'B' | 'C') => (p: Vec3) => {
    const beyond1 = faultDistance(faults[0], p);
    const beyond2 = faultDistance(faults[1], p);
    const room =
      block === 'A' ? beyond2 : block === 'C' ? Math.min(beyond1, -beyond2) : Math.min(-beyond1, -beyond2);
    return Math.min(lensField(lens, before(p, block), smoothField), room - 0.05);
  };

  /** Limestone lies on schist: the contact dips with the ore, then flattens into a basin floor eastward. */
  const contact = (p: Vec3): number => {
    const [u, t] = [toLens(p)[0], (p[0] - 1900) * 0.766 - (p[1] - 2100) * 0.643];
    const dipping = -105 + 75 / Math.cos(DIP) - Math.tan(DIP) * t + 8 * folds(u / 300 + 11, t / 300);
    const floor = -260 + 200 * smoothstep(3600, 6200, p[0]) + 12 * folds(p[0] / 700, p[1] / 700 + 30);
    const k = 30;
    return floor + k * Math.log1p(Math.exp((dipping - floor) / k));
  };

  const cavityField = (cavity: Cavity) => (p: Vec3) => {
    const r = Math.hypot(...p.map((c, i) => (c - cavity.centre[i]!) / cavity.radii[i]!));
    const lumps = 0.3 * rough(p[0] / 13, p[1] / 13, p[2] / 9) + 0.12 * rough(p[0] / 5, p[1] / 5, p[2] / 5);
    return (1 - r + lumps) * Math.min(...cavity.radii);
  };
  const cavityFields = CAVITIES.map(
    (cavity) => [cavity, cavityField(cavity), 1.6 * Math.max(...cavity.radii)] as const,
  );

  const softInterlayer = (x: number, y: number): number | null => {
    if (x < INTERLAYER.x[0] || x > INTERLAYER.x[1] || y < INTERLAYER.y[0] || y > INTERLAYER.y[1]) return null;
    const z = 196 + 0.19 * (x - 6150) + 0.05 * (y - 2000) + 7 * folds(x / 420, y / 420 + 70);
    return z < baseOfWeathered(x, y) ? z : null;
  };

  const rockAt = (p: Vec3): Lithology => {
    const q = before(p, blockOf(p));
    if (lensField(1, q, skinDistance) > 0 || lensField(2, q, skinDistance) > 0) return 'FE';
    if (q[2] <= contact(q)) return 'SC';
    const soft = softInterlayer(p[0], p[1]);
    return soft !== null && Math.abs(p[2] - soft) < INTERLAYER.thickness / 2 ? 'SI' : 'LS';
  };

  const lithologyAt = (p: Vec3): Lithology => {
    const [x, y, z] = p;
    if (z > ground.natural(x, y) + 0.3) return 'FL';
    if (z > topOfGravel(x, y)) return 'QC';
    if (z > baseOfQuaternary(x, y)) return 'QG';
    if (z > baseOfWeathered(x, y)) return 'WZ';
    for (const [cavity, field, reach] of cavityFields) {
      const [cx, cy, cz] = cavity.centre;
      if (Math.hypot(x - cx, y - cy, z - cz) < reach && field(p) > 0) return 'KV';
    }
    for (const fault of faults) {
      const fading = Math.hypot(x - fault.through[0], y - fault.through[1]) < 1500;
      if (fading && Math.abs(faultDistance(fault, p)) < fault.halfThickness) return 'FZ';
    }
    return rockAt(p);
  };

  return {
    ground,
    baseOfQuaternary,
    baseOfWeathered,
    topOfGravel,
    faults,
    faultDistance,
    blockOf,
    ore,
    oreBetweenFaults,
    orePart,
    aboveLensMiddle,
    cavities: CAVITIES,
    cavityField,
    softInterlayer,
    lithologyAt,
  };
};

/** The lens's own extent, for whoever samples it: half length, half height, half thickness with margin. */
export const LENS_BOX = { u: 470, v: 340, w: 120, corner: fromLens } as const;
