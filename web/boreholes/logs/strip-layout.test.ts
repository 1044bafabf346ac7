import { expect, test } from 'vitest';
import { hangLogs } from '../../../domain/boreholes/hang-logs.ts';
import { sampleLog } from '../../../domain/boreholes/sample-logs.test-kit.ts';
import { MARGIN, stripLayout, WIDTHS } from './strip-layout.ts';

const logs = [sampleLog('A', [['clay', 0, 100]], 50), sampleLog('B', [['clay', 0, 40]], 90)].map((log) => ({
  log,
  contacts: [],
}));
const hung = hangLogs(logs, { on: 'elevation' });

test('all holes fit the panel, and a height leads back to its metres', () => {
  const layout = stripLayout(hung, { beside: 0, room: 300, zoom: 1 });
  expect(layout.height).toBeCloseTo(300, 9);
  expect([layout.top, layout.base]).toEqual([-90, 50]);
  expect(layout.yOf(-90)).toBe(MARGIN);
  expect(layout.metresOf(layout.yOf(-12.5))).toBeCloseTo(-12.5, 9);
});

test('strips stand beside each other with room to join their contacts', () => {
  const { places, width } = stripLayout(hung, { beside: 200, room: 300, zoom: 1 });
  expect(places[1]!.left - places[0]!.right).toBe(WIDTHS.gap);
  expect(width).toBeGreaterThan(places[1]!.right);
  const alone = stripLayout(hung.slice(0, 1), { beside: 200, room: 300, zoom: 1 });
  expect(alone.places[0]!.right - places[0]!.right).toBe(200);
});

test('zooming in makes it taller, to a limit', () => {
  const heights = [2, 1000, 2000].map((zoom) => stripLayout(hung, { beside: 0, room: 300, zoom }).height);
  expect(heights[0]).toBeGreaterThan(500);
  expect(heights[1]).toBe(heights[2]);
});
