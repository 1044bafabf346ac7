/**
 * Where the fictional county lies and the two frames the generator thinks in:
 * local plan metres (x = east, y = north of ORIGIN, z = height above the 1985 datum), and the strike frame of
 * the ore lens (s along strike, t across it towards the dip, both horizontal).
 */
export type Vec3 = readonly [x: number, y: number, z: number];
export type Plan = readonly [x: number, y: number];

/** South-west corner of the county in EPSG:4527 (zone-prefixed easting). */
export const ORIGIN = { easting: 39_512_000, northing: 3_908_000 } as const;

/** Each mine's terrain: 4 km square, side by side; they share the samples of the line x = 4000. */
export const TILE = 4000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const STRIKE = radians(40);
export const DIP = radians(52);
const CENTRE: Vec3 = [1900, 2100, -105];
const ALONG: Plan = [Math.sin(STRIKE), Math.cos(STRIKE)];
const ACROSS: Plan = [Math.cos(STRIKE), -Math.sin(STRIKE)];

/** Plan position of strike coordinates. */
export const fromStrike = (s: number, t: number): Plan => [
  CENTRE[0] + ALONG[0] * s + ACROSS[0] * t,
  CENTRE[1] + ALONG[1] * s + ACROSS[1] * t,
];

export const atStrike = (s: number, t: number, z: number): Vec3 => [...fromStrike(s, t), z];

/** Strike coordinates of a plan position. */
export const toStrike = (x: number, y: number): readonly [s: number, t: number] => {
  const dx = x - CENTRE[0];
  const dy = y - CENTRE[1];
  return [dx * ALONG[0] + dy * ALONG[1], dx * ACROSS[0] + dy * ACROSS[1]];
};

/** Lens coordinates: u along strike, v down the dip, w up and out of the hanging wall. */
export const toLens = (p: Vec3): Vec3 => {
  const [u, t] = toStrike(p[0], p[1]);
  const dz = p[2] - CENTRE[2];
  return [u, t * Math.cos(DIP) - dz * Math.sin(DIP), t * Math.sin(DIP) + dz * Math.cos(DIP)];
};

export const fromLens = (u: number, v: number, w: number): Vec3 => {
  const t = v * Math.cos(DIP) + w * Math.sin(DIP);
  return atStrike(u, t, CENTRE[2] - v * Math.sin(DIP) + w * Math.cos(DIP));
};

/** Where the undisturbed middle of the lens cuts a height. */
export const lensPlaneAt = (z: number): number => (CENTRE[2] - z) / Math.tan(DIP);

export const smoothstep = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

export const distance = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export const lineLength = (line: readonly Vec3[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + distance(line[i]!, point), 0);

/** Rounds to the millimetre, as a survey file would carry it; shared points stay shared. */
export const toMillimetre = (value: number): number => Math.round(value * 1000) / 1000;
