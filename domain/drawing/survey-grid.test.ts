import { expect, test } from 'vitest';
import type { DrawingView, Shape } from './drawing.ts';
import { gridCrossings, gridStep, planGrid, sectionGrid } from './survey-grid.ts';

const field = { left: 40, bottom: 30, right: 240, top: 180 };
const texts = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : []));

test.each([
  [200, 10],
  [500, 20],
  [1000, 50],
  [2000, 100],
  [10_000, 500],
])('at 1:%d lines are %d m apart', (scale, step) => expect(gridStep(scale)).toBe(step));

test('a plan names eastings Y, with their zone, and northings X, where they lie on the paper', () => {
  const view: DrawingView = { scale: 1000, model: [39_512_300, 3_909_800], paper: [40, 30], exaggeration: 1 };
  const shapes = texts(planGrid(view, field).shapes);
  const below = shapes.filter(({ at }) => at[1] < field.bottom);
  expect(below.map(({ text, at }) => [text, at[0]])).toEqual([
    ['Y 39512300', 40],
    ['Y 39512350', 90],
    ['Y 39512400', 140],
    ['Y 39512450', 190],
    ['Y 39512500', 240],
  ]);
  expect(shapes.filter(({ at }) => at[0] < field.left).map(({ text }) => text)).toEqual([
    'X 3909800',
    'X 3909850',
    'X 3909900',
    'X 3909950',
  ]);
});

test('a section meets the survey grid at the chainages where its line does', () => {
  const corners = [
    { chainage: 0, easting: 950, northing: 2000 },
    { chainage: 100, easting: 1050, northing: 2000 },
    { chainage: 200, easting: 1050, northing: 2100 },
  ];
  expect(gridCrossings(corners, 50)).toEqual([
    { chainage: 0, axis: 'Y', value: 950 },
    { chainage: 50, axis: 'Y', value: 1000 },
    { chainage: 100, axis: 'Y', value: 1050 },
    { chainage: 150, axis: 'X', value: 2050 },
    { chainage: 200, axis: 'X', value: 2100 },
  ]);
});

test('heights of a stretched section are as far apart on paper as others', () => {
  const view: DrawingView = { scale: 2000, model: [0, -100], paper: [40, 30], exaggeration: 2 };
  const heights = texts(sectionGrid(view, field, []).shapes).filter(({ anchor }) => anchor === 'end');
  // 50 m at 1:1000.
  expect(heights.map(({ text, at }) => [text, at[1] + 0.8])).toEqual([
    ['-100', 30],
    ['-50', 80],
    ['0', 130],
    ['50', 180],
  ]);
});
