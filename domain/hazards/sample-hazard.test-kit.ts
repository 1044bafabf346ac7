import { type Evidence, type Hazard, hazardSchema } from '../contracts/hazard.ts';

/** Each method has its people. */
const AUTHORS = {
  ...{ geophysics: '王物探', drilling: '李钻探', geochemistry: '陈化探', survey: '张测量' },
  document: '孙资料',
} as const;

export const sampleEvidence = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  method: 'geophysics',
  on: '2026-01-10',
  author: AUTHORS[more.method ?? 'geophysics'],
  says: 'present',
  finding: '低阻异常',
  place: { kind: 'point', at: [117.1, 36.2] },
  file: null,
  replaces: null,
  ...more,
});

/** A goaf that geophysics found: as a mine writes it first. */
export const sampleHazard = (more: Partial<Hazard> = {}): Hazard =>
  hazardSchema.parse({
    id: 'H1',
    mine: 'tiny',
    title: '-110 m 采空区',
    category: 'goaf',
    place: { kind: 'point', at: [117.1, 36.2] },
    found: { on: '2026-01-10', how: 'geophysics', by: '王物探' },
    evidence: [sampleEvidence('e1')],
    fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
    treatment: { target: null, begun: null, accepted: null },
    state: 'found',
    ...more,
  });

/** It is filled, and only waits for whoever accepts it. */
export const treatedHazard = (more: Partial<Hazard> = {}): Hazard =>
  sampleHazard({
    evidence: [
      sampleEvidence('e1'),
      sampleEvidence('e2', { method: 'drilling', on: '2026-02-02' }),
      sampleEvidence('e3', { method: 'survey', on: '2026-06-01', says: 'absent' }),
    ],
    fiveFixed: {
      responsible: { person: '赵矿长', department: '生产技术科' },
      measure: '充填',
      funding: { amount: 480_000, currency: 'CNY', source: '安全费用' },
      deadline: '2026-06-30',
      contingencyPlan: '撤人、停掘',
    },
    treatment: {
      target: { metric: '充填率', value: 95, unit: '%', direction: 'at-least' },
      begun: '2026-03-01',
      accepted: null,
    },
    state: 'treating',
    ...more,
  });

/** What was measured is accepted, and it may be closed. */
export const acceptedHazard = (more: Partial<Hazard> = {}): Hazard =>
  treatedHazard({
    state: 'accepted',
    treatment: {
      ...treatedHazard().treatment,
      accepted: { metric: '充填率', value: 96, unit: '%', on: '2026-06-20', by: '县局' },
    },
    ...more,
  });
