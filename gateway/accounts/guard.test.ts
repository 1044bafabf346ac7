import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../domain/contracts/account.ts';
import { StoreDown } from '../live/store/store-down.ts';
import { answerWithProblems } from '../problem.ts';
import { ACCOUNTS, ofCounty, ofMine, PART_OF_COUNTY, PUBLIC, SIGNED_IN } from './access.ts';
import { createGuard, type Guard } from './guard.ts';
import { identifyLocally, LOCAL_READER } from './local-reader.ts';
import { createOwnOrigin } from './own-origin.ts';

const COUNTY_OF: Readonly<Record<string, string>> = { a: 'one', b: 'one', c: 'two' };
const account = (role: Account['role'], scope: Partial<Account>): Account => ({
  ...{ id: role, name: role, role, county: null, mines: [], isDemo: false },
  ...scope,
});
const PEOPLE: Readonly<Record<string, Account>> = {
  engineer: account('mine-engineer', { mines: ['a'] }),
  official: account('county-official', { county: 'one' }),
  administrator: account('administrator', {}),
};

let server: FastifyInstance;
let guard: Guard;
let isDown: boolean;
beforeEach(async () => {
  isDown = false;
  const all = Object.entries(COUNTY_OF).map(([mine, county]) => ({ mine, county, by: 'live' as const }));
  guard = createGuard({
    places: { place: (mine) => ({ mine, county: COUNTY_OF[mine] ?? null }), all: () => all },
    origin: createOwnOrigin(),
    identify: async ({ cookie }) => {
      if (isDown) throw new StoreDown('gone');
      return PEOPLE[cookie ?? ''] ?? null;
    },
  });
  server = Fastify();
  answerWithProblems(server);
  guard.protect(server);
  server.get('/open', { config: PUBLIC }, () => 'open');
  server.get('/me', { config: SIGNED_IN }, (request) => guard.account(request).id);
  server.get('/mines/:mine', { config: ofMine('read') }, () => 'secret');
  server.post('/mines/:mine/plan', { config: ofMine('register-plan') }, () => 'secret');
  server.get('/counties/:county', { config: ofCounty('read') }, () => 'secret');
  server.get('/counties/:county/part', { config: PART_OF_COUNTY }, () => 'secret');
  server.get('/accounts', { config: ACCOUNTS }, () => 'secret');
  server.get('/inside', { config: SIGNED_IN }, (request, reply) => {
    const { mine } = request.query as { mine: string };
    return guard.mine(request, reply, mine, 'read') ? 'secret' : reply;
  });
  await server.ready();
});
afterEach(() => server.close());

const ask = async (who: string, url: string, method: 'GET' | 'POST' = 'GET', headers = {}) =>
  (
    await server.inject({
      method,
      url,
      headers: { cookie: who, ...(method === 'POST' && { origin: 'http://localhost:80' }), ...headers },
    })
  ).statusCode;

it('lets nobody in who is not signed in, and says so', async () => {
  for (const url of ['/me', '/mines/a', '/counties/one', '/counties/one/part', '/accounts', '/inside?mine=a'])
    expect(await ask('', url), url).toBe(401);
  expect(await ask('', '/open')).toBe(200);
  expect(await ask('', '/nowhere')).toBe(404);
});

it('answers for what is outside the scope as for what does not exist', async () => {
  const bodies = await Promise.all(
    ['c', 'none'].map(
      async (mine) => (await server.inject({ url: `/mines/${mine}`, headers: { cookie: 'engineer' } })).body,
    ),
  );
  expect(bodies[0]).toBe(bodies[1]);
  expect(await ask('engineer', '/mines/a')).toBe(200);
  expect(await ask('engineer', '/mines/b')).toBe(404);
  expect(await ask('engineer', '/inside?mine=b')).toBe(404);
  expect(await ask('official', '/mines/b')).toBe(200);
  expect(await ask('official', '/mines/c')).toBe(404);
  expect(await ask('official', '/counties/two')).toBe(404);
  expect(await ask('administrator', '/mines/c')).toBe(200);
});

it('of a county shows single mines only where the route leaves out the others', async () => {
  expect(await ask('engineer', '/counties/one')).toBe(404);
  expect(await ask('engineer', '/counties/one/part')).toBe(200);
  expect(await ask('engineer', '/counties/two/part')).toBe(404);
});

it('refuses what the role may not do', async () => {
  expect(await ask('engineer', '/mines/a/plan', 'POST')).toBe(200);
  expect(await ask('official', '/mines/a/plan', 'POST')).toBe(403);
  expect(await ask('official', '/accounts')).toBe(403);
  expect(await ask('administrator', '/accounts')).toBe(200);
});

it('takes changes from pages of its own only, and reading from no foreign page', async () => {
  for (const origin of ['http://evil.example', 'http://localhost:9999', 'null', ''])
    expect(await ask('engineer', '/mines/a/plan', 'POST', { origin }), origin).toBe(403);
  expect(await ask('engineer', '/mines/a', 'GET', { 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await ask('engineer', '/mines/a', 'GET', { 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await ask('engineer', '/mines/a', 'GET', { host: 'rebound.example' })).toBe(403);
  // What is public too, but for pages that lead to it from elsewhere.
  expect(await ask('', '/open', 'GET', { host: 'rebound.example' })).toBe(403);
  expect(await ask('', '/open', 'GET', { 'sec-fetch-site': 'cross-site' })).toBe(200);
});

it('does not guess where the database cannot tell who it is', async () => {
  isDown = true;
  expect(await ask('engineer', '/mines/a')).toBe(503);
  expect(await guard.watcher({}).catch(() => 'down')).toBeNull();
});

it('does not take a route that does not say who may use it', () => {
  const careless = Fastify();
  guard.protect(careless);
  expect(() => careless.get('/mines/:mine/new', () => 'secret')).toThrow('GET /mines/:mine/new does not say');
});

it('without accounts lets whoever sits at the machine read, and change nothing', () => {
  const alone = createGuard({
    places: { place: (mine) => ({ mine, county: null }), all: () => [] },
    origin: createOwnOrigin(),
    identify: identifyLocally(LOCAL_READER),
    onlyReads: true,
  });
  const reader = LOCAL_READER;
  expect([alone.sees(reader, 'z'), alone.may(reader, 'read', 'z')]).toEqual([true, true]);
  expect([
    alone.may(reader, 'register-plan', 'a'),
    alone.mayInCounty(reader, 'write-regional-plan', 'one'),
  ]).toEqual([false, false]);
});
