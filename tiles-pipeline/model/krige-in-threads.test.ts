import { expect, test } from 'vitest';
import type { GridSpec } from '../../domain/geology/geological-model.ts';
import type { Metres } from '../../domain/units/quantities.ts';
import { krigeInThreads } from './krige-in-threads.ts';

const points = Array.from(
  { length: 80 },
  (_, i) => [(i * 173) % 997, (i * 389) % 991, Math.sin(i) * 10] as const,
);
const job = {
  data: {
    x: Float64Array.from(points, (p) => p[0]),
    y: Float64Array.from(points, (p) => p[1]),
    z: Float64Array.from(points, (p) => p[2]),
  },
  grid: {
    east: 0 as Metres,
    north: 0 as Metres,
    cell: 4 as Metres,
    columns: 250,
    rows: 250,
  } satisfies GridSpec,
  model: { type: 'exponential', nugget: 1, partialSill: 30, range: 150 as Metres },
  neighbourhood: { count: 16 },
} as const;

test('two threads give what one gives, bit for bit', async () => {
  const [one, two] = [await krigeInThreads(job, 1), await krigeInThreads(job, 2)];
  expect(two.estimate.length).toBe(62_500);
  expect(two).toEqual(one);
});

test('an error in a thread is the caller’s', async () => {
  const wrong = { ...job, model: { ...job.model, range: 0 as Metres } };
  await expect(krigeInThreads(wrong, 2)).rejects.toThrow('not a variogram model');
});
