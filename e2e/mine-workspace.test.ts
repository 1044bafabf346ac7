import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { featureInBundle, readCatalog } from './bundle-feature.ts';
import { colourCount, expectScreenshot, pixelDifference, saveScreenshot } from './compare-screenshot.ts';
import { CHARLEROI, sharedSetMissing } from './shared-data.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const DEMO = 'qingshi-iron';
const PIT = 'baiyun-limestone';

const DEMO_GOAF = 'G2006-B6';
/** The goaf each mine is asked for; only its own layer is shown, so that the click can meet nothing else. */
const MINES = [
  { mine: DEMO, goaf: DEMO_GOAF, missing: false },
  { mine: 'charleroi', goaf: CHARLEROI.goaf, missing: sharedSetMissing(CHARLEROI.folder) },
];

let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  const manifests = [`data/${DEMO}/mine.yaml`, `data/${PIT}/mine.yaml`];
  if (!sharedSetMissing(CHARLEROI.folder)) manifests.push('e2e/mines/charleroi/mine.yaml');
  buildBundles(manifests.map((manifest) => join(ROOT, manifest)));
  server = await startAppServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const link = (query: Record<string, string>) =>
  `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', ...query })}`;

const sceneOf = (page: Page) => page.locator('#hy-scene');

/** Layers of a mine with only one shown, as the link writes it. */
const onlyLayer = async (mine: string, shown: string): Promise<string> => {
  const { layers } = await readCatalog(join(TEST_BUNDLES, mine));
  return layers.map(({ id }) => `${id}.${id === shown ? 'on' : 'off'}`).join('_');
};

/** Waits until the link has been silent for longer than its throttle. */
const settledUrl = async (page: Page): Promise<string> => {
  let url = '';
  while (url !== page.url()) {
    url = page.url();
    await page.waitForTimeout(900);
  }
  return url;
};

const cardNumber = async (page: Page, property: string): Promise<number> => {
  const text = await page.locator(`[data-property="${property}"] dd`).textContent();
  return Number((text ?? '').replace(/[^\d.-]/g, '').replace('−', '-'));
};

describe.each(MINES)('$mine', ({ mine, goaf, missing }) => {
  test.skipIf(missing)(
    'opens, looks as it should, asks nothing of other origins and prints no error',
    async () => {
      const { page, watch } = await browser.open(link({ mine }));
      await waitUntilDrawn(page);
      const shot = PNG.sync.read(await saveScreenshot(page, `${mine}-home`));
      expect(colourCount(shot), 'the scene is nearly one colour').toBeGreaterThan(60);
      await expectScreenshot(sceneOf(page), `${mine}-scene`);
      expect(watch).toEqual({ errors: [], offOrigin: [] });
      await page.close();
    },
  );

  test.skipIf(missing)(
    'a click on a goaf opens its card with the id, area and volume of the tiles',
    async () => {
      const layers = await onlyLayer(mine, 'goafs');
      const { page, watch } = await browser.open(link({ mine, layers, sel: `goafs_${goaf}` }));
      await waitUntilDrawn(page);
      await page.locator('[data-tool="fly-to"], .hy-card-actions button').first().click();
      await waitUntilDrawn(page);
      await settledUrl(page);
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-feature]', { state: 'detached' });

      const box = (await sceneOf(page).boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForSelector(`[data-feature="${goaf}"] [data-property="volume"]`, { timeout: 60_000 });
      const tiles = await featureInBundle(join(TEST_BUNDLES, mine), 'goafs', goaf);
      expect(await page.locator(`[data-feature="${goaf}"]`).textContent()).toContain(goaf);
      for (const property of ['area', 'volume']) {
        const wanted = Number(tiles[property]);
        expect(wanted).toBeGreaterThan(0);
        expect(Math.abs((await cardNumber(page, property)) - wanted)).toBeLessThanOrEqual(0.5);
      }
      await saveScreenshot(page, `${mine}-goaf-card`);
      expect(watch).toEqual({ errors: [], offOrigin: [] });
      await page.close();
    },
  );
});

describe('the link', () => {
  test('gives the same view when it is reloaded', async () => {
    const { page, watch } = await browser.open(
      link({ mine: DEMO, sel: `goafs_${DEMO_GOAF}`, ex: '2', see: '40' }),
    );
    await waitUntilDrawn(page);
    await sceneOf(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(500);
    await waitUntilDrawn(page);
    const url = await settledUrl(page);
    expect(url).toContain('cam=');
    await page.waitForSelector('[data-property="volume"]', { timeout: 60_000 });
    const before = PNG.sync.read(await saveScreenshot(sceneOf(page), `${DEMO}-before-reload`));
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitUntilDrawn(page);
    await page.waitForSelector('[data-property="volume"]', { timeout: 60_000 });
    expect(await settledUrl(page)).toBe(url);
    const after = PNG.sync.read(await saveScreenshot(sceneOf(page), `${DEMO}-after-reload`));
    expect(pixelDifference(before, after)).toBeLessThan(0.01);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('the ground as glass', () => {
  test('a click through it reaches the goaf below; solid again, it does not', async () => {
    const layers = (await readCatalog(join(TEST_BUNDLES, DEMO))).layers
      .map(({ id }) => `${id}.${['goafs', 'terrain'].includes(id) ? 'on' : 'off'}`)
      .join('_');
    const flown = await browser.open(link({ mine: DEMO, layers, sel: `goafs_${DEMO_GOAF}` }));
    await waitUntilDrawn(flown.page);
    await flown.page.locator('.hy-card-actions button').first().click();
    const cam = new URL(await settledUrl(flown.page)).searchParams.get('cam')!;
    await flown.page.close();
    const [east, north, up, heading] = cam.split('_');
    // From far above ground, so that the sheet of glass lies between the eye and the goaf.
    const above = [east, north, up, heading, '-70.00', '1500.00'].join('_');

    for (const { see, reached } of [
      { see: '60', reached: true },
      { see: '0', reached: false },
    ]) {
      const { page, watch } = await browser.open(link({ mine: DEMO, layers, cam: above, see }));
      await waitUntilDrawn(page);
      const box = (await sceneOf(page).boundingBox())!;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      if (reached) await page.waitForSelector(`[data-feature="${DEMO_GOAF}"]`, { timeout: 60_000 });
      else {
        await page.waitForTimeout(3000);
        expect(await page.locator('[data-feature]').count()).toBe(0);
      }
      await saveScreenshot(page, `${DEMO}-through-ground-${see}`);
      expect(watch).toEqual({ errors: [], offOrigin: [] });
      await page.close();
    }
  });

  test('a close look that leaves a whole layer outside the picture still settles', async () => {
    const { page, watch } = await browser.open(
      link({ mine: DEMO, cam: '0.00_0.00_-600.00_0.00_-80.00_5.00' }),
    );
    await waitUntilDrawn(page, 60_000);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('the coordinates under the cursor', () => {
  test('are the survey’s own, inside the demo mine, with WGS 84 beside them', async () => {
    const { page } = await browser.open(link({ mine: DEMO, see: '0' }));
    await waitUntilDrawn(page);
    const box = (await sceneOf(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2 + 2);
    await page.waitForFunction(() =>
      /39/.test(document.querySelector('[data-system="survey"]')?.textContent ?? ''),
    );
    const text = (await page.locator('[data-system="survey"]').textContent()) ?? '';
    const numbers = text
      .replace(/[\s\u2009\u202f\u00a0,]/g, '')
      .match(/\d+\.\d+/g)!
      .map(Number);
    // X is north in this mine's survey, Y east with its zone number.
    expect(numbers[0]).toBeGreaterThan(3_900_000);
    expect(numbers[0]).toBeLessThan(3_920_000);
    expect(numbers[1]).toBeGreaterThan(39_510_000);
    expect(numbers[1]).toBeLessThan(39_525_000);
    expect(await page.locator('[data-system="wgs84"]').textContent()).toMatch(/117\.1|117\.2/);
    await page.close();
  });
});

describe('screens to look at', () => {
  const LOOKS = [
    { name: '1440-light-en', width: 1440, height: 900, theme: 'light', lang: 'en' },
    { name: '1024-dark-en', width: 1024, height: 768, theme: 'dark', lang: 'en' },
    { name: '1024-light-zh', width: 1024, height: 768, theme: 'light', lang: 'zh' },
    // What the browser remembers for the next page comes last.
    { name: '1440-dark-zh', width: 1440, height: 900, theme: 'dark', lang: 'zh' },
  ] as const;

  test('nothing is clipped or scrolls sideways', async () => {
    const { page, watch } = await browser.open(link({ mine: PIT, theme: 'dark', lang: 'zh' }));
    await waitUntilDrawn(page);
    for (const { name, width, height, theme, lang } of LOOKS) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await relook(page, { lang, theme });
      await page.setViewportSize({ width, height });
      // The menu closes and the scene takes its new size.
      await page.waitForTimeout(1200);
      await waitUntilDrawn(page);
      await saveScreenshot(page, `look-${name}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
      const words = (await page.locator('body').textContent()) ?? '';
      expect(words, name).toContain(lang === 'zh' ? '合成数据' : 'Synthetic data');
      expect(words, name).not.toMatch(/undefined|\bNaN\b|\[object|\d\.\d{8,}/);
    }
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('what cannot be shown is said', () => {
  const BROKEN = 'broken-bundle';
  beforeAll(async () => {
    await mkdir(join(TEST_BUNDLES, BROKEN), { recursive: true });
    await writeFile(join(TEST_BUNDLES, BROKEN, 'catalog.json'), '{"format":"hyalite-bundle/1","mineId":7}');
    await cp(join(TEST_BUNDLES, PIT), join(TEST_BUNDLES, 'pit-without-tile'), { recursive: true });
    await rm(join(TEST_BUNDLES, 'pit-without-tile', 'goafs'), { recursive: true });
    const catalog = await readCatalog(join(TEST_BUNDLES, PIT));
    await writeFile(
      join(TEST_BUNDLES, 'pit-without-tile', 'catalog.json'),
      JSON.stringify({ ...catalog, mineId: 'pit-without-tile' }),
    );
  });
  afterAll(async () => {
    for (const folder of [BROKEN, 'pit-without-tile'])
      await rm(join(TEST_BUNDLES, folder), { recursive: true });
  });

  test.each([
    ['a mine that is not there', { mine: 'no-such-mine' }, /no-such-mine/],
    ['a bundle whose catalog is broken', { mine: BROKEN }, /cannot be opened[\s\S]*mineId/],
  ])('%s', async (what, query, words) => {
    const { page, watch } = await browser.open(link({ ...query, lang: 'en' }));
    await page.waitForSelector('[data-view-state="error"]', { state: 'attached' });
    await saveScreenshot(page, `error-${what.replaceAll(' ', '-')}`);
    expect(await page.locator('body').textContent()).toMatch(words);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a refused GPU', async () => {
    const blind = await openBrowser({ extraFlags: ['--disable-3d-apis'] });
    try {
      const { page } = await blind.open(link({ mine: PIT, lang: 'en' }));
      await page.waitForSelector('[data-view-state="error"]', { state: 'attached' });
      await saveScreenshot(page, 'error-no-webgl');
      expect(await page.locator('#hy-scene').textContent()).toMatch(/WebGL|graphics/i);
    } finally {
      await blind.close();
    }
  });

  test('a layer whose tiles are missing is named; the others are drawn', async () => {
    const { page } = await browser.open(link({ mine: 'pit-without-tile', lang: 'en' }));
    await page.waitForSelector('[data-flag="layer-failed"]', { timeout: 120_000 });
    await waitUntilDrawn(page);
    await saveScreenshot(page, 'error-layer-failed');
    expect(await page.locator('[data-flag="layer-failed"]').textContent()).toMatch(/goaf/i);
    await page.close();
  });
});
