import { describe, expect, test } from 'vitest';
import type { BodyKind, GeologicalBody } from '../../../../domain/geology/geological-model.ts';
import { cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { box } from '../../../../domain/geometry/sample-solids.test-kit.ts';
import { metres } from '../../../../domain/units/quantities.ts';
import type { Aim } from '../../../engines/mine-view.ts';
import { createSnapper, type InSight } from './snap-aim.ts';

const body = (kind: BodyKind, min: Vec3, max: Vec3): GeologicalBody => ({
  layerId: kind,
  featureId: min.join(),
  kind,
  name: { zh: kind, en: kind },
  colour: '#aa2020',
  provenance: 'synthetic',
  mesh: box(min, max),
  closed: true,
});
const grid = { east: metres(-500), north: metres(-500), cell: metres(50), columns: 21, rows: 21 };
const ground = { grid, up: new Float64Array(441).fill(100) };
const bodies = [
  body('goaf', [-20, -20, -20], [20, 20, 20]),
  body('ore', [-200, -200, -10], [-100, -100, 10]),
  body('roadway', [100, 100, -10], [120, 120, 10]),
];
const hole = {
  layerId: 'holes',
  featureId: 'ZK1',
  hole: 'ZK1',
  title: 'ZK1',
  rock: { zh: '灰岩', en: 'limestone' },
  colour: '#000000',
  line: Float64Array.of(60, 0, 100, 60, 0, 40, 62, 0, -30),
};
const snapper = createSnapper({ bodies, holes: [hole], model: null, ground });
const sight: InSight = { shows: () => true, region: null, cap: null, ground: 'open' };

/** From an eye to a point, one pixel a thousandth of the distance. */
const aim = (eye: Vec3, to: Vec3, stretch = 1): Aim => ({
  ray: { origin: eye, direction: [to[0] - eye[0], to[1] - eye[1], to[2] - eye[2]] },
  pixel: 0.001,
  stretch,
  x: 0,
  y: 0,
});

describe('what a hand means', () => {
  test('is a corner, an edge or a surface, exactly', () => {
    const corner = snapper.snap(aim([300, -400, 350], [20.5, -20, 20.5]), sight)!;
    expect(corner).toEqual({ at: [20, -20, 20], hold: 'vertex', owner: { kind: 'body', body: 0 } });
    const edge = snapper.snap(aim([300, -400, 350], [20, -20, 3]), sight)!;
    expect(edge.hold).toBe('edge');
    expect(edge.at.slice(0, 2)).toEqual([20, -20]);
    const face = snapper.snap(aim([300, 0, 0], [20, 5, 7]), sight)!;
    expect(face.hold).toBe('surface');
    expect(face.at[0]).toBeCloseTo(20, 12);
  });

  test('is the ground where nothing else is met, or where it is solid', () => {
    const down = aim([3, 4, 500], [3, 4, 0]);
    expect(snapper.snap(down, sight)).toMatchObject({ owner: { kind: 'body', body: 0 } });
    expect(snapper.snap(down, { ...sight, ground: 'solid' })).toMatchObject({
      owner: { kind: 'ground' },
      at: [3, 4, 100],
    });
    const beside = aim([250, 250, 500], [250, 250, 0]);
    expect(snapper.snap(beside, sight)).toMatchObject({ owner: { kind: 'ground' } });
    expect(snapper.snap(beside, { ...sight, ground: 'hidden' })).toBeNull();
  });

  test('is never what is hidden or taken away', () => {
    const down = aim([3, 4, 500], [3, 4, 0]);
    const withoutGoaf = { ...sight, shows: (layer: string) => layer !== 'goaf' };
    expect(snapper.snap(down, withoutGoaf)).toMatchObject({ owner: { kind: 'ground' } });
    const level = cutRegion({ kind: 'level', up: 0, flipped: false }, 1000);
    // The roof is taken away, so the ray meets the floor from within.
    expect(snapper.snap(down, { ...sight, region: level })!.at[2]).toBeCloseTo(-20, 9);
  });

  test('is not a corner behind what is drawn solid', () => {
    const eye: Vec3 = [600, 110, 0];
    const far = snapper.snap(aim(eye, [100, 100, 10]), sight)!;
    expect(far.owner).toEqual({ kind: 'body', body: 2 });
    expect(far.at[0]).toBe(120);
  });

  test('is a borehole’s axis, at the ends of its intervals', () => {
    const end = snapper.snap(aim([60, -300, 45], [60.4, 0, 40.2]), sight)!;
    expect(end).toEqual({ at: [60, 0, 40], hold: 'vertex', owner: { kind: 'hole', interval: 0 } });
    const along = snapper.snap(aim([60, -300, 45], [60.2, 0, 70]), sight)!;
    expect([along.hold, along.at[0]]).toEqual(['edge', 60]);
  });

  test('is the same place however much heights are stretched', () => {
    for (const stretch of [1, 2, 5]) {
      const face = snapper.snap(aim([300, 0, 0], [20, 5, 7], stretch), sight)!;
      expect(face.at[0]).toBeCloseTo(20, 9);
      expect(face.at[2]).toBeCloseTo(7, 9);
    }
  });
});
