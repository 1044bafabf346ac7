import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockIndex } from '../../domain/geology/faults/fault-blocks.ts';
import { faultSurface } from '../../domain/geology/faults/fault-surface.ts';
import { traceSheet } from '../../domain/geology/faults/fault-trace.ts';
import type {
  FaultBlock,
  FaultSurface,
  GeologicalModel,
  HorizonGrid,
} from '../../domain/geology/geological-model.ts';
import { edgeReport } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { columnVolumes, unitVolumes } from './column-volumes.test-kit.ts';
import { type StratumSolid, strataSolids } from './strata-solids.ts';

/** 400 × 300 m in cells of 20 m, from a ground at about 100 m to a floor at −150 m. */
const GRID = { east: metres(0), north: metres(0), cell: metres(20), columns: 21, rows: 16 };
const FLOOR = metres(-150);

type Surface = (east: number, north: number) => number;

const horizon = (up: Surface): HorizonGrid => {
  const values = Float64Array.from({ length: GRID.columns * GRID.rows }, (_, k) =>
    up((k % GRID.columns) * GRID.cell, Math.floor(k / GRID.columns) * GRID.cell),
  );
  return { up: values, deviation: values.map((value) => (Number.isNaN(value) ? Number.NaN : 1)) };
};

interface Fold {
  readonly level: number;
  readonly slopeEast: number;
  readonly slopeNorth: number;
  readonly rise: number;
  readonly wave: number;
  readonly phase: number;
}
const fold = (level: number): fc.Arbitrary<Fold> =>
  fc.record({
    level: fc.double({ min: level - 15, max: level + 15, noNaN: true }),
    slopeEast: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
    slopeNorth: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
    rise: fc.double({ min: 0, max: 10, noNaN: true }),
    wave: fc.double({ min: 250, max: 600, noNaN: true }),
    phase: fc.double({ min: 0, max: 6, noNaN: true }),
  });
const surfaceOf =
  ({ level, slopeEast, slopeNorth, rise, wave, phase }: Fold): Surface =>
  (e, n) =>
    level +
    slopeEast * (e - 200) +
    slopeNorth * (n - 150) +
    rise * Math.sin((2 * Math.PI * (e + 0.4 * n)) / wave + phase);

interface Cut {
  readonly east: number;
  readonly north: number;
  readonly dipDirection: number;
  readonly dip: number;
  readonly drop: number;
  readonly bend: number;
}
const cut = (dipDirection: readonly [number, number]): fc.Arbitrary<Cut> =>
  fc.record({
    east: fc.double({ min: 150, max: 250, noNaN: true }),
    north: fc.double({ min: 110, max: 190, noNaN: true }),
    dipDirection: fc.double({ min: dipDirection[0], max: dipDirection[1], noNaN: true }),
    dip: fc.double({ min: 50, max: 90, noNaN: true }),
    drop: fc.double({ min: -30, max: 30, noNaN: true }),
    bend: fc.double({ min: 0, max: 8, noNaN: true }),
  });

/** A fault along a gently bent trace through a point, drawn past the model on all sides. */
const faultOf = (
  id: string,
  { east, north, dipDirection, dip, drop, bend }: Cut,
  endsAt: number | null = null,
  /** Metres along the strike over which it is drawn. */
  [from, to]: readonly [number, number] = [-600, 600],
): FaultSurface => {
  const [along, across] = [dipDirection - 90, dipDirection].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
  ];
  const out = Math.cos((dip * Math.PI) / 180) * 300;
  const line = Array.from({ length: 61 }, (_, i) => {
    const s = from + ((to - from) * i) / 60;
    const off = bend * Math.sin(s / 90) - out;
    return [
      east + s * Math.sin(along) + off * Math.sin(across),
      north + s * Math.cos(along) + off * Math.cos(across),
      out === 0 ? 200 : Math.tan((dip * Math.PI) / 180) * out,
    ] as const;
  });
  const depth = line[0]![2] + 400;
  const fault = faultSurface(
    traceSheet([line], { dip, dipDirection, depth }),
    { id, name: { zh: id, en: id }, provenance: 'synthetic', throw: metres(drop), conductive: null },
    dipDirection,
  );
  if (typeof fault === 'string') throw new Error(fault);
  return { ...fault, endsAt };
};

/** Ground, three units and their blocks; `displaced`: every block's horizons lie where the faults have put them. */
const modelOf = (
  [ground, first, second]: readonly [Fold, Fold, Fold],
  faults: readonly FaultSurface[],
  displaced: boolean,
): GeologicalModel => {
  const index = createBlockIndex(faults);
  for (let e = 0; e <= 400; e += 10)
    for (let n = 0; n <= 300; n += 10) for (let u = -150; u <= 180; u += 15) index.blockOf([e, n, u]);
  const blocks = index.blocks.map(({ sides, moved }, b): FaultBlock => {
    const at = (of: Fold): Surface =>
      displaced ? (e, n) => surfaceOf(of)(e - moved[0], n - moved[1]) + moved[2] : surfaceOf(of);
    const top = horizon(surfaceOf(ground));
    const limit = (above: HorizonGrid, below: HorizonGrid): HorizonGrid => ({
      ...below,
      up: below.up.map((up, k) => Math.min(up, above.up[k]!)),
    });
    const upper = limit(top, horizon(at(first)));
    return {
      id: String(b),
      sides,
      bases: [upper, limit(upper, horizon(at(second))), horizon(() => Number.NaN)],
      contacts: 0,
    };
  });
  return {
    grid: GRID,
    units: ['A', 'B', 'C'].map((id) => ({
      id,
      name: { zh: id, en: id },
      colour: '#888888',
      lithology: id,
      relation: 'conformable' as const,
    })),
    ground: horizon(surfaceOf(ground)),
    floor: FLOOR,
    faults,
    blocks,
  };
};

const folds = fc.tuple(fold(100), fold(55), fold(-30));
/** Two faults that cross, or of which the second ends at the first: it is drawn on one side of it alone. */
const pairs = fc.record({ main: cut([60, 120]), second: cut([150, 210]), ends: fc.boolean() });
type Pair = { readonly main: Cut; readonly second: Cut; readonly ends: boolean };
const faultsOf = ({ main, second, ends }: Pair): FaultSurface[] => [
  faultOf('F1', main),
  ends ? faultOf('F2', second, 0, [30, 600]) : faultOf('F2', second),
];

const expectClosed = (solids: readonly StratumSolid[]): void => {
  for (const { mesh, unit, block } of solids)
    expect(edgeReport(mesh), `unit ${unit}, block ${block}`).toMatchObject({ closed: true, misoriented: 0 });
};
const byUnit = (solids: readonly StratumSolid[]): Map<number, number> => {
  const sums = new Map<number, number>();
  for (const { unit, volume } of solids) sums.set(unit, (sums.get(unit) ?? 0) + volume);
  return sums;
};
const RUNS = { numRuns: 15, endOnFailure: true };

test('where the horizons of all blocks agree, their bodies add up to the slabs that no fault has cut', async () => {
  await fc.assert(
    fc.asyncProperty(folds, pairs, async (surfaces, pair) => {
      const whole = await strataSolids(modelOf(surfaces, [], false));
      const model = modelOf(surfaces, faultsOf(pair), false);
      expect(model.blocks.length).toBeGreaterThan(1);
      const solids = await strataSolids(model);
      expectClosed(solids);
      const expected = byUnit(whole);
      for (const [unit, volume] of byUnit(solids))
        expect(Math.abs(volume / expected.get(unit)! - 1), `unit ${unit}`).toBeLessThan(1e-5);
    }),
    RUNS,
  );
}, 120_000);

test('displaced by crossing or abutting faults, bodies are closed and fill the ground once', async () => {
  await fc.assert(
    fc.asyncProperty(folds, pairs, async (surfaces, pair) => {
      const model = modelOf(surfaces, faultsOf(pair), true);
      const solids = await strataSolids(model);
      expectClosed(solids);
      const ground = byUnit(await strataSolids(modelOf(surfaces, [], false)));
      const total = [...ground.values()].reduce((sum, one) => sum + one, 0);
      // Neither a gap nor an overlap leaves the sum as it is, and both at once would not either.
      const sum = solids.reduce((all, { volume }) => all + volume, 0);
      expect(Math.abs(sum / total - 1)).toBeLessThan(1e-5);
    }),
    RUNS,
  );
}, 120_000);

test('their volumes are within 0.1 % of the integral of the columns', async () => {
  await fc.assert(
    fc.asyncProperty(folds, pairs, async (surfaces, pair) => {
      // At an upright fault a column is wholly on one side: there its sum is the worse of the two.
      const leaning = (one: Cut): Cut => ({ ...one, dip: Math.min(one.dip, 80) });
      const faults = faultsOf({ ...pair, main: leaning(pair.main), second: leaning(pair.second) });
      const model = modelOf(surfaces, faults, true);
      const solids = await strataSolids(model);
      const columns = columnVolumes(model, 2);
      for (const [unit, volume] of unitVolumes(columns)) {
        const own = byUnit(solids).get(unit) ?? 0;
        expect(Math.abs(own - volume) / volume, `unit ${unit}`).toBeLessThan(1e-3);
      }
      const total = [...columns.values()].reduce((sum, one) => sum + one, 0);
      for (const [key, volume] of columns) {
        const [unit, block] = key.split('/').map(Number);
        const own = solids
          .filter((solid) => solid.unit === unit && solid.block === block)
          .reduce((sum, solid) => sum + solid.volume, 0);
        // Of a sliver the columns themselves tell no tenth of a per cent.
        expect(Math.abs(own - volume), key).toBeLessThan(1e-3 * Math.max(volume, total / 100));
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);
