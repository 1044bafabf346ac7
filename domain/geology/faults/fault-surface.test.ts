import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vec3 } from '../../geometry/bounds.ts';
import { metres } from '../../units/quantities.ts';
import { faultDistance } from '../fault-side.ts';
import type { FaultSurface } from '../geological-model.ts';
import { faultSlip, faultSurface, standsUpright } from './fault-surface.ts';

const record = {
  id: 'F1',
  name: { zh: 'F1断层', en: 'Fault F1' },
  provenance: 'synthetic',
  throw: metres(30),
  conductive: null,
} as const;

/** A sheet around (100, 50, −20): along its strike and down its dip, lifted by a function of both. */
const sheetOf = (dipDirection: number, dip: number, lift: (s: number, t: number) => number = () => 0) => {
  const [a, d] = [(dipDirection * Math.PI) / 180, (dip * Math.PI) / 180];
  const down: Vec3 = [Math.sin(a) * Math.cos(d), Math.cos(a) * Math.cos(d), -Math.sin(d)];
  const normal: Vec3 = [Math.sin(a) * Math.sin(d), Math.cos(a) * Math.sin(d), Math.cos(d)];
  const along: Vec3 = [
    down[1] * normal[2] - down[2] * normal[1],
    down[2] * normal[0] - down[0] * normal[2],
    down[0] * normal[1] - down[1] * normal[0],
  ];
  const n = 21;
  const positions: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      const [s, t] = [(i - 10) * 20, (j - 10) * 15];
      for (let k = 0; k < 3; k++)
        positions.push([100, 50, -20][k]! + s * along[k]! + t * down[k]! + lift(s, t) * normal[k]!);
      if (i + 1 < n && j + 1 < n) {
        const at = j * n + i;
        indices.push(at, at + 1, at + n + 1, at, at + n + 1, at + n);
      }
    }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};
const made = (...o: Parameters<typeof sheetOf>): FaultSurface => {
  const fault = faultSurface(sheetOf(...o), record);
  if (typeof fault === 'string') throw new Error(fault);
  return fault;
};

test('a plane sheet gives its dip and dip direction, and its hanging wall lies above it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 359, noNaN: true }),
      fc.double({ min: 5, max: 89, noNaN: true }),
      (azimuth, dip) => {
        const fault = made(azimuth, dip);
        expect(fault.dip).toBeCloseTo(dip, 6);
        expect(Math.abs(((fault.dipDirection - azimuth + 540) % 360) - 180)).toBeLessThan(1e-6);
        expect(faultDistance(fault, 100, 50, -20 + 10)).toBeGreaterThan(0);
        expect(faultDistance(fault, 100, 50, -20 - 10)).toBeLessThan(0);
      },
    ),
    { numRuns: 40 },
  );
});

test('a wavy sheet keeps its waves: every point of it lies on the surface to a sixth of a cell (6.3 m)', () => {
  const wave = (s: number, t: number) => 5 * Math.sin(s / 60) + 3 * Math.sin(t / 50);
  const fault = made(28, 70, wave);
  const { positions } = fault.sheet;
  let worst = 0;
  for (let i = 0; i < positions.length; i += 3)
    worst = Math.max(
      worst,
      Math.abs(faultDistance(fault, positions[i]!, positions[i + 1]!, positions[i + 2]!)),
    );
  expect(worst).toBeLessThan(1.05);
});

test('the hanging wall of a normal fault slips down its dip by throw ÷ sin(dip), of a reverse fault up', () => {
  const fault = made(90, 60);
  const slip = faultSlip(fault)!;
  expect(slip[2]).toBeCloseTo(-30, 6);
  expect(slip[0]).toBeCloseTo(30 / Math.tan(Math.PI / 3), 6);
  expect(slip[1]).toBeCloseTo(0, 6);
  expect(faultSlip({ ...fault, throw: metres(-30) })![2]).toBeCloseTo(30, 6);
  expect(faultSlip({ ...fault, throw: null })).toBeNull();
});

test('of an upright sheet the hanging wall is the side that is said, of any other the one above', () => {
  for (const azimuth of [10, 80, 170, 250, 340])
    for (const towards of [azimuth, (azimuth + 180) % 360]) {
      const fault = faultSurface(sheetOf(azimuth, 90), record, towards) as FaultSurface;
      expect(standsUpright(fault)).toBe(true);
      expect(fault.dipDirection).toBeCloseTo(towards, 6);
      const a = (towards * Math.PI) / 180;
      expect(faultDistance(fault, 100 + Math.sin(a), 50 + Math.cos(a), -20)).toBeCloseTo(1, 6);
      expect(faultSlip(fault)![2]).toBeCloseTo(-30, 6);
    }
  const leaning = faultSurface(sheetOf(90, 60), record, 270) as FaultSurface;
  expect(standsUpright(leaning)).toBe(false);
  expect(leaning.dipDirection).toBeCloseTo(90, 6);
});

test('what is no fault surface says why', () => {
  expect(faultSurface({ positions: new Float64Array(6), indices: new Uint32Array(0) }, record)).toBe(
    'no-plane',
  );
  expect(faultSurface(sheetOf(0, 0.2), record)).toBe('flat');
  const twice = sheetOf(90, 60);
  const other = sheetOf(90, 60, () => 90);
  const count = twice.positions.length / 3;
  const folded = {
    positions: Float64Array.from([...twice.positions, ...other.positions]),
    indices: Uint32Array.from([...twice.indices, ...Array.from(other.indices, (i) => i + count)]),
  };
  expect(faultSurface(folded, record)).toBe('folded');
});
