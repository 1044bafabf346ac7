import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_FOLDER, buildAppIfNeeded } from '../bin/app-build.ts';
import {
  type SmallProvider,
  startSmallProvider,
} from '../gateway/accounts/elsewhere/small-provider.test-kit.ts';
import { startWalk, type Walkers } from '../gateway/accounts/walk.test-kit.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { freePort } from './server-process.ts';

const PASSWORD = '雨后的青石板路 七号';
/** As a colleague's link would be; the section needs no 3D engine. */
const LINK = '/?v=1&ws=section&mine=';

let walk: Walkers;
let url: string;
let browser: OpenBrowser;
let page: Page;
let folder: string;
let startProvider: () => Promise<SmallProvider>;
let provider: SmallProvider | null = null;
const offOrigin: string[][] = [];

const open = async (link: string): Promise<Page> => {
  const opened = await browser.open(`${url}${link}`);
  opened.page.setDefaultTimeout(30_000);
  offOrigin.push(opened.watch.offOrigin);
  return opened.page;
};
const makeAccount = async (id: string, role: 'viewer' | 'administrator', mines: string[]): Promise<void> => {
  const made = await walk.live.accounts.create(null, { id, name: `${id} 同志`, role, county: null, mines });
  await walk.live.accounts.enterByLink(made!.link.path.replace('/#first=', ''), PASSWORD);
};
const signIn = async (account: string, password: string): Promise<void> => {
  await page.fill('#hy-account', account);
  await page.fill('#hy-password', password);
  await page.keyboard.press('Enter');
};

beforeAll(async () => {
  await buildAppIfNeeded();
  const [port, providerPort] = [await freePort(), await freePort()];
  folder = await mkdtemp(join(tmpdir(), 'hyalite-oidc-'));
  const identityProvider = join(folder, 'identity-provider.yaml');
  await writeFile(join(folder, 'secret'), 's3cret');
  await writeFile(
    identityProvider,
    `hyalite-identity-provider: 1
name: { zh: 云岫县统一身份认证, en: Yunxiu county sign-in }
issuer: http://localhost:${providerPort}
clientId: hyalite
clientSecretFile: ${join(folder, 'secret')}
address: http://127.0.0.1:${port}
rules:
  - { claim: job, is: engineer, role: mine-engineer, minesFrom: mines }
`,
  );
  // Another site than the gateway's, as a real one is: what is SameSite must hold on the way there and back.
  startProvider = () => startSmallProvider('hyalite', 's3cret', { port: providerPort, name: 'localhost' });
  walk = await startWalk(APP_FOLDER, { identityProvider, port });
  url = `http://${walk.host}`;
  await makeAccount('wang', 'viewer', ['tiny']);
  await makeAccount('chief', 'administrator', []);
  browser = await openBrowser({ width: 1024, height: 768 });
  page = await open(`${LINK}tiny`);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await walk?.close();
  await provider?.close();
  await rm(folder, { recursive: true, force: true });
});

test('nobody gets in by a link, or with a wrong password; what is wrong is said', async () => {
  await page.waitForSelector('.hy-entry-form');
  expect(await page.locator('.hy-demo').textContent()).toContain('都是编造的');
  expect(await page.locator('body').textContent()).not.toContain('小矿');
  await signIn('wang', 'wrong');
  await page.waitForSelector('.hy-bad');
  expect(await page.locator('.hy-bad').textContent()).toBe('账号或密码不对。');
  expect(await page.inputValue('#hy-password')).toBe('');
  await saveScreenshot(page, 'accounts-wrong-password');
});

test('with the right one the link opens; a mine outside the scope is not there', async () => {
  await signIn('wang', PASSWORD);
  await page.waitForSelector('.hy-account-name');
  expect(new URL(page.url()).searchParams.get('mine')).toBe('tiny');
  const other = await open(`${LINK}hidden`);
  await other.waitForSelector('.hy-failure');
  const text = (await other.locator('body').textContent()) ?? '';
  expect(text).toContain('没有这个矿山');
  expect(text).not.toContain('绝密');
  await other.close();
  await page.click('.hy-account-name');
  const manage = page.locator('.ant-dropdown-menu-item').filter({ hasText: '账号管理' });
  expect(await manage.getAttribute('aria-disabled')).toBe('true');
  expect(await manage.textContent()).toContain('只有管理员可以管理账号');
  await page.keyboard.press('Escape');
});

test('a session that ends leads to the sign-in page and back to the same link', async () => {
  await walk.live.accounts.sessions.closeAll('wang');
  // As a tile that no code of ours asks for.
  await page.evaluate(() => fetch('/bundles/tiny/catalog.json').then((answer) => answer.text()));
  await page.waitForSelector('.hy-entry-form');
  expect(await page.locator('.hy-entry').textContent()).toContain('登录已过期');
  await signIn('wang', PASSWORD);
  await page.waitForSelector('.hy-account-name');
  expect(new URL(page.url()).searchParams.get('mine')).toBe('tiny');
});

test('a provider elsewhere lets in whom its rules name, to the same link; whom not, and why, is said', async () => {
  const guest = await openBrowser({ width: 1440, height: 900, colourScheme: 'light' });
  const { page: there } = await guest.open(`${url}${LINK}tiny`);
  there.setDefaultTimeout(30_000);
  const go = () => there.locator('.hy-entry-form a', { hasText: '云岫县统一身份认证' }).click();
  const refused = async (text: string): Promise<void> => {
    await there.locator('.hy-entry [role="alert"]', { hasText: text }).waitFor();
    expect(new URL(there.url()).hash).toBe('');
  };
  const link = () => new URL(there.url()).searchParams.get('mine');
  await there.waitForSelector('.hy-entry-form');
  await go();
  await refused('没有应答');
  await saveScreenshot(there, 'accounts-elsewhere-away');
  provider = await startProvider();
  const who = { sub: 'u1', preferred_username: 'Zhao.Gong', name: '赵工', job: 'engineer', mines: ['tiny'] };
  provider.claims = { ...who, job: 'cook' };
  await go();
  await refused('没有角色');
  provider.claims = who;
  provider.lie = 'nonce';
  await go();
  await refused('核对不上');
  // Whoever signs in another way then goes on to the link they came with.
  expect(link()).toBe('tiny');
  await saveScreenshot(there, 'accounts-elsewhere-broken');
  provider.lie = null;
  await there.goto(`${url}/api/session/elsewhere/back?code=x&state=y`);
  await refused('不是从这个浏览器去的');
  await there.goto(`${url}${LINK}tiny`);
  await go();
  await there.waitForSelector('.hy-account-name');
  expect(await there.locator('.hy-account-name').textContent()).toBe('赵工');
  expect(link()).toBe('tiny');
  await there.click('.hy-account-name');
  await saveScreenshot(there, 'accounts-elsewhere-in');
  await guest.close();
  const english = await openBrowser({ width: 1024, height: 768, locale: 'en-US' });
  const { page: one } = await english.open(`${url}/#refused=no-role`);
  await one.waitForSelector('.hy-entry [role="alert"]');
  expect(await one.locator('.hy-entry').textContent()).toContain('Yunxiu county sign-in');
  await saveScreenshot(one, 'accounts-elsewhere-en');
  await english.close();
});

test('a demo account is one click, and says on every screen that it is one', async () => {
  await page.click('.hy-account-name');
  await page.locator('.ant-dropdown-menu-item').filter({ hasText: '退出登录' }).click();
  await page.waitForSelector('.hy-demo-doors');
  await page.locator('.hy-demo-doors button').first().click();
  await page.waitForSelector('.hy-demo-tag');
  expect(await page.locator('.hy-demo-tag').textContent()).toBe('演示');
  await page.click('.hy-account-name');
  await saveScreenshot(page, 'accounts-demo');
  await page.locator('.ant-dropdown-menu-item').filter({ hasText: '换一个演示账号' }).click();
  await page.waitForSelector('.hy-demo-doors');
});

test('an administrator makes an account; its link chooses a password, once', async () => {
  await signIn('chief', PASSWORD);
  await page.waitForSelector('.hy-account-name');
  await page.click('.hy-account-name');
  await page.locator('.ant-dropdown-menu-item').filter({ hasText: '账号管理' }).click();
  await page.locator('.hy-accounts-bar .ant-btn-primary').click();
  await page.fill('#hy-id', 'li-gong');
  await page.fill('#hy-name', '李工');
  await saveScreenshot(page, 'accounts-form');
  await page.locator('.hy-account-form button[type="submit"]').click();
  const address = await page.locator('.hy-link-card textarea').first().inputValue();
  const guest = await openBrowser({ width: 1024, height: 768, colourScheme: 'light', locale: 'en-US' });
  const { page: first } = await guest.open(address);
  await first.fill('#hy-new-password', PASSWORD);
  expect(first.url()).not.toContain('first=');
  await first.fill('#hy-password-again', PASSWORD);
  await saveScreenshot(first, 'accounts-first-password');
  await first.keyboard.press('Enter');
  await first.waitForSelector('.hy-account-name');
  expect(await first.locator('.hy-failure').textContent()).toContain('This account sees no mine');
  await guest.close();
  expect(offOrigin.flat()).toEqual([]);
});
