import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { savePicture } from './compare-screenshot.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';

const MINE = 'qingshi-iron';
let server: LiveServer;
let plain: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const texts = (selector: string): Promise<string[]> =>
  page.locator(`.hy-sheet-paper ${selector}`).allTextContents();
const openRegister = async (query = ''): Promise<void> => {
  await page.goto(`${server.url}/?v=1&mine=${MINE}&ws=section&people=off${query}`);
  await page.waitForSelector('.hy-sheet-paper svg', { timeout: 60_000 });
  await page.locator('[data-action="plans"]').click();
  await page.waitForSelector('.hy-plans-form');
};
const register = async (title: string, date: string): Promise<void> => {
  await page.locator('[data-field="plan-title"]').fill(title);
  await page.locator('[data-field="plan-date"]').fill(date);
  await page.locator('[data-action="register-plan"]').click();
  await page.locator('.hy-plans li').filter({ hasText: title }).waitFor();
};
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  server = await startLiveServer(MINE, undefined, 'mine-engineer');
  plain = await startAppServer();
  browser = await openBrowser({ width: 1440, height: 900, colourScheme: 'dark' });
  ({ page, watch } = await browser.open(`${server.url}/?v=1&mine=${MINE}&ws=section`));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await plain?.stop();
  await server?.stop();
});

test('without a dated plan it is unknown whether one is due; a late one is overdue, a fresh one in time', async () => {
  await openRegister();
  await expect.poll(() => page.locator('.ant-drawer .hy-due').getAttribute('data-due')).toBe('unknown');
  await register('旧图，日期不明', '');
  expect(await page.locator('.ant-drawer .hy-due').getAttribute('data-due')).toBe('unknown');
  await register('半年前的现状图', daysAgo(180));
  await expect.poll(() => page.locator('.ant-drawer .hy-due').getAttribute('data-due')).toBe('overdue');
  expect(await page.locator('.ant-drawer .hy-due').textContent()).toMatch(/已逾期 \d+ 天/);
  await savePicture(page, 'plans-register-dark-zh');
  await register('本月现状图', daysAgo(10));
  await expect.poll(() => page.locator('.ant-drawer .hy-due').getAttribute('data-due')).toBe('due');
  // The title block behind the drawer says of what day the data are.
  await expect.poll(async () => (await texts('#TITLE text')).join(' ')).toContain(daysAgo(10));
}, 120_000);

test('a signed scan is attached once and comes back as it was', async () => {
  const file = join(tmpdir(), 'hyalite-signed.pdf');
  await writeFile(file, '%PDF-1.7\nsigned by hand\n');
  const row = page.locator('.hy-plans li').filter({ hasText: '本月现状图' });
  await row.locator('input[type="file"]').setInputFiles(file);
  // The button that hands it in has the same words, without whose it is.
  await row.getByText('签字扫描件（').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByText('签字扫描件（').click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('signed by hand');
  expect(await row.locator('input[type="file"]').count()).toBe(0);
}, 60_000);

test('what changed since a plan is drawn with signs and lines, and counted in the legend', async () => {
  // An earlier state of the mine: one goaf was not there, one was smaller, and one has gone since.
  const now = await server.live.store.planFeatures(MINE, (await server.live.store.plans(MINE))[0]!.id);
  const goafs = now!.filter(({ kind }) => kind === 'goaf');
  const features = now!
    .filter((one) => one !== goafs[0])
    .map((one) => (one === goafs[1] ? { ...one, volume: one.volume! / 2 } : one));
  const gone = { ...goafs[2]!, feature: 'OLD-1', name: { zh: '已回填采空区', en: 'Backfilled goaf' } };
  await server.live.store.makePlan(MINE, {
    title: '上一期现状图',
    surveyDate: daysAgo(100),
    by: '李测量',
    revision: '0000000000',
    features: [...features, gone],
  });
  await openRegister('&lang=en&theme=light');
  await page
    .locator('.hy-plans li')
    .filter({ hasText: '上一期现状图' })
    .locator('[data-action="compare"]')
    .click();
  await page.locator('.hy-sheet-paper #ADDED').waitFor({ state: 'attached' });
  const legend = (await texts('#LEGEND text')).join(' ');
  expect(legend).toContain('Added (＋, heavy line): 1');
  expect(legend).toContain('Gone (－, dashed): 1');
  expect(legend).toContain('thin: before): 1');
  expect((await texts('#DIFFERENCE-NAME text')).join(' ')).toContain('Backfilled goaf');
  expect((await texts('#TITLE text')).join(' ')).toContain('Changes since');
  await page.waitForTimeout(500);
  await savePicture(page, 'plans-difference-light-en');
}, 120_000);

test('where the gateway runs without a database it is said', async () => {
  const { page: other, watch: otherWatch } = await browser.open(
    `${plain.url}/?v=1&mine=${MINE}&ws=section&lang=en`,
  );
  await other.locator('[data-action="plans"]').click({ timeout: 60_000 });
  await other.getByText('runs no database').waitFor();
  expect([...otherWatch.errors, ...otherWatch.offOrigin]).toEqual([]);
}, 120_000);

test('nothing failed and nothing left the origin', () =>
  expect([...watch.errors, ...watch.offOrigin]).toEqual([]));
