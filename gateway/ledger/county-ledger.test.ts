import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { BODY_TILE_ZOOM, type HazardBody, hazardBodiesSchema } from '../../domain/contracts/hazard-bodies.ts';
import { hazardCountsSchema } from '../../domain/contracts/hazard-counts.ts';
import { hazardSearchSchema } from '../../domain/contracts/hazard-search.ts';
import { type LedgerSeed, ledgerImportSchema } from '../../domain/contracts/ledger.ts';
import {
  hazardPageSchema,
  hazardPlacesSchema,
  hazardStatisticsSchema,
} from '../../domain/contracts/ledger-list.ts';
import { type MajorHazard, type MajorSurvey, majorViewSchema } from '../../domain/contracts/major-hazard.ts';
import { majorSignsSchema } from '../../domain/contracts/major-signs.ts';
import { mineGroundSchema } from '../../domain/contracts/mine-ground.ts';
import { tilesOver } from '../../domain/county/map-tiles.ts';
import { ledgerGeoJson } from '../../domain/hazards/exchange/ledger-geojson.ts';
import { sampleHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { sampleMajor, sampleSurvey } from '../../domain/major-hazards/sample-major.test-kit.ts';
import { createLedgerOfMines } from '../county/ledger-of-mines.ts';
import { TINY_COUNTY } from '../county/tiny-county.test-data.ts';
import {
  fileForm,
  type LedgerGateway,
  PEOPLE,
  type Person,
  startLedgerGateway,
} from './ledger-gateway.test-kit.ts';
import { createLastFacts } from './list/last-facts.ts';
import { seedVersions } from './seed-ledger.ts';
import { appendVersions, lockChain } from './store/append-version.ts';
import { chainLengths } from './store/read-ledger.ts';

import { EAST, entry, SEED, seedCounty, TINY_FILES, writeCounty } from './tiny-ledger.test-kit.ts';

let gateway: LedgerGateway;
const lines: string[] = [];
const seed = () => seedCounty(gateway, (line) => lines.push(line));
const REPORT = { text: '合成的报告', hash: createHash('sha256').update('合成的报告').digest('hex') };

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
    await writeCounty(gateway, { provenance: 'measured', revision: 'rev-0' });
    await seed();
    expect(await read('chief')).toEqual([]);
    await writeCounty(gateway);
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
      await writeCounty(gateway, { files, revision: `rev-${wanted.length}` });
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
    // However little is kept in memory, readings beside one another lose nothing.
    const forgetful = createLedgerOfMines(gateway.context.as, 0);
    const together = await Promise.all(
      Array.from({ length: 6 }, (_, i) => forgetful(PEOPLE.chief, i % 2 ? ['east'] : ['west'], null)),
    );
    expect(together.map((of) => of!.get('east')?.hazards?.open ?? of!.get('west')?.hazards?.open)).toEqual([
      ...[2, 1, 2, 1, 2, 1],
    ]);
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
      url: `/api/counties/${TINY_COUNTY}/tiles/${at}.mvt${query}`,
    });
    if (answer.statusCode !== 200) return answer.statusCode;
    const { [layer]: hazards } = new VectorTile(new Pbf(answer.rawPayload)).layers;
    return Array.from({ length: hazards?.length ?? 0 }, (_, i) => hazards!.feature(i)).map(
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

  test('of bodies hold what reaches into them with the heights it is known to have; what has no place is in none', async () => {
    const bodies = async (person: Person, query = '') => {
      const [tile] = tilesOver([117.02, 35, 117.02, 35], BODY_TILE_ZOOM);
      const west = tilesOver([116.9, 34.9, 117.1, 35.1], BODY_TILE_ZOOM);
      const found = new Map<string, HazardBody>();
      for (const { x, y } of [tile!, ...west]) {
        const url = `/api/counties/${TINY_COUNTY}/hazard-bodies/${x}/${y}${query}`;
        const { statusCode, json } = await gateway.ask(person, { url });
        if (statusCode !== 200) return statusCode;
        for (const body of hazardBodiesSchema.parse(json()).bodies) found.set(body.id, body);
      }
      return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    };
    expect(await bodies('chief')).toMatchObject([
      // nobody wrote how deep it is
      { id: 'east/H1', at: [117.02, 35], top: null, bottom: null, feature: null, corroboration: 'proven' },
      {
        id: 'west/H2',
        feature: expect.stringContaining('west-goaf'),
        flags: expect.arrayContaining(['overdue']),
      },
    ]);
    const [, goaf] = (await bodies('chief')) as HazardBody[];
    expect(goaf!.top! - goaf!.bottom!).toBeGreaterThan(0);
    expect(await bodies('chief', '?on=2026-02-15')).toMatchObject([
      { id: 'east/H1', corroboration: 'inferred' },
    ]);
    expect(await bodies('east')).toMatchObject([{ id: 'east/H1' }]);
    expect(await bodies('stranger')).toBe(404);
  });

  test('tell of the major hazards that are not done with, beside an open hidden one too', async () => {
    const ask = (query = '') =>
      gateway.ask('chief', { url: `/api/counties/${TINY_COUNTY}/major-signs${query}` });
    // the only one is about a hidden hazard that is open
    expect(majorSignsSchema.parse((await ask()).json()).majors).toMatchObject([
      { id: 'west/M1', atHidden: true, placed: false },
    ]);
    expect((await ask('?on=soon')).statusCode).toBe(400);
  });

  test('are found by number, title or kind within what the reader sees; what was not seen is not counted either', async () => {
    const ask = (person: Person, query: string) =>
      gateway.ask(person, { url: `/api/counties/${TINY_COUNTY}/hazard-search?${query}` });
    const find = async (person: Person, text: string, more = '') =>
      hazardSearchSchema.parse((await ask(person, `text=${encodeURIComponent(text)}${more}`)).json());
    expect(await find('chief', 'h')).toMatchObject({
      hazards: [{ id: 'east/H1', at: [117.02, 35] }, { id: 'west/H2' }, { id: 'west/H1' }],
      ...{ moreHazards: 0, moreMajors: 0 },
    });
    expect((await find('chief', 'm1')).majors).toMatchObject([{ id: 'west/M1', at: null }]);
    expect(await find('east', 'h')).toMatchObject({ hazards: [{ id: 'east/H1' }], moreHazards: 0 });
    expect(await find('east', 'm1')).toMatchObject({ majors: [], moreMajors: 0 });
    expect((await find('chief', 'h', '&on=2020-01-01')).hazards).toEqual([]);
    expect((await ask('stranger', 'text=h')).statusCode).toBe(404);
    expect((await ask('chief', '')).statusCode).toBe(400);
  });

  test('hold those of a mine that the register leaves out, where they say they lie; all of it is counted', async () => {
    const api = (list: string) => `/api/counties/${TINY_COUNTY}/${list}`;
    const lone: Partial<Hazard> = { mine: 'lone', id: 'L1', place: { kind: 'point', at: [117.015, 35.001] } };
    const [placed, major] = [sampleHazard(lone), sampleMajor({ mine: 'lone', hazards: ['L1'] })];
    const inModel = sampleHazard({
      ...lone,
      id: 'L2',
      place: { kind: 'feature', layer: 'goafs', feature: 'G1' },
    });
    const version = { reason: '登记', at: gateway.now, by: { account: 'writer', name: '王工' } };
    await gateway.db.transaction().execute(async (tx) => {
      const hazards = [placed, inModel].map((content) => ({ ...version, hazard: content.id, content }));
      await appendVersions(tx, 'lone', await lockChain(tx, 'lone'), hazards);
      const content = { kind: 'hazard', hazard: major };
      const entries = [{ ...version, hazard: 'hazard:M1', content }];
      await appendVersions(
        tx,
        'lone',
        await lockChain(tx, 'lone', 'major_version'),
        entries,
        'major_version',
      );
    });
    // As long may what another gateway wrote stay unseen.
    const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2_000);
    const drawn = async (person: Person) =>
      [await tile(person, '', TILE)].flat().filter((one) => JSON.stringify(one).includes('lone'));
    expect(await drawn('chief')).toMatchObject([{ id: 'lone/L1', placeUnknown: false }]);
    expect(await drawn('east')).toEqual([]);
    const { mines } = hazardCountsSchema.parse(
      (await gateway.ask('chief', { url: api('hazard-counts') })).json(),
    );
    expect(mines.find(({ id }) => id === 'lone')).toMatchObject({ open: 2, 'five-fixed-missing': 2 });
    const { majors } = majorSignsSchema.parse(
      (await gateway.ask('chief', { url: api('major-signs') })).json(),
    );
    expect(majors.filter(({ mine }) => mine === 'lone')).toMatchObject([{ id: 'lone/M1', placed: true }]);
    const found = await gateway.ask('chief', { url: api('hazard-search?text=lone') });
    expect(hazardSearchSchema.parse(found.json())).toMatchObject({
      hazards: [
        { id: 'lone/L1', at: [117.015, 35.001] },
        { id: 'lone/L2', at: null },
      ],
      majors: [{ id: 'lone/M1' }],
    });
    later.mockRestore();
  });

  test('of a past day hold what was written by then', async () => {
    const past = await tile('chief', '?on=2026-03-15', TILE);
    expect(past).toMatchObject([
      { id: 'east/H1', corroboration: 'inferred' },
      { id: 'west/H2', overdue: 0, worst: 'uncorroborated' },
    ]);
    expect(await tile('chief', '?on=2020-01-01', TILE)).toEqual([]);
  });

  test('of an engineer hold his mine only, of a stranger nothing', async () => {
    expect(await tile('east', '', TILE)).toMatchObject([{ id: 'east/H1' }]);
    // The register is in the same tiles, as far as he sees it.
    expect(await tile('chief', '', TILE, 'mines')).toContainEqual(expect.objectContaining({ id: 'west' }));
    for (const layer of ['mines', 'rights'])
      expect(await tile('east', '', TILE, layer)).toMatchObject([{ id: 'east' }]);
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

describe('a place far from its mine', () => {
  const SEA = { kind: 'point' as const, at: [0, 0] as [number, number] };
  const write = (hazard: Hazard, base: number | null, whyFar?: string) =>
    gateway.ask('east', {
      method: 'POST',
      url: '/api/mines/east/hazards',
      payload: { base, reason: '登记', hazard, ...(whyFar && { whyFar }) },
    });
  const rows = async (query = '') =>
    hazardPageSchema.parse((await gateway.ask('chief', { url: `/api/mines/east/hazards${query}` })).json());
  const far = sampleHazard({ ...{ id: 'S1', mine: 'east', place: SEA }, evidence: [] });

  test('is held against what the register knows of the mine', async () => {
    const ask = (person: Person) => gateway.ask(person, { url: '/api/mines/east/ground' });
    const ground = mineGroundSchema.parse((await ask('east')).json());
    expect(ground).toMatchObject({ at: [117.02, 35], within: null, county: expect.any(Array) });
    expect(ground.outlines).toHaveLength(1);
    expect((await ask('stranger')).statusCode).toBe(404);
  });

  test('is refused until somebody says why, and is shown as doubtful from then on', async () => {
    const refused = await write(far, null);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().refusals).toMatchObject([{ code: 'place-far', field: 'place' }]);
    const taken = await write(far, null, '流域下游的老窿');
    expect(taken.statusCode).toBe(201);
    expect(taken.json().reason).toBe('登记（位置离矿很远，已核对：流域下游的老窿）');
    // The same place again is not asked about, and a reason that is not needed not kept.
    const next = await write({ ...far, title: '改名' }, taken.json().number, '不必说');
    expect(next.json().reason).toBe('登记');
    const { rows: all } = await rows();
    expect(all.find(({ id }) => id === 'S1')?.far).toMatchObject({ of: 'place' });
    // What the demo ledger began with has evidence 130 km to the north.
    expect(all.find(({ id }) => id === 'H1')?.far).toMatchObject({ of: 'evidence' });
    expect((await rows('?far=true')).kept).toBe(2);
  });

  test('of a file is told row by row, and taken with a reason only', async () => {
    const near = sampleHazard({ id: 'S2', mine: 'east', place: EAST.place, evidence: [] });
    const file = Buffer.from(ledgerGeoJson([{ ...far, id: 'S3' }, near]));
    const send = async (query: string) => {
      const url = `/api/mines/east/ledger-import?${query}`;
      const answer = await gateway.ask('east', { method: 'POST', url, ...fileForm(file, 'a.geojson') });
      return ledgerImportSchema.parse(answer.json());
    };
    const tried = await send('dry=true');
    expect(tried).toMatchObject({ added: ['S2'], rejects: [], far: [{ row: 1, value: 'S3: 0, 0' }] });
    expect(tried.far[0]!.what.zh).toContain('离矿很远');
    const taken = await send(`dry=false&whyFar=${encodeURIComponent('邻县')}`);
    expect(taken).toMatchObject({ added: ['S3', 'S2'], far: [{ value: 'S3: 0, 0' }] });
    const versions = await gateway.ask('east', { url: '/api/mines/east/hazards/S3/versions' });
    expect(versions.json()[0].reason).toContain('已核对：邻县');
  });

  test('of a major hazard is refused as well', async () => {
    const hazard = { ...sampleMajor({ id: 'M9', mine: 'east' }), place: SEA };
    const send = (more: object) =>
      gateway.ask('east', {
        method: 'POST',
        url: '/api/mines/east/major-hazards',
        payload: { base: null, reason: '上报', entry: { kind: 'hazard', hazard }, ...more },
      });
    expect((await send({})).json().refusals).toMatchObject([{ code: 'place-far' }]);
    expect((await send({ whyFar: '邻县' })).statusCode).toBe(201);
  });
});
