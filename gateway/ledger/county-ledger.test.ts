import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { sql } from 'kysely';
import Pbf from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyCatalog } from '../../domain/contracts/county.ts';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { hazardCountsSchema } from '../../domain/contracts/hazard-counts.ts';
import { attachmentSchema, chainStateSchema, type LedgerSeed } from '../../domain/contracts/ledger.ts';
import {
  checkedHeadsSchema,
  type KeptChainHead,
  ledgerHeadsSchema,
} from '../../domain/contracts/ledger-heads.ts';
import {
  hazardPageSchema,
  hazardPlacesSchema,
  hazardStatisticsSchema,
} from '../../domain/contracts/ledger-list.ts';
import {
  type MajorHazard,
  type MajorSurvey,
  majorVersionSchema,
  majorViewSchema,
} from '../../domain/contracts/major-hazard.ts';
import { SYNTHETIC_MARK, UNKNOWN_ORIGIN_MARK } from '../../domain/hazards/exchange/origin-mark.ts';
import { readKeptHeads } from '../../domain/hazards/kept-heads-file.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import {
  inspectedMajor,
  sampleCloseOut,
  sampleMajor,
  sampleSurvey,
} from '../../domain/major-hazards/sample-major.test-kit.ts';
import { createLedgerOfMines } from '../county/ledger-of-mines.ts';
import { TINY_COUNTY, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import { readWorkbook } from './exchange/ledger-workbook.ts';
import {
  fileForm,
  type LedgerGateway,
  PEOPLE,
  type Person,
  startLedgerGateway,
} from './ledger-gateway.test-kit.ts';
import { createLastFacts } from './list/last-facts.ts';
import { seedLedgers, seedVersions } from './seed-ledger.ts';
import { chainLengths } from './store/read-ledger.ts';

const entry = (writtenAt: string, hazard: Hazard): LedgerSeed[number] => ({
  ...{ writtenAt, writtenBy: { account: 'engineer-east', name: '王工' }, reason: '登记', hazard },
});
const EAST = sampleHazard({ id: 'H1', mine: 'east', place: { kind: 'point', at: [117.02, 35] } });
const SEED: LedgerSeed = [
  entry('2026-02-01T00:00:00Z', EAST),
  entry(
    '2026-03-01T00:00:00Z',
    treatedHazard({
      ...{ id: 'H2', mine: 'west', evidence: treatedHazard().evidence.slice(0, 1) },
      ...{ found: EAST.found, place: { kind: 'feature', layer: 'goafs', feature: 'west-goaf' } },
    }),
  ),
  entry('2026-04-01T00:00:00Z', {
    ...EAST,
    evidence: [...EAST.evidence, sampleEvidence('e2', { method: 'drilling' })],
  }),
  entry(
    '2026-05-01T00:00:00Z',
    sampleHazard({ id: 'H1', mine: 'west', place: { kind: 'feature', layer: 'faults', feature: 'F9' } }),
  ),
];

let gateway: LedgerGateway;
const lines: string[] = [];
const seed = () =>
  seedLedgers({
    db: gateway.db,
    counties: gateway.context.counties!,
    attachments: gateway.context.folders.attachments,
    clock: () => gateway.now,
    log: (line) => lines.push(line),
  });
const REPORT = { text: '合成的报告', hash: createHash('sha256').update('合成的报告').digest('hex') };
const TINY_FILES = {
  mines: 'mines.json',
  features: 'features.json',
  sites: 'sites.json',
  neighbours: 'neighbours.json',
  hazards: 'hazards.json',
  majorHazards: null,
} as const;
const writeCounty = async (catalog: Partial<CountyCatalog> = {}): Promise<void> => {
  const root = join(gateway.folder, 'counties');
  await mkdir(join(root, TINY_COUNTY), { recursive: true });
  await writeFile(join(root, TINY_COUNTY, 'hazards.json'), JSON.stringify(SEED));
  await writeTinyCounty(root, { catalog: { files: TINY_FILES, ...catalog } });
};

beforeAll(async () => {
  gateway = await startLedgerGateway();
}, 120_000);
afterAll(() => gateway?.close());

describe('the ledger a demo county begins with', () => {
  const read = async (person: Person, query = '') => {
    const answer = await gateway.ask(person, { url: `/api/counties/${TINY_COUNTY}/hazards${query}` });
    return hazardPageSchema.parse(answer.json()).rows;
  };

  test('is written once, and only where the county is synthetic', async () => {
    await writeCounty({ provenance: 'measured', revision: 'rev-0' });
    await seed();
    expect(await read('chief')).toEqual([]);
    await writeCounty();
    await seed();
    await seed();
    expect(lines).toEqual([`The demo ledger of ${TINY_COUNTY} was written: 4 versions, all made up.`]);
    const out = await gateway.ask('chief', {
      url: `/api/counties/${TINY_COUNTY}/ledger-export.geojson`,
    });
    const origins = out
      .json()
      .features.map(({ properties }: { properties: { origin?: string } }) => properties.origin);
    expect(origins.every((origin: string | undefined) => origin?.includes('Synthetic'))).toBe(true);
    const all = await read('chief');
    expect(origins).toHaveLength(all.length);
    expect(all.map(({ mine, id, number }) => `${mine} ${id} ${number}`).sort()).toEqual([
      'east H1 2',
      'west H1 2',
      'west H2 1',
    ]);
    const versions = await gateway.ask('chief', { url: '/api/mines/east/hazards/H1/versions' });
    expect(versions.json()[1].writtenBy).toEqual({ account: 'engineer-east', name: '王工' });
    expect((await read('chief', '?on=2026-02-10')).map(({ corroboration }) => corroboration)).toEqual([
      'inferred',
    ]);
    expect((await read('east')).map(({ mine }) => mine)).toEqual(['east']);
    const chain = await gateway.ask('chief', { url: '/api/mines/west/ledger-chain' });
    expect(chain.json()).toMatchObject({ versions: 2, fault: null, kept: { number: 2 } });
  });

  test('so are its major hazards, after the hidden ones they name, with the reports of their surveys', async () => {
    const { hash: report, text } = REPORT;
    const version = (writtenAt: string, of: MajorHazard | MajorSurvey, more: object = {}) => ({
      ...{ writtenAt, writtenBy: { account: 'engineer-west', name: '王工' }, reason: '登记', report: null },
      entry: 'month' in of ? { kind: 'survey', survey: of } : { kind: 'hazard', hazard: of },
      ...more,
    });
    const found = sampleMajor({ mine: 'west', hazards: ['H1'] });
    const survey = sampleSurvey({ mine: 'west', month: '2026-10', on: '2026-10-20', found: ['M1'], report });
    const list = [
      version('2026-10-06T00:00:00Z', found),
      version('2026-10-21T00:00:00Z', survey, { report: text }),
    ];
    const folder = join(gateway.folder, 'counties', TINY_COUNTY);
    const files = { ...TINY_FILES, majorHazards: 'major-hazards.json' } as const;
    const put = async (wanted: object[]) => {
      await writeFile(join(folder, 'major-hazards.json'), JSON.stringify(wanted));
      await writeCounty({ files, revision: `rev-${wanted.length}` });
      await seed();
    };
    await expect(put([version('2026-10-06T00:00:00Z', { ...found, hazards: ['H9'] })])).rejects.toThrow(
      /major-hazards.json, entry 1: hazard:M1 hazards.0/,
    );
    await expect(put([...list, version('2026-10-22T00:00:00Z', survey, { report: 'x' })])).rejects.toThrow(
      /entry 3: the report is not/,
    );
    await put(list);
    await put(list);
    expect(lines.slice(1)).toEqual([
      `The demo major hazards of ${TINY_COUNTY} were written: 2 versions, all made up.`,
    ]);
    const view = majorViewSchema.parse(
      (await gateway.ask('chief', { url: '/api/mines/west/major-hazards' })).json(),
    );
    expect(view.mines[0]!.surveys.at(-2)).toMatchObject({ month: '2026-10', state: 'signed' });
    const handedIn = await gateway.ask('chief', { url: `/api/mines/west/attachments/${report}` });
    expect(handedIn.body).toBe(text);
  });

  test('is counted for the table of duties: by mine, on any day, as the account sees it', async () => {
    const ledgerOf = createLedgerOfMines(gateway.context.as);
    const mines = ['east', 'south', 'west'];
    const now = (await ledgerOf(PEOPLE.chief, mines, null))!;
    const surveys = { signed: null, unsigned: 0 };
    expect(now.get('south')).toEqual({ hazards: null, surveys });
    expect(now.get('west')?.surveys).toEqual({ signed: '2026-10-20', unsigned: 0 });
    expect(now.get('east')?.hazards).toEqual({ open: 1, withoutFiveFixed: 1, uncorroborated: 0 });
    expect(now.get('west')?.hazards).toMatchObject({ open: 2, uncorroborated: 2 });
    const then = (await ledgerOf(PEOPLE.chief, mines, '2026-02-10'))!;
    expect([then.get('east')?.hazards?.uncorroborated, then.get('west')?.hazards]).toEqual([1, null]);
    // Asked for a mine it does not see, an account is told as of one that never wrote anything.
    expect((await ledgerOf(PEOPLE.east, mines, null))!.get('west')).toEqual({ hazards: null, surveys });
  });

  test('a seed that the rules would not take is named by its entry', () => {
    const mines = new Set(['east', 'west']);
    const wrong = (list: LedgerSeed) => () => seedVersions('tiny', list, mines, Date.parse('2026-11-30'));
    expect(wrong(SEED)).not.toThrow();
    expect(wrong([entry('2027-01-01T00:00:00Z', EAST)])).toThrow(/entry 1: .*not come yet/);
    expect(wrong([...SEED, entry('2026-01-01T00:00:00Z', EAST)])).toThrow(/entry 5: .*before the entry/);
    expect(wrong([...SEED, entry('2026-06-01T00:00:00Z', { ...EAST, evidence: [] })])).toThrow(
      /entry 5: H1 evidence/,
    );
    expect(wrong([entry('2026-06-01T00:00:00Z', { ...EAST, mine: 'none' })])).toThrow(/no mine "none"/);
  });
});

describe('lists', () => {
  const COUNTY = `counties/${TINY_COUNTY}`;
  const ask = (person: Person, url: string) => gateway.ask(person, { url: `/api/${url}` });
  const page = async (person: Person, query = '', of = COUNTY) => {
    const answer = await ask(person, `${of}/hazards?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return hazardPageSchema.parse(answer.json());
  };
  const names = async (person: Person, query = '', of = COUNTY) =>
    (await page(person, query, of)).rows.map(({ mine, id }) => `${mine}/${id}`);
  const statistics = async (person: Person, query = '') =>
    hazardStatisticsSchema.parse((await ask(person, `${COUNTY}/hazard-statistics?${query}`)).json());

  test('tell of each hazard what the whole of it says, the most pressing first', async () => {
    const { rows, all, kept } = await page('chief');
    expect([all, kept]).toEqual([3, 3]);
    expect(rows.map(({ mine, id, overdue, corroboration }) => [mine, id, overdue, corroboration])).toEqual([
      ['west', 'H2', 153, 'inferred'],
      ['west', 'H1', null, 'inferred'],
      ['east', 'H1', null, 'proven'],
    ]);
    expect(rows[2]).toMatchObject({ number: 2, place: { kind: 'point' }, found: { on: '2026-01-10' } });
    expect(await names('east')).toEqual(['east/H1']);
    expect(await names('east', '', 'mines/east')).toEqual(['east/H1']);
    expect(await names('chief', 'on=2026-03-15')).toEqual(['east/H1', 'west/H2']);
    expect((await page('chief', 'on=2026-03-15')).rows[1]).toMatchObject({ overdue: 0 });
  });

  test('are filtered, searched by names of mines, sorted and cut into pages that belong together', async () => {
    expect(await names('chief', 'overdue=true')).toEqual(['west/H2']);
    expect((await page('chief', 'lacking=true')).all).toBe(2);
    expect(await names('chief', 'mine=east&mine=south&corroboration=proven')).toEqual(['east/H1']);
    expect(await names('chief', 'text=EAST')).toEqual(['east/H1']);
    expect(await names('chief', 'sort=mine&language=en')).toEqual(['east/H1', 'west/H2', 'west/H1']);
    expect(await names('chief', 'sort=mine&descending=true')).toEqual(['west/H2', 'west/H1', 'east/H1']);
    const [first, second] = [await page('chief', 'count=2'), await page('chief', 'count=2&from=2')];
    expect([first.rows.length, second.rows.length, second.from]).toEqual([2, 1, 2]);
    expect(second.revision).toBe(first.revision);
    expect(await page('chief', 'count=2&find=east_H1')).toEqual(second);
    expect((await ask('chief', `${COUNTY}/hazards?sort=worst`)).json().mend).toContain('sort=urgency');
    // A mine that the reader does not see is as one that does not exist.
    for (const mine of ['west', 'nothing'])
      expect(await page('east', `mine=${mine}`)).toMatchObject({ kept: 0, all: 1 });
  });

  test('are of what each reader sees, also where the gateway read all of it ahead', async () => {
    const { db, context } = gateway;
    const facts = createLastFacts();
    await facts.warm(db, () => true);
    const read = (person: Person, of: Iterable<[string, number]>) =>
      context.as(PEOPLE[person], async (tx) => {
        const told = await facts.read(tx, new Map(of));
        return told.map(({ mine, id, number }) => `${mine}/${id} ${number}`);
      });
    const seen = await context.as(PEOPLE.east, (tx) => chainLengths(tx, ['east', 'west']));
    expect(await read('east', seen)).toEqual(['east/H1 2']);
    expect(await read('chief', [['west', 2]])).toEqual(['west/H2 1', 'west/H1 2']);
    // What somebody could not read is read by who can: nothing is taken for empty.
    const cold = createLastFacts();
    const hidden = await context.as(PEOPLE.stranger, (tx) => cold.read(tx, new Map([['west', 2]])));
    expect(hidden).toEqual([]);
    expect(await context.as(PEOPLE.chief, (tx) => cold.read(tx, new Map([['west', 2]])))).toHaveLength(2);
  });

  test('are counted whole, and month by month what came and went', async () => {
    const { counts, mines, flows } = await statistics('chief', 'months=10');
    expect(counts).toMatchObject({
      all: 3,
      open: 3,
      lacking: 2,
      incomplete: 2,
      overdue: 1,
      withoutDeadline: 2,
    });
    expect(mines).toEqual(['east', 'west']);
    expect(flows.map(({ found }) => found)).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(flows.at(-1)).toMatchObject({ to: '2026-11-30', openBefore: 3, openAfter: 3 });
    expect((await statistics('east')).counts.all).toBe(1);
    expect((await statistics('chief', 'on=2026-03-15')).counts.all).toBe(2);
  });

  test('give a mine’s model the whole shapes, and nothing to who does not see it', async () => {
    const answer = await ask('chief', 'mines/west/hazard-places');
    expect(hazardPlacesSchema.parse(answer.json()).hazards).toMatchObject([
      { id: 'H2', place: { kind: 'feature', feature: 'west-goaf' } },
      { id: 'H1', place: { kind: 'feature', feature: 'F9' } },
    ]);
    for (const url of ['mines/west/hazard-places', 'mines/west/hazards', 'mines/west/hazard-statistics'])
      expect((await ask('east', url)).statusCode, url).toBe(404);
  });
});

describe('tiles', () => {
  const tile = async (person: Person, query = '', at = '3/6/3', layer = 'hazards') => {
    const answer = await gateway.ask(person, {
      url: `/api/counties/${TINY_COUNTY}/tiles/hazards/${at}.mvt${query}`,
    });
    if (answer.statusCode !== 200) return answer.statusCode;
    const { [layer]: hazards } = new VectorTile(new Pbf(answer.rawPayload)).layers;
    return Array.from({ length: hazards!.length }, (_, i) => hazards!.feature(i)).map(
      ({ properties, type }) => ({
        ...properties,
        type,
      }),
    );
  };
  const TILE = '8/211/101';

  test('hold each hazard with what follows from it; what has no place lies at its mine and says so', async () => {
    expect(await tile('chief', '', TILE)).toMatchObject([
      { id: 'east/H1', hazard: 'H1', mine: 'east', type: 1, corroboration: 'proven', placeUnknown: false },
      { id: 'west/H2', type: 3, overdue: 153, worst: 'overdue', fiveFixedMissing: 0, placeUnknown: false },
      { id: 'west/H1', type: 1, worst: 'five-fixed-missing', fiveFixedMissing: 5, placeUnknown: true },
    ]);
  });

  test('flag what nobody does, once an area, and count it by mine', async () => {
    expect(await tile('chief', '', TILE)).toMatchObject([
      { id: 'east/H1' },
      { flags: expect.stringMatching(/^overdue/) },
      { flags: 'no-deadline+five-fixed-missing+uncorroborated' },
    ]);
    // Of the three the one that is an area has a point for its sign.
    expect(await tile('chief', '', TILE, 'hazardFlags')).toMatchObject([{ id: 'west/H2', type: 1 }]);
    const counted = await tile('chief', '', TILE, 'mineHazards');
    expect(counted).toContainEqual(
      expect.objectContaining({ id: 'west', open: 2, overdue: 1, 'no-deadline': 1 }),
    );
    const counts = await gateway.ask('chief', { url: `/api/counties/${TINY_COUNTY}/hazard-counts` });
    const { mines } = hazardCountsSchema.parse(counts.json());
    expect(counted).toMatchObject(mines);
    const east = await gateway.ask('east', { url: `/api/counties/${TINY_COUNTY}/hazard-counts` });
    expect(hazardCountsSchema.parse(east.json()).mines.map(({ id }) => id)).toEqual(['east']);
  });

  test('of a past day hold what was written by then', async () => {
    const past = await tile('chief', '?on=2026-03-15', TILE);
    expect(past).toMatchObject([
      { id: 'east/H1', corroboration: 'inferred' },
      { id: 'west/H2', overdue: 0, worst: 'uncorroborated' },
    ]);
    expect(await tile('chief', '?on=2020-01-01', TILE)).toBe(204);
  });

  test('of an engineer hold his mine only, of a stranger nothing', async () => {
    expect(await tile('east', '', TILE)).toMatchObject([{ id: 'east/H1' }]);
    expect(await tile('stranger', '', TILE)).toBe(404);
    expect(await tile('chief', '', '2/9/0')).toBe(404);
  });

  test('show what was written a moment ago', async () => {
    const hazard = { ...SEED[2]!.hazard, title: '改名' };
    const payload = { base: 2, reason: '改名', hazard };
    const answer = await gateway.ask('east', { method: 'POST', url: '/api/mines/east/hazards', payload });
    expect(answer.statusCode).toBe(201);
    expect(await tile('east', '', TILE)).toMatchObject([{ title: '改名', version: 3 }]);
    const list = await gateway.ask('east', { url: '/api/mines/east/hazards' });
    expect(list.json().rows).toMatchObject([{ title: '改名', number: 3 }]);
  });
});

describe('major hazards', () => {
  const write = (person: Person, base: number | null, of: MajorHazard | MajorSurvey, reason = '登记') =>
    gateway.ask(person, {
      method: 'POST',
      url: `/api/mines/${of.mine}/major-hazards`,
      payload: {
        ...{ base, reason },
        entry: 'month' in of ? { kind: 'survey', survey: of } : { kind: 'hazard', hazard: of },
      },
    });
  const number = async (answer: ReturnType<typeof write>) =>
    majorVersionSchema.parse((await answer).json()).number;
  const read = async (person: Person, url = `counties/${TINY_COUNTY}/major-hazards`) =>
    majorViewSchema.parse((await gateway.ask(person, { url: `/api/${url}` })).json());
  const standing = async (person: Person = 'chief') =>
    (await read(person)).mines.find(({ mine }) => mine === 'east')!;
  const inspected = (id: string, on: string, whileProducing: boolean | null) =>
    inspectedMajor({ id, mine: 'east', found: { on, by: '检查组' }, whileProducing });

  /** Hands in a text. @returns its SHA-256 */
  const attach = async (person: Person, text: string): Promise<string> => {
    const answer = await gateway.ask(person, {
      method: 'POST',
      url: '/api/mines/east/attachments',
      ...fileForm(text, '报告.txt'),
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return attachmentSchema.parse(answer.json()).sha256;
  };

  test('without a rule file nothing is said of how often it may be, and why', async () => {
    expect((await standing()).repeat.kind).toBe('no-rule');
    expect((await read('chief')).rules.problem).toContain('tiny.yaml');
  });

  test('go from being found to being closed; twice producing within three months is reached by the county’s rule', async () => {
    await mkdir(join(gateway.folder, 'rules'), { recursive: true });
    const rules = `hyalite-rules: 1
county: tiny
rules: []
majorHazards:
  repeat: { id: R, op: ">=", value: 2, months: 3, jurisdiction: t, clause: t, status: test }
  listing: { id: L, from: city, jurisdiction: t, clause: t, status: test }
`;
    await writeFile(join(gateway.folder, 'rules', 'tiny.yaml'), rules);
    gateway.now = Date.parse('2026-10-10T08:00:00+08:00');
    const own = await number(write('east', null, sampleMajor({ mine: 'east' })));
    gateway.now = Date.parse('2026-11-30T08:00:00+08:00');
    const first = await number(write('chief', null, inspected('M2', '2026-11-02', true)));
    await number(write('chief', null, inspected('M3', '2026-11-20', null)));
    expect(await standing()).toMatchObject({
      ...{ open: 3, listed: 0, listingOwed: ['M2', 'M3'] },
      repeat: { kind: 'unknown', times: 1, perhaps: 2 },
    });
    const said = { ...inspected('M3', '2026-11-20', true) };
    await number(write('chief', 3, said));
    expect((await standing()).repeat).toMatchObject({ kind: 'reached', times: 2 });
    const close = (person: Person, report: string | null) =>
      write(
        person,
        own,
        sampleMajor({ mine: 'east', state: 'closed', closeOut: sampleCloseOut({ report }) }),
      );
    const without = await close('chief', null);
    expect(without.statusCode).toBe(422);
    expect(without.json().refusals).toMatchObject([{ code: 'close-out-without-report' }]);
    const report = await attach('chief', '核查报告，已签字');
    expect((await close('east', report)).statusCode).toBe(422);
    await number(close('chief', report));
    const late = await write('chief', own, sampleMajor({ mine: 'east', title: 'x' }));
    expect(late.statusCode).toBe(409);
    expect(late.json().last.entry.hazard.state).toBe('closed');
    expect((await read('chief', 'mines/east/major-hazards')).flow).toEqual([
      { month: '2026-10', openBefore: 0, found: 1, closed: 0, reopened: 0, openAfter: 1 },
      { month: '2026-11', openBefore: 1, found: 2, closed: 1, reopened: 0, openAfter: 2 },
    ]);
    expect((await read('chief', 'mines/east/major-hazards?on=2026-10-31')).entries).toHaveLength(1);
    expect(first).toBe(2);
  });

  test('a month counts with the signed report of its survey', async () => {
    const months = async () =>
      (await standing()).surveys.slice(-2).map(({ month, state }) => `${month} ${state}`);
    expect(await months()).toEqual(['2026-10 missed', '2026-11 due']);
    const survey = sampleSurvey({ mine: 'east', found: ['M1'] });
    const base = await number(write('east', null, survey));
    expect(await months()).toEqual(['2026-10 missed', '2026-11 unsigned']);
    const forDuties = async () =>
      (await createLedgerOfMines(gateway.context.as)(PEOPLE.chief, ['east'], null))?.get('east')?.surveys;
    expect(await forDuties()).toEqual({ signed: null, unsigned: 1 });
    const report = await attach('east', '11月排查报告，已签字');
    await number(write('east', base, { ...survey, report }));
    expect(await forDuties()).toEqual({ signed: survey.on, unsigned: 0 });
    expect(await months()).toEqual(['2026-10 missed', '2026-11 signed']);
    const october = { ...survey, month: '2026-10', on: '2026-11-29' };
    const again = await write('east', null, { ...october, report });
    expect(again.json().refusals).toMatchObject([{ code: 'report-reused', field: 'report' }]);
    // October's, made up for in November, is no survey of November for the duty to survey each month.
    const own = await attach('east', '10月排查报告，已签字');
    await number(write('east', null, { ...october, report: own }));
    expect(await forDuties()).toEqual({ signed: survey.on, unsigned: 0 });
    expect(await months()).toEqual(['2026-10 made-late', '2026-11 signed']);
    const versions = await gateway.ask('east', {
      url: '/api/mines/east/major-hazards/survey:2026-11/versions',
    });
    expect(versions.json()).toHaveLength(2);
  });

  test('go out as a workbook of what the account sees; what is made up says so on every sheet', async () => {
    const ask = (person: Person, url: string) =>
      gateway.ask(person, { url: `/api/${url}/major-export.xlsx` });
    const answer = await ask('east', `counties/${TINY_COUNTY}`);
    expect(answer.headers['content-disposition']).toContain('major-hazards-tiny.xlsx');
    const sheets = await readWorkbook(answer.rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['说明', '重大隐患（合成）', '各矿情况（合成）', '存量增量（合成）', '月排查（合成）'],
    ]);
    const [header, ...rows] = sheets[1]!.rows;
    expect(new Set(rows.map((row) => row[header!.indexOf('矿山编号')]))).toEqual(new Set(['east']));
    expect(rows.every((row) => row[0] === SYNTHETIC_MARK)).toBe(true);
    expect((await ask('stranger', 'mines/east')).statusCode).toBe(404);
    // Of a mine whose county cannot be opened nobody can tell, and that is said.
    const [about, , , , surveys] = await readWorkbook((await ask('engineer', 'mines/tiny')).rawPayload);
    expect(about!.rows[1]![1]).toBe(UNKNOWN_ORIGIN_MARK);
    expect(surveys!.rows[1]![0]).toBe(UNKNOWN_ORIGIN_MARK);
  });

  test('are chained, kept by the county, and seen by nobody outside', async () => {
    const chain = chainStateSchema.parse(
      (await gateway.ask('chief', { url: '/api/mines/east/major-chain' })).json(),
    );
    expect(chain).toMatchObject({ versions: 8, fault: null, kept: { number: 8 } });
    await expect(sql`DELETE FROM major_version`.execute(gateway.db)).rejects.toThrow(/append-only/);
    expect((await gateway.ask('stranger', { url: '/api/mines/east/major-hazards' })).statusCode).toBe(404);
    expect(
      (await gateway.ask('stranger', { url: `/api/counties/${TINY_COUNTY}/major-hazards` })).statusCode,
    ).toBe(404);
    expect((await read('east')).mines.map(({ mine }) => mine)).toEqual(['east']);
    expect((await write('neighbour', null, sampleMajor({ mine: 'east' }))).statusCode).toBe(404);
  });
});

test('heads that were kept outside find what was altered, cut short or taken away, also where the kept heads were altered alike', async () => {
  const county = `/api/counties/${TINY_COUNTY}/ledger-heads`;
  const heads = async (query = '') =>
    ledgerHeadsSchema.parse((await gateway.ask('chief', { url: `${county}${query}` })).json()).heads;
  const check = async (kept: readonly KeptChainHead[], person: Person = 'chief') => {
    const payload = { heads: kept };
    const answer = await gateway.ask(person, { method: 'POST', url: `${county}/check`, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return checkedHeadsSchema
      .parse(answer.json())
      .heads.map(({ mine, ledger, verdict, first }) => `${mine} ${ledger} ${verdict} ${first}`);
  };
  expect((await heads('?on=2026-03-15')).map(({ mine, number }) => [mine, number])).toEqual([
    ['east', 1],
    ['west', 1],
  ]);
  const csv = await gateway.ask('chief', { url: `${county}.csv` });
  expect(csv.headers['content-disposition']).toContain('.csv');
  const { heads: all, faults } = readKeptHeads(csv.body);
  expect(faults).toEqual([]);
  expect(all).toEqual((await heads()).map(({ at, ...head }) => head));
  const kept = all.filter(({ mine, ledger }) => mine === 'east' || ledger === 'hazards');
  const sound = ['east hazards agrees null', 'east major-hazards agrees null', 'west hazards agrees null'];
  expect(await check(kept)).toEqual(sound);
  // Who sees one mine keeps its heads; of another he is told as of one that is not there.
  expect(await check(kept, 'east')).toEqual([...sound.slice(0, 2), 'west hazards missing null']);
  expect(await check([{ ...kept[0]!, mine: 'nothing' }], 'east')).toEqual(['nothing hazards missing null']);

  // Whoever owns the database switches its triggers off and changes versions and heads alike.
  const behind = (...changes: readonly string[]) =>
    gateway.db.transaction().execute(async (tx) => {
      const tables = ['hazard_version', 'ledger_head'];
      for (const table of tables) await sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL`).execute(tx);
      for (const change of changes) await sql.raw(change).execute(tx);
      for (const table of tables) await sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER ALL`).execute(tx);
    });
  await behind(
    "CREATE TABLE kept_versions AS SELECT * FROM hazard_version WHERE mine IN ('east', 'west')",
    "UPDATE hazard_version SET content = replace(content, '改名', '换名') WHERE mine = 'east' AND number = 3",
    "DELETE FROM hazard_version WHERE mine = 'west' AND number = 2",
    "DELETE FROM ledger_head WHERE mine = 'west' AND number = 2",
  );
  const west = await gateway.ask('chief', { url: '/api/mines/west/ledger-chain' });
  expect(west.json()).toMatchObject({ fault: null });
  expect(await check(kept)).toEqual(['east hazards altered 3', sound[1], 'west hazards shorter 2']);
  await behind("DELETE FROM hazard_version WHERE mine = 'west'");
  expect((await check(kept)).at(-1)).toBe('west hazards missing null');
  await behind(
    "DELETE FROM hazard_version WHERE mine = 'east'",
    'INSERT INTO hazard_version SELECT * FROM kept_versions',
  );
  expect(await check(kept)).toEqual(sound);
});
