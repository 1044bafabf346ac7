import { expect, test } from 'vitest';
import type { SourcedLayer } from './layer-draft.ts';
import type { PlacedSource } from './mine-context.ts';
import { withValueNames } from './value-names.ts';

const RAMP = { zh: '斜坡道', en: 'ramp' };
const text = (id: string) => ({ id, name: { zh: id, en: id }, type: 'string' as const });
const legend = (key: string) => ({ key, name: { zh: key, en: key }, colour: '#101010', count: 1 });
const layer = {
  id: 'roadways',
  sources: ['a'],
  properties: [text('type'), text('typeWritten'), text('level')],
  legend: [legend('斜坡道'), legend('石门')],
} as unknown as SourcedLayer;
const source = (id: string, values: unknown) => ({ id, source: { values } }) as unknown as PlacedSource;

test('names of coded values reach the column, its spelling as written and the legend', () => {
  const named = withValueNames(layer, [source('a', { type: { 斜坡道: RAMP } })]);
  expect(named.properties.map(({ values }) => values)).toEqual([
    { 斜坡道: RAMP },
    { 斜坡道: RAMP },
    undefined,
  ]);
  expect(named.legend.map(({ name }) => name.en)).toEqual(['ramp', '石门']);
});

test('the names of another layer’s source change nothing', () => {
  expect(withValueNames(layer, [source('b', { type: { 斜坡道: RAMP } })])).toBe(layer);
});
