import type { NeighbourRules } from '../../domain/contracts/neighbours.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import type { FeatureShape, MineFeature, MineRecord } from '../../domain/neighbours/mine-features.ts';
import { rightShape } from '../../domain/neighbours/right-shape.ts';

const SPACING = 700;
const WORKINGS = 12;
const GOAFS = 3;
const PIECES = 8;
const FAULTS = 60;
const AQUIFERS = 4;

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A rough ball, wider than high. */
const lens = ([x, y, z]: Vec3, wide: number, high: number, next: () => number): TriangleMesh => {
  const [rings, sides] = [7, 14];
  const positions: number[] = [x, y, z - high];
  for (let i = 1; i < rings; i++)
    for (let j = 0; j < sides; j++) {
      const [up, round] = [-Math.PI / 2 + (Math.PI * i) / rings, (2 * Math.PI * j) / sides];
      const r = wide * (0.85 + 0.3 * next()) * Math.cos(up);
      positions.push(x + r * Math.cos(round), y + r * Math.sin(round), z + high * Math.sin(up));
    }
  positions.push(x, y, z + high);
  const top = positions.length / 3 - 1;
  const at = (i: number, j: number): number => 1 + (i - 1) * sides + (j % sides);
  const indices: number[] = [];
  for (let j = 0; j < sides; j++) {
    indices.push(0, at(1, j + 1), at(1, j), top, at(rings - 1, j), at(rings - 1, j + 1));
    for (let i = 1; i < rings - 1; i++)
      indices.push(at(i, j), at(i, j + 1), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i + 1, j));
  }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};

const sheet = (columns: number, rows: number, point: (u: number, v: number) => Vec3): TriangleMesh => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i <= columns; i++) {
      positions.push(...point(i / columns, j / rows));
      if (i === columns || j === rows) continue;
      const [a, b] = [j * (columns + 1) + i, (j + 1) * (columns + 1) + i];
      indices.push(a, a + 1, b + 1, a, b + 1, b);
    }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};

const feature = (
  id: string,
  kind: MineFeature['kind'],
  shape: FeatureShape,
  more: Partial<MineFeature>,
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

const closed = (mesh: TriangleMesh): FeatureShape => ({ type: 'mesh', mesh, closed: true });
const open = (mesh: TriangleMesh): FeatureShape => ({ type: 'mesh', mesh, closed: false });

/** A made-up county: rights beside one another, drifts and goafs in them and a little beyond, faults and aquifers across many. */
export const madeUpCounty = (count: number): MineRecord[] => {
  const next = numbers(7);
  const across = Math.ceil(Math.sqrt(count));
  const width = across * SPACING;
  const mines = Array.from({ length: count }, (_, m): MineRecord => {
    const [east, north] = [(m % across) * SPACING, Math.floor(m / across) * SPACING];
    const id = `M${m}`;
    const ring = Array.from({ length: 8 }, (_, k): [number, number] => {
      const angle = (2 * Math.PI * k) / 8;
      const r = SPACING * (0.4 + 0.12 * next());
      return [east + r * Math.cos(angle), north + r * Math.sin(angle)];
    });
    const heights = { lowest: -600, highest: 400 };
    const features: MineFeature[] = [
      feature(
        `${id}/right`,
        'right',
        rightShape({ id, polygon: [ring], lower: -400, upper: 250 }, heights),
        {},
      ),
    ];
    const somewhere = (): Vec3 => [
      east + (next() - 0.5) * SPACING * 0.9,
      north + (next() - 0.5) * SPACING * 0.9,
      -50 - next() * 300,
    ];
    for (let w = 0; w < WORKINGS; w++) {
      const line: Vec3[] = [somewhere()];
      let azimuth = next() * 2 * Math.PI;
      for (let p = 0; p < PIECES; p++) {
        const [x, y, z] = line.at(-1)!;
        line.push([x + 25 * Math.cos(azimuth), y + 25 * Math.sin(azimuth), z + next() - 0.5]);
        azimuth += next() - 0.5;
      }
      const method = next() < 0.95 ? 'survey' : null;
      features.push(feature(`${id}/w${w}`, 'working', { type: 'line', line, radius: 2 }, { method }));
    }
    for (let g = 0; g < GOAFS; g++) {
      const shape = closed(lens(somewhere(), 20 + 40 * next(), 5 + 10 * next(), next));
      const water = next() < 0.5 ? ('unknown' as const) : { level: -100 };
      const method = next() < 0.8 ? 'drilling' : null;
      features.push(feature(`${id}/g${g}`, 'goaf', shape, { method, water }));
    }
    if (next() < 0.4)
      features.push(
        feature(`${id}/ore`, 'orebody', closed(lens(somewhere(), 150, 20, next)), { method: 'drilling' }),
      );
    if (next() < 0.2) {
      const [x, y, z] = somewhere();
      const line: Vec3[] = [
        [x, y, 200],
        [x, y, z],
      ];
      features.push(
        feature(`${id}/old`, 'closed-shaft', { type: 'line', line, radius: 2 }, { water: 'unknown' }),
      );
    }
    return {
      id,
      owner: next() < 0.9 ? `owner ${Math.floor(next() * count)}` : null,
      features,
      recorded:
        next() < 0.8
          ? ['right', 'working', 'goaf', 'aquifer', 'fault', 'closed-shaft', 'orebody']
          : ['right', 'working'],
      ground: next() < 0.95 ? { highest: 150 + next() * 100, plusMinus: 5 } : null,
    };
  });
  const shared: MineFeature[] = [];
  for (let f = 0; f < FAULTS; f++) {
    const [x, y, azimuth] = [next() * width, next() * width, next() * Math.PI];
    const [dx, dy, dip] = [Math.cos(azimuth) * 4000, Math.sin(azimuth) * 4000, 200 * next()];
    const mesh = sheet(40, 6, (u, v) => [
      x + dx * u + dip * v,
      y + dy * u + 20 * Math.sin(9 * u),
      200 - 700 * v,
    ]);
    const conductive = next() < 0.3 ? true : next() < 0.5 ? false : null;
    shared.push(
      feature(`F${f}`, 'fault', open(mesh), { method: 'geophysics', conductive, water: 'unknown' }),
    );
  }
  for (let a = 0; a < AQUIFERS; a++) {
    const base = -120 - 80 * a;
    const mesh = sheet(80, 80, (u, v) => [
      u * width,
      v * width,
      base + 30 * Math.sin(7 * u + a) * Math.cos(5 * v),
    ]);
    shared.push(feature(`A${a}`, 'aquifer', open(mesh), { method: 'drilling', water: { level: -20 } }));
  }
  // Faults and aquifers stand in the files of whoever recorded them.
  return mines.map((mine, m) => ({
    ...mine,
    features: [...mine.features, ...shared.filter((_, i) => i % count === m)],
  }));
};

const MADE_UP = { jurisdiction: 'nowhere', clause: 'bench', status: 'made up' };
const rule = (check: NeighbourRules['rules'][number]['check'], value: number) => ({
  id: check,
  check,
  value,
  active: true,
  ...MADE_UP,
});

export const MADE_UP_RULES: NeighbourRules = {
  rules: [
    rule('rights-distance', 100),
    rule('contiguous', 100),
    rule('workings-distance', 50),
    rule('goafs-distance', 100),
    rule('workings-goaf-distance', 60),
    rule('shared-water-path', 20),
  ],
  drawAngles: [{ id: 'draw', degrees: 65, mines: [], ...MADE_UP }],
  accuracies: [
    { method: 'survey', plusMinus: 0.5, ...MADE_UP },
    { method: 'drilling', plusMinus: 5, ...MADE_UP },
    { method: 'geophysics', plusMinus: 15, ...MADE_UP },
  ],
};
