import { expect, test } from 'vitest';
import type { BodyKind, GeologicalBody } from '../geology/geological-model.ts';
import { curtainFrame } from '../geology/section/curtain.ts';
import { projectedOutline } from '../geology/section/projected-outline.ts';
import {
  isProjected,
  levelLineLayer,
  oreMarks,
  projectionLayers,
  projectionReach,
} from './projection-layers.ts';
import { sampleLog } from './sample-log.test-kit.ts';

const frame = curtainFrame([
  [0, 0],
  [200, 0],
]);
const PAPER = { scale: 1000, exaggeration: 1 };
/** A tetrahedron whose plan is about (east, north). */
const body = (kind: BodyKind, featureId: string, east: number, north: number): GeologicalBody => ({
  layerId: kind,
  featureId,
  kind,
  name: { zh: featureId, en: featureId },
  colour: '#a23b3b',
  provenance: 'measured',
  mesh: {
    positions: Float64Array.of(east, north, 0, east + 20, north, 0, east, north + 20, 0, east, north, 20),
    indices: Uint32Array.of(0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3),
  },
  closed: true,
});
const at = (s: number, t: number) => [s, t] as const;

test('each kind has its CAD layer, in the order of sections; rock and water above ground are left out', () => {
  const bodies = [body('roadway', 'R', 10, 0), body('ore', 'O', 0, 0), body('goaf', 'G', 40, 0)];
  const projected = bodies.map(({ mesh }, i) => ({
    body: i,
    outline: projectedOutline(mesh, frame.pieces[0]!.plane)!,
  }));
  const { layers, legend } = projectionLayers(projected, { bodies, toDrawing: at, language: 'zh' });
  expect(layers.map(({ id }) => id)).toEqual(['ORE', 'GOAF', 'ROADWAY']);
  expect(legend.map(({ label }) => label)).toEqual(['矿体', '采空区', '巷道']);
  expect(isProjected(body('surface', 'F', 0, 0))).toBe(false);
});

test('within a kind, what is nearest to the viewer is drawn last', () => {
  const bodies = [body('goaf', 'near', 0, -50), body('goaf', 'far', 0, 50)];
  const projected = bodies.map(({ mesh }, i) => ({
    body: i,
    outline: projectedOutline(mesh, frame.pieces[0]!.plane)!,
  }));
  const [layer] = projectionLayers(projected, { bodies, toDrawing: at, language: 'zh' }).layers;
  const order = layer!.shapes.flatMap((shape) => (shape.type === 'area' ? shape.ref!.featureId : []));
  expect(order).toEqual(['far', 'near']);
});

test('level lines go from end to end and say their height', () => {
  const { layers } = levelLineLayer([-107], 200, 'zh', PAPER);
  expect(layers[0]!.shapes.map((shape) => (shape.type === 'text' ? shape.text : shape.type))).toEqual([
    'line',
    '-107 m 中段',
  ]);
  expect(levelLineLayer([], 200, 'zh', PAPER)).toEqual({ layers: [], legend: [] });
});

test('a hole is marked where it met ore, as long as it is within the band', () => {
  const log = sampleLog();
  const ore = {
    ...log,
    intervals: log.intervals.map((interval, i) =>
      i === 1 ? { ...interval, rock: { zh: '磁铁矿', en: 'magnetite ore' } } : interval,
    ),
  };
  const marks = (band: number | null) =>
    oreMarks([ore], { frame, band, paper: PAPER, language: 'en', toDrawing: at }).layers;
  expect(marks(null).map(({ id }) => id)).toEqual(['HOLE-ORE', 'HOLE-NAME']);
  expect(marks(null)[1]!.shapes.flatMap((shape) => (shape.type === 'text' ? shape.text : []))).toEqual([
    'ZK1',
    '40.0 m',
  ]);
  expect(marks(5)).toEqual([]);
});

test('the legend says how far beside the plane things are projected', () => {
  expect(projectionReach(20, 'zh')).toBe('投影范围：投影面两侧各 20 m');
  expect(projectionReach(null, 'en')).toBe('Projected: everything');
});
