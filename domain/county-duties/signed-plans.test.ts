import { expect, test } from 'vitest';
import type { AsBuiltPlan } from '../contracts/plans.ts';
import { signedPlans } from './signed-plans.ts';

let made = 0;
const plan = (surveyDate: string | null, signedAt: number | null): AsBuiltPlan => ({
  ...{ id: `00000000-0000-4000-8000-${String(made++).padStart(12, '0')}`, title: '现状图' },
  ...{ surveyDate, revision: 'r', madeAt: 1, by: '张三' },
  scan:
    signedAt === null
      ? null
      : { sha256: 'a'.repeat(64), type: 'application/pdf', bytes: 1, by: '张三', at: signedAt },
});

test('a survey counts when each of its sheets is signed', () => {
  const sheets = [
    plan('2026-11-01', 5),
    plan('2026-11-01', null),
    plan('2026-08-01', 3),
    plan('2026-08-01', 4),
  ];
  expect(signedPlans(sheets, '2026-11-30', 10)).toEqual({ signed: '2026-08-01', unsigned: 1 });
});

test('on a past day a paper handed in later is not there, nor is a later survey', () => {
  const sheets = [plan('2026-08-01', 20), plan('2026-05-01', 2), plan('2026-12-05', 2), plan(null, 1)];
  expect(signedPlans(sheets, '2026-08-31', 10)).toEqual({ signed: '2026-05-01', unsigned: 1 });
  expect(signedPlans(sheets, '2026-08-31', 20)).toEqual({ signed: '2026-08-01', unsigned: 0 });
});
