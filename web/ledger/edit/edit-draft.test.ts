import { describe, expect, it } from 'vitest';
import { hazardSchema } from '../../../domain/contracts/hazard.ts';
import { evidenceOf, hazardOf } from '../ledger.test-data.ts';
import { draftFor, freeId, newHazard } from './start-edit.ts';
import { tidyDraft } from './tidy-draft.ts';

const TODAY = '2026-06-01';

describe('what a form begins with', () => {
  it('is an id nobody has taken', () => {
    expect(freeId('E', new Set(['E-1', 'E-3']))).toBe('E-2');
    expect(newHazard('m', new Set(['HZ-20260601-1']), TODAY, '陈工').id).toBe('HZ-20260601-2');
  });

  it('is evidence that says nothing yet', () => {
    const draft = draftFor('evidence', hazardOf({ evidence: [evidenceOf({ id: 'E-1' })] }), TODAY, '陈工');
    expect(draft.evidence[1]).toMatchObject({ id: 'E-2', says: 'unclear', file: null, author: '陈工' });
  });

  it('asks an acceptance for the same thing in the same unit as the target', () => {
    const target = { metric: '充填率', value: 95, unit: '%', direction: 'at-least' } as const;
    const draft = draftFor(
      'accept',
      hazardOf({ treatment: { target, begun: '2026-05-01', accepted: null } }),
      TODAY,
      '李局',
    );
    expect(draft.treatment.accepted).toMatchObject({ metric: '充填率', unit: '%', on: TODAY, by: '李局' });
    expect(hazardSchema.safeParse(draft).success).toBe(false);
  });

  it('takes back what was reached when a hazard is opened again', () => {
    const accepted = { metric: '充填率', value: 96, unit: '%', on: '2026-05-20', by: '李局' };
    const closed = hazardOf({ state: 'closed', treatment: { target: null, begun: '2026-04-01', accepted } });
    expect(draftFor('reopen', closed, TODAY, '李局')).toMatchObject({
      state: 'verifying',
      treatment: { begun: null, accepted: null },
    });
  });
});

describe('a form that was filled in', () => {
  it('gives null for what was left empty', () => {
    const { fiveFixed, treatment } = tidyDraft(
      hazardOf({
        fiveFixed: {
          responsible: { person: ' ', department: '' },
          measure: '',
          funding: { amount: Number.NaN, currency: 'CNY', source: '' },
          deadline: '',
          contingencyPlan: '  ',
        },
        treatment: {
          target: { metric: '', value: Number.NaN, unit: '', direction: 'at-most' },
          begun: '',
          accepted: null,
        },
      }),
    );
    expect(Object.values(fiveFixed)).toEqual([null, null, null, null, null]);
    expect(treatment).toEqual({ target: null, begun: null, accepted: null });
  });

  it('keeps what was begun, so that its holes are complained of', () => {
    const draft = tidyDraft(
      hazardOf({ fiveFixed: { ...hazardOf().fiveFixed, responsible: { person: '赵大山', department: '' } } }),
    );
    expect(hazardSchema.safeParse(draft).error!.issues[0]!.path).toEqual([
      'fiveFixed',
      'responsible',
      'department',
    ]);
  });
});
