import { expect, test } from 'vitest';
import { createLithologyLegend, NO_LITHOLOGY } from './lithology-legend.ts';

const MAGNETITE = {
  code: 'Fe1',
  name: { zh: '磁铁矿体', en: 'magnetite ore' },
  synonyms: ['ORE', '磁铁矿'],
  colour: '#112233',
};

test('the manifest wins over the known palette, and synonyms are one entry', () => {
  const legend = createLithologyLegend([MAGNETITE], ['ore', '磁铁矿', ' Ore ']);
  expect(legend.entryOf('ore')).toEqual({ key: 'Fe1', name: MAGNETITE.name, colour: '#112233' });
  expect(legend.entryOf('磁铁矿').key).toBe('Fe1');
  expect(legend.unknown.size).toBe(0);
});

test('a common rock has its colour without a manifest entry', () => {
  const legend = createLithologyLegend([], ['石灰岩', 'Limestone']);
  expect(legend.entryOf('石灰岩')).toEqual(legend.entryOf('Limestone'));
  expect(legend.unknown.size).toBe(0);
});

test('unknown rocks are counted and coloured the same whatever order they come in', () => {
  const forward = createLithologyLegend([], ['Zx', 'Qa', 'Zx', 'Mm']);
  const backward = createLithologyLegend([], ['Mm', 'Zx', 'Qa', 'Zx']);
  expect([...forward.unknown]).toEqual([
    ['Mm', 1],
    ['Qa', 1],
    ['Zx', 2],
  ]);
  const colours = ['Zx', 'Qa', 'Mm'].map((text) => forward.entryOf(text).colour);
  expect(new Set(colours).size).toBe(3);
  expect(['Zx', 'Qa', 'Mm'].map((text) => backward.entryOf(text).colour)).toEqual(colours);
});

test('no rock is not a rock', () => {
  const legend = createLithologyLegend([], [null, '  ']);
  expect(legend.entryOf(null)).toBe(NO_LITHOLOGY);
  expect(legend.entryOf('  ')).toBe(NO_LITHOLOGY);
  expect(legend.unknown.size).toBe(0);
});
