import { describe, expect, it } from 'vitest';
import { box, merged, turnedInsideOut } from '../../geometry/sample-solids.test-kit.ts';
import type { BodyKind, GeologicalBody } from '../geological-model.ts';
import { layeredModel } from '../small-model.test-kit.ts';
import { CAP_PATTERNS, type CapMesh, type CapPart, capMesh } from './cap-mesh.ts';
import { capHit } from './cap-pick.ts';
import { type CutSubject, cutFaces } from './cut-faces.ts';

const body = (kind: BodyKind, mesh: GeologicalBody['mesh'], closed = true): GeologicalBody => ({
  layerId: kind,
  featureId: kind,
  kind,
  name: { zh: kind, en: kind },
  colour: '#ff8800',
  provenance: 'synthetic',
  mesh,
  closed,
});
const hollow = merged(
  box([300, 200, -100], [500, 400, 60]),
  turnedInsideOut(box([350, 250, -60], [450, 350, 20])),
);
const bodies = [
  body('ore', hollow),
  body('goaf', box([380, 280, -50], [420, 320, 0])),
  body(
    'surface',
    { positions: Float64Array.of(0, 300, 0, 800, 310, 0, 400, 290, 80), indices: Uint32Array.of(0, 1, 2) },
    false,
  ),
];
const rock = box([0, 0, -200], [800, 600, 100]);
const subject: CutSubject = {
  extent: { min: [0, 0, -200], max: [800, 600, 150] },
  model: null,
  bodies,
  holes: [],
  rock,
};
const PLANE = { kind: 'plane', at: [400, 300], azimuth: 90, flipped: false } as const;

/** m² of the triangles of each part. */
const areas = (cap: CapMesh): Map<CapPart['kind'] | number, number> => {
  const sums = new Map<CapPart['kind'] | number, number>();
  cap.partOf.forEach((number, i) => {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const v = cap.indices[i * 3 + k]! * 3;
      return [cap.positions[v]!, cap.positions[v + 1]!, cap.positions[v + 2]!] as const;
    }) as unknown as [number[], number[], number[]];
    const [u, v] = [b, c].map((p) => p.map((x, k) => x - a[k]!)) as [number[], number[]];
    const area =
      Math.hypot(
        u[1]! * v[2]! - u[2]! * v[1]!,
        u[2]! * v[0]! - u[0]! * v[2]!,
        u[0]! * v[1]! - u[1]! * v[0]!,
      ) / 2;
    const part = cap.parts[number]!;
    const key = part.kind === 'body' ? part.body : part.kind;
    sums.set(key, (sums.get(key) ?? 0) + area);
  });
  return sums;
};

describe('a filled cut', () => {
  const cap = capMesh(cutFaces(PLANE, subject), subject, 'light', 5);

  it('has every body’s cut area, holes taken out, and the unknown rock’s', () => {
    const sums = areas(cap);
    expect(sums.get(0)).toBeCloseTo(200 * 160 - 100 * 80, 6);
    expect(sums.get(1)).toBeCloseTo(40 * 50, 6);
    expect(sums.get('unknown')).toBeCloseTo(800 * 300, 6);
  });

  it('draws what nobody knows as grey with strokes, a goaf as a void, and an open surface as a line only', () => {
    const patternAt = (part: number): number =>
      cap.fills[cap.indices[cap.partOf.indexOf(part) * 3]! * 4 + 3]!;
    const partOf = (wanted: (part: CapPart) => boolean): number => cap.parts.findIndex(wanted);
    const unknown = partOf(({ kind }) => kind === 'unknown');
    expect(patternAt(unknown)).toBe(CAP_PATTERNS.unknown);
    const [r, g, b] = cap.fills.subarray(cap.indices[cap.partOf.indexOf(unknown) * 3]! * 4);
    expect(Math.max(r!, g!, b!) - Math.min(r!, g!, b!)).toBeLessThan(16);
    expect(patternAt(partOf((part) => part.kind === 'body' && part.body === 1))).toBe(CAP_PATTERNS.void);
    expect(partOf((part) => part.kind === 'body' && part.body === 2)).toBe(-1);
    expect(cap.outlined).toEqual([2]);
    expect(cap.lines.indices.length).toBeGreaterThan(0);
  });

  it('draws a unit in its own colour where the rock is known', () => {
    const model = layeredModel();
    const known = capMesh(cutFaces(PLANE, { ...subject, model }), { ...subject, model }, 'dark', 5);
    expect(known.parts.filter(({ kind }) => kind === 'unit')).toHaveLength(3);
    expect(known.parts.some(({ kind }) => kind === 'unknown')).toBe(false);
  });

  it('lays boreholes in over everything else, in the colours of their rock', () => {
    const holes = [
      {
        layerId: 'boreholes',
        featureId: 'ZK1 0–200',
        hole: 'ZK1',
        title: 'ZK1 0–200 m',
        rock: { zh: '灰岩', en: 'limestone' },
        colour: '#336699',
        line: Float64Array.of(400, 305, 80, 400, 305, -120),
      },
    ];
    const drilled = { ...subject, holes };
    const withHole = capMesh(cutFaces(PLANE, drilled), drilled, 'light', 5);
    const hit = capHit(withHole, { origin: [400, -500, -20], direction: [0, 1, 0] });
    expect(withHole.parts[hit!.part]).toEqual({ kind: 'hole', interval: 0 });
    const corner = withHole.indices[withHole.partOf.indexOf(hit!.part) * 3]! * 4;
    expect([...withHole.fills.subarray(corner, corner + 3)]).toEqual([0x33, 0x66, 0x99]);
    // A level sees it from above: a mark there, and nowhere else.
    const level = capMesh(cutFaces({ kind: 'level', up: 0, flipped: false }, drilled), drilled, 'light', 5);
    const down = (east: number) =>
      level.parts[capHit(level, { origin: [east, 305, 500], direction: [0, 0, -1] })!.part]!.kind;
    expect(down(401)).toBe('hole');
    expect(down(420)).not.toBe('hole');
  });

  it('tells what a ray meets first, the topmost where parts lie over one another', () => {
    const look = (east: number, up: number) => {
      const hit = capHit(cap, { origin: [east, -500, up], direction: [0, 2, 0] });
      return hit && { part: cap.parts[hit.part], enu: hit.enu.map((v) => Math.round(v * 1e6) / 1e6) };
    };
    expect(look(400, -20)).toEqual({ part: { kind: 'body', body: 1 }, enu: [400, 300, -20] });
    expect(look(320, -20)?.part).toEqual({ kind: 'body', body: 0 });
    expect(look(360, 10)?.part).toEqual({ kind: 'unknown' });
    expect(look(100, -150)?.part).toEqual({ kind: 'unknown' });
    expect(look(100, 120)).toBeNull();
    expect(capHit(cap, { origin: [400, 500, 0], direction: [0, 1, 0] })).toBeNull();
  });
});
