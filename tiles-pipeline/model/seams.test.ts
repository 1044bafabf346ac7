import { expect, test } from 'vitest';
import { manifestSchema } from '../../domain/contracts/manifest.ts';
import { heightAt } from '../../domain/geology/horizon-height.ts';
import { buildLayers } from './build-layers.ts';
import {
  polygonOf,
  SAMPLE_SCALE,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
} from './sample-mine.test-kit.ts';

/** Floor of the upper seam; the lower lies 30 m under it. */
const floorAt = (x: number, y: number) => -200 - 0.1 * x + 0.05 * y;

const modelled = (seams: unknown, polygonIs: 'floor' | 'roof' = 'floor') => {
  const mine = sampleMine({ seams: manifestSchema.shape.seams.parse(seams) });
  const lift = polygonIs === 'roof' ? 2 : 0;
  const panel = (seam: string | null, x: number, y: number, down: number) => {
    const corner = (dx: number, dy: number) =>
      [x + dx, y + dy, floorAt(x + dx, y + dy) - down + lift] as const;
    return {
      cells: [`${seam}-${x}-${y}`, seam, 2],
      geometry: polygonOf(corner(0, 0), corner(80, 0), corner(80, 60), corner(0, 60)),
    };
  };
  const places = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => [i * 160, j * 140] as const));
  const source = sampleSource(
    mine,
    'goafs',
    sampleShapes(
      ['id', 'seam', 'thick'],
      ...places.flatMap(([x, y]) => [panel('upper', x, y, 0), panel('lower', x, y, 30)]),
      panel(null, 600, 600, 0),
    ),
    { columns: { id: 'id', seam: 'seam', thickness: 'thick' }, polygonIs },
  );
  const built = buildLayers([source], mine);
  return { mine, built };
};

test.each(['floor', 'roof'] as const)(
  'goafs that name a seam give its floor, drawn on their %s or not',
  (drawn) => {
    const { mine, built } = modelled({ cell: 20, reach: 150 }, drawn);
    const { seams, grid, layer } = built.seams!;
    expect(seams.map(({ name, panels, points }) => [name, panels, points])).toEqual([
      ['lower', 9, 36],
      ['upper', 9, 36],
    ]);
    expect(saidOf(mine).filter((said) => said.startsWith('error'))).toEqual([]);
    const [lower, upper] = seams.map(({ surface }) => surface.floor.up);
    for (const [x, y] of [
      [120, 100],
      [250, 210],
      [330, 40],
    ] as const) {
      const [e, n] = [x / SAMPLE_SCALE, y / SAMPLE_SCALE];
      expect(Math.abs(heightAt(grid, upper!, e, n) - floorAt(x, y))).toBeLessThan(0.6);
      expect(Math.abs(heightAt(grid, lower!, e, n) - (floorAt(x, y) - 30))).toBeLessThan(0.6);
    }
    expect(layer.features.map(({ properties }) => properties.seam)).toEqual(['lower', 'upper']);
    // Between panels it is somebody's guess, however well they were surveyed.
    expect(layer.provenance).toBe('inferred');
    expect(layer.features[0]!.mesh.deviation!.every((value) => value >= 0)).toBe(true);
  },
);

test('nothing is modelled that nobody asked for', () => {
  expect(modelled(undefined).built.seams).toBeNull();
});

test.each([
  [{ cell: 0.2, reach: 100 }, 'error seams-grid-too-large'],
  [{ cell: 20, reach: 100, sources: ['others'] }, 'warning seams-without-goafs'],
])('what cannot be modelled is said: %j', (settings, expected) => {
  expect(saidOf(modelled(settings).mine)).toContain(expected);
});
