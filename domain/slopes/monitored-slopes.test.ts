import { expect, test } from 'vitest';
import type { SlopeHeightRule } from '../contracts/live/rule-book.ts';
import type { SetupSlope } from '../contracts/live/setup.ts';
import { slopeMonitoring } from './monitored-slopes.ts';

const rule = (o: Partial<SlopeHeightRule>): SlopeHeightRule => ({
  id: 'R',
  object: 'slope',
  op: '>=',
  value: 100,
  basis: 'design',
  meaning: 'network',
  jurisdiction: '滕州',
  clause: 'TZ 8(2)',
  status: 'source document',
  ...o,
});
const slope = (o: Partial<SetupSlope>): SetupSlope => ({
  id: 'S',
  name: { zh: '东帮', en: 'East wall' },
  kind: 'slope',
  stations: [],
  outline: [],
  ...o,
});
const answer = (s: Partial<SetupSlope>, r: Partial<SlopeHeightRule>) =>
  slopeMonitoring([slope(s)], [rule(r)], () => true)[0]!.duties[0]?.answer;

test('each rule is judged by the height it means', () => {
  expect(answer({ designHeight: 100, currentHeight: 60 }, {})).toBe('required');
  expect(answer({ designHeight: 90, currentHeight: 160 }, {})).toBe('not-required');
  expect(answer({ designHeight: 100 }, { op: '>' })).toBe('not-required');
  expect(answer({ designHeight: 180 }, { basis: 'current', value: 150 })).toBe('unknown');
  expect(answer({ currentHeight: 150 }, { basis: 'current', value: 150 })).toBe('required');
});

test('a rule that does not name its height is disputed where the heights disagree', () => {
  const unspecified = { basis: 'unspecified', op: '>', value: 150 } as const;
  expect(answer({ designHeight: 180, currentHeight: 120 }, unspecified)).toBe('disputed');
  expect(answer({ designHeight: 180, currentHeight: 160 }, unspecified)).toBe('required');
  expect(answer({ designHeight: 120, currentHeight: 100 }, unspecified)).toBe('not-required');
  expect(answer({ currentHeight: 100 }, unspecified)).toBe('unknown');
  expect(answer({}, unspecified)).toBe('unknown');
});

test('rules for dumps are not held against slopes', () => {
  expect(answer({ designHeight: 300 }, { object: 'waste-dump' })).toBeUndefined();
});

test('a duty without a working station is missing; what is not known is not called monitored', () => {
  const state = (stations: string[], works: boolean | null, designHeight?: number) =>
    slopeMonitoring([slope({ stations, designHeight })], [rule({})], () => works)[0]!.state;
  expect(state(['A'], true, 120)).toBe('monitored');
  expect(state(['A'], false, 120)).toBe('missing');
  expect(state([], true, 120)).toBe('missing');
  expect(state(['A'], null, 120)).toBe('unknown');
  expect(state([], true, 80)).toBe('no-duty');
  expect(state([], true)).toBe('unknown');
});
