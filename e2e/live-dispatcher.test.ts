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
  // A small window: software rendering costs by the pixel.
  browser = await openBrowser({ width: 1024, height: 768 });
  const asked = new URLSearchParams({ v: '1', render: 'half', mine: MINE });
  ({ page, watch } = await browser.open(`${server.url}/?${asked}`));
  page.setDefaultTimeout(60_000);
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
    await page.locator('.hy-hold-form textarea').focus();
    await page.keyboard.type('3 号采场透水调查');
    await page.waitForSelector('.hy-hold-form button[type="submit"]:enabled');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.hy-hold[data-stands="true"]').waitFor();
    const [kept] = await server.live.store.holds(MINE);
    expect(kept).toMatchObject({
      to: null,
      by: '测试 dispatcher',
      reason: '3 号采场透水调查',
      releasedAt: null,
    });
    expect(Math.abs(Date.now() - HOUR - kept!.from)).toBeLessThan(10 * 60_000);
    await saveScreenshot(page, 'live-hold');

    expect(await page.locator('.hy-timeline-held').getAttribute('data-ends')).toBe('false');
    await closeDialog();
    expect(await page.locator('.hy-timeline input[type="range"]').getAttribute('aria-label')).toContain(
      '1 段',
    );
    await openDialog(1);
    await page.locator('.hy-hold-head button').click();
    await page.locator('.hy-release').waitFor();
    await saveScreenshot(page, 'live-hold-release');
    await page.locator('.hy-release button[type="submit"]').click();
    await page.waitForSelector('.hy-holds [data-holds="0"]');
    await page.locator('.hy-holds summary').click();
    expect(await page.locator('.hy-hold[data-stands="false"]').textContent()).toContain('测试 dispatcher');
    expect((await server.live.store.holds(MINE))[0]).toMatchObject({
      id: kept!.id,
      releasedBy: '测试 dispatcher',
    });
    expect(await page.locator('.hy-timeline-held').count()).toBe(0);
    await closeDialog();
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('a span with both ends is held to the minute; one that runs backwards is refused before it is sent', async () => {
    await openDialog(0);
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
    await page.locator('.hy-hold-form textarea').fill('演练');
    await page.locator('.hy-hold-form button[type="submit"]').click();
    expect(await page.locator('.hy-hold-form [role="alert"]').textContent()).toMatch(/409.*full/);
    await page.unroute('**/holds');
    await page.locator('.hy-holds-failed button').click();
    await page.waitForSelector('.hy-holds-failed', { state: 'detached' });
    expect(await page.locator('.hy-hold[data-stands="true"]').count()).toBe(1);
    await closeDialog();
  });
});

describe('all rules', () => {
  const view = () => page.locator('.hy-alarms .ant-segmented-item').nth(2);
  const listed = () =>
    page.locator('.hy-rule').evaluateAll((all) =>
      all.map((one) => ({
        id: (one as HTMLElement).dataset.rule!,
        group: (one as HTMLElement).dataset.group!,
        reason: one.querySelector<HTMLElement>('[data-reason]')?.dataset.reason ?? null,
        text: one.textContent ?? '',
      })),
    );

  test('are listed in the alarms panel: which run, by which number, whose it is, and why the others do not', async () => {
    // What the tests above had the gateway refuse was printed.
    watch.errors.length = 0;
    await page.locator('[role="tab"][data-panel="alarms"]').click();
    await view().click();
    await page.locator('.hy-rules').waitFor();
    await saveScreenshot(page, 'live-rules');
    const rules = await listed();
    const side = server.live.side(MINE)!;
    const book = side.live.setup.rules;
    for (const { id } of [...book.rules, ...book.cameraCoverage, ...book.slopeHeights])
      expect(
        rules.filter((one) => one.id === id),
        id,
      ).toHaveLength(1);
    for (const { rule, running, reason } of side.alarms.ruleStates()) {
      const shown = rules.find(({ id }) => id === rule.id)!;
      expect([shown.group === 'running', shown.reason], rule.id).toEqual([running, reason]);
      expect(shown.text).toContain(rule.jurisdiction);
      if (rule.clause !== '—') expect(shown.text).toContain(rule.clause);
    }
    const words = (id: string) => rules.find((one) => one.id === id)!.text;
    expect(words('CO_24')).toMatch(/≥ 24 ppm.*矿安〔2023〕60号.*公开转载/);
    expect(words('HEADCOUNT_RECT')).toMatch(/停产整改|其他状态/);
    expect(words('OVERSTAY')).toMatch(/600 分钟.*本矿设定/);
    expect(words('SC-LEVEL')).toMatch(/≥ -171.5 m/);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('that cannot be fetched are not taken for none', async () => {
    await page.locator('.hy-alarms .ant-segmented-item').first().click();
    await page.route('**/rules', (route) => route.abort());
    await view().click();
    await page.locator('.hy-alarms [role="alert"]').waitFor();
    expect(await page.locator('.hy-rule').count()).toBe(0);
    await page.unroute('**/rules');
    await page.locator('.hy-alarms [role="alert"] + button').click();
    await page.locator('.hy-rules').waitFor();
  });
});

describe('the past', () => {
  const PERSON = 'QS-0001';
  const CAMERA = 'SXT-01';
  const show = async (query: Record<string, string>) => {
    watch.errors.length = 0;
    await page.unrouteAll();
    await page.goto(
      `${server.url}/?${new URLSearchParams({ v: '1', render: 'half', mine: MINE, ...query })}`,
    );
  };
  const inLink = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
  const cell = (id: string) => page.locator(`[data-live="${id}"] dd`);

  test('the card tells how a position came in, and plainly what is not kept', async () => {
    const { id, e, n, h } = server.live
      .side(MINE)!
      .live.manifest.workPlaces.find((one) => one.e !== undefined)!;
    const tags = [{ id: PERSON, e: e!, n: n!, h: h!, bat: 77, acc: 0.4 }];
    const sent = Date.now();
    // Relayed after half a minute: true then, received now.
    await server.say('position', 'GW-FD', { at: sent - 30_000, sent, tags });
    await server.say('position', 'GW-FD', { at: sent, sent, tags });
    // In English the place has its English name; whose name is Chinese says so.
    await show({ who: PERSON, lang: 'en' });
    await page.locator(`[data-entity="${PERSON}"]`).waitFor({ timeout: 60_000 });
    await page.waitForSelector('[data-live="battery"]', { timeout: 30_000 });
    expect(await cell('battery').textContent()).toMatch(/77/);
    const place = server.live.side(MINE)!.live.setup.workPlaces.find((one) => one.id === id)!;
    expect(await cell('place').textContent()).toBe(place.name.en);
    expect(await page.locator('.hy-live-card h2 span').getAttribute('lang')).toBe('zh');
    await show({ who: PERSON, t: inLink(sent - 15_000) });
    await page.waitForSelector('[data-live="received"] dd[data-unknown="false"]', { timeout: 90_000 });
    const clock = (time: number) => new Date(time + 8 * HOUR).toISOString().slice(11, 19);
    expect(await cell('device-time').textContent()).toContain(clock(sent - 30_000));
    expect(await cell('received').textContent()).toContain(clock(sent));
    expect(await cell('skew').textContent()).toMatch(/0/);
    expect(await cell('place').textContent()).toBe(place.name.zh);
    for (const row of ['accuracy', 'battery', 'entered']) {
      expect(await cell(row).getAttribute('data-not-kept'), row).toBe('true');
      expect(await cell(row).textContent()).toBe('历史中不保存');
    }
    await saveScreenshot(page, 'live-past-card');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('shows a camera as it was then, and as it is now', async () => {
    const now = Date.now();
    const say = (at: number, online: boolean) =>
      server.say('camera', 'GW-L50', {
        ...{ at, sent: at },
        readings: [{ device: CAMERA, values: { online, obstructed: false } }],
      });
    await say(now - 60_000, true);
    await say(now, false);
    await show({ panel: 'cameras', t: inLink(now - 30_000) });
    const state = (is: string) =>
      page.waitForSelector(`[data-camera="${CAMERA}"][data-state="${is}"]`, { timeout: 60_000 });
    await state('online');
    await page.locator('[data-back-to-live]').click();
    await state('offline');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });
});
