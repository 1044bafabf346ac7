import { expect, test } from 'vitest';
import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import { curtainFrame } from '../geology/section/curtain.ts';
import { metres } from '../units/quantities.ts';
import { holePlanLayers } from './hole-plan-layers.ts';
import { holeSectionLayers, holesInSection } from './hole-section-layers.ts';
import { sampleLog } from './sample-log.test-kit.ts';

const frame = curtainFrame([
  [0, 0],
  [200, 0],
]);
const PAPER = { scale: 1000, exaggeration: 1 };
const layersOf = (logs: readonly BoreholeLog[], band: number, known: string[] = []) =>
  holeSectionLayers(
    holesInSection(frame, logs, band, (s, t) => [s, t]),
    { band, paper: PAPER, language: 'zh', known: new Set(known) },
  );

test('holes in the band are drawn, each part of them its own CAD layer; beyond it there is nothing', () => {
  const { layers, legend } = layersOf([sampleLog()], 15);
  expect(layers.map(({ id }) => id)).toEqual([
    'HOLE-COLUMN',
    'HOLE-TRACE',
    'HOLE-DEPTH',
    'HOLE-WATER',
    'HOLE-NAME',
  ]);
  expect(legend[0]!.label).toBe('钻孔（投影带两侧各 15 m）');
  expect(layersOf([sampleLog()], 5)).toEqual({ layers: [], legend: [] });
});

test('the column is as long as the log says and 3.2 mm wide on paper at every scale', () => {
  const [column] = layersOf([sampleLog()], 15).layers;
  const ring = (i: number) => {
    const shape = column!.shapes[i]!;
    return shape.type === 'area' ? shape.rings[0]! : [];
  };
  // Collar at 100 up: the first 20 m are clay, then 40 m of limestone.
  expect(Math.max(...ring(0).map(([, t]) => t))).toBe(100);
  expect(Math.min(...ring(0).map(([, t]) => t))).toBe(80);
  expect(Math.max(...ring(1).map(([s]) => s)) - Math.min(...ring(1).map(([s]) => s))).toBeCloseTo(3.2, 9);
  expect(column!.shapes[0]).toMatchObject({ ref: { layerId: 'boreholes', featureId: 'ZK1 0–20' } });
});

test('the name says collar height and how far off the line the hole is, and on which side', () => {
  const names = layersOf([sampleLog()], 15).layers.at(-1)!;
  expect(names.shapes.flatMap((shape) => (shape.type === 'text' ? shape.text : []))).toEqual([
    'ZK1',
    '100.00',
    '偏 +8 m',
  ]);
});

test('what nobody logged is in the legend and looks unknown; rocks known already are not listed twice', () => {
  const labels = layersOf([sampleLog()], 15, ['灰岩']).legend.map(({ label }) => label);
  expect(labels).toContain('未编录孔段');
  expect(labels).toContain('黏土');
  expect(labels).not.toContain('灰岩');
  expect(labels).toContain('钻孔水位（最近一次）');
});

test('a hole that goes out of the band is marked where it does, and its bottom is not given there', () => {
  const leaving = sampleLog({ path: Float64Array.of(0, 50, 0, 100, 60, 50, 40, 55) });
  const { layers, legend } = layersOf([leaving], 15);
  expect(legend.map(({ label }) => label)).toContain('钻孔由此出投影带');
  const texts = layers
    .find(({ id }) => id === 'HOLE-DEPTH')!
    .shapes.flatMap((shape) => (shape.type === 'text' ? shape.text : []));
  expect(texts).not.toContain('60.00');
});

test('in plan a hole has its collar, its way, its name, and the rock at the level', () => {
  const plan = (log: BoreholeLog) =>
    holePlanLayers([log], {
      up: 60,
      paper: PAPER,
      language: 'en',
      toDrawing: (east, north) => [east, north],
      eastingOffset: 0,
    });
  const { layers } = plan(sampleLog());
  expect(layers.map(({ id }) => id)).toEqual(['HOLE-TRACE', 'HOLE-LEVEL', 'HOLE-COLLAR', 'HOLE-NAME']);
  expect(layers[1]!.shapes[0]).toMatchObject({ fill: { colour: '#8fb8d8' } });
  const unknown = plan(
    sampleLog({ path: null, height: null, plan: { easting: metres(50), northing: metres(8) } }),
  );
  expect(unknown.legend.map(({ label }) => label)).toContain('Borehole, collar height unknown');
  expect(unknown.layers.map(({ id }) => id)).toEqual(['HOLE-COLLAR', 'HOLE-NAME']);
  expect(plan(sampleLog({ path: null, height: null, plan: null })).legend[0]!.label).toContain(
    '1 hole(s) of unknown',
  );
});
