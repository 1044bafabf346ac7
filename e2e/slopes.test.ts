import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser, relook, type Watch } from './browser.ts';
import { readCatalog } from './bundle-feature.ts';
import { colourCount, saveScreenshot } from './compare-screenshot.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const MINE = 'baiyun-limestone';
const GATEWAY = 'GW-BP';
const HOUR = 3_600_000;
const DAYS = 38;
/** Accelerates by Fukuzono's law and would fail on day 40; the others creep or stand still. */
const [FAILING, CREEPING, SILENT] = ['BP-21', 'BP-11', 'BP-44'] as const;

let server: LiveServer;
let browser: OpenBrowser;
let start: number;
let beat: NodeJS.Timeout;

/** mm along the fall line `hours` after the start; no chance in it, a swing of two millimetres for noise. */
const moved = (station: string, hours: number): number => {
  const day = hours / 24;
  const swing = 2 * Math.sin(hours * 2.399 + station.charCodeAt(4));
  if (station === FAILING) return 120 * Math.log(40 / (40 - Math.min(day, DAYS))) + swing / 4;
  if (station === CREEPING) return 0.8 * day + swing;
  return swing;
};
const fix = (station: string, hours: number) => {
  const s = moved(station, hours);
  return { device: station, values: { e: -0.7 * s, n: 0.1 * s, u: -0.7 * s } };
};

beforeAll(async () => {
  server = await startLiveServer(MINE);
  const { setup } = server.live.side(MINE)!.live;
  const stations = setup.slopes.flatMap((slope) => slope.stations);
  const now = Date.now();
  start = now - DAYS * 24 * HOUR;
  const kept: Promise<void>[] = [];
  for (let hour = 0; hour < DAYS * 24; hour++) {
    const at = start + hour * HOUR;
    const reporting = stations.filter((id) => id !== SILENT || hour < 20 * 24);
    const readings = [
      ...reporting.map((id) => fix(id, hour)),
      { device: 'YL-01', values: { rain: hour % 48 === 5 ? 12 : 0 } },
    ];
    kept.push(server.say('slope', GATEWAY, { at, sent: now, readings }));
  }
  await Promise.all(kept);
  const tell = () => {
    const at = Date.now();
    const hours = (at - start) / HOUR;
    const readings = stations.filter((id) => id !== SILENT).map((id) => fix(id, hours));
    const water = [{ device: 'SW-01', values: { level: 139.4 } }];
    return Promise.all([
      server.say('slope', GATEWAY, { at, sent: at, readings }),
      server.say('water', 'GW-CK', { at, sent: at, readings: water }),
    ]);
  };
  await tell();
  beat = setInterval(() => void tell(), 2000);
  browser = await openBrowser({ width: 1440, height: 1000 });
});
afterAll(async () => {
  clearInterval(beat);
  await browser?.close();
  await server?.stop();
});

const open = async (query: Record<string, string>) => {
  // Only the boundary: software rendering pays by the pixel, most of all for the ground.
  const { layers } = await readCatalog(join(TEST_BUNDLES, MINE));
  const only = layers.map(({ id }) => `${id}.${id === 'mining-right' ? 'on' : 'off'}`).join('_');
  return browser.open(
    `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, layers: only, ...query })}`,
  );
};
const number = async (page: Page, selector: string): Promise<number> =>
  Number.parseFloat((await page.locator(selector).innerText()).replaceAll(',', ''));

describe('slope panel', () => {
  /** One page for all: its scene is loaded once. */
  let page: Page;
  let watch: Watch;
  beforeAll(async () => {
    ({ page, watch } = await open({ panel: 'slopes' }));
  });
  afterAll(async () => {
    await page?.close();
  });

  test('fastest first, with its speed; what stands still is not called moving', async () => {
    await page.waitForSelector(`.hy-stations tr[data-device="${FAILING}"]`, { timeout: 120_000 });
    const order = await page
      .locator('.hy-stations tr[data-device]')
      .evaluateAll((rows) => rows.map(({ dataset }) => dataset.device));
    expect(order[0]).toBe(FAILING);
    // s' = A / (T - t) = 120 mm / 2 d at the end, a mean of the last day just below that.
    expect(await number(page, `tr[data-device="${FAILING}"] td:nth-child(3)`)).toBeGreaterThan(40);
    expect(await page.locator(`tr[data-device="${FAILING}"] [data-warning="yellow"]`).count()).toBe(1);
    expect(await page.locator(`tr[data-device="${CREEPING}"] [data-warning]`).count()).toBe(0);
    expect(await page.locator('.hy-stations [data-warning]').count()).toBe(1);
    await saveScreenshot(page, 'slopes-panel');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('names the wall that must be monitored and is not', async () => {
    await page.waitForSelector('.hy-slope', { timeout: 120_000 });
    await page.waitForSelector('[data-slope="PD-1"][data-state="monitored"]', { timeout: 60_000 });
    expect(await page.locator('[data-slope="PD-5"]').getAttribute('data-state')).toBe('missing');
    expect(await page.locator('[data-slope="PD-6"]').getAttribute('data-state')).toBe('no-duty');
    await page.locator('[data-slope="PD-5"] summary').click();
    expect(await page.locator('[data-slope="PD-5"] [data-answer="required"]').count()).toBeGreaterThan(0);
  });

  test('draws arrows and heat over the pit, and takes them away again', async () => {
    await page.waitForSelector(`.hy-stations tr[data-device="${FAILING}"]`, { timeout: 120_000 });
    await page.waitForSelector('[data-view-state="ready"]', { timeout: 120_000, state: 'attached' });
    await page.waitForTimeout(1500);
    const canvas = page.locator('.hy-canvas');
    const before = colourCount(PNG.sync.read(await canvas.screenshot()));
    await page.locator('#hy-slope-heat').click();
    await page.waitForTimeout(2500);
    const shown = colourCount(PNG.sync.read(await canvas.screenshot()));
    expect(shown).toBeGreaterThan(before);
    await saveScreenshot(page, 'slopes-heat');
    await page.locator('#hy-slope-heat').click();
    await page.waitForTimeout(1500);
    expect(colourCount(PNG.sync.read(await canvas.screenshot()))).toBeLessThan(shown);
  });

  test('forecasts the accelerating one within its interval, and says why the others are not', async () => {
    await relook(page, { lang: 'en', theme: 'light' });
    const choose = async (id: string) => {
      await page.locator(`tr[data-device="${id}"] button`).click();
      await page.waitForSelector(`.hy-station[data-station="${id}"]`);
    };
    await page.waitForSelector(`.hy-stations tr[data-device="${FAILING}"]`, { timeout: 120_000 });
    await choose(FAILING);
    const text = await page.locator('.hy-forecast p').innerText();
    const dates = [...text.matchAll(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g)].map(([date]) =>
      Date.parse(`${date}:00+08:00`),
    );
    const truth = start + 40 * 24 * HOUR;
    expect(dates).toHaveLength(3);
    expect(Math.abs(dates[0] - truth)).toBeLessThan(12 * HOUR);
    expect(dates[1]).toBeLessThan(truth);
    expect(dates[2]).toBeGreaterThan(truth);
    await page.locator('.hy-forecast').scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'slopes-forecast');
    await choose(CREEPING);
    const why = await page.locator('[data-refusal]').getAttribute('data-refusal');
    expect(['not-accelerating', 'too-noisy']).toContain(why);
    await choose(SILENT);
    expect(await page.locator('[data-refusal]').getAttribute('data-refusal')).toBe('stale');
  });
});

describe('reading panel', () => {
  test('a level over its bound is first, with bound and age; gauges never heard are unknown', async () => {
    const { page, watch } = await open({ panel: 'readings' });
    await page.waitForSelector('[data-device="SW-01"][data-over="true"]', { timeout: 120_000 });
    expect(await number(page, '[data-device="SW-01"] [data-metric="water.level"] .hy-value')).toBeCloseTo(
      139.4,
      2,
    );
    expect(await page.locator('[data-device="SB-01"] [data-unknown="true"]').count()).toBeGreaterThan(0);
    await page.locator('[data-device="SW-01"] header button').first().click();
    await page.waitForSelector('[data-device="SW-01"] .hy-chart canvas', { timeout: 30_000 });
    await saveScreenshot(page, 'readings-panel');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
