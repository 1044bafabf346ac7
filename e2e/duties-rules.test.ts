import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';

/** Duties that rest on the county's rules, which come with the live side. */
const MINE = 'qingshi-iron';
let server: LiveServer;
let browser: OpenBrowser;
/** One page for all: its scene is loaded once. */
let page: Page;

beforeAll(async () => {
  server = await startLiveServer(MINE);
  browser = await openBrowser();
  ({ page } = await browser.open(link('hot-work')));
  await waitUntilDrawn(page);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const show = (duty: string, more: Record<string, string> = {}) =>
  goToLink(page, new URL(link(duty, more)).search);
const link = (duty: string, more: Record<string, string> = {}) =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, panel: 'none', duty, ...more })}`;

test('roadways and places have their class of hot work, with the rule', async () => {
  await relook(page, { lang: 'en', theme: 'light' });
  await show('hot-work');
  const first = page.locator('.hy-duties [data-class="I"]');
  await first.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1500);
  await saveScreenshot(page, 'duties-hot-work');
  expect(await first.textContent()).toContain('main intake airway');
  expect(await page.locator('.hy-duties [data-class="unknown"]').textContent()).toContain('treat as class I');
  expect(await page.locator('.hy-duties').textContent()).toContain('HOTWORK_50');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.hy-print h1').textContent()).toContain('Classes of hot work');
  await page.emulateMedia({ media: 'screen' });
});

test('exits are held against the rules', async () => {
  await show('escape');
  await page.waitForSelector('.hy-duties [data-finding="EXIT_COUNT"]', { timeout: 60_000 });
  const answerOf = (rule: string) =>
    page.locator(`.hy-duties [data-finding="${rule}"]`).first().getAttribute('data-answer');
  expect(await answerOf('EXIT_COUNT')).toBe('denied');
  expect(await answerOf('LEVELS_4')).toBe('denied');
});

test('each rule on survey coverage has its share, its gaps and its day', async () => {
  await relook(page, { lang: 'zh', theme: 'dark' });
  await show('coverage', { cam: '0.00_0.00_150.00_0.00_-60.00_1800.00' });
  await page.waitForSelector('[data-scope="SURVEY_RESUMPTION"]', { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await waitUntilDrawn(page);
  await saveScreenshot(page, 'duties-coverage');
  const year = page.locator('.hy-duties [data-scope="SURVEY_NEXT_YEAR"]');
  // The plan of the demo ends in 2029: later, nothing can be said and nothing is called whole.
  expect(await year.getAttribute('data-whole')).toBe('false');
  expect(await year.textContent()).toContain('SURVEY_NEXT_YEAR');
  expect(await year.locator('[data-days]').count()).toBe(1);
});
