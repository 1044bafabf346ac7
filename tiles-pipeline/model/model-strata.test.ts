import { expect, test } from 'vitest';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import { manifestSchema } from '../../domain/contracts/manifest.ts';
import { heightAt } from '../../domain/geology/horizon-height.ts';
import { buildLayers } from './build-layers.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { modelStrata } from './model-strata.ts';
import { SAMPLE_ORIGIN, saidOf, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';

const UNITS = [
  {
    id: 'soil',
    name: { zh: '土', en: 'soil' },
    lithologies: ['soil'],
    interpolate: 'thickness',
    youngerThanFaults: true,
  },
  { id: 'lime', name: { zh: '灰岩', en: 'limestone' }, lithologies: ['lime', 'marl'] },
  { id: 'schist', name: { zh: '片岩', en: 'schist' }, lithologies: ['schist'] },
];
const strataOf = (more: Record<string, unknown> = {}): Partial<MineManifest> => ({
  strata: manifestSchema.shape.strata
    .unwrap()
    .parse({ cell: 50, reach: 400, units: UNITS, interrupts: ['ore'], ...more }),
});

/** Nine vertical holes from a slope: soil 8 m, limestone down to a plane that dips east, schist. */
const PLACES = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => [i * 150, j * 150] as const));
const topAt = (x: number, y: number) => 100 + 0.02 * x + 0.01 * y;
const contactAt = (x: number) => 40 - 0.1 * x;
type Row = readonly [hole: string, from: number, to: number, rock: string | null];
const logOf = (hole: string, x: number, y: number): Row[] => {
  const depth = topAt(x, y) - contactAt(x);
  return [
    [hole, 0, 8, 'soil'],
    [hole, 8, depth, 'lime'],
    [hole, depth, depth + 20, 'schist'],
  ];
};
const LOG = PLACES.flatMap(([x, y], i) => logOf(`ZK${i}`, x, y));

/** A flat terrain, 30 m above the highest collar. */
const terrainOver = (mine: MineContext): PlacedSource =>
  sampleSource(mine, 'terrain', {
    form: 'grid',
    grid: {
      file: 't.tif',
      crs: null,
      width: 3,
      height: 3,
      firstCell: [SAMPLE_ORIGIN.easting - 2000, SAMPLE_ORIGIN.northing + 2000],
      cellSize: [2000, 2000],
      heights: new Float64Array(9).fill(topAt(300, 300) + 30),
      findings: [],
    },
  });

const modelled = (
  manifest: Partial<MineManifest>,
  log: readonly Row[] = LOG,
  { hasTerrain = false, hasHeights = true } = {},
) => {
  const mine: MineContext = sampleMine(manifest);
  const collars = PLACES.map(([x, y], i) => [
    `ZK${i}`,
    SAMPLE_ORIGIN.easting + x,
    SAMPLE_ORIGIN.northing + y,
    hasHeights ? topAt(x, y) : null,
  ]);
  const sources: PlacedSource[] = [
    sampleSource(mine, 'borehole-collars', sampleTable(['hole', 'x', 'y', 'z'], ...collars), {
      columns: { hole: 'hole', x: 'x', y: 'y', z: 'z' },
    }),
    sampleSource(mine, 'borehole-intervals', sampleTable(['hole', 'from', 'to', 'rock'], ...log), {
      columns: { hole: 'hole', from: 'from', to: 'to', lithology: 'rock' },
    }),
  ];
  if (hasTerrain) sources.push(terrainOver(mine));
  return { mine, geology: modelStrata(buildLayers(sources, mine), sources, mine) };
};

test('a mine that declares no column has no strata, and that is no fault', () => {
  const { mine, geology } = modelled({});
  expect(geology).toBeNull();
  expect(saidOf(mine).filter((said) => /strata/.test(said))).toEqual([]);
});

test('holes give surfaces; without a terrain the ground is what the collars say, no better known than they say it', () => {
  const { geology } = modelled(strataOf());
  const { model, accounts } = geology!;
  const [soil, lime] = model.blocks[0]!.bases;
  for (const [x, y] of [
    [70, 80],
    [210, 130],
    [290, 10],
  ] as const) {
    expect(heightAt(model.grid, model.ground.up, x, y)).toBeCloseTo(topAt(x, y), 1);
    expect(heightAt(model.grid, soil!.up, x, y)).toBeCloseTo(topAt(x, y) - 8, 0);
    expect(Math.abs(heightAt(model.grid, lime!.up, x, y) - contactAt(x))).toBeLessThan(0.5);
  }
  expect(model.ground.deviation.some((value) => value > 0)).toBe(true);
  expect(accounts.map(({ contacts, ambiguous, method }) => [contacts, ambiguous, method])).toEqual([
    [9, 0, 'thickness'],
    [9, 0, 'elevation'],
    [0, 0, 'elevation'],
  ]);
  // The floor, left out, is the bottom of the deepest hole.
  expect(model.floor).toBeLessThan(0);
  expect(model.floor).toBeGreaterThan(-20);
});

test('a contact that could mean two things is listed with its row and hole, and not used', () => {
  const log = LOG.map((row): Row => row);
  const at = log.findIndex(([hole, , , rock]) => hole === 'ZK4' && rock === 'lime');
  const [hole, from, to] = log[at]!;
  log.splice(at, 1, [hole, from, to - 6, 'lime'], [hole, to - 6, to, 'ore']);
  const { mine, geology } = modelled(strataOf(), log);
  const listed = mine.findings.filter(({ code }) => code === 'contact-interrupted');
  expect(listed).toMatchObject([
    { severity: 'warning', feature: 'ZK4', row: at + 2, params: { unit: '灰岩 (limestone)' } },
  ]);
  expect(geology!.accounts[1]).toMatchObject({ contacts: 8, ambiguous: 1 });
});

test('rocks no unit claims are listed; synonyms of one unit are one', () => {
  const log = LOG.map(
    ([hole, from, to, rock]): Row => [hole, from, to, hole === 'ZK2' && rock === 'lime' ? 'marl' : rock],
  );
  const { mine, geology } = modelled(strataOf(), [...log, ['ZK3', 400, 410, 'gabbro']]);
  expect(mine.findings.filter(({ code }) => code === 'strata-rocks-unplaced')).toMatchObject([
    { params: { count: 1, codes: 'gabbro (1)' } },
  ]);
  expect(geology!.accounts[1]!.contacts).toBe(9);
});

test.each([
  [
    { units: [...UNITS, { id: 'other', name: { zh: '乙', en: 'b' }, lithologies: ['lime'] }] },
    'error strata-rock-twice',
  ],
  [{ faults: [{ source: 'no-such' }] }, 'error strata-fault-source'],
  [{ cell: 0.2 }, 'error strata-grid-too-large'],
  [{ units: [{ id: 'x', name: { zh: '甲', en: 'a' }, lithologies: ['basalt'] }] }, 'warning strata-no-logs'],
])('what cannot be modelled is said and not guessed: %j', (more, expected) => {
  const { mine } = modelled(strataOf(more));
  expect(saidOf(mine)).toContain(expected);
});

test('holes that begin off the terrain are named; a terrain too coarse for them can be left for what the collars say', () => {
  const coarse = modelled(strataOf(), LOG, { hasTerrain: true });
  expect(coarse.mine.findings.filter(({ code }) => code === 'strata-holes-off-ground')).toMatchObject([
    { severity: 'note', params: { count: 9, holes: expect.stringMatching(/^ZK0 \(-39 m\), .* …$/) } },
  ]);
  const { mine, geology } = modelled(strataOf({ ground: 'collars' }), LOG, { hasTerrain: true });
  expect(saidOf(mine)).not.toContain('note strata-holes-off-ground');
  const { grid, ground } = geology!.model;
  expect(heightAt(grid, ground.up, 150, 150)).toBeCloseTo(topAt(150, 150), 1);
  expect(heightAt(grid, ground.deviation, 80, 80)).toBeGreaterThan(0);
});

test('logs without a rock, and holes without a height, give no strata, and which of them it was is said', () => {
  const assays = modelled(
    strataOf(),
    LOG.map(([hole, from, to]): Row => [hole, from, to, null]),
  );
  expect(assays.geology).toBeNull();
  expect(assays.mine.findings.filter(({ code }) => code.startsWith('strata-'))).toMatchObject([
    { severity: 'warning', code: 'strata-no-lithology', params: { count: 9 } },
  ]);
  const sunk = modelled(strataOf(), LOG, { hasHeights: false });
  expect(sunk.geology).toBeNull();
  expect(saidOf(sunk.mine).filter((said) => /strata/.test(said))).toEqual(['warning strata-no-placed-holes']);
});

test('two holes make no surface', () => {
  const { mine, geology } = modelled(
    strataOf(),
    LOG.filter(([hole]) => hole === 'ZK0' || hole === 'ZK8'),
  );
  expect(geology!.model.blocks[0]!.bases.every(({ up }) => up.every(Number.isNaN))).toBe(true);
  expect(saidOf(mine).filter((said) => said === 'warning strata-too-few-contacts')).toHaveLength(2);
});

test('a contact that all others contradict is named', () => {
  const log = LOG.map(
    ([hole, from, to, rock]): Row =>
      hole !== 'ZK4'
        ? [hole, from, to, rock]
        : rock === 'lime'
          ? [hole, from, to - 30, rock]
          : rock === 'schist'
            ? [hole, from - 30, to, rock]
            : [hole, from, to, rock],
  );
  const { mine } = modelled(strataOf(), log);
  const said = mine.findings.filter(({ code }) => code === 'contact-outlier' || code === 'variogram-widened');
  expect(said.length).toBeGreaterThan(0);
});
