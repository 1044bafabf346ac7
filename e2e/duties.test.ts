import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { TEST_BUNDLES } from './test-bundles.ts';
import { buildDemoCounty, TEST_COUNTIES } from './test-counties.ts';

const MINE = 'qingshi-iron';
let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
  buildDemoCounty();
  server = await startAppServer(TEST_BUNDLES, ['--counties', TEST_COUNTIES]);
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const link = (query: Record<string, string>) =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, panel: 'none', ...query })}`;

describe('duties', () => {
  test('escape and right look right, and say what they rest on', async () => {
    const { page, watch } = await browser.open(link({ duty: 'escape', lang: 'zh', theme: 'dark' }));
    await waitUntilDrawn(page);
    const show = async (duty: string) => {
      await page.waitForSelector('[data-duties="open"]', { timeout: 60_000 });
      await page.waitForTimeout(1500);
      await saveScreenshot(page, `duties-${duty}`);
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.waitForTimeout(1500);
      await saveScreenshot(page, `duties-${duty}-small`);
    };
    await show('escape');
    expect(await page.locator('.hy-duties').textContent()).toContain('通达地表的出口 3 个');

    await page.setViewportSize({ width: 1440, height: 900 });
    await relook(page, { lang: 'en', theme: 'light' });
    await goToLink(page, new URL(link({ duty: 'right' })).search);
    // A drift of the neighbour runs into a roadway of this mine; what it touches can be flown to.
    const danger = page.locator('.hy-duties [data-danger="connected-workings"]').first();
    await danger.waitFor();
    await show('right');
    expect(await page.locator('.hy-duties [data-outside]').count()).toBe(5);
    expect(await danger.textContent()).toContain('L170-YM');
    expect(await danger.locator('button').isEnabled()).toBe(true);
    await danger.scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'duties-neighbours');
    // What its own goafs may pull down is drawn with its ±; of two of them nobody knows how far they are off.
    const zone = page.locator('.hy-duties [data-own-zone="known"]');
    expect(await zone.locator('[data-zone-edge]').count()).toBe(3);
    expect(await zone.textContent()).toContain('2 of 16 goafs');
    await zone.scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'duties-own-zone');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('two ways out of a chosen place are listed and drawn, and go into the link', async () => {
    const { page, watch } = await browser.open(link({ duty: 'escape', lang: 'zh', theme: 'dark' }));
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-duties="open"]', { timeout: 60_000 });
    const select = page.locator('.hy-duties-choice input').first();
    await select.focus();
    await page.keyboard.type('-110m');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.hy-duties [data-way="1"]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('duty')?.startsWith('escape_'));
    // What the browser remembers for the next page comes last.
    for (const [lang, theme] of [
      ['en', 'light'],
      ['zh', 'dark'],
    ] as const) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await relook(page, { lang, theme });
      const count = await page.locator('.hy-duties [data-way]').count();
      expect(count).toBeGreaterThan(0);
      const exits = await page.locator('.hy-duties [data-way] strong').allTextContents();
      expect(new Set(exits).size).toBe(count);
      await page.waitForTimeout(1500);
      await saveScreenshot(page, `duties-ways-${lang}`);
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.waitForTimeout(1500);
      await saveScreenshot(page, `duties-ways-${lang}-small`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-action="duties-csv"]').click(),
      ]);
      const csv = readFileSync(await download.path(), 'utf8');
      expect(csv.split('\r\n').length).toBeGreaterThan(30);
      expect(csv).toContain(lang === 'zh' ? '的第 1 条路' : 'way 1 from');
    }
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.waitForSelector('.hy-duties [data-way="1"]', { timeout: 90_000 });
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('the key opens them; what needs rules of the county says that there are none', async () => {
    const { page } = await browser.open(link({ lang: 'en' }));
    await waitUntilDrawn(page);
    await page.keyboard.press('k');
    await page.waitForSelector('[data-duties="open"] .hy-due-list', { timeout: 60_000 });
    const panel = page.locator('.hy-duties');
    await panel.locator('.ant-segmented-item', { hasText: 'Survey' }).click();
    await panel.getByText('No county rules connected').waitFor({ timeout: 60_000 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.hy-print').isVisible()).toBe(true);
    await page.close();
  });
});
