import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrthographicPose } from '../web/engines/section-view.ts';
import { type AppServer, buildBundles, ROOT } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { colourCount, saveScreenshot } from './compare-screenshot.ts';
import { startEnginePage } from './engine-page.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const WIDTH = 900;
const HEIGHT = 600;
const PLAN: OrthographicPose = { target: [0, 0, -100], azimuth: 0, pitch: -90, width: 1500 };
const LOOKING_NORTH: OrthographicPose = { target: [0, 0, -100], azimuth: 0, pitch: 0, width: 1500 };

let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const settled = async (): Promise<void> => {
  let before: Buffer | null = null;
  for (let round = 0; round < 60; round++) {
    await page.waitForFunction(() => window.sectionPage.waiting() === 0, null, { timeout: 60_000 });
    const now = await page.screenshot();
    if (before?.equals(now)) return;
    before = now;
    await page.waitForTimeout(400);
  }
  throw new Error('the picture never came to rest');
};
const picture = async (name: string): Promise<PNG> => PNG.sync.read(await saveScreenshot(page, name));
const colourAt = (png: PNG, x: number, y: number): number[] => [
  ...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3),
];

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', 'qingshi-iron', 'mine.yaml')]);
  server = await startEnginePage(
    join(ROOT, 'e2e', 'pages', 'section-view'),
    join(TEST_BUNDLES, 'section-view-page'),
    TEST_BUNDLES,
  );
  browser = await openBrowser({ width: WIDTH, height: HEIGHT, colourScheme: 'light' });
  ({ page, watch } = await browser.open(server.url));
  await page.waitForFunction(() => 'sectionPage' in window);
  await page.evaluate((pose) => window.sectionPage.open(pose), PLAN);
  await settled();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a plan of the demo mine is drawn from its tiles, without perspective', async () => {
  expect(colourCount(await picture('section-view-plan'))).toBeGreaterThan(40);
}, 120_000);

test('seen from the side the ground is above and the workings below', async () => {
  await page.evaluate((pose) => window.sectionPage.pose(pose), LOOKING_NORTH);
  await settled();
  const side = await picture('section-view-side');
  const background = colourAt(side, 4, 4);
  const rows = Array.from({ length: HEIGHT }, (_, y) => y).filter((y) =>
    Array.from({ length: WIDTH }, (_, x) => x).some((x) =>
      colourAt(side, x, y).some((v, k) => Math.abs(v - background[k]!) > 24),
    ),
  );
  expect(rows.length).toBeGreaterThan(HEIGHT / 4);
}, 120_000);

test('a click finds the feature in front, and its attributes', async () => {
  await page.evaluate(() => window.sectionPage.layer('terrain', false, 1));
  await settled();
  const found = new Set<string>();
  for (let x = 200; x < 700; x += 25)
    for (const y of [260, 300, 340, 380]) {
      await page.mouse.click(x, y);
    }
  for (const { type, detail } of await page.evaluate(() => window.sectionPage.events()))
    if (type === 'select' && detail) found.add(detail.split(' ')[0]!);
  expect([...found].length, [...found].join()).toBeGreaterThan(1);
}, 120_000);

test('a cut is laid into the picture, and what is before it is taken away', async () => {
  await page.evaluate(() => window.sectionPage.cut([0, 0, -100], 100));
  await settled();
  const cut = await picture('section-view-cut');
  expect(colourAt(cut, WIDTH / 2, HEIGHT / 2)).toEqual([240, 80, 200]);
}, 120_000);

test('nothing failed and nothing left the origin', async () => {
  const failures = (await page.evaluate(() => window.sectionPage.events())).filter(
    ({ type }) => type === 'failure',
  );
  expect(failures).toEqual([]);
  expect([...watch.errors, ...watch.offOrigin]).toEqual([]);
});
