import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../../domain/contracts/account.ts';
import { answerWithProblems } from '../../problem.ts';
import type { Accounts } from '../accounts.ts';
import { createGuard } from '../guard.ts';
import { createOwnOrigin } from '../own-origin.ts';
import { newToken } from '../secrets.ts';
import { accountOfClaims } from './account-of-claims.ts';
import { addElsewhereRoutes } from './elsewhere-routes.ts';
import { BEGIN_PATH } from './paths.ts';
import { readIdentityProvider } from './provider-link.ts';
import { type SmallProvider, startSmallProvider } from './small-provider.test-kit.ts';

const HOST = '127.0.0.1:8080';

let folder: string;
let provider: SmallProvider;
let server: FastifyInstance;
let entered: { subject: string; account: Account }[];
let closed: string[];
let outcome: 'taken' | 'disabled' | null;
let now: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-oidc-'));
  provider = await startSmallProvider('hyalite', 's3cret');
  await writeFile(join(folder, 'secret'), 's3cret\n');
  await writeFile(
    join(folder, 'identity-provider.yaml'),
    `hyalite-identity-provider: 1
name: { zh: 云岫统一认证, en: Yunxiu sign-in }
issuer: ${provider.issuer}
clientId: hyalite
clientSecretFile: ${join(folder, 'secret')}
address: https://mine.example
rules:
  - { claim: groups, is: safety-bureau, role: county-official, county: yunxiu }
  - { claim: job, is: engineer, role: mine-engineer, minesFrom: mines }
`,
  );
  const link = await readIdentityProvider(join(folder, 'identity-provider.yaml'), () => now);
  server = Fastify({ logger: false });
  answerWithProblems(server);
  createGuard({
    places: { place: (mine) => ({ mine, county: null }), all: () => [] },
    origin: createOwnOrigin(),
    identify: async () => null,
  }).protect(server);
  const accounts = {
    enterFrom: async (subject: string, account: Account) => {
      entered.push({ subject, account });
      return outcome ?? account;
    },
    sessions: {
      open: async (id: string) => `session-of-${id}`,
      close: async (token: string) => void closed.push(token),
    },
  } as unknown as Accounts;
  addElsewhereRoutes(server, { accounts, link, clock: () => now });
});
beforeEach(() => {
  entered = [];
  closed = [];
  outcome = null;
  now = Date.now();
  provider.lie = null;
  provider.claims = {
    sub: 'u1',
    preferred_username: 'Wang.Gong',
    name: '王工',
    job: 'engineer',
    mines: ['tiny'],
  };
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
  await rm(folder, { recursive: true, force: true });
});

const bare = (cookie: unknown): string => String(cookie).split(';')[0]!;
/** Goes to the provider and comes back to the gateway. */
const go = async (
  o: { to?: string; cookie?: string | null; session?: string; change?: (back: URL) => void } = {},
) => {
  const begun = await server.inject({
    url: `${BEGIN_PATH}${o.to === undefined ? '' : `?${new URLSearchParams({ to: o.to })}`}`,
    headers: { host: HOST, ...(o.session && { cookie: `hyalite-session-8080=${o.session}` }) },
  });
  const errand = String(begun.headers['set-cookie']);
  const sent = await fetch(begun.headers.location!, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location')!);
  o.change?.(back);
  const cookie = o.cookie === undefined ? bare(errand) : (o.cookie ?? '');
  const answer = await server.inject({
    url: `${back.pathname}${back.search}`,
    headers: { host: HOST, cookie },
  });
  return { begun, errand, back, answer, to: answer.headers.location };
};

it('sends the browser away with PKCE, state and nonce, and takes it back signed in, to the same link', async () => {
  const { begun, errand, back, answer, to } = await go({ to: '/?v=1&mine=tiny' });
  const url = new URL(begun.headers.location!);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(url.searchParams.get(name)?.length, name).toBeGreaterThan(20);
  expect(errand).toMatch(/HttpOnly; SameSite=Lax; Max-Age=600; Secure/);
  expect(back.origin).toBe('https://mine.example');
  expect(to).toBe('/?v=1&mine=tiny');
  expect(String(answer.headers['set-cookie'])).toMatch(
    /hyalite-session-8080=session-of-wang-gong; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800; Secure/,
  );
  expect(entered).toEqual([
    {
      subject: `${provider.issuer} u1`,
      account: {
        id: 'wang-gong',
        name: '王工',
        role: 'mine-engineer',
        county: null,
        mines: ['tiny'],
        isDemo: false,
      },
    },
  ]);
});

it.each(['//evil.example/', 'https://evil.example/', '/\\evil', '/?a b', '/path'])(
  'leads back to no other place: %s',
  async (to) => {
    expect((await go({ to })).to).toBe('/');
  },
);

it('lets in nobody where anything does not hold', async () => {
  for (const lie of ['nonce', 'audience', 'signature'] as const) {
    provider.lie = lie;
    expect((await go()).to, lie).toBe('/#refused=broken');
  }
  provider.lie = null;
  expect((await go({ change: (back) => back.searchParams.set('state', 'x') })).to).toBe('/#refused=broken');
  expect((await go({ change: (back) => back.searchParams.set('code', 'x') })).to).toBe('/#refused=broken');
  const other = await go();
  expect((await go({ cookie: bare(other.errand) })).to).toBe('/#refused=errand');
  expect((await go({ cookie: null })).to).toBe('/#refused=errand');
  expect((await go({ change: () => (now += 11 * 60_000) })).to).toBe('/#refused=errand');
  expect(entered).toHaveLength(1);
});

it('says why somebody is not let in', async () => {
  provider.claims = { sub: 'u2', preferred_username: 'li', job: 'cook' };
  expect((await go()).to).toBe('/#refused=no-role');
  provider.claims = { sub: 'u3', preferred_username: 'li', groups: ['x', 'safety-bureau'] };
  outcome = 'taken';
  expect((await go()).to).toBe('/#refused=taken');
  expect(entered[0]?.account).toMatchObject({ role: 'county-official', county: 'yunxiu', mines: [] });
});

it('ends the session the browser had, once somebody else is in, and not before', async () => {
  const session = newToken();
  expect((await go({ session, change: (back) => back.searchParams.set('state', 'x') })).to).toMatch('broken');
  expect(closed).toEqual([]);
  await go({ session });
  expect(closed).toEqual([session]);
});

it('makes no account of claims that are none', () => {
  const rules = [{ claim: 'job', is: 'engineer', role: 'mine-engineer' as const, minesFrom: 'mines' }];
  const of = (claims: Record<string, unknown>) =>
    accountOfClaims({ rules, accountFrom: 'preferred_username', nameFrom: 'name' }, claims);
  expect(of({ job: 'engineer' })).toContain('"preferred_username" is missing');
  expect(of({ preferred_username: '../admin', job: 'engineer' })).toContain('expected a name');
  expect(of({ preferred_username: 'li', job: 'engineer', mines: ['Tiny/..'] })).toContain('mines.0');
  expect(of({ preferred_username: 'li', job: 'engineer' })).toMatchObject({ name: 'li', mines: [] });
});

it('is called in each language as its file says, one name alone in both', async () => {
  const named = async (name: string) => {
    const file = join(folder, 'named.yaml');
    await writeFile(
      file,
      `hyalite-identity-provider: 1\nname: ${name}\nissuer: ${provider.issuer}\nclientId: h\naddress: https://a.example\nrules: [{ claim: a, is: b, role: viewer }]\n`,
    );
    return (await readIdentityProvider(file)).provider.name;
  };
  expect(await named('{ zh: 统一认证, en: Single sign-in }')).toEqual({
    zh: '统一认证',
    en: 'Single sign-in',
  });
  expect(await named('统一认证')).toEqual({ zh: '统一认证', en: '统一认证' });
  await expect(named('{ zh: 统一认证 }')).rejects.toThrow(/:2 \[name\].*\{ zh: …, en: … \}/);
});

it('names what is wrong in its file', async () => {
  const file = join(folder, 'wrong.yaml');
  await writeFile(
    file,
    'hyalite-identity-provider: 1\nname: x\nissuer: nowhere\nclientId: h\naddress: https://a.example\nrules: []\n',
  );
  await expect(readIdentityProvider(file)).rejects.toThrow(/identity-provider\.yaml:3 \[issuer\] «nowhere»/);
});

it('says so when the provider is gone, and not only to those who come first', async () => {
  const begin = async () =>
    (await server.inject({ url: BEGIN_PATH, headers: { host: HOST } })).headers.location;
  expect(await begin()).toContain(provider.issuer);
  await provider.close();
  now += 61_000;
  expect(await begin()).toBe('/#refused=away');
});
