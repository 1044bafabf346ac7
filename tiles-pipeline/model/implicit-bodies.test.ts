import { expect, test } from 'vitest';
import { manifestSchema } from '../../domain/contracts/manifest.ts';
import { edgeReport } from '../../domain/geometry/triangle-mesh.ts';
import { buildLayers } from './build-layers.ts';
import { modelBodies } from './implicit-bodies.ts';
import {
  SAMPLE_ORIGIN,
  SAMPLE_SCALE,
  saidOf,
  sampleMine,
  sampleSource,
  sampleTable,
} from './sample-mine.test-kit.ts';

/** A lens that lies flat 60 m down, 200 × 160 × 24 m, met by vertical holes 40 m apart. */
const half = (x: number, y: number) => {
  const core = 1 - (x / 100) ** 2 - (y / 80) ** 2;
  return core > 0 ? 12 * Math.sqrt(core) : 0;
};
const VOLUME = (4 / 3) * Math.PI * 100 * 80 * 12;
const PLACES = [-120, -80, -40, 0, 40, 80, 120].flatMap((x) =>
  [-120, -80, -40, 0, 40, 80, 120].map((y) => [x, y] as const),
);

const modelled = (body: Record<string, unknown>) => {
  const mine = sampleMine({
    bodies: manifestSchema.shape.bodies.parse([
      { id: 'lens', name: { zh: '矿体', en: 'ore' }, edge: 8, spacing: 6, reach: 45, ...body },
    ]),
  });
  const logs = PLACES.flatMap(([x, y], i) => {
    const h = half(x, y);
    const rows: (string | number)[][] =
      h > 0.3
        ? [
            [`ZK${i}`, 0, 60 - h, 'rock', 0.1],
            [`ZK${i}`, 60 - h, 60 + h, 'ore', 1.5],
            [`ZK${i}`, 60 + h, 110, 'rock', 0.2],
          ]
        : [[`ZK${i}`, 0, 110, 'rock', 0.1]];
    return rows;
  });
  const sources = [
    sampleSource(
      mine,
      'borehole-collars',
      sampleTable(
        ['hole', 'x', 'y', 'z'],
        ...PLACES.map(([x, y], i) => [
          `ZK${i}`,
          SAMPLE_ORIGIN.easting + x * SAMPLE_SCALE,
          SAMPLE_ORIGIN.northing + y * SAMPLE_SCALE,
          0,
        ]),
      ),
      { columns: { hole: 'hole', x: 'x', y: 'y', z: 'z' } },
    ),
    sampleSource(mine, 'borehole-intervals', sampleTable(['hole', 'from', 'to', 'rock', 'fe'], ...logs), {
      columns: { hole: 'hole', from: 'from', to: 'to', lithology: 'rock' },
      attributes: [{ column: 'fe', id: 'fe', name: { zh: '品位', en: 'grade' }, type: 'number' }],
    }),
  ];
  const built = buildLayers(sources, mine);
  return modelBodies(built.holes, [], mine).then((layers) => ({ mine, layers }));
};
const PLANE = { dipDirection: 0, dip: 0, across: 0.3 };

test.each([
  ['the rocks of the logs', { lithologies: ['ore'] }],
  ['the grade', { grade: { attribute: 'fe', cutoff: 1, composite: 2 } }],
])('a lens comes out closed and of its size from %s', async (_, rule) => {
  const { mine, layers } = await modelled({ ...rule, plane: PLANE });
  expect(saidOf(mine).filter((said) => /body|error/.test(said))).toEqual([]);
  const [layer] = layers;
  expect(layer!.id).toBe('body-lens');
  expect(layer!.provenance).toBe('inferred');
  expect(layer!.features).toHaveLength(1);
  const { mesh, properties } = layer!.features[0]!;
  expect(edgeReport(mesh).closed).toBe(true);
  // Its rim lies anywhere between holes 40 m apart.
  expect(Math.abs((properties.volume as number) / VOLUME - 1)).toBeLessThan(0.25);
  expect(properties.holes).toBe(49);
  expect(properties.leftOutSide as number).toBeGreaterThan(80);
  expect(mesh.deviation!.some((value) => value > 0)).toBe(true);
});

test('where the holes stop the body ends with a skin that nobody knows', async () => {
  const { layers } = await modelled({ lithologies: ['ore'], plane: PLANE, reach: 18, edge: 5 });
  const { deviation } = layers[0]!.features[0]!.mesh;
  expect(deviation!.some(Number.isNaN)).toBe(true);
  expect(deviation!.some((value) => value >= 0)).toBe(true);
});

test.each([
  [{}, 'error body-rule-missing'],
  [{ lithologies: ['ore'], grade: { attribute: 'fe', cutoff: 1, composite: 2 } }, 'error body-rule-missing'],
  [{ lithologies: ['gold'] }, 'warning body-not-met'],
  [{ grade: { attribute: 'fe', cutoff: 9, composite: 2 } }, 'warning body-not-met'],
  [{ lithologies: ['ore'], edge: 0.5 }, 'error body-too-fine'],
  [{ lithologies: ['ore'], spacing: 0.5, reach: 2 }, 'error body-too-many-samples'],
])('what cannot be made is said and not drawn: %j', async (rule, expected) => {
  const { mine, layers } = await modelled(rule);
  expect(saidOf(mine)).toContain(expected);
  expect(layers).toEqual([]);
});
