import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LedgerServer, startLedgerServer } from './ledger-server.ts';
import { printed } from './printed.ts';

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
test('an official reads the plan, follows its gaps, adds to it and compares it with the year before', async () => {
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

  // What it is frozen as is told by county-story.test.ts.
  await page.locator('[data-plan-freeze]').click();
  await page.locator('#hy-plan-note').fill('年度定稿');
  await saveScreenshot(page, 'regional-plan-freeze');

  // Against the year before there is much.
  const link = {
    v: '1',
    ws: 'region',
    county: COUNTY,
    tab: 'plan',
    lang: 'zh',
    plan: '2026',
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
  // On paper, as the browser prints it: whole, on white, every page saying what it is.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.locator('.hy-plan-tools button', { hasText: 'Print' }).click();
  await page.waitForSelector('body[data-printed]', { timeout: 60_000 });
  const headings = await page.locator('.hy-plan-heading > :is(h3, h4)').allTextContents();
  const { pages, isWhite } = await printed(page, 'regional-plan');
  if (pages) {
    // The screen is dark; paper is not.
    expect(isWhite).toBe(true);
    expect(pages.length).toBeGreaterThan(60);
    pages.forEach((words, i) => {
      expect(words, `page ${i + 1}`).toContain('not for use in production');
      expect(words).toContain(`${i + 1} / ${pages.length}`);
    });
    const all = pages.join(' ').replace(/\s+/g, ' ');
    for (const heading of headings) expect(all).toContain(heading);
    // Chapters begin on a page of their own.
    for (const n of [2, 3, 4, 5, 6, 7, 8])
      expect(pages.filter((words) => new RegExp(`^.*\\n+ *${n} [A-Z]`).test(words))).toHaveLength(1);
  }
  expect(watch).toEqual({ errors: [], offOrigin: [] });
  await page.close();
});
