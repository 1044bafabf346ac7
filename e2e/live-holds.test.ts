import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';

const MINE = 'qingshi-iron';
const HOUR = 3_600_000;

let server: LiveServer;
let browser: OpenBrowser;
/** One page for all: the dialog does not wait for the scene to be drawn. */
let page: Page;
let watch: Watch;

beforeAll(async () => {
  server = await startLiveServer(MINE);
  const now = Date.now();
  await server.say('water', 'GW-L170', {
    at: now,
    sent: now,
    readings: [{ device: 'SW-01', values: { level: -172 } }],
  });
  browser = await openBrowser();
  const asked = new URLSearchParams({ v: '1', render: 'half', mine: MINE });
  ({ page, watch } = await browser.open(`${server.url}/?${asked}`));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const openDialog = async (standing: number) => {
  await page.locator(`[data-holds-button="${standing}"]`).click({ timeout: 60_000 });
  await page.locator('.hy-holds').waitFor();
};

const closeDialog = async () => {
  await page.keyboard.press('Escape');
  await page.waitForSelector('.hy-holds', { state: 'detached' });
};

describe('incident holds', () => {
  test('with none, the dialog says so; one is set by keyboard, marked on the timeline, and released by name', async () => {
    await openDialog(0);
    await page.waitForSelector('.hy-holds [data-holds="0"]');
    expect(await page.locator('.hy-hold').count()).toBe(0);
    const submit = page.locator('.hy-hold-form button[type="submit"]');
    expect(await submit.isDisabled()).toBe(true);
    const name = page.locator('.hy-hold-form input[maxlength="80"]');
    await name.focus();
    await page.keyboard.type('王调度');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3 号采场透水调查');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.hy-hold[data-stands="true"]').waitFor();
    const [kept] = await server.live.store.holds(MINE);
    expect(kept).toMatchObject({ to: null, by: '王调度', reason: '3 号采场透水调查', releasedAt: null });
    expect(Math.abs(Date.now() - HOUR - kept!.from)).toBeLessThan(10 * 60_000);
    await saveScreenshot(page, 'live-hold');

    expect(await page.locator('.hy-timeline-held').getAttribute('data-ends')).toBe('false');
    await closeDialog();
    expect(await page.locator('.hy-timeline input[type="range"]').getAttribute('aria-label')).toContain(
      '1 段',
    );
    await openDialog(1);
    await page.locator('.hy-hold-head button').click();
    await page.locator('.hy-release input').fill('李值班');
    await saveScreenshot(page, 'live-hold-release');
    await page.locator('.hy-release button[type="submit"]').click();
    await page.waitForSelector('.hy-holds [data-holds="0"]');
    await page.locator('.hy-holds summary').click();
    expect(await page.locator('.hy-hold[data-stands="false"]').textContent()).toContain('李值班');
    expect((await server.live.store.holds(MINE))[0]).toMatchObject({ id: kept!.id, releasedBy: '李值班' });
    expect(await page.locator('.hy-timeline-held').count()).toBe(0);
    await closeDialog();
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('a span with both ends is held to the minute; one that runs backwards is refused before it is sent', async () => {
    await openDialog(0);
    await page.locator('.hy-hold-form input[maxlength="80"]').fill('王调度');
    await page.locator('.hy-hold-form textarea').fill('演练');
    await page.locator('.hy-hold-times input[type="checkbox"]').uncheck();
    await page.locator('#hy-hold-from').fill('2026-11-20T08:00');
    await page.locator('#hy-hold-to').fill('2026-11-20T07:00');
    await page.locator('.hy-hold-form [role="alert"]').waitFor();
    expect(await page.locator('.hy-hold-form button[type="submit"]').isDisabled()).toBe(true);
    await page.locator('#hy-hold-to').fill('2026-11-20T09:30');
    await page.locator('.hy-hold-form button[type="submit"]').click();
    await page.locator('.hy-hold[data-stands="true"]').waitFor();
    const [kept] = await server.live.store.holds(MINE);
    // By the mine's clock (+08:00), whatever zone the browser is in, to the end of the minute.
    expect(kept).toMatchObject({
      from: Date.parse('2026-11-20T00:00:00Z'),
      to: Date.parse('2026-11-20T01:30:59.999Z'),
    });
    await closeDialog();
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('what the gateway refuses, and a list that cannot be had, are said', async () => {
    await page.route('**/holds', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"away"}' })
        : route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"title":"full"}' }),
    );
    await openDialog(1);
    await page.locator('.hy-holds-failed button').waitFor();
    await page.locator('.hy-hold-form input[maxlength="80"]').fill('王调度');
    await page.locator('.hy-hold-form textarea').fill('演练');
    await page.locator('.hy-hold-form button[type="submit"]').click();
    expect(await page.locator('.hy-hold-form [role="alert"]').textContent()).toMatch(/409.*full/);
    await page.unroute('**/holds');
    await page.locator('.hy-holds-failed button').click();
    await page.waitForSelector('.hy-holds-failed', { state: 'detached' });
    expect(await page.locator('.hy-hold[data-stands="true"]').count()).toBe(1);
  });
});
