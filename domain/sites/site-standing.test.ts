import { describe, expect, it, test } from 'vitest';
import type { CountySite } from '../contracts/county.ts';
import { siteRulesSchema } from '../contracts/site-rules.ts';
import { marksOf, siteStanding, worstAnswer } from './site-standing.ts';

const said = { jurisdiction: 'x', clause: 'y', status: 'source document', name: { zh: '甲', en: 'a' } };
const RULES = siteRulesSchema.parse({
  classes: [
    { ...said, id: 'DUST_30', kind: 'dust', where: [{ field: 'peopleAtWork', op: '>=', value: 30 }] },
    { ...said, id: 'DUST_10', kind: 'dust', where: [{ field: 'peopleAtWork', op: '>=', value: 10 }] },
    {
      ...{ ...said, id: 'DUST_METAL_5', kind: 'dust' },
      where: [
        { field: 'peopleAtWork', op: '>=', value: 5 },
        { field: 'dust', is: 'aluminium-magnesium' },
      ],
    },
  ],
  flags: [
    {
      ...{ ...said, id: 'TSF_CLOSE', kinds: ['tailings-pond'], by: '2026-12-31' },
      where: [{ field: 'use', is: ['running', 'stopped', 'unnamed'] }],
      anyOf: [
        { field: 'presentElevation', op: '>=', of: 'designFinalElevation' },
        { field: 'stoppedSince', yearsOver: 3, only: { field: 'use', is: ['stopped', 'unnamed'] } },
        { field: 'hasOperator', is: false },
      ],
    },
    {
      ...{ ...said, id: 'DUMP_CURRENT', kinds: ['waste-dump'] },
      where: [
        { field: 'dumpHeight', op: '>=', value: 150, measured: { field: 'heightBasis', is: 'current' } },
      ],
      anyOf: [{ field: 'networked', is: false }],
    },
  ],
});
const TODAY = '2026-11-30';
const stand = (kind: CountySite['kind'], fields: CountySite['fields'], on: string | null = null) =>
  siteStanding({ kind, fields }, RULES, on, TODAY);
const ofPond = (fields: CountySite['fields'], on: string | null = null) => {
  const [flag] = stand('tailings-pond', fields, on).flags;
  return flag && [flag.answer, flag.because.map(({ field }) => field), flag.missing];
};

describe('a tailings pond that must be closed', () => {
  const running = { use: 'running', hasOperator: true, presentElevation: 200, designFinalElevation: 210 };
  it('is found by each of its three grounds, and named by it', () => {
    expect(ofPond({ ...running, presentElevation: 210 })).toEqual(['found', ['presentElevation'], []]);
    expect(ofPond({ ...running, use: 'stopped', stoppedSince: '2023-11-29' })?.[1]).toEqual(['stoppedSince']);
    expect(ofPond({ use: 'unnamed', hasOperator: false })).toEqual(['found', ['hasOperator'], []]);
  });

  it('is over three years out of use the day after, not on the day', () => {
    const stopped = { ...running, use: 'stopped' };
    expect(ofPond({ ...stopped, stoppedSince: '2023-11-30' })).toEqual(['denied', [], []]);
    expect(ofPond({ ...stopped, stoppedSince: '2027-01-01' })).toEqual(['unknown', [], ['stoppedSince']]);
  });

  it('is unknown where data are missing, by their names, and never good by default', () => {
    expect(ofPond({})).toEqual(['unknown', [], ['use', 'presentElevation', 'stoppedSince', 'hasOperator']]);
    const { designFinalElevation: _, ...unlevelled } = running;
    expect(ofPond(unlevelled)?.[2]).toEqual(['designFinalElevation']);
    // A pond in use was not put out of use on any day.
    expect(ofPond(running)).toEqual(['denied', [], []]);
    expect(ofPond({ ...running, use: 'stopped' })?.[2]).toEqual(['stoppedSince']);
    // That it has no operator is known; whether it is closed already is not.
    expect(ofPond({ hasOperator: false })).toEqual(['unknown', [], ['use']]);
  });

  it('is not asked of a closed one, and on another day nothing is known', () => {
    expect(ofPond({ use: 'closed', hasOperator: false })).toBeUndefined();
    expect(ofPond({ use: 'unnamed', hasOperator: false }, '2022-01-01')?.[0]).toBe('unknown');
  });
});

test('a height counts only as it was measured', () => {
  const [flag] = stand('waste-dump', { dumpHeight: 180, heightBasis: 'current', networked: false }).flags;
  expect(flag?.answer).toBe('found');
  const [design] = stand('waste-dump', { dumpHeight: 180, heightBasis: 'design', networked: false }).flags;
  expect(design).toMatchObject({ answer: 'unknown', missing: ['heightBasis'] });
  expect(stand('waste-dump', { dumpHeight: 90, heightBasis: 'current' }).flags).toEqual([]);
});

test('a workshop is of the first class that holds; what nobody counted is of none and says so', () => {
  const classOf = (fields: CountySite['fields']) => {
    const standing = stand('dust', fields);
    return [
      standing.class?.rule?.id ?? null,
      standing.class?.isKnown,
      ...marksOf({ kind: 'dust' }, standing),
    ];
  };
  expect(classOf({ peopleAtWork: 30 })).toEqual(['DUST_30', true, 'DUST_30']);
  expect(classOf({ peopleAtWork: 10 })).toEqual(['DUST_10', true, 'DUST_10']);
  expect(classOf({ peopleAtWork: 5, dust: 'aluminium-magnesium' })[0]).toBe('DUST_METAL_5');
  expect(classOf({ peopleAtWork: 5, dust: 'wood' })).toEqual([null, true]);
  expect(classOf({ peopleAtWork: 5 })).toEqual([null, false, 'dust-unknown']);
  expect(classOf({})).toEqual([null, false, 'dust-unknown']);
  expect(stand('ammonia', {}).class).toBeNull();
});

test('marks tell found from unknown, and the worst comes first', () => {
  const pond = stand('tailings-pond', { use: 'stopped' });
  expect(marksOf({ kind: 'tailings-pond' }, pond)).toEqual(['TSF_CLOSE-unknown']);
  expect(worstAnswer(pond)).toBe('unknown');
  expect(worstAnswer(stand('tailings-pond', { use: 'stopped', hasOperator: false }))).toBe('found');
  expect(worstAnswer(stand('dust', {}))).toBeNull();
});

describe('rules of sites', () => {
  const wrong = (part: object): string => {
    const rule = {
      ...said,
      id: 'A',
      kinds: ['dust'],
      anyOf: [{ field: 'peopleAtWork', op: '>=', value: 1 }],
    };
    const read = siteRulesSchema.safeParse({ flags: [{ ...rule, ...part }] });
    return read.success ? 'accepted' : read.error.issues.map(({ message }) => message).join('; ');
  };
  it.each([
    [{}, /^accepted$/],
    [{ anyOf: [{ field: 'pepole', op: '>=', value: 1 }] }, /dust has no field pepole; it has .*peopleAtWork/],
    [{ anyOf: [{ field: 'dust', is: 'flour' }] }, /dust has no flour; it has .*grain/],
    [{ anyOf: [{ field: 'dust', op: '>', value: 1 }] }, /dust is no number/],
    [{ anyOf: [{ field: 'inspected', yearsOver: 1, value: 2 }] }, /one of value, of, yearsOver, is/],
    [{ anyOf: [{ field: 'peopleAtWork', value: 2 }] }, /op goes with/],
    [{ where: [{ field: 'explosionVents', yearsOver: 1 }] }, /explosionVents is no day/],
    [{ anyOf: [{ field: 'dust', is: 'wood', only: { field: 'collection', is: ['damp'] } }] }, /has no damp/],
    [{ kinds: ['dust', 'ammonia'], anyOf: [{ field: 'access', is: 'false' }] }, /^accepted$/],
    [{ kinds: ['dust', 'ammonia'], anyOf: [{ field: 'dust', is: 'wood' }] }, /ammonia has no field dust/],
    [{ id: 'a-b' }, /capitals/],
  ])('%j: %s', (part, told) => {
    expect(wrong(part)).toMatch(told);
  });
});
