import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { pixelDifference, saveScreenshot, stillPicture } from './compare-screenshot.ts';

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
/** From the south and above, over all that is mined. */
const CAM = '0.00_0.00_-50.00_0.00_-25.00_1500.00';

const sceneOf = (page: Page) => page.locator('#hy-scene .hy-canvas');
/** The demo's strata are cut, so the cap is there. */
const filled = (page: Page) => page.waitForSelector('[data-cut="schist"]', { timeout: 60_000 });
const still = (page: Page): Promise<Buffer> => stillPicture(sceneOf(page));

const sliceIn = (page: Page) => new URL(page.url()).searchParams.get('slice');
/** Flags that the panel covers, by name: what must be known before the picture is believed stays readable. */
const flagsBelowPanel = (page: Page) =>
  page.evaluate(() => {
    const panel = document.querySelector('.hy-slice')!.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('[data-flag]')]
      .filter((flag) => {
        const { left, right, top, bottom } = flag.getBoundingClientRect();
        return left < panel.right && right > panel.left && top < panel.bottom && bottom > panel.top;
      })
      .map(({ dataset }) => dataset.flag);
  });
const centreOf = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('each kind of slice looks right', async () => {
  const looks = [
    ['plane', 'plane_0_0_90', { lang: 'zh', theme: 'dark' }, { ex: '2' }],
    ['box', 'box_-100_0_30_500_400_-250_20', { lang: 'en', theme: 'light' }, {}],
    ['line', 'line_-500_-200_0_100_500_-100', { lang: 'zh', theme: 'light' }, {}],
    ['level', 'level_-60', { lang: 'en', theme: 'dark' }, {}],
  ] as const;
  const { page, watch } = await browser.open(link({ cam: CAM }));
  await waitUntilDrawn(page);
  for (const [name, slice, look, more] of looks) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await relook(page, look);
    await goToLink(page, new URL(link({ cam: CAM, slice, ...more })).search);
    await filled(page);
    await still(page);
    await saveScreenshot(page, `slice-${name}`);
    await page.setViewportSize({ width: 1024, height: 768 });
    await still(page);
    await saveScreenshot(page, `slice-${name}-small`);
    expect(await flagsBelowPanel(page), name).toEqual([]);
  }
  expect(watch).toEqual({ errors: [], offOrigin: [] });
  await page.close();
});

describe('a slice is worked with', () => {
  test('the key opens it, arrow keys move and turn it, the other key ends it', async () => {
    const { page, watch } = await browser.open(link({ cam: CAM }));
    await waitUntilDrawn(page);
    await sceneOf(page).click({ position: { x: 5, y: 700 } });
    await page.keyboard.press('x');
    await filled(page);
    const whole = PNG.sync.read(await still(page));
    await page.locator('[data-handle="move"]').focus();
    const before = sliceIn(page)!.split('_').map(Number);
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('[data-handle="turn-b"]').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => sliceIn(page)!.split('_')[3]).toBe('95');
    const after = sliceIn(page)!.split('_').map(Number);
    // 31 m to the right of the way it runs, east: to the south.
    expect(after[1]! - before[1]!).toBeCloseTo(0, 6);
    expect(after[2]! - before[2]!).toBeCloseTo(-31, 6);
    expect(pixelDifference(whole, PNG.sync.read(await still(page)))).toBeGreaterThan(0.01);
    await page.locator('[data-tool="slice"]').click();
    await expect.poll(() => sliceIn(page)).toBeNull();
    expect(await page.locator('.hy-slice').count()).toBe(0);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('it follows the hand, and its numbers go with it', async () => {
    const { page, watch } = await browser.open(link({ cam: CAM, slice: 'plane_0_0_90', ex: '2' }));
    await waitUntilDrawn(page);
    await filled(page);
    const from = await centreOf(page, '[data-handle="move"]');
    const north = Number(await page.locator('[data-field="north"]').inputValue());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 60, { steps: 6 });
    await page.mouse.up();
    // The handle is where the pointer let it go, or the cut does not lie where it is drawn.
    const to = await centreOf(page, '[data-handle="move"]');
    expect(Math.hypot(to.x - from.x, to.y - (from.y - 60))).toBeLessThan(6);
    const moved = Number(await page.locator('[data-field="north"]').inputValue()) - north;
    expect(moved).toBeGreaterThan(20);
    await expect.poll(() => Math.abs(moved - Number(sliceIn(page)!.split('_')[2]))).toBeLessThan(0.5);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('the pointer meets the cut and not what is taken away; a click leads to the body', async () => {
    // Solid ground: it would stop every pointer that does not look through the cut.
    const { page, watch } = await browser.open(link({ cam: CAM, slice: 'plane_0_0_90', see: '0' }));
    await waitUntilDrawn(page);
    await filled(page);
    await still(page);
    const a = await centreOf(page, '[data-handle="turn-a"]');
    const met = new Map<string, { x: number; y: number }>();
    for (const dy of [60, 110, 160])
      for (let dx = -30; dx <= 150 && met.size < 2; dx += 15) {
        const at = { x: a.x + dx, y: a.y + dy };
        await page.mouse.move(at.x, at.y);
        await page.waitForTimeout(400);
        const label = page.locator('[data-cut-label]');
        const kind = (await label.count()) > 0 ? await label.getAttribute('data-cut-label') : null;
        if (kind) met.set(kind, at);
      }
    expect([...met.keys()].sort()).toEqual(['body', 'unit']);
    const body = met.get('body')!;
    await page.mouse.move(body.x, body.y);
    await page.waitForSelector('[data-cut-label="body"]');
    expect(await page.locator('[data-cut-label="body"] .hy-slice-place').textContent()).toMatch(/X.*Y.*H/);
    await saveScreenshot(page, 'slice-label');
    await page.mouse.click(body.x, body.y);
    await page.waitForSelector('[data-feature]', { timeout: 60_000 });
    await saveScreenshot(page, 'slice-card');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a line is drawn with clicks on the ground', async () => {
    const plan = '0.00_0.00_200.00_0.00_-89.00_2200.00';
    const { page, watch } = await browser.open(link({ cam: plan, slice: 'line_-100_0_100_0', see: '0' }));
    await waitUntilDrawn(page);
    await filled(page);
    const box = (await sceneOf(page).boundingBox())!;
    const click = (x: number, y: number) => page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await page.locator('[data-action="draw"]').click();
    await click(0.5, 0.3);
    await click(0.6, 0.5);
    await click(0.9, 0.9);
    await page.keyboard.press('Backspace');
    await click(0.8, 0.6);
    await expect.poll(() => page.locator('.hy-slice-draft strong').textContent()).toContain('3');
    await saveScreenshot(page, 'slice-draft');
    await page.keyboard.press('Enter');
    await expect.poll(() => sliceIn(page)).toMatch(/^line(_-?\d+(\.\d)?){6}$/);
    const drawn = sliceIn(page);
    await page.locator('[data-action="draw"]').click();
    await click(0.5, 0.5);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.hy-slice-draft', { state: 'detached' });
    expect(sliceIn(page)).toBe(drawn);
    await still(page);
    await saveScreenshot(page, 'slice-drawn');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a cut becomes the drawing of the same place', async () => {
    const { page, watch } = await browser.open(
      link({ cam: CAM, slice: 'line.flip_-300_-100_50.5_80_200_0' }),
    );
    await waitUntilDrawn(page);
    await page.locator('[data-action="drawing"]').click();
    await page.waitForSelector('.hy-sheet-paper svg', { timeout: 60_000 });
    const query = () => new URL(page.url()).searchParams;
    await expect.poll(() => query().get('ws')).toBe('section');
    // Looked at from the other side, its beginning is what was its end.
    expect(query().get('line')).toBe('200_0_50.5_80_-300_-100');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
