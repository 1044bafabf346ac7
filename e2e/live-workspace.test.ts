import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_FOLDER, buildAppIfNeeded } from '../bin/app-build.ts';
import { buildBundles, ROOT } from './app-server.ts';
import { goToLink, type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { cookieByFirstLink } from './sign-in.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const MINE = 'qingshi-iron';
const CLI = join(ROOT, 'bin', 'hyalite.ts');

let state: string;
let url: string;
let gatewayArgs: string[];
let ports: number[];
let gateway: ServerProcess;
let simulator: ServerProcess;
let browser: OpenBrowser;

const startGateway = () =>
  startServerProcess({
    program: process.execPath,
    args: gatewayArgs,
    ports,
    cwd: ROOT,
    readyWithinMs: 90_000,
  });

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
  await buildAppIfNeeded();
  state = await mkdtemp(join(tmpdir(), 'hyalite-live-'));
  const [http, mqtt] = [await freePort(), await freePort()];
  ports = [http, mqtt];
  url = `http://127.0.0.1:${http}`;
  gatewayArgs = [CLI, 'serve', '--bundles', TEST_BUNDLES, '--app', APP_FOLDER, '--port', String(http)];
  gatewayArgs.push('--live', join(ROOT, 'data'), '--state', state, '--mqtt-port', String(mqtt));
  gateway = await startGateway();
  const broker = `mqtt://127.0.0.1:${mqtt}`;
  simulator = await startServerProcess({
    program: process.execPath,
    args: [CLI, 'simulate', '--mine', MINE, '--bundles', TEST_BUNDLES, '--url', broker, '--state', state],
    ports: [],
    cwd: ROOT,
  });
  browser = await openBrowser();
  await browser.signIn(
    url,
    await cookieByFirstLink(url, gateway.output, { role: 'dispatcher', mines: [MINE] }),
  );
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await simulator?.stop();
  await gateway?.stop();
  await rm(state, { recursive: true, force: true });
});

const link = (query: Record<string, string> = {}) =>
  `${url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, ...query })}`;

const numberIn = async (page: Page, selector: string): Promise<number> =>
  Number(((await page.locator(selector).textContent()) ?? '').replace(/[^\d]/g, ''));

/** Waits until people of the live picture are listed. */
const peopleShown = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelectorAll('[data-person][data-presence="fresh"]').length > 3,
    null,
    { timeout: 90_000 },
  );
};

const openLive = async (query: Record<string, string> = {}) => {
  const opened = await browser.open(link(query));
  await waitUntilDrawn(opened.page);
  return opened;
};

const modeIs = (page: Page, mode: 'live' | 'past' | 'lost', timeout = 30_000) =>
  page.waitForSelector(`.hy-timeline[data-mode="${mode}"][data-loading="false"]`, { timeout });

describe('the live mine on the screen', () => {
  test('people appear, and every count adds up to the same total', async () => {
    const { page, watch } = await openLive();
    await peopleShown(page);
    await modeIs(page, 'live');
    expect(await page.locator('[data-live-flag="synthetic"]').count()).toBe(1);
    const total = await numberIn(page, '[data-heads="total"] strong');
    expect(total).toBeGreaterThan(100);
    const parts = await page
      .locator('.hy-presences button strong')
      .evaluateAll((all) => all.map((one) => Number(one.textContent?.replace(/\D/g, ''))));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(
      await numberIn(page, '[data-heads="total"] strong'),
    );
    await saveScreenshot(page, 'live-people');
    await page.locator('.hy-people-bar .ant-segmented').nth(1).locator('.ant-segmented-item').nth(1).click();
    for (const by of [0, 1, 2]) {
      await page
        .locator('.hy-people-bar .ant-segmented')
        .nth(2)
        .locator('.ant-segmented-item')
        .nth(by)
        .click();
      // One reading of the table: the next picture may change it.
      const table = await page.locator('.hy-counts table').evaluate((one) => {
        const numbers = (row: Element) =>
          [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent?.replace(/\D/g, '') || 0));
        const rows = [...one.querySelectorAll('tbody tr')].map(numbers);
        return { rows, sum: numbers(one.querySelector('tfoot tr')!) };
      });
      expect(table.rows.length).toBeGreaterThan(1);
      expect(table.sum.map((_, at) => table.rows.reduce((sum, row) => sum + row[at]!, 0))).toEqual(table.sum);
      expect(await page.locator('.hy-adds-not').count()).toBe(0);
    }
    await saveScreenshot(page, 'live-counts');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('a search finds one person; the choice brings card and coordinates, follows, and survives a reload', async () => {
    const { page, watch } = await openLive();
    await peopleShown(page);
    const tag = (await page.locator('[data-person]').first().getAttribute('data-person'))!;
    await page.locator('.hy-people-search input[type="text"]').fill(tag);
    await page.waitForFunction(() => document.querySelectorAll('[data-person]').length === 1);
    await page.locator(`[data-person="${tag}"]`).click();
    const card = page.locator(`[data-entity="${tag}"]`);
    await card.waitFor();
    const position = (await card.locator('[data-live="position"]').textContent()) ?? '';
    expect(position).toMatch(/\d\.\d{2}(?!\d)/);
    expect(position).not.toMatch(/\.\d{3}/);
    await page.waitForSelector('[data-live="received"] dd[data-unknown="false"]', { timeout: 20_000 });
    await card.locator('button[aria-pressed]').click();
    await page.waitForSelector('[data-entity] button[aria-pressed="true"]');
    await page.waitForFunction((id) => window.location.search.includes(`who=${id}`), tag);
    await saveScreenshot(page, 'live-card');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitUntilDrawn(page);
    await page.locator(`[data-entity="${tag}"]`).waitFor({ timeout: 60_000 });
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('arrow keys move through the list and between the tabs', async () => {
    const { page, watch } = await openLive();
    await peopleShown(page);
    await page.locator('.hy-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('.hy-list-row[aria-selected="true"]');
    expect(await chosen.getAttribute('aria-posinset')).toBe('2');
    await page.locator('[role="tab"][aria-selected="true"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role="tab"][aria-selected="true"]').getAttribute('data-panel')).toBe(
      'alarms',
    );
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('an alarm is answered with a name, and a second page sees it', async () => {
    const { page, watch } = await openLive({ panel: 'alarms' });
    const open = page.locator('.hy-alarm[data-stage="open"]');
    await open.first().waitFor({ timeout: 120_000 });
    const id = (await open.first().getAttribute('data-alarm'))!;
    const alarm = page.locator(`[data-alarm="${id}"]`);
    await alarm.locator('.hy-alarm-title').click();
    await alarm.locator('.hy-acknowledge textarea').fill('已派人查看');
    await saveScreenshot(page, 'live-alarm');
    await alarm.locator('.hy-acknowledge button').click();
    await page.waitForSelector(
      `[data-alarm="${id}"][data-stage="answered"], .hy-alarms:not(:has([data-alarm="${id}"]))`,
    );
    const other = await openLive({ panel: 'alarms' });
    await other.page.waitForSelector('.hy-alarms[data-known="true"]');
    expect(await other.page.locator(`[data-alarm="${id}"][data-stage="open"]`).count()).toBe(0);
    expect({ ...watch, ...other.watch }).toEqual({ errors: [], offOrigin: [] });
    await other.page.close();
    await page.close();
  });

  test('the past is shown, said to be the past, restored by its link, and left again', async () => {
    const { page, watch } = await openLive();
    await peopleShown(page);
    await page.waitForFunction(
      () => !document.querySelector<HTMLInputElement>('.hy-timeline input')?.disabled,
    );
    const back = page.locator('.hy-timeline-buttons button').first();
    await back.click();
    await back.click();
    await modeIs(page, 'past');
    await peopleShown(page);
    expect(await page.locator('[data-flag="past"]').count()).toBe(1);
    expect(await page.locator('#hy-scene').getAttribute('data-past')).toBe('true');
    await page.waitForFunction(() => /[?&]t=\d{8}T\d{6}Z/.test(window.location.search));
    const shown = Number(await page.locator('.hy-timeline-moment').getAttribute('data-moment'));
    await saveScreenshot(page, 'live-past');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitUntilDrawn(page);
    await modeIs(page, 'past');
    const again = Number(await page.locator('.hy-timeline-moment').getAttribute('data-moment'));
    expect(Math.abs(again - shown)).toBeLessThan(1000);
    await page.locator('[data-play]').click();
    await page.waitForFunction(
      (from) =>
        Number(document.querySelector<HTMLElement>('.hy-timeline-moment')?.dataset.moment) > from + 2000,
      again,
      { timeout: 30_000 },
    );
    await page.locator('[data-back-to-live]').click();
    await modeIs(page, 'live');
    await peopleShown(page);
    await page.waitForFunction(() => !window.location.search.includes('t='));
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('nothing is clipped or scrolls sideways, in any look', async () => {
    const looks = [
      { name: '1440-light-en', width: 1440, height: 900, theme: 'light', lang: 'en', panel: 'people' },
      { name: '1024-dark-zh', width: 1024, height: 768, theme: 'dark', lang: 'zh', panel: 'people' },
      { name: '1024-light-en', width: 1024, height: 768, theme: 'light', lang: 'en', panel: 'alarms' },
    ] as const;
    const { page, watch } = await openLive();
    for (const { name, width, height, panel, ...look } of looks) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await relook(page, look);
      await goToLink(page, new URL(link({ panel })).search);
      await page.setViewportSize({ width, height });
      await page.waitForSelector(`[role="tab"][data-panel="${panel}"][aria-selected="true"]`);
      await waitUntilDrawn(page);
      await modeIs(page, 'live', 60_000);
      await saveScreenshot(page, `live-look-${name}`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        name,
      ).toBeLessThanOrEqual(0);
      const words = (await page.locator('body').textContent()) ?? '';
      expect(words, name).not.toMatch(/undefined|\bNaN\b|\[object|\d\.\d{8,}/);
      expect(watch, name).toEqual({ errors: [], offOrigin: [] });
    }
    await page.close();
  });

  test('a gateway that goes away is said at once, ages grow, and it comes back by itself', async () => {
    const { page } = await openLive();
    await peopleShown(page);
    await gateway.kill();
    await page.waitForSelector('[data-flag="lost"]', { timeout: 30_000 });
    await modeIs(page, 'lost');
    await page.waitForFunction(
      () =>
        document.querySelectorAll('[data-person]').length > 3 &&
        document.querySelectorAll('[data-person][data-presence="fresh"]').length === 0,
      null,
      { timeout: 60_000 },
    );
    await saveScreenshot(page, 'live-lost');
    gateway = await startGateway();
    await modeIs(page, 'live', 90_000);
    await peopleShown(page);
    await page.close();
  });
});
