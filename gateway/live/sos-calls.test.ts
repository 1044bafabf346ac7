import { expect, test } from 'vitest';
import { FINDER, HEIGHTS, positions, T0 } from './picture/picture.test-data.ts';
import { createSpotOfRow } from './picture/spot-of-row.ts';
import { createSosCalls } from './sos-calls.ts';

const tag = (more: Record<string, unknown> = {}) => ({ id: 'T1', e: 50, n: 0, h: -50, ...more });
const calls = () => createSosCalls(createSpotOfRow(FINDER, HEIGHTS));

test('a press in a backlog, in a late message or between two judgements is told once', () => {
  const all = calls();
  all.note(positions(T0, [tag({ sos: true })], { receivedAt: T0 + 600_000 }));
  all.note(positions(T0 + 1000, [tag({ e: 60 })], { receivedAt: T0 + 600_001 }));
  all.note(positions(T0 + 500, [tag({ e: 55, sos: true })], { late: true, receivedAt: T0 + 600_002 }));
  all.note(positions(T0 + 200, [tag({ e: 52, sos: true })], { late: true, receivedAt: T0 + 600_003 }));
  expect([...all.waiting]).toEqual([['T1', { first: T0, at: T0 + 500, enu: [55, 0, -50], spot: 1 }]]);
  all.judged();
  expect(all.waiting.size).toBe(0);
});

test('a call from a place that cannot be is a call all the same, and a clock that runs ahead does not date it', () => {
  const all = calls();
  all.note(positions(T0 + 5000, [tag({ e: 9e6, sos: true })], { receivedAt: T0 }));
  expect([...all.waiting.values()]).toEqual([{ first: T0, at: T0, enu: null, spot: 0 }]);
});
