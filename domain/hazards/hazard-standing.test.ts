import { describe, expect, it } from 'vitest';
import type { Evidence, Hazard } from '../contracts/hazard.ts';
import { standingOf } from './hazard-standing.ts';
import { acceptedHazard, sampleEvidence } from './sample-hazard.test-kit.ts';

const evidence = (method: Evidence['method'], says: Evidence['says']): Evidence => ({
  id: `${method}-${says}`,
  method,
  on: '2026-03-02',
  author: `勘查队 ${method}`,
  says,
  finding: '见报告',
  place: { kind: 'point', at: [118, 31] },
  file: null,
  replaces: null,
});
const hazard = (over: Partial<Hazard>): Hazard => ({
  id: 'h1',
  mine: 'm',
  title: '空区',
  category: 'goaf',
  place: { kind: 'point', at: [118, 31] },
  found: { on: '2026-02-01', how: 'geophysics', by: '物探队' },
  evidence: [],
  fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
  treatment: { target: null, begun: null, accepted: null },
  state: 'found',
  ...over,
});

describe('what follows from a version of a hazard', () => {
  it.each<[string, Evidence[], boolean]>([
    ['nobody has looked', [], true],
    ['only paper', [evidence('document', 'present')], true],
    ['one method', [evidence('drilling', 'present')], true],
    ['two methods', [evidence('drilling', 'present'), evidence('geophysics', 'present')], false],
    ['two that disagree', [evidence('drilling', 'absent'), evidence('geophysics', 'present')], true],
    ['ruled out by one', [evidence('drilling', 'absent')], true],
    ['ruled out by two', [evidence('drilling', 'absent'), evidence('geophysics', 'absent')], false],
  ])('%s', (_, list, lacks) => {
    expect(standingOf(hazard({ evidence: list }), '2026-06-01').lacksCorroboration).toBe(lacks);
  });

  it('asks nothing more of what is closed', () => {
    const closed = acceptedHazard({ state: 'closed' });
    expect(standingOf(closed, '2026-07-01')).toMatchObject({ lacksCorroboration: false, inDoubt: false });
  });

  it.each(['accepted', 'closed'] as const)('doubts what was %s and is found again', (state) => {
    const done = acceptedHazard({ state });
    const again = sampleEvidence('e9', { method: 'drilling', on: '2026-10-01' });
    const found = { ...done, evidence: [...done.evidence, again] };
    expect(standingOf(found, '2026-11-01')).toMatchObject({ lacksCorroboration: true, inDoubt: true });
    // The only witness of the close-out is taken back.
    const unclear = sampleEvidence('e9', {
      method: 'survey',
      on: '2026-10-01',
      says: 'unclear',
      replaces: 'e3',
    });
    const unborne = { ...done, evidence: [...done.evidence, unclear] };
    expect(standingOf(unborne, '2026-11-01')).toMatchObject({ lacksCorroboration: true, inDoubt: true });
    // What somebody forgot to fill in makes no doubt.
    const unfixed = { ...done, fiveFixed: { ...done.fiveFixed, funding: null } };
    expect(standingOf(unfixed, '2026-11-01')).toMatchObject({ inDoubt: false, bars: ['five-fixed-missing'] });
  });

  it('does not call it a contradiction that it was there before the treatment and is gone after it', () => {
    const treated = hazard({
      state: 'treating',
      treatment: { target: null, begun: '2026-04-01', accepted: null },
      evidence: [
        evidence('geophysics', 'present'),
        evidence('survey', 'present'),
        { ...evidence('drilling', 'absent'), on: '2026-05-01' },
      ],
    });
    const standing = standingOf(treated, '2026-06-01');
    expect(standing.crossValidation.status).toBe('proven');
    expect(standing.sinceTreatment).toMatchObject({ status: 'refuted', absent: ['drilling'] });
    expect(standing.lacksCorroboration).toBe(false);
    const early = { ...treated, treatment: { target: null, begun: '2026-06-01', accepted: null } };
    expect(standingOf(early, '2026-06-01').crossValidation.status).toBe('contradicted');
  });

  it('does not call refuted what is gone since it was treated, nor what was absent before and is there after', () => {
    const treatment = { target: null, begun: '2026-04-01', accepted: null };
    const later = (one: Evidence): Evidence => ({ ...one, on: '2026-05-01' });
    const filled = hazard({
      state: 'treating',
      treatment,
      evidence: [
        evidence('document', 'present'),
        later(evidence('drilling', 'absent')),
        later(evidence('survey', 'absent')),
      ],
    });
    expect(standingOf(filled, '2026-06-01')).toMatchObject({
      crossValidation: { status: 'unverified' },
      lacksCorroboration: true,
    });
    const turned = hazard({
      state: 'treating',
      treatment,
      evidence: [evidence('geophysics', 'absent'), later(evidence('drilling', 'present'))],
    });
    expect(standingOf(turned, '2026-06-01').crossValidation.status).toBe('contradicted');
  });

  it('does not take a missing deadline for one that is met', () => {
    expect(standingOf(hazard({}), '2026-06-01').overdue).toBeNull();
    const late = hazard({ fiveFixed: { ...hazard({}).fiveFixed, deadline: '2026-05-02' } });
    expect(standingOf(late, '2026-06-01')).toMatchObject({
      overdue: 30,
      missing: ['responsible', 'measure', 'funding', 'contingencyPlan'],
    });
  });
});
