import { once } from 'node:events';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ACTIONS, roleMay } from '../../domain/accounts/may.ts';
import { ROLES, type Role } from '../../domain/contracts/account.ts';
import { API, keyOf } from '../api-document/api-document.ts';
import type { Schema } from '../live/store/schema.ts';
import type { GuardedRoute } from './guard.ts';
import {
  BESIDE,
  BESIDE_SECRET,
  HIDDEN,
  OUTSIDE,
  SECRET,
  SEEN,
  seesWhole,
  startWalk,
  type Walkers,
} from './walk.test-kit.ts';

/**
 * Walks every route of the server as every role and as nobody. A new route is walked by itself where it says `ofMine` or
 * `ofCounty`; one with a parameter not named here, or one that chooses by itself what it shows, fails until it is added.
 */

/** What parameters stand for; `:mine`, `:county` and `*` are the walk's own. */
const PARAMETERS: Readonly<Record<string, string>> = {
  id: '00000000-0000-4000-8000-000000000000',
  plan: '00000000-0000-4000-8000-000000000000',
  hazard: 'h-1',
  subject: 'hazard:M1',
  number: '1',
  sha256: 'a'.repeat(64),
  year: '2026',
  chapter: 'overview',
  kind: 'mines',
  z: '3',
  x: '6',
  y: '3',
};
/** Tells of no mine, but of hidden hazards. */
const DOCUMENT = '/api/openapi.json';
/** Files of the app: no part of the API. */
const FILES = ['GET /', 'GET /*'];
/** Routes that anybody may use or that leave out by themselves what is not seen: each was looked at, and what it answers is searched. */
const CHOOSING = [
  ...FILES,
  'GET /api/accounts',
  'GET /api/counties',
  'GET /api/ledger-template.xlsx',
  'GET /api/mines',
  `GET ${DOCUMENT}`,
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/accounts',
  'POST /api/accounts/:id/one-time-link',
  'POST /api/one-time-link',
  'POST /api/session',
  'POST /api/session/demo',
  'PUT /api/accounts/:id',
  'PUT /api/session/password',
];

/** What is asked for by the body decides which action it is: these refuse more roles than they say. */
const STRICTER = new Set(['POST /api/mines/:mine/hazards', 'POST /api/mines/:mine/major-hazards']);

let walk: Walkers;
let routes: readonly GuardedRoute[];
beforeAll(async () => {
  walk = await startWalk();
  routes = walk.server.guarded.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');
}, 120_000);
afterAll(() => walk?.close());

const nameOf = ({ method, url }: Pick<GuardedRoute, 'method' | 'url'>): string => `${method} ${url}`;
const unknown = (url: string): string[] =>
  [...url.matchAll(/:(\w+)/g)]
    .map(([, name]) => name!)
    .filter((name) => !(name in PARAMETERS) && name !== 'mine' && name !== 'county');

/** The address of a route about a mine or county. */
const addressOf = ({ url }: GuardedRoute, of: { mine: string; county: string }): string =>
  url
    .replaceAll(/:(\w+)(\([^)]*\))?/g, (_, name: string) =>
      name === 'mine' || name === 'county' ? of[name] : (PARAMETERS[name] ?? ''),
    )
    .replace('/bundles/*', `/bundles/${of.mine}/catalog.json`)
    .replace('/streams/*', `/streams/${of.mine}/cam/index.m3u8`);

const ask = (route: Pick<GuardedRoute, 'method'>, url: string, cookie: string | null) => {
  const isRead = route.method === 'GET';
  return walk.server.inject({
    method: route.method as 'GET',
    url,
    headers: {
      host: walk.host,
      ...(cookie !== null && { cookie }),
      ...(!isRead && { origin: `http://${walk.host}`, 'content-type': 'application/json' }),
    },
    ...(!isRead && { payload: '{}' }),
  });
};
const isScoped = ({ access }: GuardedRoute): boolean =>
  access.kind === 'mine' || access.kind === 'county' || access.kind === 'part-of-county';

describe('every route', () => {
  it('is known to this walk', () => {
    const scoped = routes.filter(isScoped);
    expect(scoped.length).toBeGreaterThan(30);
    expect(scoped.flatMap(({ url }) => unknown(url))).toEqual([]);
    const choosing = routes.filter((route) => !isScoped(route)).map(nameOf);
    expect(choosing.toSorted()).toEqual(CHOOSING.toSorted());
  });

  it('about a mine or a county asks for an account, whatever is asked of it', async () => {
    for (const route of routes.filter(isScoped)) {
      const answer = await ask(route, addressOf(route, SEEN), null);
      expect(answer.statusCode, nameOf(route)).toBe(401);
      expect(answer.headers['content-type'], nameOf(route)).toContain('application/problem+json');
    }
  });

  it('answers for what is outside the scope as for what does not exist, to every role', async () => {
    for (const [role, cookie] of [...walk.cookies, ['demo-administrator', walk.demoAdministrator]] as const)
      for (const route of routes.filter(isScoped)) {
        const hidden = await ask(route, addressOf(route, HIDDEN), cookie);
        const none = await ask(route, addressOf(route, { mine: 'nothing', county: 'nowhere' }), cookie);
        const what = `${role}: ${nameOf(route)}`;
        expect(hidden.statusCode, what).toBe(404);
        expect(hidden.body, what).toBe(none.body);
        expect(SECRET.test(hidden.body), what).toBe(false);
      }
  });

  it('shows within the scope nothing of what is outside, and does only what the role may', async () => {
    const [told, toldOutside] = [new Set<string>(), new Set<string>()];
    for (const [role, cookie] of walk.cookies)
      for (const route of routes) {
        const { access, method } = route;
        // Signing out would end the walk.
        if ((!isScoped(route) && method !== 'GET') || route.url === DOCUMENT) continue;
        const answer = await ask(route, addressOf(route, SEEN), cookie);
        const what = `${role}: ${nameOf(route)} ${answer.statusCode}`;
        expect(answer.statusCode, what).not.toBe(401);
        expect(SECRET.test(answer.body), what).toBe(false);
        if (!seesWhole(role)) {
          expect(BESIDE_SECRET.test(answer.body), what).toBe(false);
          const beside = await ask(route, addressOf(route, { ...SEEN, mine: BESIDE }), cookie);
          if (access.kind === 'mine') expect(beside.statusCode, what).toBe(404);
          expect(SECRET.test(beside.body), what).toBe(false);
        } else if (BESIDE_SECRET.test(answer.body)) told.add(nameOf(route));
        if (answer.body.includes(OUTSIDE)) toldOutside.add(nameOf(route));
        if (access.kind === 'county' && !seesWhole(role)) expect(answer.statusCode, what).toBe(404);
        else if ((access.kind === 'mine' || access.kind === 'county') && !STRICTER.has(nameOf(route)))
          expect(answer.statusCode === 403, what).toBe(!roleMay(role, access.action));
        if (access.kind === 'accounts') expect(answer.statusCode, what).toBe(403);
      }
    // Whoever sees the county is told of the mine beside: it is there to be found by whoever must not be.
    expect([...told].filter((name) => name.includes('/counties/:county/')).length).toBeGreaterThan(8);
    // So is the one that no register lists, where it is told of at all.
    for (const list of ['mines-outside', 'hazard-counts', 'major-signs', 'statistics', 'duties', 'hazards'])
      expect(toldOutside, list).toContain(`GET /api/counties/:county/${list}`);
  });

  it('answers errors with a cause and a mend', async () => {
    const cookie = walk.cookies.get('mine-engineer')!;
    for (const route of [...routes, { method: 'GET', url: '/api/nowhere' }]) {
      const url = 'access' in route ? addressOf(route, SEEN) : route.url;
      const answer = await ask(
        route,
        `${url}?on=never&from=x`,
        route.url.includes('session') ? null : cookie,
      );
      if (answer.statusCode < 400) continue;
      const what = `${nameOf(route)} ${answer.statusCode} ${answer.body}`;
      expect(answer.headers['content-type'], what).toContain('application/problem+json');
      const { status, title, detail, mend } = answer.json();
      expect([status, title, detail, mend].every(Boolean), what).toBe(true);
      expect(status, what).toBe(answer.statusCode);
      expect(status === 503 || status < 500, what).toBe(true);
    }
  });

  it('is told in the API document, with what it asks for and answers', async () => {
    const document = (await ask({ method: 'GET' }, DOCUMENT, null)).json();
    const told = new Set(Object.keys(API));
    expect(routes.map(keyOf).filter((key) => !told.has(key) && !FILES.includes(key))).toEqual([]);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: document.components });
    const cookie = walk.cookies.get('viewer')!;
    let checked = 0;
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const path = keyOf(route)
        .slice('GET '.length)
        .replaceAll(/:(\w+)/g, '{$1}')
        .replace(/\*$/, '{path}');
      const content = document.paths[path]?.get?.responses[200]?.content?.['application/json'];
      if (!content) continue;
      const answer = await ask(route, addressOf(route, SEEN), cookie);
      if (answer.statusCode !== 200) continue;
      checked++;
      const valid = ajv.validate({ $ref: `api${content.schema.$ref}` }, answer.json());
      expect(valid, `${nameOf(route)} ${ajv.errorsText()}`).toBe(true);
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('takes no change from a foreign page, and no reading either', async () => {
    const cookie = walk.cookies.get('mine-engineer')!;
    for (const route of routes) {
      if (!isScoped(route) && route.method === 'GET') continue;
      const { statusCode } = await walk.server.inject({
        method: route.method as 'GET',
        url: addressOf(route, SEEN),
        headers: {
          ...{ host: walk.host, cookie, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
          ...(route.method !== 'GET' && { 'content-type': 'application/json' }),
        },
        ...(route.method !== 'GET' && { payload: '{}' }),
      });
      expect(statusCode, nameOf(route)).toBe(403);
    }
  });
});

describe('what is no route', () => {
  it.each([
    '/bundles/tiny/../hidden/catalog.json',
    '/bundles/tiny/%2e%2e/hidden/catalog.json',
    '/bundles/hidden',
    '/streams/tiny/../hidden/cam/index.m3u8',
    '/bundles/tiny/..%5Chidden%5Ccatalog.json',
    '/bundles//hidden/catalog.json',
    '/BUNDLES/hidden/catalog.json',
  ])('no way round leads to another mine: %s', async (url) => {
    const answer = await ask({ method: 'GET' }, url, walk.cookies.get('viewer')!);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(/绝密/);
  });

  it('a live socket gives nobody a frame, and nobody who is signed in a mine outside the scope', async () => {
    const open = (cookie: string | null, origin = `http://${walk.host}`) =>
      new WebSocket(`ws://${walk.host}/api/live`, { headers: { ...(cookie && { cookie }), origin } });
    for (const socket of [open(null), open(walk.cookies.get('viewer')!, 'http://evil.example')]) {
      socket.on('error', () => {});
      const [, response] = await once(socket, 'unexpected-response');
      expect(response.statusCode).toBe(401);
    }
    for (const [role, cookie] of [...walk.cookies, ['demo-administrator', walk.demoAdministrator]] as const) {
      const socket = open(cookie);
      const heard: string[] = [];
      let frames = 0;
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) frames++;
        else heard.push(data.toString());
      });
      await once(socket, 'open');
      for (const mine of [HIDDEN.mine, 'nothing'])
        socket.send(JSON.stringify({ type: 'subscribe', mine, rate: 5 }));
      await expect.poll(() => heard.filter((text) => text.includes('refused')).length).toBe(2);
      await new Promise((later) => setTimeout(later, 300));
      const refused = heard.filter((text) => text.includes('refused')).map((text) => JSON.parse(text));
      expect(
        refused.map(({ reason }) => reason),
        role,
      ).toEqual(['unknown-mine', 'unknown-mine']);
      expect([frames, heard.some((text) => text.includes('绝密'))], role).toEqual([0, false]);
      socket.terminate();
    }
  });
});

describe('the database itself', () => {
  const rowsOf = async (id: string, table: string): Promise<number> =>
    walk.live.as({ id }, async (tx) => {
      const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(
        tx,
      );
      return rows[0]!.n;
    });

  it('has every table under row-level security or out of the viewers’ reach', async () => {
    const { rows } = await sql<{ name: string; guarded: boolean; reach: boolean }>`
      SELECT c.relname AS name, c.relrowsecurity AS guarded,
        has_any_column_privilege('hyalite_viewer', c.oid, 'SELECT, INSERT, UPDATE')
          OR has_table_privilege('hyalite_viewer', c.oid, 'DELETE, TRUNCATE') AS reach
      FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace`.execute(
      walk.live.store.db,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ guarded, reach }) => reach && !guarded).map(({ name }) => name)).toEqual([]);
    for (const name of ['account', 'account_session', 'one_time_link', 'mine_place'])
      expect(rows.find((row) => row.name === name)?.reach, name).toBe(false);
  });

  it('shows an account the rows of its mines, an administrator all, a stranger none', async () => {
    for (const table of [
      'as_built_plan',
      'incident_hold',
      'mine',
      'hazard_version',
      'major_version',
      'ledger_head',
    ]) {
      // Of every version in the two ledgers a head is kept; the mine beside and the one outside have ledgers and nothing else.
      const each = table === 'ledger_head' ? 2 : 1;
      const beside = /version|ledger/.test(table) ? 2 * each : 0;
      expect(await rowsOf('viewer', table), table).toBe(each);
      expect(await rowsOf('county-official', table), table).toBe(each + beside);
      expect(await rowsOf('administrator', table), table).toBe(2 * each + beside);
      expect(await rowsOf('demo-administrator', table), table).toBe(each + beside);
      expect(await rowsOf('nobody', table), table).toBe(0);
    }
  });

  it('takes no row for another mine, also where the code before it forgot to ask', async () => {
    const store = walk.live.storeOf({ id: 'mine-engineer' });
    const plan = { title: 'x', surveyDate: null, by: 'x', revision: 'r', features: [] };
    expect(await store.plans(HIDDEN.mine)).toEqual([]);
    expect(await store.makePlan(HIDDEN.mine, plan)).toBeNull();
    expect(await store.plans(SEEN.mine)).toHaveLength(1);
    await expect(
      walk.live.as({ id: 'mine-engineer' }, (tx) =>
        sql`INSERT INTO incident_hold (id, mine, from_time, held_by, reason, made_at)
          SELECT gen_random_uuid(), m.id, 0, 'x', 'x', 0 FROM generate_series(1, 9) AS m(id)`.execute(tx),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('says of roles what domain/accounts/may.ts says', async () => {
    const { rows } = await sql<{ role: Role; action: string }>`SELECT role, action FROM role_right`.execute(
      walk.live.store.db,
    );
    const kept = new Set(rows.map(({ role, action }) => `${role} ${action}`));
    const told = ROLES.flatMap((role) =>
      ACTIONS.filter((action) => action !== 'read' && roleMay(role, action)).map(
        (action) => `${role} ${action}`,
      ),
    );
    expect(kept).toEqual(new Set(told));
  });

  it('takes no version, hold, plan or attachment of a role that may not write it, nor in another’s name', async () => {
    const version = (table: string, by: string) =>
      sql`INSERT INTO ${sql.table(table)} VALUES ('tiny', 900, 'h-1', 0, ${by}, 'x', 'x', '{}', 'x')`;
    const writes = {
      hazard: (by: string) => version('hazard_version', by),
      major: (by: string) => version('major_version', by),
      attachment: (by: string) =>
        sql`INSERT INTO ledger_attachment VALUES ('tiny', ${'b'.repeat(64)}, 'x', 'x', 1, ${by}, 0)`,
      plan: () => sql`UPDATE as_built_plan SET scan_by = 'forged'`,
      hold: () => sql`UPDATE incident_hold SET released_by = 'forged'`,
      text: (by: string) =>
        sql`INSERT INTO regional_plan_text (county, year, chapter, text, by_account, writer_name, at)
          VALUES ('yunxiu', 2026, 'overview', 'x', ${by}, 'x', 0)`,
    };
    const may: Readonly<Record<string, readonly Role[]>> = {
      hazard: ['county-official', 'mine-engineer'],
      major: ['county-official', 'mine-engineer'],
      attachment: ['county-official', 'mine-engineer'],
      plan: ['mine-engineer'],
      hold: ['commander', 'dispatcher'],
      text: ['county-official'],
    };
    const isDone = (id: string, work: ReturnType<typeof version>): Promise<boolean> =>
      walk.live
        .as({ id }, async (tx) => {
          const { numAffectedRows } = await work.execute(tx);
          // Nothing of this walk stays.
          throw new Error(numAffectedRows === 0n ? 'nothing' : 'written');
        })
        .catch(({ message }: Error) => message === 'written');
    for (const [what, write] of Object.entries(writes))
      for (const role of ROLES) {
        const id = role;
        expect(await isDone(id, write(id)), `${role} ${what}`).toBe(may[what]!.includes(role));
        if (what in writes && write.length > 0)
          expect(await isDone(id, write('somebody-else')), `${role} ${what} as another`).toBe(false);
      }
  });

  it('changes of a plan nothing but its scan, of a hold nothing but its end, whoever asks', async () => {
    for (const [id, forged] of [
      ['mine-engineer', sql`UPDATE as_built_plan SET title = 'forged'`],
      ['commander', sql`UPDATE incident_hold SET reason = 'forged'`],
    ] as const)
      await expect(walk.live.as({ id }, (tx) => forged.execute(tx))).rejects.toThrow('permission denied');
  });

  it('asks who may what in its own tables, not in those a session made for itself', async () => {
    const scope = (tx: Kysely<Schema>) =>
      sql<{ may: boolean; mines: string[] }>`
        SELECT may_now('close-hazard') AS may, ARRAY(SELECT seen_mines() ORDER BY 1) AS mines`.execute(tx);
    const id = 'viewer';
    const [honest] = (await walk.live.as({ id }, scope)).rows;
    const [shadowed] = (
      await walk.live.as({ id }, async (tx) => {
        await sql`CREATE TEMP TABLE account (id text, role text, county text, mines text[], is_demo boolean,
          disabled_at bigint)`.execute(tx);
        await sql`INSERT INTO account VALUES ('viewer', 'county-official', null, ARRAY['tiny', 'hidden'], false,
          null)`.execute(tx);
        await sql`GRANT SELECT ON pg_temp.account TO PUBLIC`.execute(tx);
        const found = await scope(tx);
        await sql`DROP TABLE pg_temp.account`.execute(tx);
        return found;
      })
    ).rows;
    expect(shadowed).toEqual(honest);
    expect(honest!.may).toBe(false);
  });

  it('keeps what was done with accounts as it was', async () => {
    const { db } = walk.live.store;
    await expect(sql`DELETE FROM account_event`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`UPDATE account_event SET what = 'x'`.execute(db)).rejects.toThrow('append-only');
  });

  it('forgets a mine that no file names any more', async () => {
    const { db } = walk.live.store;
    await sql`INSERT INTO mine_place VALUES ('of-another-gateway', 'yunxiu')`.execute(db);
    await walk.live.accounts.keepPlaces([...walk.live.places.all(), { mine: 'gone', county: SEEN.county }]);
    await walk.live.accounts.keepPlaces([...walk.live.places.all()]);
    const left = await db.selectFrom('mine_place').select('mine').execute();
    expect(left.map(({ mine }) => mine)).not.toContain('gone');
    expect(left.map(({ mine }) => mine)).toContain(SEEN.mine);
    expect(left.map(({ mine }) => mine)).toContain('of-another-gateway');
    await sql`DELETE FROM mine_place WHERE mine = 'of-another-gateway'`.execute(db);
  });

  it('lets a viewer change no scope', async () => {
    for (const text of [
      "UPDATE account SET role = 'administrator'",
      'SELECT * FROM account',
      "INSERT INTO mine_place VALUES ('hidden', 'yunxiu')",
    ])
      await expect(
        walk.live.as({ id: 'viewer' }, (tx) => sql.raw(text).execute(tx)),
        text,
      ).rejects.toThrow('permission denied');
  });
});

it('an account whose scope changes is signed out, and signed in again sees what it sees then', async () => {
  const { accounts } = walk.live;
  const { id, name, role } = (await accounts.create(null, {
    ...{ id: 'changing', name: 'c', role: 'viewer' as Role, county: null, mines: [SEEN.mine] },
  }))!.account;
  const token = await accounts.sessions.open(id);
  expect((await accounts.sessions.find(token))?.mines).toEqual([SEEN.mine]);
  await accounts.edit(null, id, { name, role, county: null, mines: [], disabled: false });
  expect(await accounts.sessions.find(token)).toBeNull();
  expect(await rowsSeenBy(id)).toBe(0);
});

const rowsSeenBy = (id: string): Promise<number> =>
  walk.live.as({ id }, async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM as_built_plan`.execute(tx);
    return rows[0]!.n;
  });
