import { expect, test } from 'vitest';
import { composeSheet, fieldOf, fitsSheet, type SheetContent, smallestSheet } from './compose-sheet.ts';
import { type Drawing, modelToPaper, SCALES, type Shape } from './drawing.ts';
import { makeSheet, SHEET_SIZES } from './sheet.ts';
import { textWidth } from './text-width.ts';

const content = (kind: Drawing['kind'], more: Partial<SheetContent> = {}): SheetContent => ({
  kind,
  language: 'zh',
  extent: { left: 0, bottom: -300, right: 400, top: -100 },
  layers: [
    {
      id: 'UNIT-LS',
      name: { zh: '灰岩', en: 'Limestone' },
      space: 'model',
      shapes: [
        {
          type: 'area',
          rings: [
            [
              [0, -300],
              [400, -300],
              [400, -100],
              [0, -140],
            ],
          ],
          fill: { colour: '#8fb8d8', pattern: 'limestone' },
        },
      ],
    },
  ],
  legend: [{ label: '灰岩', fill: { colour: '#8fb8d8', pattern: 'limestone' } }],
  block: {
    mine: '青石铁矿（演示）',
    title: '1—1′ 地质剖面图',
    number: 'QS-P-01',
    revision: 'B',
    surveyDate: '2026-09-30',
    coordinateSystem: 'CGCS2000 / 3-degree Gauss-Krüger zone 39 (EPSG:4527)',
    heightDatum: '1985国家高程基准 (1985 National Height Datum)',
    dataRevision: '3f2a91c0',
    provenance: 'synthetic',
  },
  corners: [
    { chainage: 0, easting: 39_512_345, northing: 3_909_800 },
    { chainage: 400, easting: 39_512_585, northing: 3_910_120 },
  ],
  ends: ['1', '1′'],
  ...more,
});
const shapesOf = (drawing: Drawing, id: string): readonly Shape[] =>
  drawing.layers.find((layer) => layer.id === id)!.shapes;
const textsOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : []));

test('400 m at 1:2000 are 200 mm on paper, in the middle of the field', () => {
  const drawing = composeSheet(content('section'), {
    size: 'A3',
    orientation: 'landscape',
    scale: 2000,
    exaggeration: 1,
  });
  const [left] = modelToPaper(drawing.view, [0, -200]);
  const [right, middle] = modelToPaper(drawing.view, [400, -200]);
  expect(right - left).toBeCloseTo(200, 9);
  const field = fieldOf(makeSheet('A3', 'landscape'));
  expect(left - field.left).toBeCloseTo(field.right - right, 9);
  expect(middle).toBeCloseTo((field.top + field.bottom) / 2, 9);
});

test('the smallest sheet has room and the next smaller has none', () => {
  const { extent } = content('section');
  for (const scale of SCALES) {
    const o = { scale, exaggeration: 1 };
    const found = smallestSheet(extent, o);
    if (!found) {
      expect(fitsSheet(extent, { size: 'A0', orientation: 'landscape', ...o })).toBe(false);
      continue;
    }
    expect(fitsSheet(extent, { ...found, ...o })).toBe(true);
    const smaller = SHEET_SIZES[SHEET_SIZES.indexOf(found.size) + 1];
    if (smaller)
      for (const orientation of ['landscape', 'portrait'] as const)
        expect(fitsSheet(extent, { size: smaller, orientation, ...o })).toBe(false);
  }
});

test.each(SHEET_SIZES)(
  'on %s everything of the furniture lies inside the paper, in both directions and languages',
  (size) => {
    for (const orientation of ['landscape', 'portrait'] as const)
      for (const language of ['zh', 'en'] as const)
        for (const kind of ['plan', 'section'] as const) {
          const drawing = composeSheet(content(kind, { language }), {
            size,
            orientation,
            scale: 1000,
            exaggeration: 1,
          });
          for (const layer of drawing.layers.filter(({ space }) => space === 'paper'))
            for (const { at, text, size: height, anchor, angle = 0 } of textsOf(layer.shapes)) {
              const width = textWidth(text, height);
              const start = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width;
              const [x1, x2] = angle === 90 ? [at[0], at[0]] : [at[0] + start, at[0] + start + width];
              expect(x1, `${layer.id}: ${text}`).toBeGreaterThanOrEqual(0);
              expect(x2, `${layer.id}: ${text}`).toBeLessThanOrEqual(drawing.sheet.width);
            }
        }
  },
);

test('a stretched section says so beside its scale, and synthetic data in its title block', () => {
  const drawing = composeSheet(content('section'), {
    size: 'A2',
    orientation: 'landscape',
    scale: 2000,
    exaggeration: 4,
  });
  const texts = textsOf(shapesOf(drawing, 'TITLE')).map(({ text }) => text);
  expect(texts).toContain('水平 1:2000 垂直 1:500');
  expect(texts).toContain('合成数据，不得用于生产');
  expect(texts).toContain('主要负责人');
});

test('a survey date nobody gave is unknown, not today', () => {
  const { block } = content('plan');
  const drawing = composeSheet(content('plan', { block: { ...block, surveyDate: null } }), {
    size: 'A3',
    orientation: 'landscape',
    scale: 1000,
    exaggeration: 1,
  });
  expect(textsOf(shapesOf(drawing, 'TITLE')).map(({ text }) => text)).toContain('未知');
});

test('a legend too long for its room says how many lines are missing', () => {
  const legend = Array.from({ length: 60 }, (_, i) => ({
    label: `第 ${i + 1} 层`,
    fill: { colour: '#cccccc' },
  }));
  const drawing = composeSheet(content('section', { legend }), {
    size: 'A4',
    orientation: 'landscape',
    scale: 2000,
    exaggeration: 1,
  });
  const texts = textsOf(shapesOf(drawing, 'LEGEND')).map(({ text }) => text);
  const listed = texts.filter((text) => text.startsWith('第')).length;
  expect(texts).toContain(`另有 ${60 - listed} 项未列出`);
});
