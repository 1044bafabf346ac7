import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch, waitUntilDrawn } from './browser.ts';
import { savePicture, saveScreenshot } from './compare-screenshot.ts';
import { printed } from './printed.ts';
import { TEST_BUNDLES } from './test-bundles.ts';
import { buildDemoCounty, TEST_COUNTIES } from './test-counties.ts';

let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const open = async (query: string, on: Page = page): Promise<void> => {
  await on.goto(`${server.url}/?v=1&render=half${query}`);
  await waitUntilDrawn(on);
};
const address = (): URLSearchParams => new URL(page.url()).searchParams;
/** Software graphics on a busy machine: what comes may take its time. */
const soon = <T>(of: () => T | Promise<T>) => expect.poll(of, { timeout: 15_000 });
const canvases = () => page.locator('.hy-map-pane canvas').count();

beforeAll(async () => {
  buildDemoCounty();
  server = await startAppServer(TEST_BUNDLES, ['--counties', TEST_COUNTIES]);
  browser = await openBrowser({ width: 1440, height: 900, colourScheme: 'dark' });
  ({ page, watch } = await browser.open(server.url));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('whoever sees a county begins with its map, drawn from our own tiles with Chinese names', async () => {
  await open('');
  expect(address().get('ws')).toBe('region');
  expect(await page.locator('[data-flag="synthetic"]').textContent()).toContain('合成数据');
  expect(await page.locator('[data-legend="grade"] [data-choice]').count()).toBe(5);
  await savePicture(page, 'region-map-dark-zh');
  await page.locator('[data-action="county-findings"]').click();
  await page.locator('.hy-report .ant-table-row').first().waitFor();
  expect(await page.locator('.hy-report').textContent()).toContain('处理办法');
  await saveScreenshot(page, 'county-findings-dark-zh');
  await page.keyboard.press('Escape');
}, 120_000);

test('what is drawn in depth is clicked: a goaf tells its heights and doubt, and leads to its pairs and their zones', async () => {
  await open('&ws=region&map=117.194175_35.356218_15_0_60');
  await soon(canvases).toBe(2);
  const hover = page.locator('.hy-map-hover');
  // On the goaf, and hidden under the glass of two rights: what is in a hull is meant before it.
  await soon(async () => {
    await page.mouse.move(628, 668);
    await page.mouse.move(630, 667);
    return (await hover.count()) > 0 ? await hover.textContent() : '';
  }).toContain('黑石沟铁矿的采空区');
  const cursor = () => page.locator('.maplibregl-canvas').evaluate(({ style }) => style.cursor);
  expect(await cursor()).toBe('pointer');
  await page.mouse.click(630, 667);
  await soon(() => address().get('pick')).toBe('feature_heishigou/G9');
  const card = page.locator('[data-card="feature"]');
  await card.locator('[data-pair]').first().waitFor();
  expect(await card.locator('[data-fact="heights"] dd').textContent()).toMatch(/-117.* – -98.* m ± /);
  expect(await card.locator('[data-fact="depth"] dd').textContent()).toContain('至多');
  expect(await card.locator('[data-fact="method"] dd').textContent()).toBe('实测');
  await waitUntilDrawn(page);
  await savePicture(page, 'region-goaf-dark-zh');
  // The lines of its pairs are drawn with it: one leads to its card, where both zones are areas.
  await page.mouse.click(682, 556);
  await soon(() => address().get('pick') ?? '').toMatch(/^pair_subsidence-overlap/);
  const zones = page.locator('[data-zones="whole"]');
  expect(await zones.textContent()).toMatch(/重叠面积 [\d,]+ m².*至少 [\d,]+.*至多 [\d,]+ m²/);
  await waitUntilDrawn(page);
  await savePicture(page, 'region-zones-dark-zh');
  // By the keyboard too: from the pair to the thing.
  await page.locator('.hy-finding-thing').first().focus();
  await page.keyboard.press('Enter');
  await soon(() => address().get('pick')).toBe('feature_heishigou/G9');
  await page.locator('[data-action="close-side"]').click();
  // A mining area is outlined by its rights, in elevation where they have heights.
  await page.locator('[data-neighbours-page="clusters"]').click();
  await page.locator('[data-cluster="dongbaiyun"] button').first().click();
  expect(await page.locator('[data-part="rights"]').textContent()).toContain('矿权范围已圈出：8 座');
  expect(await page.locator('[data-rights="plan"]').textContent()).toContain('王家庄');
}, 120_000);

test('the legend filters: map, statistics by town and link follow, what is not known is a choice of its own', async () => {
  await open('&ws=region&side=towns');
  const total = () => page.locator('.hy-towns tfoot td').first().textContent();
  const all = Number(await total());
  await page.locator('[data-legend="size"] [data-choice="unknown"]').check();
  await soon(async () => Number(await total())).toBe(
    Number(
      await page
        .locator('[data-legend="size"] label')
        .filter({ has: page.locator('[data-choice="unknown"]') })
        .locator('.hy-count')
        .textContent(),
    ),
  );
  await soon(() => address().get('mines')).toBe('size.unknown');
  await page.locator('[data-legend="size"] [data-choice="unknown"]').uncheck();
  await page.locator('[data-legend="grade"] [data-choice="D"]').check();
  await page.locator('[data-legend="grade"] [data-choice="unknown"]').check();
  await soon(async () => Number(await total())).toBeLessThan(all);
  const kept = Number(await total());
  expect(await page.locator('[data-flag="filtered"]').textContent()).toContain(`${kept} / ${all}`);
  await soon(() => address().get('mines')).toBe('grade.D.unknown');
  await page.locator('.hy-towns th button').first().click();
  await soon(() => address().get('mines')).toMatch(/^grade\.D\.unknown_town\./);
}, 120_000);

test('a mine is found by name, its card says what is known and what is not, and leads into the mine at the same spot', async () => {
  await open('&ws=region');
  await page.locator('.hy-map-search input').fill('青石铁矿');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = page.locator('[data-card="mine"]');
  await card.waitFor();
  expect(await card.locator('[data-fact="leader"] dd').textContent()).toMatch(/·/);
  expect(await card.locator('[data-fact="people"] dd.hy-map-unknown').textContent()).toBe('未知');
  // Nobody graded its water: what is known is the least it may be.
  expect(await card.locator('[data-fact="disaster"] dd').textContent()).toContain('至少较大风险');
  await page.mouse.move(700, 500);
  expect(await page.locator('[data-system="wgs84"]').textContent()).toMatch(/11\d\.\d{6}°, 35\.\d{6}°/);
  expect(await page.locator('[data-system="cgcs2000"]').textContent()).toMatch(/X 3\s?9\d\d/);
  await card.locator('[data-action="in-place"]').click();
  await soon(canvases).toBe(2);
  await soon(() => address().get('glass')).toBe('on');
  const hover = page.locator('.hy-map-hover');
  // What stands in place is clicked body by body; by the keyboard it is found in a list.
  await soon(() => card.locator('[data-part="bodies"] > summary').textContent()).toContain('668');
  await soon(() => address().get('map')).toMatch(/_15\.00_0_60$/);
  await soon(async () => {
    const { x, y, width, height } = (await page.locator('[data-map="first"]').boundingBox())!;
    await page.mouse.move(x + width / 2 - 133, y + height / 2 + 182);
    await page.mouse.move(x + width / 2 - 134, y + height / 2 + 182);
    return (await hover.count()) > 0 ? await hover.textContent() : '';
  }).toContain('号矿体');
  await page.mouse.down();
  await page.mouse.up();
  await soon(() => address().get('pick')).toMatch(/^body_qingshi-iron\/ore\//);
  const body = page.locator('[data-card="body"]');
  // It stays outlined and named when the pointer leaves, until Escape lets go of it.
  await body.locator('[data-fact="row-volume"]').waitFor();
  await page.mouse.move(700, 20);
  await waitUntilDrawn(page);
  await savePicture(page, 'region-body-dark-zh');
  await page.keyboard.press('Escape');
  await soon(() => address().get('pick')).toBe('mine_qingshi-iron');
  expect(address().get('glass')).toBe('on');
  await card.locator('[data-part="bodies"] > summary').click();
  await card.locator('[data-layer="goafs"] > summary').click();
  await card.locator('[data-body="qingshi-iron/goafs/GX-6"]').focus();
  await page.keyboard.press('Enter');
  expect(await body.locator('[data-doubt="shape"]').textContent()).toContain('推断');
  expect(await body.locator('[data-fact="layer"] dd').textContent()).toBe('采空区');
  await body.locator('[data-action="open-body"]').click();
  await soon(() => address().get('mine')).toBe('qingshi-iron');
  expect(address().get('sel')).toBe('goafs_GX-6');
  await soon(() => address().get('cam') ?? '').toMatch(/_/);
}, 120_000);

test('what stands in the alarms of a mine now is on the map, in its card, in the counts and the filter', async () => {
  const now = {
    ...{ id: ['qingshi-iron', 'lone'], fresh: [7, 4], stale: [0, 0], lost: [1, 0] },
    ...{ unplaced: [0, 0], neverHeard: [0, 0], standing: [3, 1], unanswered: [2, 1], sos: [1, 1] },
    ...{ warning: ['red', null], synthetic: [true, true] },
  };
  const lone = {
    ...{ id: 'lone', name: { zh: '孤山铁矿', en: 'Lone' }, by: 'live', bundle: true, open: 3 },
    provenance: 'synthetic',
  };
  await page.route('**/api/counties/yunxiu/mines-outside', (route) =>
    route.fulfill({ json: { county: 'yunxiu', on: null, ledger: true, mines: [lone] } }),
  );
  await page.route('**/api/counties/yunxiu/live', (route) =>
    route.fulfill({ json: { county: 'yunxiu', time: 1_796_000_000_000, mines: now } }),
  );
  await open('&ws=region&pick=mine_qingshi-iron');
  const red = page.locator('[data-legend="warning"] [data-choice="red"]');
  await soon(() => page.locator('[data-fact="alarms"]').textContent()).toBe(
    '实时报警SOS 求救 1 起、未解除 3 条、未应答 2 条、最高级别：红色',
  );
  const row = page
    .locator('[data-legend="warning"] label')
    .filter({ has: page.locator('[data-choice="red"]') });
  const count = async () => Number(await row.locator('.hy-count').textContent());
  const counted = await count();
  await red.check();
  await soon(() => page.locator('[data-flag="filtered"]').textContent()).toContain(`${counted} / `);
  await waitUntilDrawn(page);
  await savePicture(page, 'region-alarms-dark-zh');
  expect(await page.locator('.hy-live-age').textContent()).toMatch(/实时 \d+ 秒前/);
  // A gateway that stops answering: what it told stays, as of when it told it, and says that it is not of now.
  await page.unroute('**/api/counties/yunxiu/live');
  await page.route('**/api/counties/yunxiu/live', (route) => route.abort());
  await page.locator('[data-flag="live-stale"]').waitFor({ timeout: 15_000 });
  expect(await page.locator('[data-fact="people"] dd').textContent()).toBe(
    '井下 8 人、其中 1 人失联（08:53 时）',
  );
  expect(await page.locator('[data-fact="alarms"] dd').textContent()).toMatch(
    /最高级别：红色（\d\d:\d\d 时）$/,
  );
  await savePicture(page, 'region-live-stale-dark-zh');
  // What no register lists has no sign here: it stands above the legend and below the towns, by name.
  const note = page.locator('.hy-map-legends [data-outside="1"]');
  await soon(() => note.textContent()).toContain('另有 1 座矿山不在登记册');
  expect(await note.textContent()).toMatch(
    /孤山铁矿未销号隐患 3 条；井下 4 人（\d\d:\d\d 时）报警：SOS 求救 1 起/,
  );
  await page.locator('[data-flag="outside"] button').click();
  expect(await page.locator('[data-town="outside"]').textContent()).toBe('登记册外1?????——');
  await page.locator('.hy-map-right [data-outside-mine="lone"] > button').click();
  const unlisted = page.locator('[data-card="outside-mine"]');
  expect(await unlisted.locator('[data-fact="people"] dd').textContent()).toContain('井下 4 人');
  expect(await unlisted.locator('[data-fact="state"] dd').textContent()).toBe('未知');
  await savePicture(page, 'region-outside-dark-zh');
  await page.unroute('**/api/counties/yunxiu/mines-outside');
  await page.unroute('**/api/counties/yunxiu/live');
  watch.errors.splice(0);
  await open('&ws=region&pick=mine_qingshi-iron');
  await soon(() => page.locator('[data-fact="alarms"] dd').getAttribute('class')).toContain('unknown');
  expect(await count()).toBe(counted - 1);
}, 120_000);

test('what the county’s rules find of its sites is counted, filtered and told with its reasons; unknown stays unknown', async () => {
  await open('&ws=region&side=none&pick=site_wk-10');
  const card = page.locator('[data-card="site"]');
  const close = card.locator('[data-rule="TSF_CLOSE"]');
  await soon(() => close.getAttribute('data-answer')).toBe('found');
  expect(await close.textContent()).toMatch(/应当闭库停用日期 2023-07-04，已超过 3 年(期限|已逾期)/);
  await page.locator('[data-legend-page="layers"]').click();
  const row = (mark: string) => page.locator(`[data-mark="${mark}"]`);
  const unknown = page.locator('.hy-legend-row').filter({ has: row('TSF_CLOSE-unknown') });
  expect(Number(await unknown.locator('.hy-count').textContent())).toBeGreaterThan(0);
  await row('TSF_CLOSE-unknown').check();
  await soon(() => address().get('sites')).toBe('TSF_CLOSE-unknown');
  expect(await page.locator('[data-flag="sites-filtered"]').textContent()).toContain('应当闭库：资料不全');
  await waitUntilDrawn(page);
  await saveScreenshot(page, 'region-sites-dark-zh');
}, 90_000);

test('a past day is shown, beside another day that moves with it; the arrow keys move the map', async () => {
  await open('&ws=region&day=2022-03-01&vs=2026-06-01&map=117.152644_35.320572_12_0_0');
  expect(await page.locator('[data-map]').count()).toBe(2);
  expect(await page.locator('[data-flag="past"]').textContent()).toContain('2022-03-01');
  expect(await page.locator('[data-pane="second"]').textContent()).toBe('2026-06-01');
  await page.locator('[data-map="second"] canvas').first().focus();
  await page.keyboard.press('ArrowRight');
  await soon(() => address().get('map') ?? '').not.toMatch(/^117\.152644/);
  await waitUntilDrawn(page);
  await savePicture(page, 'region-two-days-dark-zh');
}, 120_000);

test('a sheet for paper: light, to scale, with legends and what the data are', async () => {
  await open('&ws=region&map=117.152644_35.320572_11.4_0_0');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.locator('[data-action="print"]').click();
  const sheet = page.locator('.hy-print-map');
  await sheet.locator('img').waitFor({ state: 'attached', timeout: 60_000 });
  const text = (await sheet.textContent()) ?? '';
  expect(text).toMatch(/1 : [\d,]+00/);
  expect(text).toContain('合成数据，不得用于生产');
  const isOff = (layer: string) =>
    sheet.locator(`label:has([data-map-layer="${layer}"]) .hy-map-layer-off`).count();
  expect([await isOff('aquifer'), await isOff('fault')]).toEqual([1, 0]);
  const { pdf, pages } = await printed(page, 'region-map');
  // one sheet of A4 across, in points
  expect(pdf.toString('latin1').match(/\/MediaBox \[0 0 84\d(\.\d+)? 59\d(\.\d+)?\]/g)).toHaveLength(1);
  for (const words of pages ?? []) {
    expect(words).toMatch(/1 : [\d,]+00/);
    expect(words).toContain('合成数据，不得用于生产');
    expect(words).toContain('图上未显示');
  }
}, 120_000);

test('what cannot be had is said: no such county, no neighbours, no tiles', async () => {
  await page.goto(`${server.url}/?v=1&ws=region&county=atlantis`);
  await page.getByText('没有这个县域').waitFor();
  await page.route('**/api/counties/*/neighbours', (route) => route.fulfill({ status: 500, body: 'gone' }));
  await page.route('**/api/counties/*/tiles/**', (route) => route.abort());
  await page.route('**/api/counties/*/sites', (route) => route.fulfill({ status: 500, body: 'gone' }));
  await open('&ws=region');
  await page.locator('.hy-neighbours, .hy-map-right .hy-failure').first().waitFor();
  expect(await page.locator('.hy-map-right').textContent()).toContain('相邻风险报告无法读取');
  await page.locator('[data-flag="map-failed"]').waitFor();
  expect(await page.locator('[data-flag="things-failed"]').textContent()).toContain('不是没有');
  await page.unroute('**/api/counties/*/sites');
  await page.unroute('**/api/counties/*/neighbours');
  await page.unroute('**/api/counties/*/tiles/**');
  // these failures are printed by the browser itself
  watch.errors.splice(0);
}, 120_000);

test('a small screen in English by day; nothing leaves the origin and nothing is printed as an error', async () => {
  const small = await openBrowser({ width: 1024, height: 768, colourScheme: 'light', locale: 'en-US' });
  try {
    const one = await small.open(`${server.url}/?v=1&render=half&ws=region&by=risk`);
    await waitUntilDrawn(one.page);
    await saveScreenshot(one.page, 'region-map-light-en-1024');
    // What was wrong with the county's files is a click away, by file.
    await one.page.locator('[data-legend-page="layers"]').click();
    await open('&ws=region&pick=mine_heishigou&map=117.19_35.355_13_0_0&by=risk', one.page);
    await saveScreenshot(one.page, 'region-mine-light-en-1024');
    expect(one.watch).toEqual({ errors: [], offOrigin: [] });
    // Rows that were left out when the county was built are a click away, by file.
    await one.page.route('**/county.json', async (route) => {
      const answer = await route.fetch();
      const at = { source: 'features', file: '井下要素.geojson', row: 7 };
      const findings = [
        {
          ...at,
          severity: 'reject',
          code: 'county-mine-unknown',
          column: '矿山编号',
          value: 'KS-99',
          params: {},
        },
        { ...at, severity: 'warning', code: 'county-row-ownerless', params: { count: 2, mines: 'a, b' } },
      ];
      const catalog = await answer.json();
      await route.fulfill({ json: { ...catalog, findings: [...catalog.findings, ...findings] } });
    });
    await open('&ws=region&by=risk', one.page);
    const button = one.page.locator('[data-action="county-findings"]');
    expect(await button.getAttribute('aria-label')).toBe('Data problems: 1 row left out, 1 in doubt');
    await button.click();
    const rows = one.page.locator('.hy-report .ant-table-row');
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toMatch(
      /井下要素.geojson.*row 7.*矿山编号.*KS-99.*How to mend it/i,
    );
    await saveScreenshot(one.page, 'county-findings-light-en-1024');
  } finally {
    await small.close();
  }
  expect(watch).toEqual({ errors: [], offOrigin: [] });
}, 90_000);
