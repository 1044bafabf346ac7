import { describe, expect, it } from 'vitest';
import { tinyAlarm } from '../../../domain/rules/tiny-alarm.test-kit.ts';
import { acknowledgeAlarm, MOST_NOTE } from './acknowledge-alarm.ts';

describe('acknowledgeAlarm', () => {
  const first = acknowledgeAlarm(tinyAlarm({}), { by: '王', note: '已派人' }, 5)!;
  it('keeps the first answer and adds later notes with their names', () => {
    expect(first.acknowledged).toEqual({ at: 5, by: '王', note: '已派人' });
    expect(acknowledgeAlarm(first, { by: '李', note: '人已升井' }, 9)!.acknowledged).toEqual({
      at: 5,
      by: '王',
      note: '已派人\n李: 人已升井',
    });
  });
  it('changes nothing without a note, and refuses notes without end', () => {
    expect(acknowledgeAlarm(first, { by: '李', note: '' }, 9)).toBe(first);
    expect(acknowledgeAlarm(first, { by: '李', note: 'x'.repeat(MOST_NOTE) }, 9)).toBeNull();
  });
});
