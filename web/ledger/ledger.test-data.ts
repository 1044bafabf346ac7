import type { Evidence, Hazard } from '../../domain/contracts/hazard.ts';

export const evidenceOf = (over: Partial<Evidence> = {}): Evidence => ({
  id: 'e1',
  method: 'drilling',
  on: '2026-03-02',
  author: '勘查队',
  says: 'present',
  finding: '孔深 62 m 处掉钻 1.4 m',
  place: { kind: 'point', at: [118, 31] },
  file: null,
  replaces: null,
  ...over,
});

export const hazardOf = (over: Partial<Hazard> = {}): Hazard => ({
  id: 'h1',
  mine: 'qingshi-iron',
  title: '−110 m 采空区',
  category: 'goaf',
  place: { kind: 'feature', layer: 'goafs', feature: 'G-3' },
  found: { on: '2026-02-01', how: 'geophysics', by: '物探队' },
  evidence: [],
  fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
  treatment: { target: null, begun: null, accepted: null },
  state: 'found',
  ...over,
});
