import { describe, expect, it } from 'vitest';
import { type MajorHazard, majorHazardSchema } from '../../../domain/contracts/major-hazard.ts';
import { sampleCloseOut } from '../../../domain/major-hazards/sample-major.test-kit.ts';
import { majorDraft, newMajor, tasksOf } from './start-major.ts';

const TODAY = '2026-06-01';

describe('what the forms of major hazards begin with', () => {
  it('is from whom it may be: a mine reports itself, the county what it inspected', () => {
    expect(newMajor('m', new Set(), TODAY, '陈工', false)).toMatchObject({
      source: 'self-reported',
      inspection: null,
    });
    const inspected = newMajor('m', new Set(['ZD-20260601-1']), TODAY, '李局', true);
    expect(inspected).toMatchObject({ id: 'ZD-20260601-2', source: 'inspection', whileProducing: null });
    expect(majorHazardSchema.safeParse(inspected).success).toBe(false);
  });

  it('says nothing of what was found when it is closed, and takes that back when it is opened again', () => {
    const hazard = { ...newMajor('m', new Set(), TODAY, '李局', true), title: 'a', what: 'b' };
    const closed = majorDraft('close', hazard, TODAY, '李局');
    expect(closed).toMatchObject({ state: 'closed', closeOut: { found: '', report: null } });
    expect(majorDraft('reopen', closed, TODAY, '李局')).toMatchObject({
      state: 'rectifying',
      closeOut: null,
    });
  });

  it('offers only what a state allows', () => {
    const tasks = (state: MajorHazard['state'], closeOut: MajorHazard['closeOut'] = null) =>
      tasksOf({ state, closeOut });
    expect(tasks('reported')).toEqual(['confirm', 'unfounded', 'describe', 'link']);
    expect(tasks('unfounded')).toEqual([]);
    expect(tasks('closed', sampleCloseOut())).toEqual(['reopen']);
    expect(tasks('closed', sampleCloseOut({ report: null }))).toEqual(['hand-in', 'reopen']);
  });
});
