import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch, waitUntilDrawn } from './browser.ts';
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

const link = (query: Record<string, string>) =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, panel: 'none', ...query })}`;
const answered = (page: Page) => page.waitForSelector('[data-drive="open"]', { timeout: 60_000 });
const driveIn = (page: Page) => new URL(page.url()).searchParams.get('drive');
const camIn = (page: Page) => new URL(page.url()).searchParams.get('cam');

/** Both widths of what is open, once it is drawn. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  await waitUntilDrawn(page);
  await answered(page);
  await page.waitForTimeout(1500);
  await saveScreenshot(page, `drive-on-${name}`);
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.waitForTimeout(1500);
  await saveScreenshot(page, `drive-on-${name}-small`);
};

describe('may we drive on', () => {
  test.each([
    ['heading', 'at_JH-01', { lang: 'zh', theme: 'light', cam: '-270.00_20.00_30.00_20.00_-30.00_300.00' }],
    [
      'heading-en',
      'at_JH-05',
      { lang: 'en', theme: 'dark', cam: '190.00_290.00_-30.00_20.00_-30.00_300.00' },
    ],
  ])('looks right: %s', async (name, drive, look) => {
    const { page, watch } = await browser.open(link({ drive, ...look }));
    await looksRight(page, name);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('the list looks right; what is printed is every heading with every reason, and not the page', async () => {
    const { page, watch } = await browser.open(link({ drive: 'all', lang: 'zh', theme: 'dark' }));
    await looksRight(page, 'list');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#root').isVisible()).toBe(false);
    const sheet = page.locator('.hy-print');
    expect(await sheet.locator('section > h2').count()).toBe(6);
    await page.setViewportSize({ width: 794, height: 1123 });
    await saveScreenshot(page, 'drive-on-print');
    await page.emulateMedia({ media: 'screen' });
    expect(await sheet.isVisible()).toBe(false);
    await page.close();
  });
});

describe('in one page', () => {
  let page: Page;
  let watch: Watch;
  beforeAll(async () => {
    ({ page, watch } = await browser.open(link({ lang: 'en' })));
  });
  afterAll(async () => {
    await page?.close();
  });

  test('the key opens the list, the worst heading first; a heading and a stretch are gone to by keyboard', async () => {
    await waitUntilDrawn(page);
    await page.keyboard.press('j');
    await answered(page);
    expect(driveIn(page)).toBe('all');
    const signs = page.locator('.hy-drive-list .hy-drive-sign');
    expect(await signs.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.answer))).toEqual([
      'stop',
      'unknown',
      'unknown',
      'probe-first',
      'probe-first',
      'drive',
    ]);
    await page.locator('[data-heading="JH-01"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-open-heading="JH-01"]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('drive') === 'at_JH-01');
    const before = camIn(page);
    await page.locator('[data-stretch="stop"] > button').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((cam) => new URL(location.href).searchParams.get('cam') !== cam, before);
    await page.waitForFunction(() =>
      /^m[\d.]+_at_JH-01$/.test(new URL(location.href).searchParams.get('drive') ?? ''),
    );
    const last = page.locator('[data-stretch]').last();
    expect(await last.getAttribute('data-chosen')).toBe('true');
    const words = (await last.textContent())!;
    expect(words).toContain('QS_GOAF_WATER');
    expect(words).toContain('demo setting (fictional mine)');
    expect(words).toContain('is inferred by documents (old plans, interviews) only');
    expect(words).toMatch(/m at the nearest, ± 25\.3 m/);
    expect(await page.locator('.hy-drive [data-hole]').count()).toBeGreaterThanOrEqual(7);
    await page.waitForTimeout(2500);
    await saveScreenshot(page, 'drive-on-stretch');
    await page.locator('.hy-drive [data-hole="1"] button').click();
    expect(await page.locator('.hy-drive [data-hole="1"]').getAttribute('data-chosen')).toBe('true');
    await page.waitForTimeout(2500);
    await saveScreenshot(page, 'drive-on-hole');
    await page.keyboard.press('j');
    await page.waitForSelector('.hy-drive', { state: 'detached' });
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('drive'));
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('the table is saved, the same each time, and names the revision it was made from', async () => {
    await page.keyboard.press('j');
    await answered(page);
    const saved = async (action: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-action="${action}"]`).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const csv = await saved('csv');
    expect(csv).toBe(await saved('csv'));
    const catalog = (await (await fetch(`${server.url}/bundles/${MINE}/catalog.json`)).json()) as {
      revision: string;
    };
    expect(csv).toContain(catalog.revision);
    expect(csv.split('\r\n')[0]).toContain('source clause');
    expect(await saved('csv-holes')).toContain('JH-01');
    expect(JSON.parse(await saved('json'))).toMatchObject({
      report: { mine: MINE, revision: catalog.revision },
    });
  });
});
