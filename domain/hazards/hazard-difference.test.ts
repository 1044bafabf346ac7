import { describe, expect, it } from 'vitest';
import type { Evidence, Hazard } from '../contracts/hazard.ts';
import { hazardDifference, hazardField } from './hazard-difference.ts';

const drilled: Evidence = {
  id: 'e1',
  method: 'drilling',
  on: '2026-03-02',
  author: '勘查队',
  says: 'present',
  finding: '孔深 62 m 处掉钻 1.4 m',
  place: null,
  file: null,
  replaces: null,
};
const hazard: Hazard = {
  id: 'h1',
  mine: 'qingshi-iron',
  title: '−110 m 采空区',
  category: 'goaf',
  place: { kind: 'feature', layer: 'goafs', feature: 'G-3' },
  found: { on: '2026-02-01', how: 'geophysics', by: '物探队' },
  evidence: [drilled],
  fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
  treatment: { target: null, begun: null, accepted: null },
  state: 'found',
};

describe('what differs between two versions', () => {
  it('is nothing where keys only stand in another order', () => {
    const { by, how, on } = hazard.found;
    expect(hazardDifference(hazard, { ...hazard, found: { by, how, on } })).toEqual([]);
  });

  it('names each field and each piece of evidence', () => {
    const after: Hazard = {
      ...hazard,
      state: 'verifying',
      fiveFixed: { ...hazard.fiveFixed, deadline: '2026-09-01' },
      evidence: [
        { ...drilled, says: 'unclear', finding: '未见空洞' },
        { ...drilled, id: 'e2', method: 'survey' },
      ],
    };
    expect(hazardDifference(hazard, after)).toEqual([
      { kind: 'field', field: 'state' },
      { kind: 'field', field: 'deadline' },
      { kind: 'evidence-changed', id: 'e1', fields: ['says', 'finding'] },
      { kind: 'evidence-added', id: 'e2' },
    ]);
    expect(hazardDifference(after, hazard)).toContainEqual({ kind: 'evidence-removed', id: 'e2' });
    expect(hazardField(after, 'deadline')).toBe('2026-09-01');
  });
});
