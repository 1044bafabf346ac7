import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vec3 } from '../../geometry/bounds.ts';
import { surfaceArea } from '../../geometry/triangle-mesh.ts';
import { faultDistance } from '../fault-side.ts';
import { faultSurface } from './fault-surface.ts';
import { dipAcross, generalStrike, traceSheet } from './fault-trace.ts';

const ahead = (azimuth: number, metres: number): Vec3 => {
  const a = (azimuth * Math.PI) / 180;
  return [1000 + metres * Math.sin(a), -500 + metres * Math.cos(a), 0];
};

test('the strike of a straight trace is its direction, whichever way it was drawn and however densely', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 359.99, noNaN: true }),
      fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { maxLength: 6 }),
      (azimuth, between) => {
        const along = [0, ...between.toSorted((a, b) => a - b), 1000];
        const strike = generalStrike([along.map((m) => ahead(azimuth, m))])!;
        const off = Math.abs(((strike - azimuth + 720 + 90) % 180) - 90);
        expect(off).toBeLessThan(1e-6);
        expect(strike).toBeGreaterThanOrEqual(0);
        expect(strike).toBeLessThan(180);
      },
    ),
  );
});

test('bends and parts beside each other do not turn the strike; no length has none', () => {
  const bent = [0, 100, 200, 300, 400].map((north, i): Vec3 => [i % 2 ? 15 : -15, north, 0]);
  const strike = generalStrike([bent])!;
  expect(Math.min(strike, 180 - strike)).toBeLessThan(3);
  const two = [0, 300].map((east) => [0, 200].map((north): Vec3 => [east, north + east, 0]));
  const same = generalStrike(two)!;
  expect(Math.min(same, 180 - same)).toBeLessThan(1e-9);
  expect(generalStrike([[[5, 5, 0]]])).toBeNull();
  expect(generalStrike([])).toBeNull();
});

test('the side is the one across the strike that is nearest to what is stated', () => {
  expect(dipAcross(30, 100)).toEqual({ dipDirection: 120, off: 20 });
  expect(dipAcross(30, 310)).toEqual({ dipDirection: 300, off: 10 });
  expect(dipAcross(170, 85).dipDirection).toBe(80);
  expect(dipAcross(0, 0).off).toBe(90);
});

test('a sheet falls from its trace at the dip, to the depth, with the hanging wall on its upper side', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 359, noNaN: true }),
      fc.double({ min: 5, max: 89, noNaN: true }),
      fc.boolean(),
      (dipDirection, dip, reversed) => {
        const line = [0, 400, 900].map((m) => ahead(dipDirection + (reversed ? 90 : -90), m));
        const sheet = traceSheet([line], { dip, dipDirection, depth: 200 });
        const fault = faultSurface(sheet, {
          id: 'F',
          name: { zh: 'F', en: 'F' },
          provenance: 'inferred',
          throw: null,
          conductive: null,
        });
        if (typeof fault === 'string') throw new Error(fault);
        expect(fault.dip).toBeCloseTo(dip, 5);
        expect(Math.abs(((fault.dipDirection - dipDirection + 540) % 360) - 180)).toBeLessThan(1e-4);
        const sine = Math.sin((dip * Math.PI) / 180);
        expect(surfaceArea(sheet)).toBeCloseTo((900 * 200) / sine, 3);
        for (let i = 0; i < sheet.positions.length; i += 3)
          expect(
            Math.abs(
              faultDistance(fault, sheet.positions[i]!, sheet.positions[i + 1]!, sheet.positions[i + 2]!),
            ),
          ).toBeLessThan(1e-6);
        const [a, b, c] = [0, 1, 2].map((k) => {
          const at = sheet.indices[k]! * 3;
          return [...sheet.positions.subarray(at, at + 3)] as unknown as Vec3;
        }) as unknown as [Vec3, Vec3, Vec3];
        const up = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        expect(up).toBeGreaterThan(0);
      },
    ),
    { numRuns: 40 },
  );
});

test('an upright sheet goes straight down', () => {
  const line = [ahead(20, 0), ahead(20, 100)];
  const { positions } = traceSheet([line], { dip: 90, dipDirection: 110, depth: 50 });
  expect([...positions.subarray(3, 6)]).toEqual([line[0]![0], line[0]![1], -50]);
});
