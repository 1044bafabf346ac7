import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logsSchema } from '../domain/contracts/logs.ts';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { pixelDifference, saveScreenshot } from './compare-screenshot.ts';
import { sharedSetMissing } from './shared-data.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const MINE = 'qingshi-iron';
const noMindong = sharedSetMissing('06-boreholes-mindong-6');
let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  buildBundles([
    join(ROOT, 'data', MINE, 'mine.yaml'),
    ...(noMindong ? [] : [join(ROOT, 'e2e', 'mines', 'mindong', 'mine.yaml')]),
  ]);
  server = await startAppServer();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const link = (query: Record<string, string>) =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, panel: 'none', ...query })}`;
const paramOf = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);
/** Id of the uppermost interval of a hole in the scene. */
const firstFeature = async (hole: string): Promise<string> => {
  const file = logsSchema.parse(
    JSON.parse(await readFile(join(TEST_BUNDLES, MINE, 'model', 'logs.json'), 'utf8')),
  );
  return file.holes.find((one) => one.hole === hole)!.intervals[0]!.feature!;
};
/** A section's line through collars, as the link writes it. */
const lineThrough = async (holes: readonly string[]): Promise<string> => {
  const file = logsSchema.parse(
    JSON.parse(await readFile(join(TEST_BUNDLES, MINE, 'model', 'logs.json'), 'utf8')),
  );
  return holes
    .map((hole) => file.holes.find((one) => one.hole === hole)!.path!)
    .map((path) => `${path[1]!.toFixed(1)}_${path[2]!.toFixed(1)}`)
    .join('_');
};
/** Middle of a hole's rocks, at a share of its length. */
const onStrip = async (page: Page, hole: string, share: number) => {
  const box = (await page.locator(`[data-strip="${hole}"] .hy-strip-frame`).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height * share };
};

describe('logs of boreholes', () => {
  test('one hole: rocks, water, structures, assays, depths and elevations', async () => {
    const { page, watch } = await browser.open(
      link({ lang: 'zh', theme: 'dark', bore: 'logs', logs: 'ZK0303' }),
    );
    await waitUntilDrawn(page);
    // What the browser remembers for the next page comes last.
    for (const [lang, theme] of [
      ['en', 'light'],
      ['zh', 'dark'],
    ] as const) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await relook(page, { lang, theme });
      await page.waitForSelector('[data-strip="ZK0303"]');
      expect(await page.locator('[data-strip="ZK0303"] [data-logged="true"]').count()).toBeGreaterThan(3);
      expect(await page.locator('.hy-strip-structures g').count()).toBeGreaterThan(1);
      expect(await page.locator('[data-track="tfe"] rect').count()).toBeGreaterThan(2);
      const { x, y } = await onStrip(page, 'ZK0303', 0.5);
      await page.mouse.move(x, y);
      await page.waitForSelector('[data-readout="ZK0303"]');
      expect(await page.locator('.hy-strip-cursor[data-cursor="ZK0303"]').count()).toBe(1);
      await page.waitForTimeout(1200);
      await saveScreenshot(page, `borehole-log-${theme}-${lang}`);
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.waitForTimeout(1200);
      await saveScreenshot(page, `borehole-log-${theme}-${lang}-small`);
    }
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('several holes hang on heights or on a contact, joined by lines that are broken where they are inferred', async () => {
    const { page, watch } = await browser.open(
      link({ theme: 'light', bore: 'logs', logs: 'ZK0301_ZK0302_ZK0303_ZK0304' }),
    );
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-strip="ZK0304"]');
    expect(await page.locator('.hy-strip-pairs [data-certain="true"]').count()).toBeGreaterThan(4);
    await saveScreenshot(page, 'borehole-correlation');
    await page.locator('.hy-holes-hang').click();
    await page.locator('.ant-select-item-option').nth(2).click();
    await expect.poll(() => paramOf(page, 'hang')).toMatch(/^at:/);
    await page.waitForTimeout(400);
    await saveScreenshot(page, 'borehole-correlation-contact');
    await page.locator('[data-log="ZK0302"] button').click();
    await expect.poll(() => paramOf(page, 'logs')).toBe('ZK0301_ZK0303_ZK0304');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('by keyboard: B opens the column, arrow keys walk down the hole and to the next one', async () => {
    const { page, watch } = await browser.open(link({ logs: 'ZK0301_ZK0302' }));
    await waitUntilDrawn(page);
    await page.keyboard.press('b');
    await page.waitForSelector('[data-strip="ZK0302"]');
    await page.locator('.hy-strips').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.locator('[data-readout="ZK0301"]').innerText()).toContain('11.00');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('[data-readout="ZK0302"]');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a hole picked in 3D opens its log from its card, and its log is marked where it is pointed at', async () => {
    const { page, watch } = await browser.open(link({ sel: `boreholes_${await firstFeature('ZK0303')}` }));
    await waitUntilDrawn(page);
    await page.locator('.hy-card-actions button', { hasText: '柱状图' }).click();
    await page.waitForSelector('[data-strip="ZK0303"]');
    await expect.poll(() => paramOf(page, 'logs')).toBe('ZK0303');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a link to a hole that is not there says so', async () => {
    const { page, watch } = await browser.open(link({ bore: 'logs', logs: 'ZK9999' }));
    await page.waitForSelector('.hy-holes [role="alert"]');
    expect(await page.locator('.hy-holes [role="alert"]').innerText()).toContain('ZK9999');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe.skipIf(noMindong)('holes whose collars have no height', () => {
  test('their logs are shown by depth, and it is said that no elevation is known', async () => {
    const { page, watch } = await browser.open(
      link({ mine: 'mindong', bore: 'logs', logs: '50-14_50-15_50-16', hang: 'depth', theme: 'light' }),
    );
    await page.waitForSelector('[data-strip="50-16"]');
    expect(await page.locator('[data-note="height-unknown"]').innerText()).toContain('50-15');
    const { x, y } = await onStrip(page, '50-15', 0.4);
    await page.mouse.move(x, y);
    expect(await page.locator('[data-readout="50-15"]').innerText()).toContain('标高未知');
    await saveScreenshot(page, 'borehole-log-no-height');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('a virtual borehole', () => {
  test('is sunk where the mine is clicked, says ± for each contact, and leaves as a table', async () => {
    const { page, watch } = await browser.open(link({ lang: 'zh', theme: 'light', bore: 'virtual' }));
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-action="place"][aria-pressed="true"]');
    const scene = (await page.locator('#hy-scene').boundingBox())!;
    await page.mouse.click(scene.x + scene.width * 0.5, scene.y + scene.height * 0.55);
    await expect.poll(() => paramOf(page, 'vh'), { timeout: 20_000 }).toMatch(/^-?[\d.]+_-?[\d.]+$/);
    await page.waitForSelector('.hy-virtual-table, [data-note="outside"]');
    // A place that is surely inside the model, by its link.
    await goToLink(page, new URL(link({ bore: 'virtual', vh: '0_0' })).search);
    for (const [lang, theme] of [
      ['zh', 'light'],
      ['en', 'dark'],
    ] as const) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await relook(page, { lang, theme });
      await page.waitForSelector('.hy-virtual-table');
      await page.waitForTimeout(1500);
      const doubts = await page
        .locator('.hy-virtual-doubt')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.deviation));
      expect(doubts.length).toBeGreaterThan(2);
      expect(doubts.some((one) => Number(one) > 0)).toBe(true);
      await saveScreenshot(page, `virtual-hole-${theme}-${lang}`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-action="csv"]').click(),
      ]);
      const csv = await readFile((await download.path())!, 'utf8');
      expect(csv.startsWith('\uFEFF# ')).toBe(true);
      expect(csv.split('\r\n').filter((row) => !row.includes('#')).length).toBeGreaterThan(4);
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.waitForTimeout(800);
      await saveScreenshot(page, `virtual-hole-${theme}-${lang}-small`);
    }
    // What the browser remembers for the next page.
    await page.setViewportSize({ width: 1440, height: 900 });
    await relook(page, { lang: 'zh', theme: 'dark' });
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('outside the model it says that all is unknown', async () => {
    const { page, watch } = await browser.open(link({ bore: 'virtual', vh: '90000_0' }));
    await page.waitForSelector('[data-note="outside"]', { timeout: 60_000 });
    expect(await page.locator('.hy-virtual-table').count()).toBe(0);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('where the next hole would help most', () => {
  test('candidates around the planned headings are ranked by how much the standard deviation falls', async () => {
    const { page, watch } = await browser.open(link({ bore: 'next', theme: 'light' }));
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-next="open"]', { timeout: 180_000 });
    const drops = await page
      .locator('.hy-next-table tbody td:nth-child(2)')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(one.textContent ?? '')));
    expect(drops.length).toBeGreaterThan(2);
    expect(drops.every((drop, i) => drop > 0 && (i === 0 || drop <= drops[i - 1]!))).toBe(true);
    await page.waitForTimeout(1200);
    await saveScreenshot(page, 'next-hole-light-zh');
    await page.locator('[data-candidate="1"] button').click();
    await expect.poll(() => paramOf(page, 'bore')).toBe('virtual');
    await page.waitForSelector('.hy-virtual-table');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('hidden things by how they were found', () => {
  test('V shows only what drilling, geophysics or geochemistry saw; the unknown is counted as such and can be shown', async () => {
    const { page, watch } = await browser.open(
      link({
        layers: 'terrain.off_roadways.off_boreholes.off_strata.off',
        cam: '0.00_0.00_-50.00_0.00_-25.00_1500.00',
      }),
    );
    await waitUntilDrawn(page);
    await page.waitForTimeout(1500);
    const canvas = page.locator('#hy-scene .hy-canvas');
    const picture = async () => PNG.sync.read(await canvas.screenshot({ animations: 'disabled' }));
    const all = await picture();
    await page.keyboard.press('v');
    await page.waitForSelector('[data-flag="evidence"]');
    await expect.poll(() => paramOf(page, 'ev')).toBe('geophysics_drilling_geochemistry');
    const unknown = page.locator('[data-flag="evidence"] .ant-checkbox-wrapper', { hasText: '未知' });
    await expect.poll(() => unknown.innerText()).toMatch(/未知 [1-9]/);
    await page.waitForTimeout(1500);
    const some = await picture();
    await saveScreenshot(page, 'evidence-dark-zh');
    expect(pixelDifference(all, some)).toBeGreaterThan(0.01);
    await unknown.locator('input').check();
    await expect.poll(() => paramOf(page, 'ev')).toBe('geophysics_drilling_geochemistry_unknown');
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.waitForTimeout(800);
    await saveScreenshot(page, 'evidence-small');
    await page.keyboard.press('v');
    await expect.poll(() => paramOf(page, 'ev')).toBeNull();
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('the linked cursor', () => {
  test('a depth pointed at in the log is marked on the section, and a hole of the section in its log', async () => {
    const { page, watch } = await browser.open(
      link({
        ws: 'section',
        bore: 'logs',
        logs: 'ZK0303_ZK0304',
        line: await lineThrough(['ZK0301', 'ZK0305']),
        theme: 'light',
      }),
    );
    await page.waitForSelector('[data-strip="ZK0303"]', { timeout: 60_000 });
    await page.waitForSelector('.hy-sheet-paper [data-feature^="ZK0303 "]', {
      timeout: 60_000,
      state: 'attached',
    });
    const { x, y } = await onStrip(page, 'ZK0303', 0.6);
    await page.mouse.move(x, y);
    await page.waitForSelector('#hy-hole-cursor[data-cursor="ZK0303"]', { state: 'attached' });
    await saveScreenshot(page, 'linked-cursor-section');
    const marked = (await page.locator('#hy-hole-cursor circle').first().boundingBox())!;
    const read = async () =>
      Number.parseFloat((await page.locator('[data-readout]').innerText()).match(/([\d.]+) m/)![1]!);
    const before = await read();
    // Where the log marked the section, the section marks the log: at the same depth.
    await page.mouse.move(marked.x + marked.width / 2 + 1, marked.y + marked.height / 2);
    await page.mouse.move(marked.x + marked.width / 2, marked.y + marked.height / 2);
    await expect.poll(async () => Math.abs((await read()) - before)).toBeLessThan(8);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
