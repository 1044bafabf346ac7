import { describe, expect, it } from 'vitest';
import { tinyAlarm } from '../../../domain/rules/tiny-alarm.test-kit.ts';
import { createAlarmLog } from './alarm-log.ts';

const closed = { clearedAt: 2, acknowledged: { at: 3, by: '王', note: '' } };
const ids = (alarms: readonly { id: string }[]) => alarms.map(({ id }) => id);

describe('createAlarmLog', () => {
  it('tells a viewer what changed since its cursor, each alarm once and as it is now', () => {
    const log = createAlarmLog();
    log.put(tinyAlarm({ id: 'a' }));
    log.put(tinyAlarm({ id: 'b' }));
    log.put({ ...log.get('a')!, ...closed });
    expect(log.since(1)).toMatchObject({ cursor: 3, whole: false });
    expect(ids(log.since(1).alarms)).toEqual(['b', 'a']);
    expect(ids(log.since(3).alarms)).toEqual([]);
    expect(ids(log.queue())).toEqual(['b']);
  });

  it('gives everything open to who knows nothing, too little, or another life', () => {
    const log = createAlarmLog();
    log.advance(100);
    log.restore(tinyAlarm({ id: 'old', cursor: 40 }));
    log.put(tinyAlarm({ id: 'new' }));
    for (const seen of [undefined, 99, 900]) {
      expect(log.since(seen)).toMatchObject({ cursor: 101, whole: true });
      expect(ids(log.since(seen).alarms).sort()).toEqual(['new', 'old']);
    }
    expect(log.since(100)).toMatchObject({ whole: false, alarms: [{ id: 'new', cursor: 101 }] });
  });

  it('forgets closed alarms after a while and then says so', () => {
    const log = createAlarmLog();
    log.put(tinyAlarm({ id: 'open' }));
    for (let i = 0; i < 2_100; i++) log.put(tinyAlarm({ id: `closed ${i}`, ...closed }));
    expect(log.since(1).whole).toBe(true);
    expect(ids(log.since(1).alarms)).toEqual(['open']);
    expect(log.since(log.cursor - 5)).toMatchObject({ whole: false });
    expect(log.since(log.cursor - 5).alarms).toHaveLength(5);
  });
});
