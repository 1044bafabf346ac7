import { describe, expect, test } from 'vitest';
import { type Duty, dutySchema } from '../../../domain/contracts/county-duties.ts';
import { startTexts } from '../../i18n/i18n.ts';
import { dueText, factOrigin, factText, requirementText, stateWords } from './duty-words.ts';

const VIEW = { alarmDays: 30, register: { asOf: '2026-11-20', goodForDays: null } };

const { t } = startTexts('zh');
const due = (one: unknown): Duty =>
  dutySchema.parse({
    ...{
      id: 'D',
      name: { zh: '义务', en: 'duty' },
      jurisdiction: '演示',
      clause: '演示',
      status: 'demo',
      due: one,
    },
  });

describe('a duty in words', () => {
  const requires = { fact: 'keyPlaceCameraPercent', op: '>=', value: 30 } as const;
  test('says when it is due and what it asks', () => {
    expect(dueText(due({ kind: 'by', date: '2024-12-31', requires }), t, 'zh')).toBe(
      '2024-12-31 前：关键地点有摄像机的比例 ≥ 30 %',
    );
    const yearly = due({ kind: 'yearly', month: 9, day: 30, event: 'hazardSurvey' });
    expect(dueText(yearly, t, 'zh')).toBe('每年9月30日前：次年采掘范围普查完成');
    expect(dueText(due({ kind: 'every', months: 6, event: 'musterCall' }), t, 'zh')).toBe(
      '每 6 个月一次：musterCall',
    );
    expect(requirementText({ fact: 'electronicSeals', op: '=', value: true }, t, 'zh')).toBe(
      '已装电子封条 = 是',
    );
  });

  test('says how a mine stands to it, and of what is unknown what is lacking', () => {
    expect(stateWords({ kind: 'missed', since: null, days: null }, t, 'zh')).toEqual({
      ...{ word: '未履行', more: '应始终满足' },
    });
    expect(stateWords({ kind: 'due', on: '2026-11-30', days: 0 }, t, 'zh').word).toBe('今天到期');
    expect(stateWords({ kind: 'unknown', missing: ['state'] }, t, 'zh').more).toBe('缺：矿山状态');
  });

  test('says what is known, by whom, and what stands against it', () => {
    const fact = { value: 6.03, source: 'history', doubt: null } as const;
    expect(factText('suspendedMonths', fact, t, 'zh')).toBe('6.03 个月');
    const doubted = { value: null, source: 'alarms', doubt: 'nothing-to-judge' } as const;
    expect(factText('x', doubted, t, 'zh')).toBeNull();
    expect(factOrigin(doubted, VIEW, t)).toBe('近 30 天预警；近 30 天没有可核查的预警');
    const reported = { value: true, source: 'register' as const, doubt: null };
    expect(factOrigin(reported, VIEW, t)).toBe('县台账填报；资料截至 2026-11-20');
  });
});
