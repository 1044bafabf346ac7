import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBundle } from '../tiles-pipeline/check/check-bundle.ts';
import { type AppServer, startAppServer } from './app-server.ts';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { STRATA_MINE, writeStrataBundle } from './strata-bundle.ts';

let root: string;
let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-strata-'));
  await writeStrataBundle(root);
  server = await startAppServer(root);
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(root, { recursive: true });
});

const link = (query: Record<string, string>): string =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: STRATA_MINE, ...query })}`;

test('the bundle the pages are given is sound', async () => {
  expect((await checkBundle(join(root, STRATA_MINE))).problems).toEqual([]);
});

describe('the 3D mine', () => {
  /** Pixels that are not the background at the picture's corner. */
  const covered = async (page: Page): Promise<number> => {
    const { data, width, height } = PNG.sync.read(
      await page.locator('#hy-scene .hy-canvas').screenshot({ animations: 'disabled' }),
    );
    let count = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [at, edge] = [(y * width + x) * 4, y * width * 4];
        const off = [0, 1, 2].reduce((sum, k) => sum + Math.abs(data[at + k]! - data[edge + k]!), 0);
        if (off > 60) count++;
      }
    return count;
  };

  test('past the bound strata are hatched and faint, within it full', async () => {
    const { page, watch } = await browser.open(link({ lang: 'zh', theme: 'dark', sd: '100' }));
    await waitUntilDrawn(page);
    await page.locator('[data-layer="strata"] .hy-layer-name').click();
    const slider = page.locator('[data-control="certainty"] [role="slider"]');
    // What the browser remembers for the next page comes last.
    for (const [lang, theme] of [
      ['en', 'light'],
      ['zh', 'dark'],
    ] as const) {
      await relook(page, { lang, theme });
      await goToLink(page, new URL(link({ sd: '100' })).search);
      await page.waitForTimeout(1500);
      const certain = await covered(page);
      await slider.focus();
      await page.keyboard.press('Home');
      await expect.poll(() => page.url()).toContain('sd=0.5');
      await page.waitForTimeout(1500);
      expect(await covered(page)).toBeLessThan(certain * 0.9);
      for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
      // The default is not written.
      await expect.poll(() => page.url()).not.toContain('sd=');
      expect(await slider.getAttribute('aria-valuetext')).toBe('5 m');
      await page.waitForTimeout(1500);
      await saveScreenshot(page, `strata-certainty-${theme}-${lang}`);
    }
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('the Section workspace', () => {
  const shapes = (page: Page, layer: string): Promise<number> =>
    page.locator(`.hy-sheet-paper #${layer} path`).count();

  test('a section is filled with the units, and a contact is dashed where it is less sure than the bound', async () => {
    const { page, watch } = await browser.open(link({ ws: 'section' }));
    await page.waitForSelector('.hy-sheet-paper #UNIT-LS path', { timeout: 60_000 });
    expect(await shapes(page, 'UNIT-QC')).toBeGreaterThan(0);
    expect(await shapes(page, 'UNIT-SC')).toBeGreaterThan(0);
    expect(await shapes(page, 'FAULT')).toBeGreaterThan(0);
    // 5 m is met in the middle: one part of each contact is sure, the other is not.
    expect(await shapes(page, 'CONTACT')).toBeGreaterThan(0);
    expect(await shapes(page, 'CONTACT-INFERRED')).toBeGreaterThan(0);
    await saveScreenshot(page, 'strata-section');
    const bound = page.locator('input[data-field="certain"]');
    await bound.fill('20');
    await bound.press('Enter');
    await expect.poll(() => shapes(page, 'CONTACT-INFERRED')).toBe(0);
    // The link follows a moment after the drawing.
    await expect.poll(() => page.url()).toContain('sd=20');
    expect((await page.locator('.hy-sheet-paper #LEGEND text').allTextContents()).join(' ')).toContain(
      '石灰岩',
    );
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a level plan is filled too, with its contacts and the trace of the fault', async () => {
    const { page, watch } = await browser.open(
      link({ ws: 'section', cut: 'level', level: '15', lang: 'en' }),
    );
    await page.waitForSelector('.hy-sheet-paper #UNIT-LS path', { timeout: 60_000 });
    expect(await shapes(page, 'FAULT')).toBeGreaterThan(0);
    expect((await shapes(page, 'CONTACT')) + (await shapes(page, 'CONTACT-INFERRED'))).toBeGreaterThan(0);
    await saveScreenshot(page, 'strata-level-en');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
