import { describe, expect, test } from 'vitest';
import { tinyAlarm } from '../../domain/rules/tiny-alarm.test-kit.ts';
import { createLiveCounts, type LiveMineNow, standingOf } from './live-mines.ts';

describe('standingOf', () => {
  test('what stands, with its highest level', () => {
    const answered = { at: 1, by: '值班长', note: '' };
    expect(
      standingOf([
        tinyAlarm({ id: 'a', warning: 'yellow' }),
        tinyAlarm({ id: 'b', warning: 'orange', acknowledged: answered }),
        tinyAlarm({ id: 'c', warning: null, urgency: 'sos' }),
        tinyAlarm({ id: 'd', warning: 'red', clearedAt: 5 }),
      ]),
    ).toEqual({ standing: 3, unanswered: 2, sos: 1, warning: 'orange' });
  });

  test('alarms without a level make no level', () => {
    expect(standingOf([tinyAlarm({ warning: null })])).toMatchObject({ standing: 1, warning: null });
    expect(standingOf([]).warning).toBeNull();
  });
});

test('a mine with no live side is not listed, and alarms are looked through only when one changed', () => {
  let looked = 0;
  let alarmRevision = 0;
  const mine: LiveMineNow = {
    synthetic: true,
    peopleBelow: () => ({ fresh: 3, stale: 1, lost: 2, unplaced: 0, neverHeard: 4 }),
    get alarmRevision() {
      return alarmRevision;
    },
    alarms: () => {
      looked++;
      return [tinyAlarm({ warning: 'red' })];
    },
  };
  const counts = createLiveCounts((id) => (id === 'east' ? mine : null));
  const asked = [{ id: 'west' }, { id: 'east' }];
  counts(asked);
  expect(counts(asked)).toEqual({
    ...{ id: ['east'], fresh: [3], stale: [1], lost: [2], unplaced: [0], neverHeard: [4] },
    ...{ standing: [1], unanswered: [1], sos: [0], warning: ['red'], synthetic: [true] },
  });
  expect(looked).toBe(1);
  alarmRevision++;
  counts(asked);
  expect(looked).toBe(2);
});
