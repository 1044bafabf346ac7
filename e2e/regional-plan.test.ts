import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LedgerServer, startLedgerServer } from './ledger-server.ts';

const COUNTY = 'yunxiu';
let server: LedgerServer;
let browser: OpenBrowser;

beforeAll(async () => {
  server = await startLedgerServer();
  await server.live.accounts.create(null, {
    id: 'reader',
    name: '看县',
    role: 'viewer',
    county: COUNTY,
    mines: [],
  });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = async (account: string, query: Record<string, string> = {}) => {
  await server.enter(browser, account);
  const search = new URLSearchParams({ v: '1', ws: 'region', county: COUNTY, tab: 'plan', ...query });
  const opened = await browser.open(`${server.url}/?${search}`);
  await opened.page.waitForSelector('.hy-plan-page [data-plan-section="gaps"]', { timeout: 60_000 });
  return opened;
};
const drawn = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.hy-plan-figure img')].every(
      (picture) => picture.complete && picture.naturalWidth > 0,
    ),
  );
const saved = async (page: Page, click: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync((await download.path())!);
};

test('an official reads the plan, adds to it, freezes it, hands it out and compares versions', async () => {
  const { page, watch } = await open('demo-official', { lang: 'zh', theme: 'light' });
  await drawn(page);
  await saveScreenshot(page, 'regional-plan-zh');
  expect(await page.locator('.hy-plan-page').textContent()).toContain('本方案含合成数据');

  // Gaps lead to where their object is told.
  await page.locator('[data-plan-page="gaps"]').click();
  const gap = page.locator('[data-plan-gap="pair-not-in-ledger"]');
  await gap.locator('summary').click();
  await gap.locator('li button').first().click();
  await page.waitForFunction(() => globalThis.document.activeElement?.tagName === 'H4');
  await saveScreenshot(page, 'regional-plan-gaps');
  await page.locator('[data-plan-page="outline"]').click();

  await page.locator('[data-plan-edit="contiguous"]').click();
  await page.locator('#hy-plan-text-contiguous').fill('县应急管理局统筹各连片矿区联合普查。');
  await saveScreenshot(page, 'regional-plan-edit');
  await page.locator('.hy-plan-page .hy-plan-form button[type="submit"]').click();
  await page.waitForSelector('.hy-plan-added');

  await page.locator('[data-plan-freeze]').click();
  await page.locator('#hy-plan-note').fill('年度定稿');
  await saveScreenshot(page, 'regional-plan-freeze');
  await page.locator('[data-plan-freeze-now]').click();
  await page.waitForSelector('.hy-plan-state[data-frozen="true"]', { timeout: 120_000 });
  const version = new URL(page.url()).searchParams.get('plan')!;
  expect(version).toMatch(/^[0-9a-f-]{36}$/);
  await page.waitForSelector('.hy-plan-added');
  expect(await page.locator('[data-plan-edit="contiguous"]').isDisabled()).toBe(true);

  const get = async (file: string): Promise<Buffer> => {
    await page.locator('[data-plan-download]').click();
    return saved(page, () => page.locator(`[data-plan-file="${file}"]`).click());
  };
  const pdf = await get('pdf-zh');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const words = strFromU8(unzipSync(await get('docx-en'))['word/document.xml']!);
  expect(words).toContain('县应急管理局统筹各连片矿区联合普查。');
  expect(words).toContain('Contiguous mining areas');

  // Nothing was written since: the draft is what was frozen. Against the year before there is much.
  await page.locator('[data-plan-compare]').click();
  await page.waitForSelector('.hy-plan-compare > .hy-waiting:not([role])');
  const link = {
    v: '1',
    ws: 'region',
    county: COUNTY,
    tab: 'plan',
    lang: 'zh',
    plan: version,
    against: '2025',
  };
  await page.goto(`${server.url}/?${new URLSearchParams(link)}`);
  await page.waitForSelector('.hy-plan-changes tbody', { timeout: 30_000 });
  await saveScreenshot(page, 'regional-plan-compare');
  await page.locator('.hy-plan-kind[data-change="gone"]').click();
  expect(await page.locator('.hy-plan-changes [data-change="gone"]').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('against')).toBe('2025');
  expect(watch).toEqual({ errors: [], offOrigin: [] });
  await page.close();
});

test('a viewer reads it in either language and is told why it may not be changed', async () => {
  const { page, watch } = await open('reader', { lang: 'en', theme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 768 });
  await drawn(page);
  await saveScreenshot(page, 'regional-plan-en-small');
  for (const button of ['[data-plan-freeze]', '[data-plan-edit="basis"]'])
    expect(await page.locator(button).isDisabled()).toBe(true);
  expect(await page.locator('.hy-plan-tools .hy-note').textContent()).toContain('freeze the regional plan');
  const refused = await page.evaluate(
    async (county) =>
      (
        await fetch(`/api/counties/${county}/plans/2026/freeze`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ on: '2026-01-01', note: 'x' }),
        })
      ).status,
    COUNTY,
  );
  expect(refused).toBe(403);
  expect(watch.errors.filter((error) => !error.includes('403'))).toEqual([]);
  expect(watch.offOrigin).toEqual([]);
  await page.close();
});
