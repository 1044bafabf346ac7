import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { faultDistance } from '../fault-side.ts';
import type { FaultSurface, HorizonGrid } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import { planeFault } from '../small-model.test-kit.ts';
import { type LoggedHole, observeBases } from './observations.ts';
import { type StackUnit, stackHorizons } from './stack.ts';

const grid = { east: metres(0), north: metres(0), cell: metres(20), columns: 41, rows: 31 };
const ROCKS = ['soil', 'lime', 'schist'];
const placeOf = (rock: string) => (ROCKS.includes(rock) ? ROCKS.indexOf(rock) : undefined);

type Surface = (east: number, north: number) => number;
const groundAt: Surface = (e, n) => 100 + 6 * Math.sin(e / 150) + 0.01 * n;
const ground: HorizonGrid = {
  up: Float64Array.from({ length: grid.columns * grid.rows }, (_, k) =>
    groundAt((k % grid.columns) * grid.cell, Math.floor(k / grid.columns) * grid.cell),
  ),
  deviation: new Float64Array(grid.columns * grid.rows),
};
const soilThickness: Surface = (e, n) => 9 + 3 * Math.sin(e / 130) * Math.cos(n / 170);
const contactAt: Surface = (e, n) => 30 - 0.08 * e + 4 * Math.sin(n / 200);

/** A vertical hole, its log read from the true ground. */
const hole = (
  id: string,
  east: number,
  north: number,
  depth: number,
  rockAt: (up: number) => string,
): LoggedHole => {
  const top = heightAt(grid, ground.up, east, north);
  const stretches: { from: number; to: number; lithology: string }[] = [];
  for (let d = 0; d < depth; d += 0.05) {
    const rock = rockAt(top - d - 0.025);
    const last = stretches.at(-1);
    if (last?.lithology === rock) last.to = d + 0.05;
    else stretches.push({ from: d, to: d + 0.05, lithology: rock });
  }
  return {
    id,
    depth: metres(stretches.at(-1)!.to),
    at: (d) => [east, north, top - d],
    stretches: stretches.map(({ from, to, lithology }) => ({
      from: metres(from),
      to: metres(to),
      lithology,
    })),
    fromSurface: true,
  };
};
const places = (count: number) =>
  Array.from({ length: count }, (_, i) => [60 + ((i * 197) % 680), 40 + ((i * 131) % 520)] as const);

const COLUMN: StackUnit[] = [
  { interpolate: 'thickness', youngerThanFaults: true },
  { interpolate: 'elevation', youngerThanFaults: false },
  { interpolate: 'elevation', youngerThanFaults: false },
];
const stack = (holes: readonly LoggedHole[], faults: readonly FaultSurface[] = [], reach = 2000) =>
  stackHorizons({
    grid,
    ground,
    floor: -200,
    units: COLUMN,
    faults,
    observations: observeBases(holes, { units: 3, placeOf, faults, isCut: (unit) => unit > 0, nearFault: 1 }),
    reach,
  });
const layered = (drop: (at: readonly [number, number, number]) => number = () => 0) => {
  const rock = (e: number, n: number) => (up: number) =>
    up > heightAt(grid, ground.up, e, n) - soilThickness(e, n)
      ? 'soil'
      : up > contactAt(e, n) - drop([e, n, up])
        ? 'lime'
        : 'schist';
  return places(36).map(([e, n], i) => hole(`ZK${i}`, e, n, 170, rock(e, n)));
};

test('bases of a plain mine come out where they are, and say of themselves how well', () => {
  const { blocks, accounts, doubts } = stack(layered());
  expect(blocks).toHaveLength(1);
  const [soil, lime, schist] = blocks[0]!.bases;
  expect(accounts.map(({ contacts }) => contacts)).toEqual([36, 36, 0]);
  // Nobody reached the base of the schist.
  expect(schist!.up.every(Number.isNaN)).toBe(true);
  let [inside, nodes] = [0, 0];
  for (let n = 60; n <= 540; n += 20)
    for (let e = 80; e <= 720; e += 20) {
      const error = heightAt(grid, lime!.up, e, n) - contactAt(e, n);
      expect(Math.abs(error)).toBeLessThan(2.5);
      expect(Math.abs(heightAt(grid, soil!.up, e, n) - (groundAt(e, n) - soilThickness(e, n)))).toBeLessThan(
        2,
      );
      nodes++;
      if (Math.abs(error) <= 1.96 * heightAt(grid, lime!.deviation, e, n) + 0.05) inside++;
    }
  expect(inside / nodes).toBeGreaterThan(0.85);
  expect(accounts[1]!.crossValidation).toMatchObject({ holes: 36, contacts: 36 });
  expect(accounts[1]!.crossValidation!.rmse).toBeLessThan(2);
  expect(accounts[1]!.residual!.largest).toBeLessThan(0.5);
  expect(doubts.filter(({ kind }) => kind === 'bound-broken' || kind === 'contact-missed')).toEqual([]);
});

const FAULT = planeFault(400);
const dropped = ([e, n, up]: readonly [number, number, number]) =>
  // 40 m down, and with the bed dipping 0.08 to the east the heave moves it along as well.
  faultDistance(FAULT, e, n, up) >= 0 ? 40 - 0.08 * (40 / Math.tan(Math.PI / 3)) : 0;

test('one surface runs through both walls of a fault, displaced by its throw', () => {
  const { blocks } = stack(layered(dropped), [FAULT]);
  expect(blocks).toHaveLength(2);
  for (const { sides, bases, contacts } of blocks) {
    expect(contacts).toBeGreaterThan(10);
    const drop = sides[0]! > 0 ? 40 - 0.08 * (40 / Math.tan(Math.PI / 3)) : 0;
    for (let n = 80; n <= 520; n += 40)
      for (let e = 100; e <= 700; e += 40)
        expect(Math.abs(heightAt(grid, bases[1]!.up, e, n) - (contactAt(e, n) - drop))).toBeLessThan(3);
  }
  // The soil is younger: one base over both.
  expect(blocks[0]!.bases[0]).toBe(blocks[1]!.bases[0]);
});

test('beyond a fault of unknown throw, ground without contacts of its own is unknown', () => {
  const fault = planeFault(400, { throw: null });
  const holes = layered(dropped).filter(
    (one) => faultDistance(fault, ...one.at(0)) < 0 && faultDistance(fault, ...one.at(170)) < 0,
  );
  expect(holes.length).toBeGreaterThan(5);
  const { blocks } = stack(holes, [fault]);
  const hanging = blocks.find(({ sides }) => sides[0]! > 0)!;
  const foot = blocks.find(({ sides }) => sides[0]! < 0)!;
  expect(hanging.bases[1]!.up.every(Number.isNaN)).toBe(true);
  expect(foot.bases[1]!.up.some(Number.isFinite)).toBe(true);
  const known = stack(holes, [FAULT]).blocks.find(({ sides }) => sides[0]! > 0)!;
  expect(known.bases[1]!.up.some(Number.isFinite)).toBe(true);
});

test('nothing is said beyond the reach of the contacts', () => {
  const { blocks } = stack(layered().slice(0, 4), [], 60);
  const holes = places(4);
  blocks[0]!.bases[1]!.up.forEach((up, k) => {
    const [e, n] = [(k % grid.columns) * grid.cell, Math.floor(k / grid.columns) * grid.cell];
    expect(Number.isNaN(up)).toBe(!holes.some(([x, y]) => Math.hypot(x - e, y - n) <= 60));
  });
});

test('a bed that a log did not reach the bottom of lies below its end, whatever its neighbours say', () => {
  const holes = layered();
  const rock = (up: number) => (up > groundAt(300, 300) - 8 ? 'soil' : 'lime');
  const { blocks, doubts } = stack([...holes, hole('deep', 300, 300, 120, rock)]);
  const bottom = groundAt(300, 300) - 120;
  expect(heightAt(grid, blocks[0]!.bases[1]!.up, 300, 300)).toBeLessThan(bottom + 0.1);
  expect(doubts.some(({ kind }) => kind === 'bound-broken')).toBe(false);
});

test('two contacts make no surface, and that is said', () => {
  const { blocks, doubts } = stack(layered().slice(0, 2));
  expect(blocks[0]!.bases[1]!.up.every(Number.isNaN)).toBe(true);
  expect(doubts.filter(({ kind }) => kind === 'too-few-contacts')).toMatchObject([
    { unit: 0, contacts: 2 },
    { unit: 1, contacts: 2 },
    { unit: 2, contacts: 0 },
  ]);
});

test('surfaces never cross, whatever the logs say', () => {
  const depth = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(depth, depth), { minLength: 3, maxLength: 12 }), (logs) => {
      const holes = logs.map(([a, b], i) => {
        const [e, n] = places(12)[i]!;
        const top = heightAt(grid, ground.up, e, n);
        return hole(`H${i}`, e, n, 80, (up) =>
          up > top - Math.min(a, b) ? 'soil' : up > top - Math.max(a, b) ? 'lime' : 'schist',
        );
      });
      for (const { bases } of stack(holes).blocks)
        bases[0]!.up.forEach((soil, k) => {
          const lime = bases[1]!.up[k]!;
          expect(soil > ground.up[k]!).toBe(false);
          expect(lime > soil).toBe(false);
          expect(bases[0]!.deviation[k]! < 0).toBe(false);
          expect(Number.isNaN(bases[1]!.deviation[k]!)).toBe(Number.isNaN(lime));
        });
    }),
    { numRuns: 25 },
  );
});
