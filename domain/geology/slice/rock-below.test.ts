import { expect, test } from 'vitest';
import { edgeReport, signedVolume } from '../../geometry/triangle-mesh.ts';
import { rockBelow } from './rock-below.ts';

test('the rock below a ground of two triangles is closed, and as large as it is', () => {
  const ground = {
    positions: Float64Array.of(0, 0, 10, 100, 0, 20, 100, 50, 30, 0, 50, 20),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
  const rock = rockBelow(ground, -80);
  const report = edgeReport(rock);
  expect(report).toMatchObject({ closed: true, misoriented: 0, components: 1 });
  // Mean height 20 m over 5 000 m².
  expect(signedVolume(rock)).toBeCloseTo(100 * 50 * 100, 6);
});
