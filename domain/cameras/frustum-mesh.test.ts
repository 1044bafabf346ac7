import { expect, test } from 'vitest';
import { frustumMesh } from './frustum-mesh.ts';
import { createSurroundings, standpoint } from './line-of-sight.ts';
import { triangleMeshVolume } from './mesh-volume.test-kit.ts';
import { networkOf } from './small-mine.test-kit.ts';
import { viewCone } from './view-cone.ts';

const surroundings = createSurroundings(
  networkOf({
    A: [
      [0, 0, 0],
      [60, 0, 0],
    ],
  }),
);
const view = { at: [5, 0, 2], azimuth: 90, tilt: 0, hfov: 90, vfov: 60, range: 30 } as const;
const COLOUR = [70, 190, 180, 90] as const;
const points = (positions: Float64Array) =>
  Array.from({ length: positions.length / 3 }, (_, i) => positions.subarray(i * 3, i * 3 + 3));

test('the volume stays in the hollow and within the range', () => {
  const { volume, outline } = frustumMesh(surroundings, viewCone(view), 'roadway', COLOUR)!;
  for (const [x, y, z] of points(volume.positions)) {
    expect(Math.abs(y!)).toBeLessThanOrEqual(2.06);
    expect(z!).toBeGreaterThanOrEqual(-0.06);
    expect(z!).toBeLessThanOrEqual(3.66);
    expect(Math.hypot(x! - 5, y!, z! - 2)).toBeLessThanOrEqual(30.001);
  }
  const far = Math.max(...points(volume.positions).map(([x]) => x!));
  expect(far).toBeGreaterThan(34);
  expect(volume.indices.every((i) => i < volume.positions.length / 3)).toBe(true);
  expect(volume.colours).toHaveLength((volume.positions.length / 3) * 4);
  expect([...volume.colours.subarray(0, 4)]).toEqual([...COLOUR]);
  expect(outline.kind).toBe('lines');
  expect(outline.indices.length % 2).toBe(0);
});

test('it is closed, faces outward and holds no more than the drift ahead of the camera', () => {
  const { volume } = frustumMesh(surroundings, viewCone(view), 'roadway', COLOUR)!;
  const edges = new Map<string, number>();
  for (let i = 0; i < volume.indices.length; i += 3)
    for (let k = 0; k < 3; k++) {
      const [a, b] = [volume.indices[i + k]!, volume.indices[i + ((k + 1) % 3)]!];
      edges.set(`${a} ${b}`, (edges.get(`${a} ${b}`) ?? 0) + 1);
    }
  for (const key of edges.keys()) expect(edges.get(key.split(' ').reverse().join(' ')), key).toBe(1);
  const held = triangleMeshVolume(volume.positions, volume.indices);
  expect(held).toBeGreaterThan(60);
  // Cross-section of the drift (arch of 4 × 3.6 m: 4·1.6 + π·2²/2) times the range.
  expect(held).toBeLessThan((6.4 + 2 * Math.PI) * 30 * 1.06);
});

test('where nobody knows what is in the way, nothing is drawn', () => {
  const away = viewCone({ ...view, at: [500, 0, 0] });
  const stand = standpoint(surroundings, away.at);
  expect(stand.in).toBe('unknown');
  expect(frustumMesh(surroundings, away, stand.in, COLOUR)).toBeNull();
  expect(frustumMesh(surroundings, away, 'surface', COLOUR)).toBeNull();
});

test('above ground the volume ends at the ground', () => {
  const open = createSurroundings(surroundings.network, () => 50);
  const cone = viewCone({ ...view, at: [5, 0, 60], tilt: -30, range: 100 });
  const { volume } = frustumMesh(open, cone, 'surface', COLOUR)!;
  for (const [, , z] of points(volume.positions)) expect(z!).toBeGreaterThanOrEqual(50 - 1e-9);
});
