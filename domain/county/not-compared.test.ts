import { expect, it } from 'vitest';
import { MIDDLE, sampleFeature, square } from './county.test-kit.ts';
import { checksOf, notComparedAsOf, notComparedOn } from './not-compared.ts';

const goaf = (id: string, more: Parameters<typeof sampleFeature>[1]) =>
  sampleFeature({ type: 'prism', rings: [square(MIDDLE, 0.0005)], bottom: -40, top: -20 }, { id, ...more });
const features = [
  goaf('always', {}),
  goaf('begun after', { from: '2026-11-15' }),
  goaf('ended before', { from: '2015-01-01', to: '2024-01-01' }),
  goaf('on the very day', { from: '2026-11-01', to: '2026-11-01' }),
];

it('keeps by name what was not there on the day of the comparison, for the days it is there', () => {
  const report = { notCompared: notComparedAsOf(features, '2026-11-01') };
  expect(report.notCompared.map(({ feature }) => feature)).toEqual(['begun after', 'ended before']);
  const on = (day: string) => notComparedOn(report, day).map(({ feature }) => feature);
  expect(on('2026-11-01')).toEqual([]);
  expect(on('2026-11-30')).toEqual(['begun after']);
  expect(on('2022-06-30')).toEqual(['ended before']);
  expect(notComparedOn({}, '2026-11-30')).toEqual([]);
});

it('leaves nothing out where nobody said which day', () => {
  expect(notComparedAsOf(features, null)).toEqual([]);
});

it('knows which checks a kind of thing is asked by', () => {
  expect(checksOf('aquifer')).toEqual(['shared-water-path']);
  expect(checksOf('goaf')).toContain('goaf-across-boundary');
});
