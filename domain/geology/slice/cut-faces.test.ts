import { describe, expect, it } from 'vitest';
import { box, torus } from '../../geometry/sample-solids.test-kit.ts';
import type { GeologicalBody } from '../geological-model.ts';
import { ringArea, ringsArea } from '../section/mesh-cut.ts';
import { toEnu } from '../section/section.ts';
import { layeredModel } from '../small-model.test-kit.ts';
import { type CutFace, cutFaces, planeLine } from './cut-faces.ts';
import type { BoxSlice } from './slice.ts';

const body = (mesh: GeologicalBody['mesh']): GeologicalBody => ({
  layerId: 'goafs',
  featureId: 'G',
  kind: 'goaf',
  name: { zh: 'G', en: 'G' },
  colour: '#ff0000',
  provenance: 'synthetic',
  mesh,
  closed: true,
});
const EXTENT = { min: [0, 0, -200], max: [800, 600, 150] } as {
  min: [number, number, number];
  max: [number, number, number];
};
const subject = (bodies: readonly GeologicalBody[] = [], more = {}) => ({
  extent: EXTENT,
  model: null,
  bodies,
  holes: [],
  rock: null,
  ...more,
});
const cube = body(box([350, 250, -50], [450, 350, 50]));
const rock = box([0, 0, -200], [800, 600, 100]);
const bodyArea = ({ bodies }: CutFace): number =>
  bodies.reduce((sum, { rings }) => sum + ringsArea(rings), 0);
const unknownArea = ({ unknown }: CutFace): number => ringsArea(unknown);

describe('faces of a slice', () => {
  it('a plane runs from edge to edge of the mine and cuts what it meets', () => {
    const slice = { kind: 'plane', at: [400, 300], azimuth: 90, flipped: false } as const;
    const [face, ...others] = cutFaces(slice, subject([cube], { rock }));
    expect(others).toEqual([]);
    expect(face!.frame.length).toBeCloseTo(800, 9);
    expect(bodyArea(face!)).toBeCloseTo(100 * 100, 6);
    expect(unknownArea(face!)).toBeCloseTo(800 * 300, 6);
    expect(planeLine({ at: [-10, 300], azimuth: 0 }, EXTENT)).toBeNull();
    expect(cutFaces({ ...slice, at: [0, 700] }, subject([cube]))).toEqual([]);
  });

  it('where the rock is known it is not unknown as well', () => {
    const slice = { kind: 'plane', at: [400, 300], azimuth: 90, flipped: false } as const;
    const [face] = cutFaces(slice, subject([], { rock, model: layeredModel() }));
    expect(face!.unknown).toEqual([]);
    // The model's grid is 800 × 600 m; a mine that is larger is rock beyond it, and nobody knows which.
    const wide = { min: [-200, 0, -200], max: [900, 600, 150] } as typeof EXTENT;
    const wideRock = box([-200, 0, -200], [900, 600, 100]);
    const larger = subject([], { rock: wideRock, extent: wide, model: layeredModel() });
    expect(unknownArea(cutFaces(slice, larger)[0]!)).toBeCloseTo(300 * 300, 6);
    const [level] = cutFaces({ kind: 'level', up: 0, flipped: false }, larger);
    expect(level!.unknown.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)).toBeCloseTo(300 * 600, 6);
    expect(new Set(face!.areas.map(({ unit }) => unit))).toEqual(new Set([0, 1, 2]));
  });

  it('a level cuts the same body across', () => {
    const [face] = cutFaces({ kind: 'level', up: 0, flipped: false }, subject([cube], { rock }));
    expect(bodyArea(face!)).toBeCloseTo(100 * 100, 6);
    expect(unknownArea(face!)).toBeCloseTo(800 * 600, 6);
  });

  it('the walls and levels of a box lie on the box, whichever way it is turned', () => {
    const slice: BoxSlice = {
      kind: 'box',
      centre: [400, 300],
      azimuth: 37,
      length: 60,
      width: 40,
      low: -20,
      high: 30,
      flipped: false,
    };
    const faces = cutFaces(slice, subject([cube], { rock }));
    expect(faces).toHaveLength(6);
    // The cube is larger than the box: every face is full of it.
    expect(faces.map((face) => Math.round(bodyArea(face)))).toEqual([3000, 2000, 3000, 2000, 2400, 2400]);
    expect(faces.map((face) => Math.round(unknownArea(face)))).toEqual([3000, 2000, 3000, 2000, 2400, 2400]);
    const [ae, an] = [Math.sin((37 * Math.PI) / 180), Math.cos((37 * Math.PI) / 180)];
    for (const { frame, bodies } of faces)
      for (const ring of bodies[0]!.rings)
        for (let i = 0; i < ring.length; i += 2) {
          const [e, n, u] = toEnu(frame, ring[i]!, ring[i + 1]!);
          const along = (e - 400) * ae + (n - 300) * an;
          const across = (e - 400) * an - (n - 300) * ae;
          const off = [Math.abs(along) - 30, Math.abs(across) - 20, Math.max(-20 - u, u - 30)];
          expect(Math.max(...off)).toBeCloseTo(0, 6);
        }
  });

  it('a bent line is one face along it', () => {
    const line = [
      [300, 300],
      [400, 300],
      [400, 500],
    ] as const;
    const [face] = cutFaces({ kind: 'line', line, flipped: false }, subject([cube], { rock }));
    expect(face!.frame.length).toBeCloseTo(300, 9);
    expect(bodyArea(face!)).toBeCloseTo(50 * 100 + 50 * 100, 6);
    expect(unknownArea(face!)).toBeCloseTo(300 * 300, 6);
  });

  it('a hole in a body is a hole in the cut', () => {
    const ring = body(torus(100, 20));
    const extent = { min: [-300, -300, -100], max: [300, 300, 100] };
    const [face] = cutFaces({ kind: 'level', up: 1, flipped: false }, {
      ...subject([ring]),
      extent,
    } as never);
    const rings = face!.bodies[0]!.rings;
    expect(rings).toHaveLength(2);
    const [outer, inner] = rings.map((one) => Math.abs(ringArea(one))).sort((a, b) => b - a);
    expect(bodyArea(face!)).toBeCloseTo(outer! - inner!, 6);
  });
});
