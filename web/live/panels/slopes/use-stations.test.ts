import { expect, test } from 'vitest';
import type { Trend } from '../../../../domain/contracts/live/trend.ts';
import { totalDisplacement } from '../../../../domain/slopes/displacement-series.ts';
import { joinTrends, seriesOf } from './use-stations.ts';

const trend = (time: number[], ...values: (number | null)[][]): Trend => ({
  device: 'BP-1',
  metrics: ['slope.e', 'slope.n', 'slope.u', 'slope.los'],
  time,
  values,
  first: null,
});

test('the finer means take over where they begin', () => {
  const long = trend([1, 2, 3, 4], [1, 2, 3, 4]);
  expect(joinTrends(long, trend([3, 3.5, 4], [30, 35, 40]))).toMatchObject({
    time: [1, 2, 3, 3.5, 4],
    values: [[1, 2, 30, 35, 40]],
  });
  expect(joinTrends(long, trend([], []))).toMatchObject({ time: [1, 2, 3, 4] });
});

test('displacement counts from the first hour of the station, not of what is shown', () => {
  const gnss = seriesOf({
    ...trend([5, 6], [31, 31], [0, 0], [0, 0], [null, null]),
    first: { time: 1, values: [1, 0, 0, null] },
  });
  expect(totalDisplacement(gnss.series)?.length).toBe(30);
});

test('a fix needs all three axes; a radar point has its line of sight; a silent one has nothing', () => {
  const none = [null, null];
  const gnss = seriesOf(trend([1, 2], [1, 2], [3, null], [5, 6], none));
  expect([gnss.lineOfSight, [...gnss.series.time]]).toEqual([false, [1]]);
  const radar = seriesOf(trend([1, 2], none, none, none, [7, 8]));
  expect([radar.lineOfSight, [...radar.series.east]]).toEqual([true, [7, 8]]);
  expect(seriesOf(trend([], [], [], [], [])).series.time.length).toBe(0);
});
