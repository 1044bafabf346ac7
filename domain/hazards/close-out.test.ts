import { expect, test } from 'vitest';
import { type Hazard, hazardSchema } from '../contracts/hazard.ts';
import { closeOutBars } from './close-out.ts';
import { daysOverdue, missingFixed } from './five-fixed.ts';

const HAZARD: Hazard = hazardSchema.parse({
  id: 'H1',
  mine: 'qingshi-iron',
  title: '-110m 采空区',
  category: 'goaf',
  place: { kind: 'feature', layer: 'goafs', feature: 'G-07' },
  found: { on: '2026-01-10', how: 'geophysics', by: '王物探' },
  evidence: [
    {
      id: 'e1',
      method: 'geophysics',
      on: '2026-01-10',
      author: '王物探',
      says: 'present',
      finding: '低阻',
      place: { kind: 'point', at: [118, 31] },
      file: null,
      replaces: null,
    },
    {
      id: 'e2',
      method: 'drilling',
      on: '2026-02-02',
      author: '李钻探',
      says: 'present',
      finding: '掉钻 6 m',
      place: { kind: 'point', at: [118, 31] },
      file: null,
      replaces: null,
    },
    {
      id: 'e3',
      method: 'survey',
      on: '2026-06-01',
      author: '张测量',
      says: 'absent',
      finding: '已充填密实',
      place: { kind: 'point', at: [118, 31] },
      file: null,
      replaces: null,
    },
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
    accepted: { metric: '充填率', value: 97, unit: '%', on: '2026-06-02', by: '县局' },
  },
  state: 'accepted',
});
const bars = (more: Partial<Hazard>) => closeOutBars({ ...HAZARD, ...more });

test('treated, accepted and looked at afterwards, it may be closed: gone after the treatment contradicts nothing', () => {
  expect(closeOutBars(HAZARD)).toEqual([]);
});

test('each of what is missing stands in the way by itself', () => {
  expect(bars({ fiveFixed: { ...HAZARD.fiveFixed, funding: null } })).toEqual(['five-fixed-missing']);
  expect(bars({ treatment: { ...HAZARD.treatment, target: null } })).toEqual(['no-target']);
  expect(bars({ treatment: { ...HAZARD.treatment, accepted: null } })).toEqual(['not-accepted']);
  const accepted = HAZARD.treatment.accepted!;
  expect(bars({ treatment: { ...HAZARD.treatment, accepted: { ...accepted, value: 90 } } })).toEqual([
    'target-missed',
  ]);
  expect(bars({ treatment: { ...HAZARD.treatment, accepted: { ...accepted, unit: 'm' } } })).toEqual([
    'other-metric',
  ]);
  expect(bars({ evidence: HAZARD.evidence.slice(0, 2) })).toEqual(['no-evidence-after']);
});

test('evidence that still contradicts itself after the treatment bars it', () => {
  const again = { ...HAZARD.evidence[0]!, id: 'e4', on: '2026-06-10' };
  expect(bars({ evidence: [...HAZARD.evidence, again] })).toEqual(['contradicted']);
});

const since = (more: Partial<Hazard['evidence'][number]>, ...others: Hazard['evidence']) => ({
  evidence: [...HAZARD.evidence.slice(0, 2), { ...HAZARD.evidence[2]!, ...more }, ...others],
});

test('what is there after the treatment is not closed, nor on what could not tell, cannot be looked at again, or was replaced', () => {
  expect(bars(since({ says: 'present' }))).toEqual(['still-there']);
  expect(bars(since({ says: 'unclear' }))).toEqual(['no-evidence-after']);
  expect(bars(since({ place: null }))).toEqual(['no-evidence-after']);
  expect(bars(since({ place: null, file: 'a'.repeat(64) }))).toEqual([]);
  expect(bars(since({ place: null, says: 'present' }))).toEqual(['no-evidence-after', 'still-there']);
  const taken = { ...HAZARD.evidence[2]!, id: 'e4', says: 'unclear' as const, replaces: 'e3' };
  expect(bars(since({}, taken))).toEqual(['no-evidence-after']);
});

test('a file from before the treatment shows nothing of what is there after it', () => {
  const FILE = 'a'.repeat(64);
  const [first, second, after] = HAZARD.evidence;
  const handedIn = (file: string) =>
    bars({ evidence: [{ ...first!, file: FILE }, second!, { ...after!, place: null, file }] });
  expect(handedIn(FILE)).toEqual(['old-file']);
  expect(handedIn('b'.repeat(64))).toEqual([]);
});

test('a fault stays: it is closed on what was measured of it between the treatment and the acceptance', () => {
  const fault = (more: Partial<Hazard['evidence'][number]>) =>
    bars({ category: 'fault', ...since({ says: 'present', ...more }) });
  expect(fault({})).toEqual([]);
  expect(fault({ on: '2026-06-03' })).toEqual(['acceptance-unborne']);
  expect(fault({ on: HAZARD.treatment.begun! })).toEqual(['acceptance-unborne']);
  expect(fault({ place: null })).toEqual(['no-evidence-after', 'acceptance-unborne']);
  expect(bars({ category: '断裂带', ...since({ says: 'present' }) })).toEqual(['still-there']);
});

test('absent before and present after the treatment contradicts itself: it is neither refuted nor closed', () => {
  const [first, second] = HAZARD.evidence as [Hazard['evidence'][number], Hazard['evidence'][number]];
  const evidence = [
    { ...first, says: 'absent' as const },
    { ...second, says: 'present' as const, on: '2026-06-01' },
  ];
  expect(bars({ evidence })).toEqual(['contradicted', 'still-there']);
});

test('what is gone since it was treated was not ruled out: a goaf of an old plan is closed like any other', () => {
  const [paper, ...looked] = HAZARD.evidence.map((one, i) =>
    i === 0
      ? { ...one, method: 'document' as const }
      : { ...one, says: 'absent' as const, on: `2026-06-0${i}` },
  );
  const treatment = { ...HAZARD.treatment, target: null, accepted: null };
  const fiveFixed = {
    responsible: null,
    measure: null,
    funding: null,
    deadline: null,
    contingencyPlan: null,
  };
  expect(bars({ evidence: [paper!, ...looked], treatment, fiveFixed })).toEqual([
    'five-fixed-missing',
    'no-target',
  ]);
  expect(bars({ evidence: [paper!, ...looked] })).toEqual([]);
});

test('papers alone after the treatment close nothing', () => {
  const paper = { ...HAZARD.evidence[2]!, method: 'document' as const };
  expect(bars({ evidence: [...HAZARD.evidence.slice(0, 2), paper] })).toEqual(['no-evidence-after']);
});

test('what two methods show was never there needs no treatment; one method is not enough', () => {
  const absent = (id: string, method: 'drilling' | 'geophysics') => ({
    ...HAZARD.evidence[2]!,
    id,
    method,
    author: `测量 ${method}`,
    on: '2026-02-01',
  });
  const untreated = { treatment: { target: null, begun: null, accepted: null } };
  expect(bars({ ...untreated, evidence: [absent('a', 'drilling'), absent('b', 'geophysics')] })).toEqual([]);
  expect(bars({ ...untreated, evidence: [absent('a', 'drilling')] })).not.toEqual([]);
});

test('missing items come in the order the plans name them; without a deadline nobody is in time', () => {
  const none = { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null };
  expect(missingFixed(none)).toEqual(['responsible', 'measure', 'funding', 'deadline', 'contingencyPlan']);
  const treating = { ...HAZARD, state: 'treating' as const };
  expect(daysOverdue(treating, '2026-07-10')).toBe(10);
  expect(daysOverdue(treating, '2026-06-30')).toBe(0);
  expect(daysOverdue(HAZARD, '2026-07-10')).toBe(0);
  expect(daysOverdue({ ...treating, fiveFixed: none }, '2026-07-10')).toBeNull();
});
