import { expect, it } from 'vitest';
import type { CountLabel } from '../county-view.ts';
import { changedLabels } from './live-counts.ts';

const label = (id: string, text: string, at: CountLabel['at'] = [117, 35]): CountLabel => ({
  ...{ id, at, zh: `${id}矿`, en: `Mine ${id}`, text, isStale: false, warning: null, sos: 0 },
});
const known = new Map(['a', 'b', 'c'].map((id) => [id, label(id, '3')]));

it('tells the map of counts that changed, came or went, and of no other', () => {
  const next = [label('a', '3'), label('b', '4'), label('d', '1')];
  expect(changedLabels(known, next)).toEqual({ add: [label('b', '4'), label('d', '1')], remove: ['c'] });
});

it('tells of a mine that moved, and nothing where nothing is new', () => {
  const moved = [label('a', '3', [117.1, 35]), label('b', '3'), label('c', '3')];
  expect(changedLabels(known, moved)?.add).toEqual([moved[0]]);
  expect(changedLabels(known, [...known.values()])).toBeNull();
});

it('tells of a mine that begins to be warned of, calls for help, or of which nothing new is heard', () => {
  const warned = { ...label('a', '3'), warning: 'red' as const };
  const calling = { ...label('b', '3'), sos: 1 };
  const stale = { ...label('c', '3'), isStale: true };
  expect(changedLabels(known, [warned, calling, stale])?.add).toEqual([warned, calling, stale]);
});
