import { expect, test } from 'vitest';
import type { CountySite, RegisterMine } from '../../../domain/contracts/county.ts';
import { findPlaces } from './find-places.ts';

const mines = [
  {
    id: 'a',
    name: { zh: '青石铁矿', en: 'Qingshi Iron' },
    owner: '云岫矿业',
    at: [117, 35],
    type: 'open-pit',
  },
  { id: 'b', name: { zh: '大青石矿', en: 'Great Bluestone' }, owner: null, at: [117, 35], type: 'open-pit' },
] as unknown as RegisterMine[];
const sites = [
  {
    id: 's',
    name: { zh: '青石尾矿库', en: 'Qingshi pond' },
    at: [117, 35],
    kind: 'tailings-pond',
    fields: { builtAs: 'valley-fill', stoppedSince: '2021-01-01' },
  },
] as unknown as CountySite[];
const ids = (text: string) => findPlaces(text, { mines, sites }).places.map(({ id }) => id);

test('names that begin with the text come first', () => expect(ids('青石')).toEqual(['a', 's', 'b']));
test('owners and English names are found, whatever the case', () => {
  expect(ids('云岫')).toEqual(['a']);
  expect(ids('QINGSHI pond')).toEqual(['s']);
});
test('sites are found by what they are, after all that is called so', () => {
  expect(ids('填沟造地')).toEqual(['s']);
  expect(ids('tailings')).toEqual(['s']);
  expect(ids('2021')).toEqual([]);
});
test('nothing asked, nothing found', () => expect(ids('  ')).toEqual([]));
test('what the list has no room for is counted', () => {
  const many = Array.from({ length: 15 }, (_, i) => ({ ...mines[0]!, id: `m${i}` }));
  const { places, more } = findPlaces('青石', { mines: many, sites: [] });
  expect([places.length, more]).toEqual([12, 3]);
  expect(findPlaces('青石', { mines, sites }).more).toBe(0);
});
