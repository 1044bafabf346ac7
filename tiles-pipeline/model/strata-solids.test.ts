import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeologicalModel, HorizonGrid } from '../../domain/geology/geological-model.ts';
import { unitAt } from '../../domain/geology/section/level-plan.ts';
import { faultedModel, layeredModel, planeFault } from '../../domain/geology/small-model.test-kit.ts';
import { edgeReport, signedVolume } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { columnVolumes } from './column-volumes.test-kit.ts';
import { type StratumSolid, strataSolids } from './strata-solids.ts';

/** A model's own horizons, changed. */
const changed = (
  model: GeologicalModel,
  edit: (up: number, k: number, unit: number, block: number) => number,
) => ({
  ...model,
  blocks: model.blocks.map((block, b) => ({
    ...block,
    bases: block.bases.map(
      (base, u): HorizonGrid => ({ ...base, up: base.up.map((up, k) => edit(up, k, u, b)) }),
    ),
  })),
});

/** A fault whose surface rolls by 15 m over 300 m, both ways. */
const rollingFault = () => {
  const plain = planeFault(400);
  const { columns, rows, s, t, cell } = plain.offsets;
  const values = Float64Array.from({ length: columns * rows }, (_, k) => {
    const [x, y] = [s + (k % columns) * cell, t + Math.floor(k / columns) * cell];
    return 15 * Math.sin((2 * Math.PI * x) / 300) * Math.cos((2 * Math.PI * y) / 300);
  });
  return { ...plain, offsets: { ...plain.offsets, values } };
};
const rollingModel = (): GeologicalModel => ({ ...faultedModel(), faults: [rollingFault()] });

const volumeOf = (solids: readonly StratumSolid[], unit: number, block?: number): number =>
  solids
    .filter((solid) => solid.unit === unit && (block === undefined || solid.block === block))
    .reduce((sum, { mesh }) => sum + signedVolume(mesh), 0);

const expectClosed = (solids: readonly StratumSolid[]): void => {
  for (const { mesh, unit, block } of solids)
    expect(edgeReport(mesh), `unit ${unit}, block ${block}`).toMatchObject({ closed: true, misoriented: 0 });
};

const placesOf = ({ mesh }: StratumSolid): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i < mesh.positions.length; i += 3) found.add(mesh.positions.subarray(i, i + 3).join(' '));
  return found;
};

/** Vertices of the base of one unit that the next one below does not have. */
const unshared = (
  above: StratumSolid,
  below: StratumSolid,
  isOnContact: (e: number, n: number, u: number) => boolean,
) => {
  const have = placesOf(below);
  const onContact = [...placesOf(above)].filter((place) => {
    const [e, n, u] = place.split(' ').map(Number);
    return isOnContact(e!, n!, u!);
  });
  expect(onContact.length).toBeGreaterThan(500);
  return onContact.filter((place) => !have.has(place));
};

test('plane layers: closed bodies of the volumes arithmetic says', async () => {
  const solids = await strataSolids(layeredModel());
  expect(solids.map(({ unit }) => unit)).toEqual([0, 1, 2]);
  expectClosed(solids);
  const area = 800 * 600;
  expect(volumeOf(solids, 0)).toBeCloseTo(10 * area, 3);
  expect(volumeOf(solids, 1)).toBeCloseTo((70 + 0.15 * 400) * area, 3);
  expect(volumeOf(solids, 2)).toBeCloseTo((220 - 0.05 * 400) * area, 3);
});

describe.each([
  ['a plane fault', faultedModel()],
  ['a fault that rolls', rollingModel()],
])('%s', (_, model) => {
  test('cuts closed bodies whose volumes are within 0.1 % of the columns', async () => {
    const solids = await strataSolids(model);
    expect(solids).toHaveLength(6);
    expectClosed(solids);
    for (const [key, expected] of columnVolumes(model, 2.5)) {
      const [unit, block] = key.split('/').map(Number);
      const off = Math.abs(volumeOf(solids, unit!, block) - expected) / expected;
      expect(off, key).toBeLessThan(1e-3);
    }
  });

  test('leaves no gap and no overlap: together the bodies fill the ground', async () => {
    const solids = await strataSolids(model);
    const total = solids.reduce((sum, { volume }) => sum + volume, 0);
    const { grid } = model;
    // The ground is a plane at 100 + 0.1·east, the floor at −200.
    const expected = (300 + 0.1 * 400) * 800 * 600;
    expect(Math.abs(total - expected) / expected).toBeLessThan(1e-6);
    expect(grid.columns).toBe(41);
  });

  test('units of a block share their contact vertex for vertex', async () => {
    const solids = await strataSolids(model);
    const contact = (block: number) => (e: number, _: number, u: number) =>
      Math.abs(u - (20 - 0.05 * e - (block ? 40 : 0))) < 2e-3;
    for (const block of [0, 1]) {
      const [above, below] = [1, 2].map(
        (unit) => solids.find((one) => one.unit === unit && one.block === block)!,
      );
      expect(unshared(above!, below!, contact(block))).toEqual([]);
      expect(unshared(below!, above!, contact(block))).toEqual([]);
    }
  });

  test('points drawn at random lie in the body that the model says', async () => {
    const solids = await strataSolids(model);
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 799, noNaN: true }),
        fc.double({ min: 1, max: 599, noNaN: true }),
        fc.double({ min: -199, max: 180, noNaN: true }),
        (east, north, up) => {
          const said = unitAt(model, east, north, up);
          // Nobody asks to the centimetre at a boundary; the rolling fault's cells are split in two where they twist.
          for (const [de, du] of [
            [-1.5, 0],
            [1.5, 0],
            [0, -0.05],
            [0, 0.05],
          ] as const) {
            const near = unitAt(model, east + de, north, up + du);
            if (near?.unit !== said?.unit || near?.block !== said?.block) return;
          }
          const inside = solids.filter(({ mesh }) => holds(mesh, east, north, up));
          expect(inside.map(({ unit, block }) => [unit, block])).toEqual(
            said ? [[said.unit, said.block]] : [],
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Crossings of the line straight up from a point, counted. */
const holds = ({ positions: p, indices }: StratumSolid['mesh'], e: number, n: number, u: number): boolean => {
  let crossings = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const side = (x: number, y: number) =>
      (p[y]! - p[x]!) * (n - p[x + 1]!) - (p[y + 1]! - p[x + 1]!) * (e - p[x]!);
    const [w0, w1, w2] = [side(b, c), side(c, a), side(a, b)];
    if (!((w0 > 0 && w1 > 0 && w2 > 0) || (w0 < 0 && w1 < 0 && w2 < 0))) continue;
    const up = (w0 * p[a + 2]! + w1 * p[b + 2]! + w2 * p[c + 2]!) / (w0 + w1 + w2);
    if (up > u) crossings++;
  }
  return crossings % 2 === 1;
};

describe('what is not there', () => {
  test('a bed that thins out ends in an edge: no slivers, and the one below takes its place', async () => {
    // The limestone's base meets its top east of 500.
    const model = changed(layeredModel(), (up, k, unit) => {
      const east = (k % 41) * 20;
      return unit === 1 ? Math.max(up, 90 + 0.1 * east - Math.max(0, 500 - east)) : up;
    });
    const solids = await strataSolids(model);
    expectClosed(solids);
    const limestone = solids.find(({ unit }) => unit === 1)!;
    for (let i = 0; i < limestone.mesh.positions.length; i += 3)
      expect(limestone.mesh.positions[i]).toBeLessThanOrEqual(500);
    for (const [key, expected] of columnVolumes(model, 2.5))
      expect(Math.abs(volumeOf(solids, Number(key.split('/')[0])) - expected) / expected).toBeLessThan(1e-3);
  });

  test('lenses that touch in a corner or along an edge stay closed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }), async (present) => {
        const model = layeredModel();
        const small = { ...model.grid, columns: 6, rows: 6, cell: metres(20) };
        const cut = (horizon: HorizonGrid): HorizonGrid => ({
          up: horizon.up.slice(0, 36).map(() => 50),
          deviation: horizon.deviation.slice(0, 36),
        });
        const bases = [
          cut(model.ground),
          { ...cut(model.ground), up: Float64Array.from(present, (there) => (there ? 40 : 50)) },
          { ...cut(model.ground), up: Float64Array.from(present, () => 20) },
        ];
        const solids = await strataSolids({
          ...model,
          grid: small,
          ground: { ...cut(model.ground), up: new Float64Array(36).fill(60) },
          blocks: [{ ...model.blocks[0]!, bases }],
        });
        expectClosed(solids);
        const total = solids.reduce((sum, { volume }) => sum + volume, 0);
        expect(total).toBeCloseTo(40 * 100 * 100, 3);
      }),
      { numRuns: 60 },
    );
  });

  test('a unit whose base is not known in a part has no body there, and neither has the one below', async () => {
    const model = changed(layeredModel(), (up, k, unit) => (unit === 0 && k % 41 < 10 ? Number.NaN : up));
    const solids = await strataSolids(model);
    expectClosed(solids);
    for (const unit of [0, 1]) {
      const { mesh } = solids.find((solid) => solid.unit === unit)!;
      expect(Math.min(...mesh.positions.filter((_, i) => i % 3 === 0))).toBe(200);
    }
    expect(volumeOf(solids, 2)).toBeCloseTo((220 - 0.05 * 400) * 800 * 600, 3);
  });
});

test('two faults, one ending at the other, make three blocks that fill the ground', async () => {
  const model = faultedModel();
  const second = planeFault(600, { id: 'F2', endsAt: 0, dip: 60 });
  const [west, east] = model.blocks;
  const solids = await strataSolids({
    ...model,
    faults: [...model.faults, second],
    blocks: [
      { ...west!, sides: Int8Array.of(-1, 0) },
      { ...east!, id: 'M', sides: Int8Array.of(1, -1) },
      { ...west!, id: 'E', sides: Int8Array.of(1, 1) },
    ],
  });
  expectClosed(solids);
  const total = solids.reduce((sum, { volume }) => sum + volume, 0);
  expect(Math.abs(total / ((300 + 0.1 * 400) * 800 * 600) - 1)).toBeLessThan(1e-6);
  expect(new Set(solids.map(({ block }) => block)).size).toBe(3);
});
