import { expect, test } from 'vitest';
import type { CountyLive } from '../../../domain/contracts/county-live.ts';
import { testTimers } from '../../live/wire/test-timers.test-data.ts';
import type { Fetched } from '../../shell/fetch-json.ts';
import { keepLive, STALE_AFTER_MS } from './keep-live.ts';

const LIVE = { county: 'one', time: 0, mines: {} } as CountyLive;
type Answer = 'tells' | 'refuses' | 'hangs';

const kept = (first: Answer = 'tells') => {
  const { timers, pass } = testTimers();
  const seen = { asked: 0, told: 0, stale: 0, answer: first, hidden: false };
  const keeper = keepLive({
    timers,
    isHidden: () => seen.hidden,
    onAnswer: () => void seen.told++,
    onStale: () => void seen.stale++,
    ask: (signal): Promise<Fetched<CountyLive>> => {
      seen.asked++;
      if (seen.answer === 'tells') return Promise.resolve({ ok: true, value: LIVE });
      if (seen.answer === 'refuses')
        return Promise.resolve({ ok: false, failure: { kind: 'unreachable', url: '', detail: '' } });
      return new Promise((_, fail) => {
        signal.addEventListener('abort', () => fail(new Error('aborted')));
      });
    },
  });
  return { seen, pass, keeper };
};

test('is asked every five seconds, and is not stale while it is answered', async () => {
  const { seen, pass, keeper } = kept();
  await pass(31_000);
  expect(seen).toMatchObject({ asked: 7, told: 7, stale: 0 });
  keeper.stop();
  await pass(60_000);
  expect(seen).toMatchObject({ asked: 7, stale: 0 });
});

test('a gateway that refuses makes it stale at once, and one answer makes it fresh again', async () => {
  const { seen, pass } = kept();
  await pass(1_000);
  seen.answer = 'refuses';
  await pass(5_000);
  expect(seen).toMatchObject({ told: 1, stale: 1 });
  seen.answer = 'tells';
  await pass(5_000);
  expect(seen).toMatchObject({ told: 2, stale: 1 });
});

test('a gateway that takes the question and says nothing is found out, and asked again', async () => {
  const { seen, pass } = kept();
  await pass(1_000);
  seen.answer = 'hangs';
  await pass(STALE_AFTER_MS);
  expect(seen.stale).toBeGreaterThan(0);
  seen.answer = 'tells';
  await pass(5_000);
  expect(seen.told).toBe(2);
  const never = kept('hangs');
  await never.pass(10_000);
  expect(never.seen).toMatchObject({ told: 0, stale: 1 });
});

test('a page nobody looks at asks nothing and goes stale; looked at again it asks at once', async () => {
  const { seen, pass, keeper } = kept();
  await pass(1_000);
  seen.hidden = true;
  await pass(STALE_AFTER_MS);
  expect(seen).toMatchObject({ asked: 1, stale: 1 });
  seen.hidden = false;
  keeper.askNow();
  await pass(10);
  expect(seen).toMatchObject({ asked: 2, told: 2 });
});
