import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountListSchema, madeAccountSchema, sessionSchema } from '../../domain/contracts/session.ts';
import { startWalk, type Walkers } from './walk.test-kit.ts';

const PASSWORD = '雨后的青石板路 七号';

let walk: Walkers;
/** The first link, as the terminal shows it. */
let first: string;
beforeAll(async () => {
  walk = await startWalk();
  first = (await walk.live.accounts.firstLink())!.path;
}, 120_000);
afterAll(() => walk?.close());

const send = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: object | null = null,
  o: { cookie?: string; address?: string; origin?: string } = {},
) => {
  const { cookie, address = '10.0.0.1', origin = `http://${walk.host}` } = o;
  const answer = await walk.server.inject({
    method,
    url,
    // As a proxy on this machine passes it on.
    headers: { host: walk.host, origin, 'x-forwarded-for': address, ...(cookie && { cookie }) },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, json: () => answer.json(), cookie: answer.headers['set-cookie'] };
};
const bare = (cookie: unknown): string => String(cookie).split(';')[0]!;
const tokenOf = (path: string): string => path.replace('/#first=', '');
const whoIs = async (cookie: string) =>
  sessionSchema.parse((await send('GET', '/api/session', null, { cookie })).json()).account?.id ?? null;

describe('the first administrator', () => {
  it('chooses a password by a link that works once', async () => {
    expect(tokenOf(first)).toMatch(/^[\w-]{43}$/);
    const poor = await send('POST', '/api/one-time-link', { token: tokenOf(first), password: 'admin12345' });
    expect(poor.status).toBe(422);
    const entered = await send('POST', '/api/one-time-link', { token: tokenOf(first), password: PASSWORD });
    expect(entered.status).toBe(200);
    expect(String(entered.cookie)).toMatch(
      /^hyalite-session-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
    expect(await whoIs(bare(entered.cookie))).toBe('admin');
    const again = await send('POST', '/api/one-time-link', { token: tokenOf(first), password: PASSWORD });
    expect(again.status).toBe(410);
    expect(await walk.live.accounts.firstLink()).toBeNull();
  });

  it('is told to a page behind TLS only over TLS', async () => {
    const entered = await send(
      'POST',
      '/api/session',
      { account: 'admin', password: PASSWORD },
      { origin: `https://${walk.host}` },
    );
    expect(String(entered.cookie)).toContain('; Secure');
  });

  it('makes accounts, each with a link; stays while no other can manage accounts', async () => {
    const cookie = bare(
      (await send('POST', '/api/session', { account: 'admin', password: PASSWORD })).cookie,
    );
    const wanted = { id: 'li', name: '李工', role: 'mine-engineer', county: null, mines: ['tiny'] };
    const made = await send('POST', '/api/accounts', wanted, { cookie });
    expect(made.status).toBe(201);
    const { link } = madeAccountSchema.parse(made.json());
    expect((await send('POST', '/api/accounts', wanted, { cookie })).status).toBe(409);
    const entered = await send('POST', '/api/one-time-link', {
      token: tokenOf(link.path),
      password: PASSWORD,
    });
    expect(await whoIs(bare(entered.cookie))).toBe('li');

    const change = { name: '管理员', role: 'viewer', county: null, mines: [], disabled: false };
    expect((await send('PUT', '/api/accounts/admin', change, { cookie })).status).toBe(409);
    const disabled = { ...wanted, id: undefined, disabled: true };
    expect((await send('PUT', '/api/accounts/li', disabled, { cookie })).status).toBe(200);
    expect(await whoIs(bare(entered.cookie))).toBeNull();
    expect((await send('POST', '/api/session', { account: 'li', password: PASSWORD })).status).toBe(401);
  });
});

describe('signing in', () => {
  it('does not tell a wrong name from a wrong password, in words or in time', async () => {
    const time = async (account: string) => {
      const started = performance.now();
      const answer = await send(
        'POST',
        '/api/session',
        { account, password: 'nope' },
        { address: '10.0.1.1' },
      );
      return { body: JSON.stringify(answer.json()), status: answer.status, ms: performance.now() - started };
    };
    const [known, unknown] = [await time('admin'), await time('nobody-of-that-name')];
    expect([known.status, known.body]).toEqual([401, unknown.body]);
    // Both pay for argon2, some 30 ms; without it an answer takes 3.
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(10);
  });

  it('is stopped after ten tries for an account, known or not, from wherever they come', async () => {
    for (const account of ['admin', 'nobody-at-all']) {
      const statuses = [];
      for (let i = 0; i < 12; i++)
        statuses.push(
          (await send('POST', '/api/session', { account, password: 'x' }, { address: `10.1.${i}.1` })).status,
        );
      expect(statuses.at(-1), account).toBe(429);
      expect(statuses.filter((status) => status === 401).length, account).toBeLessThanOrEqual(10);
    }
  });

  it('is stopped after many tries from an address, whatever the account', async () => {
    let status = 0;
    for (let i = 0; i < 70 && status !== 429; i++)
      status = (await send('POST', '/api/session/demo', { account: `no-${i}` }, { address: '10.2.2.2' }))
        .status;
    expect(status).toBe(429);
    expect(
      (await send('POST', '/api/session/demo', { account: 'demo-viewer' }, { address: '10.2.2.3' })).status,
    ).toBe(200);
  });

  it('gives nobody new tries by a restart, lets a stranger lock nobody out of their own office, and begins anew in time', async () => {
    const { createTryLimits } = await import('./try-limits.ts');
    let now = Date.now();
    const restarted = () => createTryLimits({ db: walk.live.store.db, clock: () => now });
    const tries = async (address: string, account: string): Promise<number> => {
      let left = 0;
      while (left < 20 && (await restarted().mayTry(address, account))) left++;
      return left;
    };
    await restarted().succeeded('10.5.0.1', 'demo-viewer');
    expect(await tries('10.5.9.9', 'Demo-Viewer')).toBe(10);
    expect(await tries('10.5.9.8', 'demo-viewer')).toBe(0);
    expect(await restarted().mayTry('10.5.0.1', 'demo-viewer')).toBe(true);
    // The right password from there gives the office its tries again, and the strangers none.
    expect(await tries('10.5.0.1', 'demo-viewer')).toBe(9);
    await restarted().succeeded('10.5.0.1', 'demo-viewer');
    expect(await tries('10.5.0.1', 'demo-viewer')).toBe(10);
    expect(await tries('10.5.9.7', 'demo-viewer')).toBe(0);
    const limits = restarted();
    expect(await limits.mayTry('10.5.9.7', 'demo-viewer')).toBe(false);
    now += 10 * 60_000;
    expect(await limits.mayTry('10.5.9.7', 'demo-viewer')).toBe(true);
    const rows = await walk.live.store.db.selectFrom('sign_in_try').selectAll().execute();
    expect(Buffer.concat(rows.map(({ of_sha256 }) => of_sha256)).toString('latin1')).not.toContain('demo');
    now += 90 * 86_400_000;
    await limits.sweep();
    expect(await walk.live.store.db.selectFrom('sign_in_place').selectAll().execute()).toEqual([]);
  });

  it('ends with signing out, and a changed password ends all other sessions', async () => {
    const enter = async () =>
      bare(
        (
          await send(
            'POST',
            '/api/session',
            { account: 'zhang', password: PASSWORD },
            { address: '10.3.0.1' },
          )
        ).cookie,
      );
    const made = await walk.live.accounts.create(null, {
      ...{ id: 'zhang', name: '张', role: 'viewer', county: null, mines: [] },
    });
    const token = tokenOf(made!.link.path);
    const own = await send('POST', '/api/one-time-link', { token, password: 'zhangzhangzhang1' });
    expect(own.status).toBe(422);
    await walk.live.accounts.enterByLink(token, PASSWORD);
    const [one, other] = [await enter(), await enter()];
    expect(await whoIs(one)).toBe('zhang');
    const wrong = await send(
      'PUT',
      '/api/session/password',
      { old: 'x', password: `${PASSWORD}!` },
      { cookie: one },
    );
    expect(wrong.status).toBe(422);
    const changed = await send(
      'PUT',
      '/api/session/password',
      { old: PASSWORD, password: `${PASSWORD}!` },
      { cookie: one },
    );
    expect(changed.status).toBe(200);
    expect([await whoIs(one), await whoIs(other)]).toEqual(['zhang', null]);
    const out = await send('DELETE', '/api/session', null, { cookie: one });
    expect(String(out.cookie)).toContain('Max-Age=0');
    expect(await whoIs(one)).toBeNull();
  });
});

describe('the demo', () => {
  it('is entered with one click; its administrator reaches nothing else', async () => {
    const doors = sessionSchema.parse((await send('GET', '/api/session')).json()).demo;
    expect(new Set(doors.map(({ role }) => role)).size).toBe(6);
    const entered = await send('POST', '/api/session/demo', { account: 'demo-administrator' });
    const cookie = bare(entered.cookie);
    expect(await whoIs(cookie)).toBe('demo-administrator');
    const { accounts } = accountListSchema.parse(
      (await send('GET', '/api/accounts', null, { cookie })).json(),
    );
    expect(accounts.every(({ isDemo }) => isDemo)).toBe(true);
    expect((await send('POST', '/api/accounts/admin/one-time-link', null, { cookie })).status).toBe(404);
    const wanted = { id: 'wide', name: 'w', role: 'viewer', county: 'far', mines: [] };
    expect((await send('POST', '/api/accounts', wanted, { cookie })).status).toBe(403);
    expect(
      (await send('POST', '/api/accounts', { ...wanted, county: null, mines: ['hidden'] }, { cookie }))
        .status,
    ).toBe(403);
    const made = await send('POST', '/api/accounts', { ...wanted, county: 'yunxiu' }, { cookie });
    expect(madeAccountSchema.parse(made.json()).account.isDemo).toBe(true);
    expect((await send('POST', '/api/session/demo', { account: 'admin' })).status).toBe(404);
  });

  it('ends with the demo: its accounts are nobody then, those signed in too', async () => {
    const { openAccounts } = await import('./accounts.ts');
    const token = await walk.live.accounts.sessions.open('demo-viewer');
    const off = await openAccounts({ db: walk.live.store.db, clock: Date.now });
    expect(off.demo).toEqual([]);
    expect(await off.sessions.find(token)).toBeNull();
    expect((await walk.live.accounts.sessions.find(token))?.id).toBe('demo-viewer');
  });
});

it('whoever only an identity provider let in manages no accounts where there is none any more', async () => {
  const { openAccounts } = await import('./accounts.ts');
  const { accounts, store } = walk.live;
  const withProvider = await openAccounts({ db: store.db, clock: Date.now, hasProvider: true });
  const boss = { name: 'b', role: 'administrator' as const, county: null, mines: [] };
  await withProvider.enterFrom('https://issuer.example boss', { ...boss, id: 'boss', isDemo: false });
  const demoted = { ...boss, role: 'viewer' as const, disabled: false };
  expect(await accounts.edit(null, 'admin', demoted)).toBe('last');
  expect(await withProvider.edit(null, 'admin', demoted)).toMatchObject({ role: 'viewer' });
  expect(await withProvider.firstLink()).toBeNull();
  // Claims demote the last one no more than a colleague does.
  const claimed = { ...boss, id: 'boss', role: 'viewer' as const, isDemo: false };
  expect(await withProvider.enterFrom('https://issuer.example boss', claimed)).toMatchObject({
    role: 'administrator',
  });
  expect((await accounts.firstLink())?.path).toMatch(/^\/#first=/);
});

it('of two administrators who disable each other at once one stays', async () => {
  const { openAccounts } = await import('./accounts.ts');
  const accounts = await openAccounts({ db: walk.live.store.db, clock: Date.now, hasProvider: true });
  const role = 'administrator' as const;
  const pair = ['castor', 'pollux'];
  for (const id of pair)
    await accounts.enterFrom(`https://issuer.example ${id}`, {
      id,
      name: id,
      role,
      county: null,
      mines: [],
      isDemo: false,
    });
  const others = (await accounts.list()).filter(
    (one) => one.role === role && !one.isDemo && one.disabledAt === null && !pair.includes(one.id),
  );
  const change = { name: 'x', role, county: null, mines: [], disabled: true };
  for (const { id } of others) await accounts.edit(null, id, change);
  const answers = await Promise.all(pair.map((id) => accounts.edit(null, id, change)));
  expect(answers.filter((answer) => answer === 'last')).toHaveLength(1);
  for (const { id, name } of [...others, ...pair.map((id) => ({ id, name: id }))])
    await accounts.edit(null, id, { ...change, name, disabled: pair.includes(id) });
});

describe('a session', () => {
  it('ends when nobody used it for half a day, after a week in any case, and is kept as a hash only', async () => {
    let now = Date.now();
    const { createSessions, SESSION_IDLE_MS, SESSION_LONGEST_MS } = await import('./sessions.ts');
    const sessions = createSessions({ db: walk.live.store.db, clock: () => now, admitsDemo: true });
    const token = await sessions.open('demo-viewer');
    const begun = now;
    while (now < begun + SESSION_LONGEST_MS - SESSION_IDLE_MS) {
      now += SESSION_IDLE_MS - 1;
      expect(await sessions.find(token)).not.toBeNull();
    }
    now = begun + SESSION_LONGEST_MS + 1;
    expect(await sessions.find(token)).toBeNull();
    const other = await sessions.open('demo-viewer');
    now += SESSION_IDLE_MS + 1;
    expect(await sessions.find(other)).toBeNull();
    const rows = await walk.live.store.db.selectFrom('account_session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    await sessions.sweep();
  });
});
