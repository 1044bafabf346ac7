import { describe, expect, it, test } from 'vitest';
import type { MajorEntry, MajorHazard, MajorSurvey, RepeatAnswer } from '../contracts/major-hazard.ts';
import { MAJOR_REFUSAL_TEXTS } from './refusal-texts.ts';
import { inspectedMajor, sampleCloseOut, sampleMajor, sampleSurvey } from './sample-major.test-kit.ts';
import { type MajorRights, majorRefusals, subjectOf } from './write-rules.ts';

const MINE: MajorRights = { report: true, list: false, close: false };
const COUNTY: MajorRights = { report: false, list: true, close: true };
const NOBODY: MajorRights = { report: false, list: false, close: false };
const REPORT = 'a'.repeat(64);
/** The report of September's survey. */
const TAKEN = 'c'.repeat(64);

const entry = (of: MajorHazard | MajorSurvey): MajorEntry =>
  'month' in of ? { kind: 'survey', survey: of } : { kind: 'hazard', hazard: of };
const codes = (before: MajorHazard | MajorSurvey | null, after: MajorHazard | MajorSurvey, rights = MINE) =>
  majorRefusals({
    ...{ fromMine: null, whyFar: null },
    ...{ mine: 'tiny', before: before && entry(before), after: entry(after), reason: '登记', rights },
    ...{
      today: '2026-11-30',
      attachments: new Set([REPORT, TAKEN]),
      reports: new Map([[TAKEN, '2026-09']]),
      known: new Set(['M1']),
    },
    hidden: new Set(['H1', 'H2']),
    reached: ['2026-11-10'],
  }).map(({ code, field }) => (field ? `${code} ${field}` : code));

const LISTED = { office: '市安委办', level: 'city', on: '2026-11-05', until: '2026-12-31' } as const;
const CHECKED = sampleCloseOut({ report: REPORT });
const ACCEPTED = { ...CHECKED, accepted: { on: '2026-11-29', by: '市安委办' } };

test('a mine reports and rectifies, the county lists and closes, and it may be opened again', () => {
  const reported = sampleMajor();
  const listed = { ...reported, listed: LISTED, whileProducing: false };
  const rectifying: MajorHazard = { ...listed, state: 'rectifying' };
  const closed: MajorHazard = { ...rectifying, state: 'closed', closeOut: ACCEPTED };
  expect(codes(null, reported)).toEqual([]);
  expect(codes(reported, listed, COUNTY)).toEqual([]);
  expect(codes(listed, rectifying)).toEqual([]);
  expect(codes(rectifying, closed, COUNTY)).toEqual([]);
  expect(codes(closed, rectifying)).toEqual([]);
  expect(codes(null, inspectedMajor(), COUNTY)).toEqual([]);
});

test('each source is written by whom it belongs to, and stays', () => {
  expect(codes(null, sampleMajor(), COUNTY)).toEqual(['source-not-yours source']);
  expect(codes(null, inspectedMajor({ whileProducing: null }))).toEqual(['source-not-yours source']);
  expect(codes(null, inspectedMajor({ inspection: null }), COUNTY)).toEqual([
    'inspection-missing inspection',
  ]);
  expect(codes(sampleMajor(), sampleMajor({ found: { on: '2026-01-01', by: 'x' } }))).toEqual([
    'source-changed source',
  ]);
});

test('a mine neither lists, nor says whether it was producing, nor closes', () => {
  expect(codes(sampleMajor(), sampleMajor({ listed: LISTED }))).toEqual(['not-yours listed']);
  expect(codes(null, sampleMajor({ whileProducing: false }))).toEqual(['not-yours whileProducing']);
  expect(codes(sampleMajor(), sampleMajor({ state: 'closed', closeOut: CHECKED }))).toEqual([
    'not-yours closeOut',
    'may-not-close state',
  ]);
  expect(codes(sampleMajor(), sampleMajor({ title: 'x', state: 'rectifying' }), NOBODY)).toEqual([
    'not-yours title',
    'not-yours state',
  ]);
});

test('what the public reported waits until it is confirmed or found to be nothing', () => {
  const report = sampleMajor({ source: 'public-report', state: 'reported' });
  expect(codes(null, report, COUNTY)).toEqual([]);
  expect(codes(report, { ...report, state: 'unfounded' }, COUNTY)).toEqual([]);
  expect(codes(report, { ...report, state: 'confirmed' }, MINE)).toEqual(['not-yours state']);
  expect(codes(null, sampleMajor({ state: 'reported' }))).toEqual(['reported-not-public state']);
  expect(codes(sampleMajor(), sampleMajor({ state: 'unfounded' }), COUNTY)).toEqual([
    'major-state-backward state',
    'unfounded-not-public state',
  ]);
});

test('it is closed with what was found when it was checked, and with the five fixed', () => {
  const closed = (more: Partial<MajorHazard>) =>
    codes(sampleMajor(), sampleMajor({ state: 'closed', closeOut: CHECKED, ...more }), COUNTY);
  expect(closed({ closeOut: null })).toEqual(['close-out-missing closeOut']);
  expect(closed({ closeOut: { ...CHECKED, on: '2026-12-01' } })).toEqual(['day-in-future closeOut.on']);
  expect(closed({ closeOut: { ...CHECKED, on: '2026-01-01' } })).toEqual(['close-out-too-early closeOut.on']);
  const fiveFixed = { ...sampleMajor().fiveFixed, measure: null };
  const incomplete = sampleMajor({ fiveFixed });
  expect(codes(incomplete, { ...incomplete, state: 'closed', closeOut: CHECKED }, COUNTY)).toEqual([
    'five-fixed-missing fiveFixed',
  ]);
  expect(codes(null, sampleMajor({ closeOut: CHECKED }), { ...COUNTY, report: true })).toEqual([
    'close-out-elsewhere closeOut',
  ]);
});

test('it is closed with the report of the check, and what is listed by whoever accepted that', () => {
  const close = (closeOut: MajorHazard['closeOut'], more: Partial<MajorHazard> = {}) =>
    codes(sampleMajor(more), sampleMajor({ ...more, state: 'closed', closeOut }), COUNTY);
  expect(close(CHECKED)).toEqual([]);
  expect(close({ ...CHECKED, report: null })).toEqual(['close-out-without-report closeOut.report']);
  expect(close({ ...CHECKED, report: 'b'.repeat(64) })).toEqual(['report-unknown closeOut.report']);
  expect(close(CHECKED, { listed: LISTED })).toEqual(['close-out-not-accepted closeOut.accepted']);
  expect(close(ACCEPTED, { listed: LISTED })).toEqual([]);
  expect(close({ ...CHECKED, accepted: { on: '2026-11-27', by: 'x' } })).toEqual([
    'accepted-too-early closeOut.accepted.on',
  ]);
  expect(close({ ...CHECKED, accepted: { on: '2026-12-01', by: 'x' } })).toEqual([
    'day-in-future closeOut.accepted.on',
  ]);
});

test('what was closed before a report was asked for stays, and its report may be handed in', () => {
  const old = sampleMajor({ state: 'closed', closeOut: { ...CHECKED, report: null } });
  expect(codes(old, { ...old, criterion: '补条款' }, COUNTY)).toEqual([]);
  expect(codes(old, { ...old, closeOut: CHECKED }, COUNTY)).toEqual([]);
  expect(codes(old, { ...old, closeOut: { ...CHECKED, report: null, by: 'x' } }, COUNTY)).toEqual([
    'close-out-without-report closeOut.report',
  ]);
  expect(codes(old, { ...old, closeOut: null, state: 'rectifying' }, COUNTY)).toEqual([]);
});

test('a survey is of its month, names what is known, and stays once it is signed', () => {
  expect(codes(null, sampleSurvey({ found: ['M1'], report: REPORT }))).toEqual([]);
  expect(codes(null, sampleSurvey(), COUNTY)).toEqual(['not-yours']);
  expect(codes(null, sampleSurvey({ month: '2026-12' }))).toEqual(['survey-month-ahead on']);
  expect(codes(null, sampleSurvey({ found: ['M9'], report: 'b'.repeat(64) }))).toEqual([
    'report-unknown report',
    'survey-finds-unknown found.0',
  ]);
  expect(codes(sampleSurvey(), sampleSurvey({ report: REPORT }))).toEqual([]);
  expect(codes(sampleSurvey({ report: REPORT }), sampleSurvey({ report: REPORT, by: 'x' }))).toEqual([
    'survey-signed',
  ]);
});

test('a report is of one survey; one that was signed with that of another month may be mended', () => {
  expect(codes(null, sampleSurvey({ report: TAKEN }))).toEqual(['report-reused report']);
  expect(codes(null, sampleSurvey({ month: '2026-09', report: TAKEN }))).toEqual([]);
  expect(codes(sampleSurvey({ report: TAKEN }), sampleSurvey({ report: REPORT }))).toEqual([]);
});

test('mine and subject are what they are, and every refusal has a cause and a mend in both languages', () => {
  expect(subjectOf(entry(sampleMajor()))).toBe('hazard:M1');
  expect(subjectOf(entry(sampleSurvey()))).toBe('survey:2026-11');
  expect(codes(null, sampleMajor({ mine: 'other' }))).toEqual(['other-mine mine']);
  expect(codes(sampleMajor(), sampleMajor())).toEqual(['nothing-changed']);
  for (const { what, mend } of Object.values(MAJOR_REFUSAL_TEXTS))
    for (const text of [what.zh, what.en, mend.zh, mend.en]) expect(text).toMatch(/[.。”"]$/u);
});

test('it is linked to hidden hazards of the mine’s own ledger, by the mine or the county', () => {
  const linked = sampleMajor({ hazards: ['H1', 'H2'] });
  expect(codes(null, linked)).toEqual([]);
  expect(codes(sampleMajor(), linked, COUNTY)).toEqual([]);
  expect(codes(sampleMajor(), linked, NOBODY)).toEqual(['not-yours hazards']);
  expect(codes(null, sampleMajor({ hazards: ['H1', 'H9'] }))).toEqual(['hidden-unknown hazards.1']);
});

test('what was never open is not closed: neither found and closed at once, nor closed with five facts of the moment', () => {
  const inspected = inspectedMajor();
  const closed: MajorHazard = { ...inspected, state: 'closed', closeOut: CHECKED };
  expect(codes(null, closed, COUNTY)).toEqual(['closed-at-once state']);
  const five = { ...inspected.fiveFixed, deadline: '2026-12-31' };
  expect(codes(inspected, { ...closed, fiveFixed: five }, COUNTY)).toEqual(['writes-and-decides state']);
  expect(codes(inspected, closed, COUNTY)).toEqual([]);
});

test('a deadline that is over is put off by the county only', () => {
  const until = (deadline: string | null) =>
    sampleMajor({ fiveFixed: { ...sampleMajor().fiveFixed, deadline } });
  expect(codes(until('2026-06-30'), until('2027-12-31'))).toEqual(['deadline-over fiveFixed']);
  expect(codes(until('2026-06-30'), until(null))).toEqual(['deadline-over fiveFixed']);
  expect(codes(until('2026-06-30'), until('2027-12-31'), COUNTY)).toEqual([]);
  expect(codes(until('2026-12-15'), until('2027-12-31'))).toEqual([]);
});

test('a mine does not rewrite what an inspection or the public found; what it does about it is its own', () => {
  const found = inspectedMajor({ criterion: '《判定标准》第 3 条' });
  expect(codes(found, { ...found, what: '无', title: '已整改', criterion: null })).toEqual([
    'not-yours title',
    'not-yours what',
    'not-yours criterion',
  ]);
  expect(codes(found, { ...found, title: '已整改' }, COUNTY)).toEqual([]);
  const place = { kind: 'point', at: [117.1, 36.2] } as MajorHazard['place'];
  expect(codes(found, { ...found, place, hazards: ['H1'] })).toEqual([]);
  expect(codes({ ...found, place }, found)).toEqual(['not-yours place']);
  const rumour = sampleMajor({ source: 'public-report', state: 'reported' });
  expect(codes(rumour, { ...rumour, state: 'rectifying' })).toEqual(['not-yours state']);
  expect(codes(rumour, { ...rumour, state: 'rectifying' }, COUNTY)).toEqual([]);
  expect(codes(sampleMajor(), sampleMajor({ title: '另一种说法' }))).toEqual([]);
});

test('ids that no address holds and deadlines nobody lives to see are not taken', () => {
  expect(codes(null, sampleMajor({ id: '..' }))).toEqual(['id-unusable id']);
  const deadline = '2999-12-31';
  const far = sampleMajor({ fiveFixed: { ...sampleMajor().fiveFixed, deadline } });
  expect(codes(null, far)).toEqual(['deadline-far fiveFixed.deadline']);
  expect(codes(sampleMajor(), far, COUNTY)).toEqual(['deadline-far fiveFixed.deadline']);
});

describe('what the county did about a mine found producing too often', () => {
  const PROPOSED: RepeatAnswer = {
    ...{ mine: 'tiny', reachedOn: '2026-11-10', decision: 'proposed', on: '2026-11-12', by: '县应急局' },
    ...{ to: '县人民政府', report: REPORT, why: null },
  };
  const NOT: RepeatAnswer = {
    ...PROPOSED,
    decision: 'not-proposed',
    to: null,
    report: null,
    why: '已停产整顿',
  };
  const refused = (answer: RepeatAnswer, rights = COUNTY, before: RepeatAnswer | null = null) =>
    majorRefusals({
      ...{ fromMine: null, whyFar: null },
      ...{ mine: 'tiny', before: before && { kind: 'answer', answer: before }, reason: '登记', rights },
      ...{ after: { kind: 'answer', answer }, today: '2026-11-30', attachments: new Set([REPORT]) },
      ...{ reports: new Map(), known: new Set(), hidden: new Set(), reached: ['2026-11-10'] },
    }).map(({ code, field }) => (field ? `${code} ${field}` : code));

  it('is the county’s to write: a proposal with its paper and whom it went to, a decision against one with its reason', () => {
    expect(refused(PROPOSED)).toEqual([]);
    expect(refused(NOT)).toEqual([]);
    expect(refused(NOT, COUNTY, PROPOSED)).toEqual([]);
    expect(refused(PROPOSED, COUNTY, PROPOSED)).toEqual(['nothing-changed']);
    expect(refused(PROPOSED, MINE)).toEqual(['not-yours']);
    expect(refused({ ...PROPOSED, to: null, report: null })).toEqual([
      'proposal-to-nobody to',
      'proposal-without-paper report',
    ]);
    expect(refused({ ...NOT, why: null })).toEqual(['decision-without-reason why']);
    expect(refused({ ...NOT, to: '县人民政府' })).toEqual(['decision-with-addressee to']);
    expect(refused({ ...PROPOSED, report: 'f'.repeat(64) })).toEqual(['report-unknown report']);
  });

  it('is of a day on which it came true, and not before that or ahead', () => {
    expect(refused({ ...PROPOSED, reachedOn: '2026-11-09' })).toEqual(['never-reached reachedOn']);
    expect(refused({ ...PROPOSED, on: '2026-11-09' })).toEqual(['answer-too-early on']);
    expect(refused({ ...PROPOSED, on: '2026-12-01' })).toEqual(['day-in-future on']);
    expect(refused({ ...PROPOSED, mine: 'other' })).toEqual(['other-mine mine']);
  });
});
