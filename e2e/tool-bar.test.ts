import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';

const MINE = 'qingshi-iron';
let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
  server = await startAppServer();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The tools of the open page, in every width and in the menu. */
const standsInOneRow = async (page: Page, lang: 'zh' | 'en'): Promise<void> => {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [800, 600],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
    const bar = await page.locator('.hy-tools').evaluate((one) => {
      const frame = one.getBoundingClientRect();
      const boxes = [...one.children].map((child) => child.getBoundingClientRect());
      return {
        clipped: boxes.filter(({ right, bottom }) => right > frame.right + 1 || bottom > frame.bottom + 1)
          .length,
        overlapping: boxes.filter(({ left }, i) => i > 0 && left < boxes[i - 1]!.right - 1).length,
        height: frame.height,
      };
    });
    expect(bar, `${width}`).toMatchObject({ clipped: 0, overlapping: 0 });
    expect(bar.height, `${width}`).toBeLessThan(40);
    // What is on is seen.
    expect(await page.locator('.hy-tool [data-tool="duties"]').isVisible()).toBe(true);
    await saveScreenshot(page, `tool-bar-${lang}-${width}`);
  }
  await page.setViewportSize({ width: 800, height: 600 });
  await page.waitForTimeout(500);
  const menu = page.locator('[data-tool-menu]');
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hy-tool-menu', { state: 'visible' });
  await page.waitForTimeout(600);
  await saveScreenshot(page, `tool-bar-${lang}-menu`);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.hy-tool-menu', { state: 'hidden' });
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  // The menu takes the focus once it is open.
  await page.waitForFunction(() => document.activeElement?.closest('.hy-tool-menu'));
  await page.locator('.hy-tool-menu [data-tool="data-report"]').press('Enter');
  await page.waitForSelector('.ant-drawer-open');
};

test('the tools stand in one row and clip no word, at any width and in both languages', async () => {
  const query = new URLSearchParams({ v: '1', render: 'half', mine: MINE, panel: 'none', duty: 'escape' });
  const { page, watch } = await browser.open(`${server.url}/?${query}&lang=zh&theme=dark`);
  await waitUntilDrawn(page);
  await standsInOneRow(page, 'zh');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.ant-drawer-open', { state: 'detached' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await relook(page, { lang: 'en', theme: 'light' });
  await standsInOneRow(page, 'en');
  expect(watch).toEqual({ errors: [], offOrigin: [] });
  await page.close();
});
