import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, ROOT } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { startEnginePage } from './engine-page.ts';
import type { Plate } from './pages/nested-blend/blend-page.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const RED: Plate = { colour: [220, 40, 40], opacity: 0.5, at: 60, half: 8 };
const GREEN: Plate = { colour: [40, 200, 60], opacity: 0.6, at: 20, half: 6 };
const BLUE: Plate = { colour: [50, 80, 230], opacity: 0.7, at: -30, half: 5 };
const SOLID: Plate = { colour: [200, 180, 90], opacity: 1, at: -60, half: 4 };

const linear = (value: number): number => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
};
const srgb = (v: number): number =>
  Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));

/** What sorting would give: the plates from the back to the front over white. */
const sorted = (plates: readonly Plate[]): number[] =>
  [...plates]
    .sort((a, b) => a.at - b.at)
    .reduce(
      (behind, { colour, opacity }) => behind.map((v, k) => linear(colour[k]!) * opacity + v * (1 - opacity)),
      [1, 1, 1],
    )
    .map(srgb);

const draw = (plates: readonly Plate[], clipAbove?: number) =>
  page.evaluate(([all, clip]) => window.blendPage.draw(all, clip), [plates, clipAbove] as const);
const near = (found: readonly number[], wanted: readonly number[], most: number): void => {
  for (let k = 0; k < 3; k++)
    expect(Math.abs(found[k]! - wanted[k]!), `${found} instead of ${wanted}`).toBeLessThanOrEqual(most);
};

beforeAll(async () => {
  server = await startEnginePage(
    join(ROOT, 'e2e', 'pages', 'nested-blend'),
    join(TEST_BUNDLES, 'nested-blend-page'),
    TEST_BUNDLES,
  );
  browser = await openBrowser({ width: 200, height: 200 });
  ({ page, watch } = await browser.open(server.url));
  await page.waitForFunction(() => 'blendPage' in window);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('one see-through layer, and one over a solid, are exact', async () => {
  near(await draw([RED]), sorted([RED]), 1);
  near(await draw([SOLID, BLUE]), sorted([SOLID, BLUE]), 1);
});

test('two nested layers are exact: the nearest in front, the other behind it', async () => {
  near(await draw([RED, GREEN]), sorted([RED, GREEN]), 2);
  near(await draw([SOLID, GREEN, RED]), sorted([SOLID, GREEN, RED]), 2);
});

test('which is in front is seen: changing places changes the picture', async () => {
  const swapped = [
    { ...RED, at: GREEN.at },
    { ...GREEN, at: RED.at },
  ];
  near(await draw(swapped), sorted(swapped), 2);
  const [one, other] = [await draw([RED, GREEN]), await draw(swapped)];
  expect(Math.hypot(...one.map((v, k) => v - other[k]!))).toBeGreaterThan(20);
});

test('three layers do not depend on the order of drawing, and come near to sorting', async () => {
  const picture = await draw([RED, GREEN, BLUE, SOLID]);
  for (const order of [
    [SOLID, BLUE, GREEN, RED],
    [GREEN, SOLID, RED, BLUE],
    [BLUE, RED, SOLID, GREEN],
  ])
    near(await draw(order), picture, 1);
  near(picture, sorted([RED, GREEN, BLUE, SOLID]), 30);
});

test('what a solid hides is not there, and what is cut away neither', async () => {
  near(await draw([{ ...SOLID, at: 90, half: 9 }, RED, GREEN]), SOLID.colour, 1);
  near(await draw([RED, GREEN, SOLID], 40), sorted([GREEN, SOLID]), 2);
});

test('nothing was reported by the browser', () => expect([...watch.errors, ...watch.offOrigin]).toEqual([]));
