import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { trendSchema } from '../../../domain/contracts/live/trend.ts';
import { addTrendsRoute } from './trends-route.ts';

const asked: unknown[] = [];
const server = Fastify();
addTrendsRoute(server, {
  isLive: (mine) => mine === 'pit',
  storeOf: () => ({
    binned: async (...question) => {
      asked.push(question);
      return { time: Float64Array.of(1, 2), values: [Float64Array.of(5, Number.NaN)] };
    },
    firstHour: async (_mine, device, metrics) => {
      asked.push([device, metrics]);
      return { time: 0.5, values: [4, Number.NaN] };
    },
  }),
});
const get = (query: string, mine = 'pit') => server.inject(`/api/mines/${mine}/trend?${query}`);

test('means over bins, a missing one as null', async () => {
  const answer = await get('device=SW-1&metrics=water.level&from=0&to=60000&bin=1000');
  expect(answer.statusCode).toBe(200);
  expect(trendSchema.parse(answer.json())).toEqual({
    device: 'SW-1',
    metrics: ['water.level'],
    time: [1, 2],
    values: [[5, null]],
    first: null,
  });
  expect(asked.at(-1)).toEqual(['pit', 'SW-1', ['water.level'], { from: 0, to: 60_000, binMs: 1000 }]);
});

test('of a slope station also where it was in its first hour', async () => {
  const answer = await get('device=BP-1&metrics=slope.e,slope.los&from=0&to=60000&bin=1000');
  expect(trendSchema.parse(answer.json()).first).toEqual({ time: 0.5, values: [4, null] });
  expect(asked).toContainEqual(['BP-1', ['slope.e', 'slope.los']]);
});

test.each([
  ['device=..&metrics=water.level&from=0&to=60000&bin=1000', 'device'],
  ['device=A&metrics=water;level&from=0&to=60000&bin=1000', 'metrics'],
  ['device=A&metrics=water.level&from=60000&to=0&bin=1000', 'from must be before to'],
  ['device=A&metrics=water.level&from=0&to=99999999999&bin=1000', 'at most 5000 bins'],
  ['device=A&metrics=water.level&from=0&to=x&bin=1000', 'to'],
  ['device=A&metrics=water.level&from=0&to=60000&bin=1000&more=1', 'more'],
])('a bad question is told what is wrong: %s', async (query, names) => {
  const answer = await get(query);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().detail).toContain(names);
});

test('a mine without a live side is said so', async () => {
  const answer = await get('device=A&metrics=water.level&from=0&to=60000&bin=1000', 'other');
  expect(answer.statusCode).toBe(404);
  expect(answer.json().detail).toContain('other');
});
