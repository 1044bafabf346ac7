import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../domain/contracts/account.ts';
import { countyDutiesSchema, dutyPageSchema } from '../../domain/contracts/county-duties-view.ts';
import type { PlacedMine } from '../../domain/county/outside-register.ts';
import { listRow } from '../../domain/county-duties/duty-query.ts';
import { NOTHING_FOUND } from '../../domain/county-duties/facts-of-mine.ts';
import { answerWithProblems } from '../problem.ts';
import { createCounties } from './counties.ts';
import { addCountyRoutes } from './county-routes.ts';
import type { FoundQuestion } from './found-of-mine.ts';
import { createRuleBooks } from './rule-books.ts';
import { EAST_ENGINEER, OFFICIAL, TINY_COUNTY, writeTinyCounty } from './tiny-county.test-data.ts';

const RULES = `hyalite-rules: 1
county: tiny
rules: []
duties:
  - id: PLANS
    name: { zh: 现状图, en: As-built plans }
    jurisdiction: 小县
    clause: 演示设定
    status: demo setting
    due: { kind: every, months: 6, event: asBuiltPlan }
  - id: FIVE
    name: { zh: 五落实, en: Five fixed }
    jurisdiction: 小县
    clause: 演示设定
    status: demo setting
    weight: 0
    due: { kind: always, requires: { fact: hazardsWithoutFiveFixed, op: "=", value: 0 } }
`;

let root: string;
let server: FastifyInstance;
let reader: Account = OFFICIAL;
let now = Date.parse('2026-11-30T09:00:00+08:00');
let outside: PlacedMine[] = [];
let asked: FoundQuestion[] = [];
let ledgerAsked: unknown[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-duties-'));
  await writeTinyCounty(root);
  await writeFile(join(root, 'tiny.yaml'), RULES);
  server = Fastify();
  answerWithProblems(server);
  addCountyRoutes(server, {
    counties: createCounties(root),
    accountOf: () => reader,
    hasLedger: false,
    clock: () => now,
    minesOf: () => outside,
    liveOf: () => null,
    duties: {
      books: createRuleBooks(root),
      bundlesRoot: root,
      find: async (question) => {
        asked.push(question);
        const plans = { signed: '2026-04-20', unsigned: 0 };
        return question.mine === 'south' ? { ...NOTHING_FOUND, plans } : NOTHING_FOUND;
      },
      ledgerOf: async ({ id }, mines, before) => {
        ledgerAsked.push([id, mines.length, before]);
        const hazards = { open: 1, withoutFiveFixed: 1, uncorroborated: 0 };
        const surveys = { signed: null, unsigned: 0 };
        return new Map(mines.map((mine) => [mine, { hazards: mine === 'west' ? hazards : null, surveys }]));
      },
    },
  });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

const get = (query: string, as: Account = OFFICIAL, path = `/api/counties/${TINY_COUNTY}/duties`) => {
  reader = as;
  asked = [];
  ledgerAsked = [];
  return server.inject(`${path}${query}`);
};
const duties = async (query = '', as: Account = OFFICIAL) =>
  countyDutiesSchema.parse((await get(query, as)).json());

describe('duties of a county', () => {
  test('are judged by its rule file, by what was reported and what the gateway found', async () => {
    const view = await duties();
    expect(view).toMatchObject({ on: '2026-11-30', today: '2026-11-30', rules: { problem: null } });
    const row = (mine: string) => view.mines.find((one) => one.mine === mine)!;
    expect(row('east').states[0]).toEqual({ kind: 'met', until: '2027-02-01' });
    expect(row('east').facts['hazardsWithoutFiveFixed']).toMatchObject({ doubt: 'no-hazard-recorded' });
    expect(row('west').states[1]).toEqual({ kind: 'missed', since: null, days: null });
    expect(row('south').facts['asBuiltPlan']).toMatchObject({ value: '2026-04-20', source: 'plans' });
    expect(row('south').states[0]).toEqual({ kind: 'missed', since: '2026-10-20', days: 41 });
    expect(row('west').states[0]).toEqual({ kind: 'unknown', missing: ['asBuiltPlan'] });
    expect(view.mines.map(({ mine }) => mine)).toEqual(['south', 'west', 'east']);
  });

  test('are shown of mines the reader sees, and of no other is anything looked up', async () => {
    expect((await duties('', EAST_ENGINEER)).mines.map(({ mine }) => mine)).toEqual(['east']);
    expect(asked.map(({ mine }) => mine)).toEqual(['east']);
  });

  test('go out in pages that belong together, what matters first, slim', async () => {
    const page = async (query = '', as: Account = OFFICIAL) =>
      dutyPageSchema.parse((await get(query, as, `/api/counties/${TINY_COUNTY}/duties/page`)).json());
    const ids = async (query: string) => (await page(query)).rows.map(({ mine }) => mine);
    const whole = await duties();
    const first = await page('?count=2');
    expect(first).toMatchObject({ all: 3, kept: 3, from: 0, columns: [0, 1] });
    expect(first.rows).toEqual(whole.mines.slice(0, 2).map(listRow));
    expect(first.counts).toMatchObject({ missed: 2 });
    const stamp = encodeURIComponent(first.stamp);
    now += 60_000;
    const second = await page(`?count=2&from=2&stamp=${stamp}`);
    expect([second.stamp, second.rows.map(({ mine }) => mine)]).toEqual([first.stamp, ['east']]);
    expect(asked).toHaveLength(0);
    expect((await page()).stamp).not.toBe(first.stamp);
    expect(await page('?count=2&find=east')).toMatchObject({ from: 2, rows: [{ mine: 'east' }] });
    expect(await ids('?kind=unknown&duty=PLANS')).toEqual(['west']);
    expect(await ids('?duty=PLANS&sort=PLANS')).toEqual(['south', 'west', 'east']);
    expect(await ids('?sort=name&descending=false&language=en')).toHaveLength(3);
    expect((await page('', EAST_ENGINEER)).rows.map(({ mine }) => mine)).toEqual(['east']);
    expect((await get('?kind=green', OFFICIAL, `/api/counties/${TINY_COUNTY}/duties/page`)).statusCode).toBe(
      400,
    );
  });

  test('say which mines of the county are not judged, for its register does not list them', async () => {
    expect((await duties()).outside).toEqual([]);
    outside = [{ mine: 'lone', county: TINY_COUNTY, by: 'bundle' }];
    const view = await duties();
    expect(view.outside).toMatchObject([{ id: 'lone', by: 'bundle', bundle: false }]);
    expect(view.mines).toHaveLength(3);
    const page = dutyPageSchema.parse(
      (await get('', OFFICIAL, `/api/counties/${TINY_COUNTY}/duties/page`)).json(),
    );
    expect(page.outside).toEqual(view.outside);
    const one = await get('', OFFICIAL, `/api/counties/${TINY_COUNTY}/mines/south/duties`);
    expect(countyDutiesSchema.parse(one.json()).outside).toEqual([]);
    outside = [];
  });

  test('are found once for all who ask within seconds', async () => {
    now += 60_000;
    await Promise.all([duties(), duties()]);
    expect(asked.map(({ mine }) => mine)).toEqual(['east', 'west', 'south']);
    await duties();
    expect(asked).toHaveLength(0);
  });

  test('of one mine are told as among all, and of no other is anything looked up', async () => {
    const all = await duties();
    const one = (mine: string, as: Account = OFFICIAL) =>
      get('', as, `/api/counties/${TINY_COUNTY}/mines/${mine}/duties`);
    expect((await one('south')).json()).toEqual({
      ...all,
      mines: all.mines.filter(({ mine }) => mine === 'south'),
    });
    expect(asked.map(({ mine }) => mine)).toEqual(['south']);
    expect(ledgerAsked).toEqual([['a', 1, null]]);
    await one('south');
    expect(asked).toHaveLength(0);
    expect((await one('south', EAST_ENGINEER)).statusCode).toBe(404);
    expect((await one('nowhere')).json()).toMatchObject({ title: 'No such mine in the county' });
    // Its engineer need not know the county.
    const own = (mine: string, as: Account = EAST_ENGINEER) => get('', as, `/api/mines/${mine}/duties`);
    expect((await own('east')).json()).toEqual({
      ...all,
      mines: all.mines.filter(({ mine }) => mine === 'east'),
    });
    expect((await own('south')).statusCode).toBe(404);
    expect((await own('nowhere', OFFICIAL)).statusCode).toBe(404);
  });

  test('of another day are judged by that day: what is past is looked at until it ended', async () => {
    expect((await duties('?on=2027-03-01')).mines.find(({ mine }) => mine === 'east')?.states[0]).toEqual({
      ...{ kind: 'missed', since: '2027-02-01', days: 28 },
    });
    expect(asked.map(({ until }) => until)).toEqual([now, now, now]);
    expect(ledgerAsked).toEqual([['a', 3, null]]);
    await duties('?on=2026-05-01');
    expect(new Date(asked[0].until).toISOString()).toBe('2026-05-01T16:00:00.000Z');
    expect(ledgerAsked).toEqual([['a', 3, '2026-05-01']]);
    expect((await get('?on=soon')).statusCode).toBe(400);
  });

  test('are none where the rule file cannot be used, and the view says why, until it is mended', async () => {
    await writeFile(join(root, 'tiny.yaml'), RULES.replace('months: 6', 'months: often'));
    const view = await duties();
    expect(view.duties).toEqual([]);
    expect(view.rules.problem).toMatch(/^tiny\.yaml:10 \[duties\[0\]\.due\.months\] «often»/);
    await writeFile(join(root, 'tiny.yaml'), RULES.replace('    due:', '    mineSizes: [tiny]\n    due:'));
    expect((await duties()).rules.problem).toMatch(/^tiny\.yaml:\d+ \[duties\[0\]\.mineSizes\[0\]\] «tiny»/);
    await rm(join(root, 'tiny.yaml'));
    expect((await duties()).rules.problem).toContain('there is no such file');
    await writeFile(join(root, 'tiny.yaml'), RULES);
    expect((await duties()).duties).toHaveLength(2);
  });
});
