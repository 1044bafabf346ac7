import { expect, test } from 'vitest';
import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { MineGround } from '../contracts/mine-ground.ts';
import { placesFromMine } from './far-place.ts';
import { newFarPlace } from './far-place-rules.ts';
import { REFUSAL_TEXTS } from './refusal-texts.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from './sample-hazard.test-kit.ts';
import { foundValidation } from './treated-evidence.ts';
import { type WriteRights, writeRefusals } from './write-rules.ts';

const ENGINEER: WriteRights = { write: true, accept: false, close: false };
const OFFICIAL: WriteRights = { write: false, accept: true, close: true };
const VIEWER: WriteRights = { write: false, accept: false, close: false };
const ATTACHED = 'a'.repeat(64);

const NO_GROUND = { fromMine: null, whyFar: null } as const;
const IMPORTER: WriteRights = { write: true, accept: true, close: true };

const codes = (
  before: Hazard | null,
  after: Hazard,
  rights: WriteRights = ENGINEER,
  own: readonly string[] = [],
): string[] =>
  writeRefusals({
    mine: 'tiny',
    before,
    after,
    reason: '登记',
    rights,
    today: '2026-11-30',
    attachments: new Set([ATTACHED]),
    own: new Set(own),
    ...NO_GROUND,
  }).map(({ code, field }) => (field ? `${code} ${field}` : code));

const ACCEPTED = { metric: '充填率', value: 97, unit: '%', on: '2026-06-02', by: '县局' };
const treating = treatedHazard();
const accepted = treatedHazard({
  state: 'accepted',
  treatment: { ...treating.treatment, accepted: ACCEPTED },
});
const closed: Hazard = { ...accepted, state: 'closed' };

test('the whole life is taken: found, more evidence, treated, accepted, closed, reopened', () => {
  const found = sampleHazard();
  const steps: [Hazard | null, Hazard, WriteRights][] = [
    [null, found, ENGINEER],
    [found, { ...found, state: 'verifying', evidence: treating.evidence.slice(0, 2) }, ENGINEER],
    [{ ...found, evidence: treating.evidence.slice(0, 2) }, treating, ENGINEER],
    [treating, accepted, OFFICIAL],
    [accepted, closed, OFFICIAL],
    [
      closed,
      { ...closed, evidence: [...closed.evidence, sampleEvidence('e4', { on: '2026-09-01' })] },
      ENGINEER,
    ],
    [
      closed,
      { ...treating, state: 'verifying', treatment: { ...treating.treatment, begun: null } },
      ENGINEER,
    ],
    [
      closed,
      { ...treating, state: 'verifying', treatment: { ...treating.treatment, begun: null } },
      OFFICIAL,
    ],
    [closed, { ...treating, treatment: { ...treating.treatment, begun: '2026-09-02' } }, OFFICIAL],
  ];
  for (const [before, after, rights] of steps) expect(codes(before, after, rights)).toEqual([]);
});

test('mine and id never change, and the same again is nothing', () => {
  expect(codes(null, sampleHazard({ mine: 'other' }))).toEqual(['other-mine mine']);
  expect(codes(sampleHazard(), sampleHazard({ id: 'H2' }))).toEqual(['other-id id']);
  expect(codes(sampleHazard(), sampleHazard())).toEqual(['nothing-changed']);
});

test('no day that was is in the future', () => {
  const found = { on: '2026-12-01', how: 'drilling', by: 'x' } as const;
  expect(codes(null, sampleHazard({ found }))).toEqual(['day-in-future found.on']);
  expect(codes(null, sampleHazard({ evidence: [sampleEvidence('e1', { on: '2027-01-01' })] }))).toEqual([
    'day-in-future evidence.0.on',
  ]);
  const fiveFixed = { ...sampleHazard().fiveFixed, deadline: '2030-01-01' };
  expect(codes(null, sampleHazard({ fiveFixed }))).toEqual([]);
});

test('treating does not begin before the hazard was found; what was written so stays writable', () => {
  const early = { ...treating, treatment: { ...treating.treatment, begun: '2026-01-09' } };
  expect(codes(treating, early)).toEqual(['treatment-before-found treatment.begun']);
  expect(codes(null, early)).toEqual(['treatment-before-found treatment.begun']);
  expect(codes(early, { ...early, title: '改名' })).toEqual([]);
});

test('evidence is never removed or changed, only replaced by what comes after it', () => {
  const before = sampleHazard();
  expect(codes(before, { ...before, evidence: [] })).toEqual(['evidence-removed evidence']);
  expect(codes(before, { ...before, evidence: [sampleEvidence('e1', { says: 'absent' })] })).toEqual([
    'evidence-changed evidence.0',
  ]);
  const corrected = sampleEvidence('e2', { says: 'absent', replaces: 'e1' });
  expect(codes(before, { ...before, evidence: [...before.evidence, corrected] })).toEqual([]);
  expect(codes(before, { ...before, evidence: [corrected, ...before.evidence] })).toEqual([
    'replaces-nothing evidence.0.replaces',
  ]);
  expect(codes(before, { ...before, evidence: [...before.evidence, sampleEvidence('e1')] })).toEqual([
    'evidence-id-twice evidence.1.id',
  ]);
});

test('who looked is put right by who looks again by the same method, not by a paper nor by an older look', () => {
  const hole = sampleEvidence('e2', { method: 'drilling', on: '2026-02-01', says: 'absent' });
  const before = sampleHazard({ state: 'verifying', evidence: [sampleEvidence('e1'), hole] });
  const and = (more: Parameters<typeof sampleEvidence>[1]) => ({
    ...before,
    evidence: [
      ...before.evidence,
      sampleEvidence('e3', { method: 'drilling', on: '2026-03-01', replaces: 'e2', ...more }),
    ],
  });
  const REFUSED = ['replaces-otherwise evidence.2.replaces'];
  expect(codes(before, and({}))).toEqual([]);
  expect(codes(before, and({ says: 'unclear' }))).toEqual([]);
  expect(codes(before, and({ method: 'document', says: 'unclear' }))).toEqual(REFUSED);
  expect(codes(before, and({ method: 'geochemistry' }))).toEqual(REFUSED);
  expect(codes(before, and({ on: '2026-01-31' }))).toEqual(REFUSED);
});

test('evidence names only files of the mine', () => {
  const before = sampleHazard();
  const withFile = (file: string) => ({
    ...before,
    evidence: [...before.evidence, sampleEvidence('e2', { file })],
  });
  expect(codes(before, withFile(ATTACHED))).toEqual([]);
  expect(codes(before, withFile('b'.repeat(64)))).toEqual(['file-unknown evidence.1.file']);
});

test('a ring that is not closed is refused, also where evidence was gathered', () => {
  const open = {
    kind: 'polygon' as const,
    rings: [
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
      ] as [number, number][],
    ],
  };
  expect(codes(null, sampleHazard({ place: open }))).toEqual(['ring-open place.rings.0']);
  expect(codes(null, sampleHazard({ evidence: [sampleEvidence('e1', { place: open })] }))).toEqual([
    'ring-open evidence.0.place.rings.0',
  ]);
});

test('an engineer neither accepts nor closes, an official writes nothing else, a viewer nothing', () => {
  expect(codes(treating, accepted, ENGINEER)).toEqual(['may-not-accept treatment.accepted']);
  expect(codes(accepted, closed, ENGINEER)).toEqual(['may-not-close state']);
  expect(codes(treating, { ...treating, title: 'x' }, OFFICIAL)).toEqual(['may-not-write title']);
  expect(codes(sampleHazard(), sampleHazard({ state: 'verifying' }), OFFICIAL)).toEqual([
    'may-not-write state',
  ]);
  expect(codes(null, sampleHazard(), OFFICIAL)).toEqual(['may-not-write']);
  expect(codes(null, sampleHazard(), VIEWER)).toEqual(['may-not-write']);
  expect(
    codes(
      accepted,
      { ...treating, state: 'treating', treatment: { ...treating.treatment, begun: null } },
      VIEWER,
    ),
  ).toContain('may-not-write state');
});

test('states go forward; what is done is reopened without its old acceptance', () => {
  expect(codes(treating, { ...treating, state: 'found' })).toEqual(['state-backward state']);
  expect(codes(closed, { ...closed, state: 'found' }, ENGINEER)).toEqual(['state-backward state']);
  expect(codes(closed, { ...closed, state: 'accepted' }, OFFICIAL)).toEqual(['state-backward state']);
  expect(codes(closed, { ...closed, state: 'verifying' })).toEqual([
    'reopened-with-acceptance treatment.accepted',
    'reopened-with-old-treatment treatment.begun',
  ]);
  expect(codes(sampleHazard(), sampleHazard({ state: 'treating' }))).toEqual([
    'treatment-not-begun treatment.begun',
  ]);
});

test('what is accepted or closed keeps what it was accepted by', () => {
  const easier = { ...ACCEPTED, value: 50, metric: '充填率', direction: 'at-least' as const };
  const target = { metric: easier.metric, value: 50, unit: '%', direction: easier.direction };
  expect(codes(closed, { ...closed, title: 'x' })).toEqual(['accepted-stands title']);
  expect(codes(accepted, { ...accepted, treatment: { ...accepted.treatment, target } })).toEqual([
    'accepted-stands treatment.target',
  ]);
  const missed = { ...treating, treatment: { ...treating.treatment, accepted: { ...ACCEPTED, value: 60 } } };
  expect(codes(missed, { ...missed, treatment: { ...missed.treatment, target } })).toEqual([
    'target-eased treatment.target',
    'target-after-acceptance treatment.target',
  ]);
});

test('accepted with a value that reaches the target, closed with nothing left in the way', () => {
  const measured = (value: number) => ({ ...treating.treatment, accepted: { ...ACCEPTED, value } });
  expect(codes(treating, { ...treating, treatment: measured(60) }, OFFICIAL)).toEqual([]);
  expect(codes(treating, { ...treating, state: 'accepted', treatment: measured(60) }, OFFICIAL)).toEqual([
    'target-missed treatment.accepted',
  ]);
  expect(codes(treating, { ...treating, state: 'accepted' }, OFFICIAL)).toEqual([
    'accepted-without-measure treatment.accepted',
  ]);
  const poor = { ...accepted, fiveFixed: { ...accepted.fiveFixed, funding: null } };
  expect(codes(poor, { ...poor, state: 'closed' }, OFFICIAL)).toEqual(['five-fixed-missing']);
  const [{ what }] = writeRefusals({
    mine: 'tiny',
    before: poor,
    after: { ...poor, state: 'closed' },
    reason: '销号',
    rights: OFFICIAL,
    today: '2026-11-30',
    attachments: new Set(),
    own: new Set(),
    ...NO_GROUND,
  });
  expect(what).toEqual({
    zh: '五落实不全，不能销号：缺 资金。',
    en: 'It cannot be closed: of the five-fixed funding is missing.',
  });
});

test('a new hazard that was accepted or closed elsewhere is refused in words', () => {
  expect(codes(null, accepted)).toEqual(['may-not-accept treatment.accepted']);
  expect(codes(null, closed)).toEqual(['may-not-accept treatment.accepted', 'may-not-close state']);
});

test('who may write and decide does one at a time: no import brings in evidence and closes on it', () => {
  expect(codes(null, accepted, IMPORTER)).toEqual(['writes-and-decides state']);
  expect(codes(null, closed, IMPORTER)).toEqual(['writes-and-decides state']);
  const found = sampleHazard();
  expect(codes(found, closed, IMPORTER)).toEqual(['writes-and-decides state']);
  expect(codes(found, treating, IMPORTER)).toEqual([]);
  expect(codes(treating, accepted, IMPORTER)).toEqual([]);
  expect(codes(accepted, closed, IMPORTER)).toEqual([]);
});

test('nobody closes on evidence of their own, unless it is enough without', () => {
  expect(codes(accepted, closed, OFFICIAL, ['e3'])).toEqual(['closes-on-own-evidence evidence']);
  expect(codes(accepted, closed, OFFICIAL, ['e1'])).toEqual([]);
  const more = sampleEvidence('e4', { method: 'drilling', on: '2026-06-03', says: 'absent' });
  const twice = { ...accepted, evidence: [...accepted.evidence, more] };
  expect(codes(twice, { ...twice, state: 'closed' }, OFFICIAL, ['e3'])).toEqual([]);
});

test('every refusal has a cause and a mend in both languages', () => {
  for (const { what, mend } of Object.values(REFUSAL_TEXTS))
    for (const text of [what.zh, what.en, mend.zh, mend.en]) expect(text).toMatch(/[.。”"]$/u);
});

test('what no table can hold is refused: control characters, halves of characters, the name of a category for its code', () => {
  expect(codes(null, sampleHazard({ title: 'a\u0000b' }))).toEqual(['text-unprintable title']);
  expect(codes(null, sampleHazard({ evidence: [sampleEvidence('e1', { finding: 'a\ud800b' })] }))).toEqual([
    'text-unprintable evidence.0.finding',
  ]);
  expect(codes(null, sampleHazard({ title: '第一行\n第二行\t😀' }))).toEqual([]);
  expect(codes(null, sampleHazard({ category: '采空区' }))).toEqual(['category-by-name category']);
  expect(codes(null, sampleHazard({ category: '溶洞群' }))).toEqual([]);
});

test('a drawn area that crosses itself is refused with the sides that meet; one that stands so hinders nothing else', () => {
  const bow: Hazard['place'] = {
    kind: 'polygon',
    rings: [
      [
        [117, 36],
        [117.1, 36.1],
        [117.1, 36],
        [117, 36.1],
        [117, 36],
      ],
    ],
  };
  const [told] = writeRefusals({
    mine: 'tiny',
    before: null,
    after: sampleHazard({ place: bow }),
    reason: '登记',
    rights: ENGINEER,
    own: new Set<string>(),
    ...NO_GROUND,
    today: '2026-11-30',
    attachments: new Set(),
  });
  expect(told).toMatchObject({ code: 'ring-crosses-itself', field: 'place.rings.0' });
  expect(told?.what.zh).toContain('第 1 边与第 3 边');
  const old = sampleHazard({ place: bow });
  expect(codes(old, { ...old, title: '改名' })).toEqual([]);
  const flat: Hazard['place'] = {
    kind: 'polygon',
    rings: [
      [
        [117, 36],
        [117.1, 36.1],
        [117.05, 36.05],
        [117, 36],
      ],
    ],
  };
  expect(codes(null, sampleHazard({ place: flat }))).toEqual(['ring-without-area place.rings.0']);
});

test('heights are of what was drawn, top over bottom; one end may be unknown', () => {
  const at = (top: number | null, bottom: number | null) => sampleHazard({ elevation: { top, bottom } });
  expect(codes(null, at(-95, -120))).toEqual([]);
  expect(codes(null, at(null, -120))).toEqual([]);
  expect(codes(null, at(-120, -95))).toEqual(['elevation-upside-down elevation']);
  const feature: Hazard['place'] = { kind: 'feature', layer: 'goafs', feature: 'G1' };
  expect(codes(null, { ...at(0, -1), place: feature })).toEqual(['elevation-of-feature elevation']);
  expect(codes(sampleHazard(), at(-95, null), OFFICIAL)).toContain('may-not-write elevation');
});

test('a day of treatment typed in afterwards does not turn a contradiction into "gone since"', () => {
  const drilled = sampleEvidence('e1', { method: 'drilling', on: '2026-02-01' });
  const absent = sampleEvidence('e2', { on: '2026-03-01', says: 'absent' });
  const contradicted = sampleHazard({ state: 'verifying', evidence: [drilled, absent] });
  const treated = (begun: string, more: Partial<Hazard> = {}): Hazard => ({
    ...contradicted,
    state: 'treating',
    treatment: { ...contradicted.treatment, begun },
    ...more,
  });
  const REFUSED = ['treatment-before-evidence treatment.begun'];
  expect(codes(contradicted, treated('2026-02-15'))).toEqual(REFUSED);
  expect(codes(contradicted, treated('2026-03-01'))).toEqual(REFUSED);
  expect(codes(treated('2026-04-01'), treated('2026-02-15'))).toEqual(REFUSED);
  expect(codes(contradicted, treated('2026-03-02'))).toEqual([]);
  // Examined anew, or entered together with the beginning, it was written knowing of the treatment.
  const again = sampleEvidence('e3', { on: '2026-05-01', says: 'absent', replaces: 'e2' });
  expect(codes(contradicted, treated('2026-02-15', { evidence: [drilled, absent, again] }))).toEqual([]);
  expect(codes({ ...contradicted, evidence: [drilled] }, treated('2026-02-15'))).toEqual([]);
});

test('a deadline that is over is put off by the county, which changes nothing else of the five', () => {
  const until = (deadline: string | null, more: Partial<Hazard['fiveFixed']> = {}): Hazard => ({
    ...treating,
    fiveFixed: { ...treating.fiveFixed, deadline, ...more },
  });
  const over = until('2026-06-30');
  const REFUSED = ['deadline-over fiveFixed.deadline'];
  expect(codes(over, until('2027-12-31'))).toEqual(REFUSED);
  expect(codes(over, until(null))).toEqual(REFUSED);
  expect(codes(over, until('2026-06-01'))).toEqual([]);
  expect(codes(over, until('2026-06-30', { measure: '改用充填' }))).toEqual([]);
  expect(codes(until('2026-11-30'), until('2027-12-31'))).toEqual([]);
  expect(codes(until(null), until('2027-12-31'))).toEqual([]);
  expect(codes(over, until('2027-12-31'), OFFICIAL)).toEqual([]);
  expect(codes(over, until(null), OFFICIAL)).toEqual(['may-not-write fiveFixed']);
  expect(codes(over, until('2027-12-31', { measure: '改' }), OFFICIAL)).toEqual(['may-not-write fiveFixed']);
  expect(codes(until('2026-12-31'), until('2027-12-31'), OFFICIAL)).toEqual(['may-not-write fiveFixed']);
});

test('a new place far from the mine is asked about, of the hazard and of its evidence, until somebody says why', () => {
  const ground: MineGround = {
    ...{ mine: 'tiny', at: [117.1, 36.2], outlines: [], within: 3000, county: null },
    grids: [],
  };
  const sea: Hazard['place'] = { kind: 'point', at: [0, 0] };
  const ask = (before: Hazard | null, after: Hazard, whyFar: string | null = null) =>
    writeRefusals({
      ...{ mine: 'tiny', before, after, reason: '登记', rights: ENGINEER, today: '2026-11-30' },
      ...{ attachments: new Set<string>(), own: new Set<string>(), fromMine: placesFromMine(ground), whyFar },
    });
  const far = sampleHazard({ place: sea, evidence: [sampleEvidence('e1', { place: sea })] });
  const told = ask(null, far);
  expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'place-far place',
    'place-far evidence.0.place',
  ]);
  expect(told[0]?.what.zh).toContain('约 12,000 km，超过本县设定的 3 km');
  expect(ask(null, far, '邻县老窿')).toEqual([]);
  expect(ask(null, sampleHazard())).toEqual([]);
  const drawing: HazardPlace = {
    kind: 'line',
    line: [
      [0, 0],
      [Number.NaN, 0],
    ],
  };
  expect(newFarPlace(null, drawing, 'place', placesFromMine(ground))).toEqual([]);
  // What stands in the ledger so is no reason to refuse the rest.
  const more = [...far.evidence, sampleEvidence('e2')];
  expect(ask(far, { ...far, title: '改名', evidence: more })).toEqual([]);
  expect(ask(far, { ...far, place: { kind: 'point', at: [1, 1] } })).toHaveLength(1);
});

test('treating begins when it is treated: a day written while it is merely found would turn a contradiction into a success', () => {
  const found = sampleHazard();
  const begun = { ...found, treatment: { ...found.treatment, begun: '2026-02-01' } };
  const REFUSED = ['begun-before-treating treatment.begun'];
  expect(codes(null, begun)).toEqual(REFUSED);
  expect(codes(found, { ...begun, state: 'verifying' })).toEqual(REFUSED);
  expect(codes(found, { ...begun, state: 'treating' })).toEqual([]);
  // What was written so stays writable, and the day says nothing.
  const absent = sampleEvidence('e2', { method: 'drilling', on: '2026-03-01', says: 'absent' });
  const old = { ...begun, evidence: [...begun.evidence, absent] };
  expect(codes(begun, old)).toEqual([]);
  expect(foundValidation(old).status).toBe('contradicted');
});

test('once treating has begun the mine talks down neither the target nor the category; the county may', () => {
  const { target } = treating.treatment;
  const aims = (more: Partial<NonNullable<typeof target>> | null): Hazard => ({
    ...treating,
    treatment: { ...treating.treatment, target: more && { ...target!, ...more } },
  });
  const REFUSED = ['target-eased treatment.target'];
  expect(codes(treating, aims({ value: 5 }))).toEqual(REFUSED);
  expect(codes(treating, aims({ unit: 'm' }))).toEqual(REFUSED);
  expect(codes(treating, aims({ direction: 'at-most' }))).toEqual(REFUSED);
  expect(codes(treating, aims(null))).toEqual(REFUSED);
  expect(codes(treating, aims({ value: 98 }))).toEqual([]);
  expect(codes(treating, aims({ value: 5 }), IMPORTER)).toEqual([]);
  expect(codes(treating, { ...treating, category: 'fault' })).toEqual(['category-eased category']);
  expect(codes(treating, { ...treating, category: 'fault' }, IMPORTER)).toEqual([]);
  expect(codes(treating, { ...treating, category: 'karst' })).toEqual([]);
  const verifying = sampleHazard({ state: 'verifying', treatment: { target, begun: null, accepted: null } });
  expect(codes(verifying, { ...verifying, category: 'fault' })).toEqual([]);
  const easier = { target: { ...target!, value: 5 }, begun: null, accepted: null };
  expect(codes(verifying, { ...verifying, treatment: easier })).toEqual([]);
});

test('a hazard with evidence does not become another one', () => {
  const before = sampleHazard();
  const place = { kind: 'point', at: [0, 0] } as const;
  const moved = { ...before, place: { ...place, at: [0, 0] as [number, number] } };
  expect(codes(before, moved)).toEqual([]);
  expect(codes(before, { ...moved, category: 'karst' })).toEqual(['becomes-another category']);
  const found = { ...before.found, on: '2026-01-11' };
  expect(codes(before, { ...before, found })).toEqual(['found-stands found']);
  expect(codes(before, { ...moved, category: 'karst', found }, IMPORTER)).toEqual([]);
  const bare = sampleHazard({ evidence: [] });
  expect(codes(bare, { ...bare, found, category: 'karst', place: moved.place })).toEqual([]);
});

test('five-fixed of nothing, deadlines nobody lives to see and ids that no address holds are not taken', () => {
  const fixed = treating.fiveFixed;
  const unseen = { ...treating, fiveFixed: { ...fixed, measure: '\u200b\u2060' } };
  expect(codes(treating, unseen)).toEqual(['text-unprintable fiveFixed.measure']);
  const far = { ...treating, fiveFixed: { ...fixed, deadline: '9999-12-31' } };
  expect(codes(sampleHazard(), { ...far, category: 'goaf' })).toEqual(['deadline-far fiveFixed.deadline']);
  expect(codes(far, { ...far, title: '改名' })).toEqual([]);
  for (const id of ['.', '..', 'x'.repeat(101)])
    expect(codes(null, sampleHazard({ id }))).toEqual(['id-unusable id']);
  expect(codes(null, sampleHazard({ id: '…' }))).toEqual([]);
});
