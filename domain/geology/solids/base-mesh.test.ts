import { expect, test } from 'vitest';
import { surfaceArea } from '../../geometry/triangle-mesh.ts';
import { layeredModel } from '../small-model.test-kit.ts';
import { baseMesh } from './base-mesh.ts';
import { slabMesh } from './slab-mesh.ts';
import { surfaceDeviation } from './surface-deviation.ts';
import { unitSlabs } from './unit-slabs.ts';

const model = layeredModel();
const bases = (of = model) =>
  unitSlabs(of, of.blocks[0]!).map((slab) => {
    const body = slabMesh(of.grid, slab);
    return { body, base: baseMesh(body, surfaceDeviation(of.grid, slab, body.positions)) };
  });

test('the base of a unit is the part of its body that lies on its horizon, turned up, with the deviation there', () => {
  const [, { body, base }] = bases() as [unknown, ReturnType<typeof bases>[0]];
  const own = new Set<string>();
  for (let i = 0; i < body.positions.length; i += 3) own.add(body.positions.subarray(i, i + 3).join());
  expect(base.deviation).toHaveLength(base.positions.length / 3);
  for (let i = 0; i < base.positions.length; i += 3) {
    const [east, , up] = base.positions.subarray(i, i + 3);
    expect(own.has(base.positions.subarray(i, i + 3).join())).toBe(true);
    expect(up).toBeCloseTo(20 - 0.05 * east!, 9);
    expect(base.deviation[i / 3]).toBeCloseTo(1 + east! / 100, 4);
  }
  expect(surfaceArea(base)).toBeCloseTo(800 * 600 * Math.hypot(1, 0.05), 4);
  const [a, b, c] = [0, 1, 2].map((k) => base.positions.subarray(base.indices[k]! * 3)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  expect((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!)).toBeGreaterThan(0);
});

test('a base nobody met is none, though the body ends at the floor of the model', () => {
  const [, , { body, base }] = bases() as [unknown, unknown, ReturnType<typeof bases>[0]];
  expect(body.indices.length).toBeGreaterThan(0);
  expect(base.indices).toHaveLength(0);
});

test('where the unit is absent there is no base', () => {
  const [block] = model.blocks;
  const [soil, limestone, schist] = block!.bases;
  // West of 400 the limestone's base is its top.
  const up = limestone!.up.map((value, k) => ((k % 41) * 20 < 400 ? soil!.up[k]! : value));
  const [, { base }] = bases({
    ...model,
    blocks: [{ ...block!, bases: [soil!, { ...limestone!, up }, schist!] }],
  }) as [unknown, ReturnType<typeof bases>[0]];
  for (let i = 0; i < base.positions.length; i += 3) expect(base.positions[i]).toBeGreaterThanOrEqual(380);
});
