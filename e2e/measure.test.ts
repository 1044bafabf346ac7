import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { STRATA_MINE, writeStrataBundle } from './strata-bundle.ts';

const MINE = 'qingshi-iron';
let root: string;
let server: AppServer;
let strata: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-measure-'));
  await writeStrataBundle(root);
  buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
  server = await startAppServer();
  strata = await startAppServer(root);
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await strata?.stop();
  await rm(root, { recursive: true });
});

const link = (query: Record<string, string>, mine = MINE) =>
  `${(mine === MINE ? server : strata).url}/?${new URLSearchParams({ v: '1', render: 'half', mine, panel: 'none', ...query })}`;
/** From the south and above, over all that is mined. */
const CAM = '0.00_0.00_-50.00_0.00_-25.00_1500.00';

const measureIn = (page: Page) => new URL(page.url()).searchParams.get('measure');
const ready = (page: Page) => page.waitForSelector('[data-subject="open"]', { timeout: 60_000 });
const result = async (page: Page, id: string): Promise<number> => {
  const text = await page.locator(`[data-result="${id}"] dd`).textContent();
  return Number(text!.replaceAll(',', '').replace(/[^\d.-].*$/, ''));
};
const sceneBox = async (page: Page) => (await page.locator('#hy-scene .hy-canvas').boundingBox())!;
/** Moves the pointer over the scene until something of this hold is met; null: nowhere. */
const seek = async (page: Page, hold: string): Promise<{ x: number; y: number } | null> => {
  const box = await sceneBox(page);
  for (let row = 0.45; row < 0.75; row += 0.05)
    for (let column = 0.45; column < 0.85; column += 0.02) {
      const at = { x: box.x + box.width * column, y: box.y + box.height * row };
      await page.mouse.move(at.x, at.y);
      await page.waitForTimeout(130);
      if ((await page.locator(`.hy-measure-snap[data-hold="${hold}"][data-owner="body"]`).count()) > 0)
        return at;
    }
  return null;
};

describe('measuring', () => {
  test('a distance between two corners of bodies, exact under stretched heights, and in the link', async () => {
    const { page, watch } = await browser.open(link({ cam: CAM, ex: '3', layers: 'terrain.off' }));
    await waitUntilDrawn(page);
    await page.keyboard.press('m');
    await ready(page);
    const corner = await seek(page, 'vertex');
    expect(corner).not.toBeNull();
    await page.mouse.click(corner!.x, corner!.y);
    await page.waitForSelector('[data-measure-point="1"]');
    // The point stands where the hand was, or it was not found under the stretched picture.
    const mark = (await page.locator('[data-measure-point="1"]').boundingBox())!;
    const off = Math.hypot(mark.x + mark.width / 2 - corner!.x, mark.y + mark.height / 2 - corner!.y);
    expect(off).toBeLessThan(13);
    // The link follows a moment after the picture.
    await expect.poll(() => measureIn(page)).toMatch(/^distance(_-?\d+(\.\d+)?){3}$/);
    await page.locator('[data-action="add-point"]').click();
    const height = page.locator('input[data-field="H2"]');
    const from = Number(await page.locator('input[data-field="H1"]').inputValue());
    for (const letter of ['X', 'Y']) {
      const one = await page.locator(`input[data-field="${letter}1"]`).inputValue();
      await page
        .locator(`input[data-field="${letter}2"]`)
        .fill(String(Number(one) + (letter === 'X' ? 30 : 40)));
      await page.locator(`input[data-field="${letter}2"]`).press('Enter');
    }
    await height.fill(String(from - 120));
    await height.press('Enter');
    await expect.poll(() => result(page, 'slope')).toBeCloseTo(130, 1);
    expect(await result(page, 'horizontal')).toBeCloseTo(50, 1);
    expect(await result(page, 'vertical')).toBeCloseTo(-120, 1);
    // 40 m east, 30 m north.
    expect(await page.locator('[data-result="azimuth"] dd').textContent()).toMatch(/^53°0[78]′/);
    await saveScreenshot(page, 'measure-distance');
    await expect.poll(() => measureIn(page)).toMatch(/^distance(_-?\d+(\.\d+)?){6}$/);
    const shown = await page.locator('[data-result="slope"] dd').textContent();
    await page.reload();
    await waitUntilDrawn(page);
    await expect.poll(() => page.locator('[data-result="slope"] dd').textContent()).toBe(shown);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('an area is drawn by clicks on the ground, ended by Enter, and copied with its system', async () => {
    const plan = '0.00_0.00_200.00_0.00_-89.00_2200.00';
    const { page, watch } = await browser.open(
      link({ cam: plan, see: '0', measure: 'area', lang: 'en', theme: 'light' }),
    );
    await waitUntilDrawn(page);
    await ready(page);
    const box = await sceneBox(page);
    for (const [x, y] of [
      [0.5, 0.3],
      [0.7, 0.35],
      [0.7, 0.7],
      [0.6, 0.6],
      [0.45, 0.62],
    ] as const)
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await expect.poll(() => page.locator('[data-measure-point]').count()).toBe(5);
    await page.keyboard.press('Backspace');
    await expect.poll(() => page.locator('[data-measure-point]').count()).toBe(4);
    await page.keyboard.press('Enter');
    // No click adds to it now.
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
    expect(await page.locator('[data-measure-point]').count()).toBe(4);
    expect(await result(page, 'facing')).toBeGreaterThanOrEqual(await result(page, 'plan'));
    // Collars stand on the ground, and a click beside one means it.
    const taken = await page.locator('.hy-measure-taken').allTextContents();
    expect(taken.filter((text) => text === 'Ground').length).toBeGreaterThan(1);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-action="copy"]').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/CGCS2000[\s\S]*\tX\tY\tH\n1\t39\d{5}\.\d{3}\t3951\d{4}\.\d{3}\t/);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.waitForTimeout(800);
    await saveScreenshot(page, 'measure-area-small');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a block of the demo says what bodies are in it, and how much of its rock is unknown', async () => {
    const measure = 'block_-200_0_-300_-300_0_300_-300_0_300_300_0_-300_300_0';
    const { page, watch } = await browser.open(link({ cam: CAM, measure, theme: 'dark' }));
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-result="total"]', { timeout: 60_000 });
    expect(await result(page, 'total')).toBeCloseTo(600 * 600 * 200, 0);
    expect(await page.locator('[data-result^="body-"]').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-result="unknown"] .hy-measure-warning').textContent()).toContain('%');
    await saveScreenshot(page, 'measure-block');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a volume between a horizon and the ground says its doubt, and where the horizon is unknown how much', async () => {
    const outline = '100_100_0_300_100_0_300_300_0_100_300_0';
    const measure = `volume_ground_base.LS_${outline}`;
    const { page, watch } = await browser.open(link({ measure, lang: 'zh', theme: 'light' }, STRATA_MINE));
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-result="between"] dd', { timeout: 60_000 });
    // Ground 100 + 0.1e over 20 − 0.05e, middle at east 200: 110 m thick (the fault lies at 400).
    expect((await result(page, 'between')) / (200 * 200 * 110)).toBeCloseTo(1, 3);
    expect(await page.locator('[data-result="deviation"] dd').textContent()).toMatch(/^± /);
    expect(await page.locator('[data-result="unknown"]').count()).toBe(0);
    // The base of the lowest unit was never reached.
    await page.locator('[data-field="surface-base"]').click();
    await page.locator('.ant-select-item-option', { hasText: '片岩' }).click();
    await page.waitForSelector('[data-result="between"] .hy-measure-warning');
    await saveScreenshot(page, 'measure-volume');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
