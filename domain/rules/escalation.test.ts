import { describe, expect, it } from 'vitest';
import { closeBy, closeOutOf, isToEscalate } from './escalation.ts';
import { tinyAlarm } from './tiny-alarm.test-kit.ts';
import { tinyMine } from './tiny-rule-mine.test-kit.ts';

const at = (clock: string) => Date.parse(`2026-06-${clock}+08:00`);
const county = { by: 'same-day', jurisdiction: '济宁', clause: 'JN矿 9(4)', status: 'source document' };
const settings = { source: '矿长', escalateMinutesBefore: 90 };

describe('escalation', () => {
  it('takes the lead from the mine, else from the county, else none, and nothing where nobody asks', () => {
    const lead = (closeOut: Record<string, unknown> | undefined, part = {}) => {
      const { book, manifest } = tinyMine(part, [], closeOut);
      return closeOutOf(book, manifest)?.minutesBefore;
    };
    expect(lead({ ...county, escalateMinutesBefore: 120 }, { settings })).toBe(90);
    expect(lead({ ...county, escalateMinutesBefore: 120 })).toBe(120);
    expect(lead(county)).toBe(0);
    expect(lead(undefined, { settings })).toBeUndefined();
  });

  const closeOut = { timeZone: '+08:00', minutesBefore: 120 };
  it('runs to the midnight of the mine', () => {
    expect(closeBy(at('01T23:59'), closeOut)).toBe(at('02T00:00'));
    expect(closeBy(at('01T23:59'), null)).toBeNull();
  });

  it('escalates once, when the end of the day nears, what is not closed out', () => {
    const alarm = tinyAlarm({ raisedAt: at('01T09:00'), closeBy: at('02T00:00') });
    const answer = { at: 1, by: '值班长', note: '' };
    expect(isToEscalate(alarm, at('01T21:59'), closeOut)).toBe(false);
    expect(isToEscalate(alarm, at('01T22:00'), closeOut)).toBe(true);
    expect(isToEscalate({ ...alarm, acknowledged: answer }, at('01T22:00'), closeOut)).toBe(true);
    expect(isToEscalate({ ...alarm, acknowledged: answer, clearedAt: 2 }, at('01T22:00'), closeOut)).toBe(
      false,
    );
    expect(isToEscalate({ ...alarm, escalatedAt: 3 }, at('01T23:00'), closeOut)).toBe(false);
    expect(isToEscalate({ ...alarm, closeBy: null }, at('01T23:00'), closeOut)).toBe(false);
  });
});
