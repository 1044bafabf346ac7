import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { VectorTile } from '@mapbox/vector-tile';
import Fastify, { type FastifyInstance } from 'fastify';
import Pbf from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seesMine } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { countyListSchema } from '../../domain/contracts/county-list.ts';
import { countyLiveSchema } from '../../domain/contracts/county-live.ts';
import { countyStatisticsSchema } from '../../domain/contracts/county-statistics.ts';
import type { Alarm } from '../../domain/contracts/live/alarm.ts';
import { mineNeighboursSchema } from '../../domain/contracts/mine-neighbours.ts';
import { mineRegisterSchema } from '../../domain/contracts/mine-register.ts';
import { minesOutsideSchema } from '../../domain/contracts/mines-outside.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
import type { PlacedMine } from '../../domain/county/outside-register.ts';
import { NOTHING_FOUND } from '../../domain/county-duties/facts-of-mine.ts';
import { tinyAlarm } from '../../domain/rules/tiny-alarm.test-kit.ts';
import { answerWithProblems } from '../problem.ts';
import { createCounties } from './counties.ts';
import { addCountyRoutes } from './county-routes.ts';
import type { LiveMineNow } from './live-mines.ts';
import { createRuleBooks } from './rule-books.ts';
import {
  EAST_ENGINEER,
  OFFICIAL,
  STRANGER,
  TINY_COUNTY,
  TINY_NEIGHBOURS,
  writeTinyCounty,
} from './tiny-county.test-data.ts';

/** Of the county by what they say themselves; its register lists neither. */
let outside: readonly PlacedMine[] = [];

let root: string;
let server: FastifyInstance;
let reader: Account = OFFICIAL;
const raised: { revision: number; alarms: Alarm[] } = { revision: 0, alarms: [] };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-counties-'));
  await writeTinyCounty(root);
  server = Fastify();
  await server.register(fastifyStatic, { root, serve: false, cacheControl: false });
  answerWithProblems(server);
  const below = { fresh: 3, stale: 1, lost: 0, unplaced: 0, neverHeard: 2 };
  const live = { synthetic: true, peopleBelow: () => below, alarmRevision: 0, alarms: () => [] };
  const west: LiveMineNow = {
    ...{ synthetic: true, peopleBelow: () => below, alarms: () => raised.alarms },
    get alarmRevision() {
      return raised.revision;
    },
  };
  const liveOf = (mine: string) => (mine === 'south' ? null : mine === 'west' ? west : live);
  const clock = () => Date.parse('2026-11-30T00:00:00+08:00');
  const find = async () => NOTHING_FOUND;
  const duties = { books: createRuleBooks(root), find, ledgerOf: async () => null, bundlesRoot: root };
  addCountyRoutes(server, {
    counties: createCounties(root),
    accountOf: () => reader,
    hasLedger: false,
    clock,
    minesOf: (account, county) => outside.filter((one) => one.county === county && seesMine(account, one)),
    liveOf,
    duties,
  });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

const get = (url: string, as: Account = OFFICIAL, headers: Record<string, string> = {}) => {
  reader = as;
  return server.inject({ method: 'GET', url, headers });
};
const api = (rest: string) => `/api/counties/${TINY_COUNTY}/${rest}`;

/** The tile that holds the two mines of the north. */
const TILE = '10/844/405';
const readTile = async (query = '', as: Account = OFFICIAL) => {
  const answer = await get(api(`tiles/${TILE}.mvt${query}`), as);
  expect(answer.statusCode, answer.body).toBe(200);
  const { layers } = new VectorTile(new Pbf(answer.rawPayload));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties),
    ]),
  );
};

describe('the register', () => {
  test('an official sees all of the county, an engineer one mine of it and no list, a stranger nothing', async () => {
    const list = countyListSchema.parse((await get('/api/counties')).json());
    expect(list).toMatchObject([{ id: TINY_COUNTY, mines: 3, catalog: '/counties/tiny/county.json' }]);
    expect((await get('/api/counties', EAST_ENGINEER)).json()).toEqual([]);
    const ids = async (name: string, as: Account) =>
      (await get(api(name), as)).json().map(({ id }: { id: string }) => id);
    expect(await ids('mines', OFFICIAL)).toEqual(['east', 'west', 'south']);
    expect(await ids('mines', EAST_ENGINEER)).toEqual(['east']);
    expect(await ids('features', EAST_ENGINEER)).toEqual(['east-goaf']);
    expect(await ids('sites', EAST_ENGINEER)).toEqual(['pond']);
    const file = (await get('/counties/tiny/mines.json', EAST_ENGINEER)).json();
    expect(file.map(({ id }: { id: string }) => id)).toEqual(['east']);
    expect((await get(api('mines'), STRANGER)).statusCode).toBe(404);
    const nowhere = await get('/api/counties/nowhere/mines');
    expect(nowhere.json()).toMatchObject({ title: 'No such county', mend: expect.any(String) });
  });

  test('who sees one mine is not told how many there are', async () => {
    expect((await get('/counties/tiny/county.json')).json().counts.mines).toBe(3);
    expect((await get('/counties/tiny/county.json', EAST_ENGINEER)).json().counts).toMatchObject({
      mines: 1,
      features: 1,
      sites: 1,
    });
  });

  test('answers are packed, and asked for again they cost nothing, but never across readers', async () => {
    const first = await get(api('mines'), OFFICIAL, { 'accept-encoding': 'br, gzip' });
    expect(first.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'private, no-cache' });
    const etag = String(first.headers.etag);
    expect((await get(api('mines'), OFFICIAL, { 'if-none-match': etag })).statusCode).toBe(304);
    const other = await get(api('mines'), EAST_ENGINEER, { 'if-none-match': etag });
    expect(other.statusCode).toBe(200);
  });
});

test('an engineer reads of neighbours what endangers his mine, and not whose it is', async () => {
  const whole = neighboursReportSchema.parse((await get(api('neighbours'))).json());
  expect(whole).toEqual(TINY_NEIGHBOURS);
  const own = neighboursReportSchema.parse((await get(api('neighbours'), EAST_ENGINEER)).json());
  expect(own.findings.map(({ check, answer }) => [check, answer])).toEqual([['goafs-distance', 'found']]);
  expect(JSON.stringify(own)).not.toMatch(/west|south/);
  const ofMine = async (mine: string, as: Account) =>
    mineNeighboursSchema.parse((await get(`/api/mines/${mine}/neighbours`, as)).json());
  expect((await ofMine('east', EAST_ENGINEER)).report?.findings).toEqual(own.findings);
  const south = await ofMine('south', OFFICIAL);
  expect(south.report?.findings.map(({ id }) => id)).toEqual(['contiguous:south:west']);
  expect(await ofMine('elsewhere', OFFICIAL)).toMatchObject({ county: null, report: null });
});

test('a mine’s own people read what its county registered of it, without knowing the county; of another nothing', async () => {
  const of = async (mine: string, as: Account = EAST_ENGINEER) => {
    const answer = await get(`/api/mines/${mine}/register`, as);
    return answer.statusCode === 200 ? mineRegisterSchema.parse(answer.json()) : answer.statusCode;
  };
  expect(await of('east')).toMatchObject({ county: TINY_COUNTY, entry: { id: 'east', size: 'small' } });
  expect(JSON.stringify(await of('west'))).not.toContain('west矿');
  expect(await of('elsewhere', OFFICIAL)).toMatchObject({ county: null, entry: null });
});

test('statistics count what the reader sees and the query means', async () => {
  const count = async (query: string, as: Account = OFFICIAL) =>
    countyStatisticsSchema.parse((await get(api(`statistics${query}`), as)).json());
  expect(await count('')).toMatchObject({ total: { mines: 3, grade: { B: 1, D: 1, unknown: 1 } } });
  expect(await count('?state=suspended&on=2025-12-31')).toMatchObject({
    on: '2025-12-31',
    total: { mines: 0 },
  });
  expect((await count('', EAST_ENGINEER)).total).toMatchObject({ mines: 1, sites: { ammonia: 0 } });
  expect((await get(api('statistics?grade=E'))).statusCode).toBe(400);
});

test('statistics of now count the warnings that stand in alarms, as the map does; those of a past day none', async () => {
  const red = async (query: string) =>
    countyStatisticsSchema.parse((await get(api(`statistics${query}`))).json()).total.warning.red;
  const before = await red('');
  raised.alarms = [tinyAlarm({ mine: 'west', warning: 'red' })];
  raised.revision++;
  expect([await red(''), await red('?on=2026-11-01')]).toEqual([before + 1, 0]);
  expect((await get(api('statistics?warning=red'))).json().total.mines).toBe(before + 1);
  raised.alarms = [];
  raised.revision++;
  expect(await red('')).toBe(before);
});

describe('a mine that the register leaves out', () => {
  const lone = { mine: 'lone', county: TINY_COUNTY, by: 'live' } as const;
  const listed = { mine: 'east', county: TINY_COUNTY, by: 'register' } as const;
  const outsideFor = async (as: Account, query = '') =>
    minesOutsideSchema.parse((await get(api(`mines-outside${query}`), as)).json());
  beforeAll(() => {
    outside = [listed, lone, { mine: 'far-away', county: 'elsewhere', by: 'live' }];
  });
  afterAll(() => {
    outside = [];
  });

  test('is told to whoever sees it, with what is not known of it', async () => {
    expect(await outsideFor(OFFICIAL, '?on=2026-05-01')).toEqual({
      ...{ county: TINY_COUNTY, on: '2026-05-01', ledger: false },
      mines: [
        {
          ...{ id: 'lone', name: { zh: 'lone', en: 'lone' }, by: 'live' },
          ...{ bundle: false, provenance: null, open: null },
        },
      ],
    });
    expect((await outsideFor(EAST_ENGINEER)).mines).toEqual([]);
    expect((await get(api('mines-outside'), STRANGER)).statusCode).toBe(404);
    expect((await get(api('mines-outside?on=soon'))).statusCode).toBe(400);
  });

  test('is named where mines are counted, and its people are told among the others', async () => {
    const counted = async (as: Account) =>
      countyStatisticsSchema.parse((await get(api('statistics'), as)).json());
    expect(await counted(OFFICIAL)).toMatchObject({ total: { mines: 3 }, outside: ['lone'] });
    expect((await counted(EAST_ENGINEER)).outside).toEqual([]);
    const below = async (as: Account) => countyLiveSchema.parse((await get(api('live'), as)).json()).mines.id;
    expect(await below(OFFICIAL)).toEqual(['east', 'west', 'lone']);
    expect(await below(EAST_ENGINEER)).toEqual(['east']);
  });
});

test('who is underground is told of the mines the reader sees that are heard of, and of no other', async () => {
  const { mines } = countyLiveSchema.parse((await get(api('live'))).json());
  expect(mines).toMatchObject({
    id: ['east', 'west'],
    fresh: [3, 3],
    neverHeard: [2, 2],
    warning: [null, null],
  });
  expect((await get(api('live'), EAST_ENGINEER)).json().mines.id).toEqual(['east']);
});

describe('tiles', () => {
  test('mines and their rights, as they are now', async () => {
    const { mines, rights } = await readTile();
    expect(mines).toMatchObject([
      { id: 'east', zh: 'east矿', state: 'producing', grade: 'B', risk: 'general', bundle: false },
      { id: 'west', state: 'suspended', grade: 'D', risk: 'major' },
    ]);
    expect(mines[0]).not.toHaveProperty('warning');
    expect(rights).toMatchObject([
      { id: 'east', bottom: -400, valid: true },
      { id: 'west', state: 'suspended' },
    ]);
  });

  test('as they were on a day, with what is not known of it left out', async () => {
    const { mines } = await readTile('?on=2025-12-31');
    expect(mines[1]).toMatchObject({ id: 'west', state: 'producing', grade: 'C' });
    expect(mines[1]).not.toHaveProperty('risk');
    const ids = (await readTile('?on=2024-05-31')).features.map(({ id }) => id);
    expect(ids).toEqual(['east-goaf', 'west-adit']);
    expect((await get(api(`tiles/${TILE}.mvt?on=soon`))).statusCode).toBe(400);
  });

  test('of an engineer hold his mine only', async () => {
    expect((await readTile('', EAST_ENGINEER)).mines.map(({ id }) => id)).toEqual(['east']);
    expect((await readTile('', EAST_ENGINEER)).features).toMatchObject([
      { id: 'east-goaf', mine: 'east', shape: 'prism', bottom: -120, top: -80, waterLevel: -85 },
    ]);
  });

  test('of lines go as high and deep as their hollow', async () => {
    const adit = (await readTile()).features.find(({ id }) => id === 'west-adit');
    expect(adit).toMatchObject({ shape: 'line', bottom: -93, top: -88, radius: 2 });
  });

  test('of sites say what the county’s rules find, of now only, and nothing where no rule concerns them', async () => {
    const sites = async (query = '') => (await readTile(query)).sites;
    expect(await sites()).toMatchObject([
      { id: 'pond', flagged: 'found', marks: '|OVER|' },
      { id: 'cold-store' },
    ]);
    expect((await sites())[1]).not.toHaveProperty('flagged');
    expect((await sites('?on=2024-05-31'))[0]).toMatchObject({ flagged: 'unknown', marks: '|OVER-unknown|' });
    const { total } = countyStatisticsSchema.parse((await get(api('statistics'))).json());
    expect(total).toMatchObject({ sitesFlagged: 1, siteMarks: { OVER: 1 } });
  });

  test('where nothing is are empty, and beyond the world are none', async () => {
    expect((await get(api('tiles/10/1/1.mvt'))).statusCode).toBe(204);
    for (const tile of ['1/2/0', '17/0/0', 'mines/1/0/0', 'a/0/0'])
      expect((await get(api(`tiles/${tile}.mvt`))).statusCode, tile).toBe(404);
  });
});

describe('the ground of the map', () => {
  test('is sent as it lies there, for ever where the revision is named', async () => {
    const tile = await get('/counties/tiny/base/3/6/3.mvt?r=rev-1');
    expect([tile.statusCode, tile.body]).toEqual([200, 'base tile']);
    expect(tile.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'cache-control': expect.stringContaining('immutable'),
    });
    const again = await get('/counties/tiny/base/3/6/3.mvt', OFFICIAL, {
      'if-none-match': String(tile.headers.etag),
    });
    expect([again.statusCode, again.headers['cache-control']]).toEqual([304, 'no-cache']);
    expect((await get('/counties/tiny/base/3/6/2.mvt')).statusCode).toBe(204);
    expect((await get('/counties/tiny/base/13/6/2.mvt')).statusCode).toBe(404);
    expect((await get('/counties/tiny/base/3/6/3.mvt', STRANGER)).statusCode).toBe(404);
  });

  test('nothing else of the folder is', async () => {
    await writeFile(join(root, 'secret.txt'), 'SECRET');
    await symlink(join(root, 'secret.txt'), join(root, TINY_COUNTY, 'base', '3', '6', '4.mvt'));
    for (const file of [
      'hazards.json',
      'county.json.bak',
      'base/3/6/4.mvt',
      'base/..%2f..%2fmines.json',
      '../secret.txt',
    ])
      expect((await get(`/counties/tiny/${file}`)).body, file).not.toMatch(/SECRET|east/);
  });
});

test('a county that cannot be opened is listed with the reason, and opens once it is mended', async () => {
  await writeTinyCounty(root, { mines: [] });
  const [broken] = countyListSchema.parse((await get('/api/counties')).json());
  expect(broken.broken).toBe('features.json: east-goaf: no mine east; build the county anew');
  expect((await get(api('mines'))).json()).toMatchObject({ status: 503, detail: broken.broken });
  expect((await get(api('mines'), STRANGER)).statusCode).toBe(404);
  await writeTinyCounty(root, { catalog: { attribution: 'again' } });
  expect((await get(api('mines'))).json()).toHaveLength(3);
});
