import type { NeighbourRule, NeighbourRules } from '../contracts/neighbours.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import type { MineFeature, MineRecord } from './mine-features.ts';

export const box = ([x, y, z]: Vec3, [u, v, w]: Vec3): TriangleMesh => ({
  positions: Float64Array.from(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [i & 1 ? u : x, i & 2 ? v : y, i & 4 ? w : z]),
  ),
  indices: Uint32Array.from(
    [
      [0, 2, 3, 0, 3, 1],
      [4, 5, 7, 4, 7, 6],
      [0, 1, 5, 0, 5, 4],
      [2, 6, 7, 2, 7, 3],
      [0, 4, 6, 0, 6, 2],
      [1, 3, 7, 1, 7, 5],
    ].flat(),
  ),
});

const feature = (
  id: string,
  kind: MineFeature['kind'],
  shape: MineFeature['shape'],
  more: Partial<MineFeature> = {},
): MineFeature => ({
  id,
  kind,
  shape,
  method: 'survey',
  plusMinus: null,
  water: 'dry',
  conductive: null,
  partOf: null,
  ...more,
});

export const solid = (
  id: string,
  kind: MineFeature['kind'],
  from: Vec3,
  to: Vec3,
  more?: Partial<MineFeature>,
): MineFeature => feature(id, kind, { type: 'mesh', mesh: box(from, to), closed: true }, more);

export const line = (
  id: string,
  kind: MineFeature['kind'],
  points: readonly Vec3[],
  radius: number,
  more?: Partial<MineFeature>,
): MineFeature => feature(id, kind, { type: 'line', line: points, radius }, more);

export const mine = (
  id: string,
  features: readonly MineFeature[],
  more: Partial<MineRecord> = {},
): MineRecord => ({
  id,
  owner: `owner of ${id}`,
  features,
  recorded: ['right', 'working', 'goaf', 'aquifer', 'fault', 'closed-shaft', 'orebody'],
  ground: { highest: 0, plusMinus: 0 },
  ...more,
});

export const SAID = { jurisdiction: 'nowhere', clause: 'test', status: 'made up' };
export const rule = (check: NeighbourRule['check'], value?: number): NeighbourRule => ({
  id: check.toUpperCase(),
  check,
  ...(value === undefined ? {} : { value }),
  active: true,
  ...SAID,
});

/** Surveyed things are off by a metre; of any others it is not known. */
export const rulesOf = (...rules: readonly NeighbourRule[]): NeighbourRules => ({
  rules: [...rules],
  drawAngles: [],
  accuracies: [{ method: 'survey', plusMinus: 1, ...SAID }],
});
