import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSession } from './session.ts';

const HOST = '127.0.0.1:8080';

it('admits who carries its cookie to a name it goes by; a page only of its own origin', () => {
  const session = createSession({ hostNames: ['mine.example'] });
  const cookie = session.setCookie.split(';')[0]!;
  expect(session.setCookie).toMatch(/HttpOnly/);
  expect(session.setCookie).toMatch(/SameSite=Strict/);
  expect(session.admits({ host: HOST, cookie })).toBe(true);
  expect(session.admits({ host: 'mine.example', cookie: `a=b; ${cookie}` })).toBe(true);
  expect(session.admits({ host: '[::1]:9000', cookie })).toBe(true);
  expect(session.admits({ host: HOST })).toBe(false);
  expect(session.admits({ host: HOST, cookie: `${cookie}x` })).toBe(false);
  expect(session.admits({ host: 'rebound.example', cookie })).toBe(false);
  expect(session.admitsOwnPage({ host: HOST, cookie, origin: `http://${HOST}` })).toBe(true);
  for (const origin of [undefined, 'null', 'http://evil.example', 'http://127.0.0.1:9999', `ftp://${HOST}`])
    expect(session.admitsOwnPage({ host: HOST, cookie, origin })).toBe(false);
});

it('outlives a restart where it has a file, which only its user may read; each gateway has its own', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hyalite-session-')), 'session');
  const first = createSession({ file });
  expect(createSession({ file }).setCookie).toBe(first.setCookie);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const other = createSession();
  expect(other.setCookie.split('=')[0]).not.toBe(first.setCookie.split('=')[0]);
  expect(other.admits({ host: HOST, cookie: first.setCookie.split(';')[0]! })).toBe(false);
});
