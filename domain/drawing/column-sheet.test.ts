import DxfParser from 'dxf-parser';
import { expect, test } from 'vitest';
import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import type { ColumnContent } from './column-layout.ts';
import { chooseColumn, columnSheet, fitsColumn } from './column-sheet.ts';
import type { Drawing } from './drawing.ts';
import { drawingToDxf } from './dxf.ts';
import { sampleLog } from './sample-log.test-kit.ts';

const content = (log: BoreholeLog, language: 'zh' | 'en' = 'zh'): ColumnContent => ({
  log,
  language,
  block: {
    mine: '样例矿',
    title: '钻孔柱状图 ZK1',
    number: null,
    revision: null,
    surveyDate: null,
    coordinateSystem: 'CGCS2000',
    heightDatum: '1985',
    dataRevision: 'abc',
    provenance: 'synthetic',
  },
  elevationAt: log.height === null ? null : (depth) => log.height! - depth,
  eastingOffset: 39e6,
});
const made = (log: BoreholeLog, language: 'zh' | 'en' = 'zh'): Drawing => {
  const whole = content(log, language);
  return columnSheet(whole, chooseColumn(whole, { scale: null, paper: null }).choice);
};
const texts = (drawing: Drawing, id: string): string[] =>
  drawing.layers
    .find((layer) => layer.id === id)!
    .shapes.flatMap((shape) => (shape.type === 'text' ? shape.text : []));

test('the sheet is the smallest that holds the hole, at the largest scale', () => {
  const { choice, fits } = chooseColumn(content(sampleLog()), { scale: null, paper: null });
  // 70 m at 1:500 are 140 mm; at 1:200 they would be 350.
  expect({ ...choice, fits }).toEqual({ size: 'A4', orientation: 'portrait', scale: 500, fits: true });
  expect(fitsColumn(content(sampleLog()), { ...choice, scale: 200 })).toBe(false);
});

test('each layer has its depth, length and elevation', () => {
  const drawing = made(sampleLog());
  expect(texts(drawing, 'LAYER-TEXT')).toEqual(
    expect.arrayContaining(['20.00', '60.00', '40.00', '80.00', '40.00', '黏土', '灰岩', '未编录']),
  );
  expect(texts(drawing, 'HEAD')).toEqual(expect.arrayContaining(['39500050.00', '100.00 m', 'ZK1']));
});

test('depths are true to scale in CAD: the y of a point is its depth', () => {
  const dxf = new DxfParser().parseSync(drawingToDxf(made(sampleLog())))!;
  const column = (
    dxf.entities as unknown as { type: string; layer: string; vertices: { y: number }[] }[]
  ).filter(({ type, layer }) => type === 'LWPOLYLINE' && layer === 'COLUMN');
  const depths = column.flatMap(({ vertices }) => vertices.map(({ y }) => Math.round(-y * 1000) / 1000));
  expect([...new Set(depths)].sort((a, b) => a - b)).toEqual([0, 20, 60, 70]);
});

test('without a collar height the column is drawn and every elevation says unknown', () => {
  const drawing = made(sampleLog({ height: null, path: null, plan: null }));
  expect(texts(drawing, 'LAYER-TEXT').filter((text) => text === '未知')).toHaveLength(3);
  expect(texts(drawing, 'HEAD').filter((text) => text === '未知')).toHaveLength(3);
  expect(texts(drawing, 'NOTES').join(' ')).toContain('孔口标高未知');
  expect(texts(drawing, 'LAYER-TEXT')).toContain('60.00');
});

test('assays are bars at their depth, structures have their attitude, what is not known of it is left out', () => {
  const drawing = made(
    sampleLog({
      assays: [
        { from: 20, to: 40, values: { tfe: 55 } },
        { from: 40, to: 60, values: { tfe: null } },
      ] as never,
      assayColumns: [{ id: 'tfe', name: { zh: '全铁', en: 'TFe' }, type: 'number', unit: '%', decimals: 1 }],
      structures: [
        { depth: 30, kind: { zh: '断层', en: 'fault' }, dip: 65, dipDirection: 120, values: {} },
        { depth: 31, kind: null, dip: 40, dipDirection: null, values: {} },
      ] as never,
    }),
    'en',
  );
  const bars = drawing.layers.find(({ id }) => id === 'ASSAY')!.shapes.filter(({ type }) => type === 'area');
  expect(bars).toHaveLength(1);
  expect(texts(drawing, 'ASSAY')).toContain('55.0');
  expect(texts(drawing, 'STRUCTURE')).toEqual(expect.arrayContaining(['fault 120°∠65°', 'unknown ∠40°']));
});
