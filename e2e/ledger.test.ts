import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hazard } from '../domain/contracts/hazard.ts';
import { countyDay } from '../domain/county/county-day.ts';
import { type OpenBrowser, openBrowser, relook, type Watch, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LedgerServer, startLedgerServer } from './ledger-server.ts';

const MINE = 'qingshi-iron';
/** Goaf water that one method saw; nothing of the five is fixed. */
const HAZARD = 'qingshi-iron-005';
const CLOSED = 'qingshi-iron-019';
const TODAY = countyDay(Date.now());
const YESTERDAY = countyDay(Date.now() - 86_400_000);

let server: LedgerServer;
let browser: OpenBrowser;
beforeAll(async () => {
  server = await startLedgerServer();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = async (
  account: string,
  query: Record<string, string>,
): Promise<{ page: Page; watch: Watch }> => {
  await server.enter(browser, account);
  const search = new URLSearchParams({ v: '1', render: 'half', panel: 'none', ...query });
  const opened = await browser.open(`${server.url}/?${search}`);
  await opened.page.waitForSelector('[data-ledger="open"]', { timeout: 60_000 });
  return opened;
};
const openCounty = (query: Record<string, string> = {}) =>
  open('demo-official', { ws: 'region', county: 'yunxiu', tab: 'ledger', ...query });
/** Only the goafs: a whole mine drawn by software would take most of the time. */
const HIDDEN = ['terrain', 'boreholes', 'groundwater-levels', 'faults', 'ore', 'karst', 'stopes', 'roadways']
  .concat('shafts', 'planned-headings', 'goaf-water', 'surface-water', 'mining-right')
  .map((layer) => `${layer}.off`)
  .join('_');
const openMine = (query: Record<string, string> = {}) =>
  open('demo-engineer-qingshi', { mine: MINE, hazard: `${MINE}_${HAZARD}`, layers: HIDDEN, ...query });

const fill = (page: Page, field: string, value: string) =>
  page.locator(`.hy-edit [data-field="${field}"] :is(input, textarea)`).first().fill(value);
const begin = async (page: Page, task: string) => {
  await page.click(`[data-hazard-card] [data-edit-task="${task}"]`);
  await page.waitForSelector(`[data-edit="${task}"]`);
};
const write = async (page: Page, reason: string) => {
  await fill(page, 'reason', reason);
  await page.click('[data-action="write-hazard"]');
  await page.waitForSelector('[data-hazard-card]', { timeout: 15_000 });
};
/** Somebody gives the hazard another name while a form is open. */
const writeMeanwhile = (page: Page, title: string) =>
  page.evaluate(
    async ([mine, id, name]) => {
      const path = `/api/mines/${mine}/hazards`;
      const versions = await (await fetch(`${path}/${id}/versions`)).json();
      const last = versions.at(-1);
      await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          base: last.number,
          reason: '改名',
          hazard: { ...last.hazard, title: name },
        }),
      });
    },
    [MINE, HAZARD, title] as const,
  );
const AHEAD = countyDay(Date.now() + 30 * 86_400_000);
/** The one that is overdue by most days, as the ledger's link names it. */
const overdueHazard = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const page = await (await fetch('/api/counties/yunxiu/hazards?overdue=true&count=1')).json();
    return `${page.rows[0].mine}_${page.rows[0].id}`;
  });
const bars = (page: Page) =>
  page.locator('[data-bar]').evaluateAll((items) => items.map((item) => item.getAttribute('data-bar')));

describe('a hidden hazard', () => {
  test('what is missing is red, who wrote meanwhile is shown, and a past day is shown as it was', async () => {
    const official = await openCounty({ hazard: `${MINE}_${HAZARD}`, lang: 'zh', theme: 'light' });
    // The card comes after the list.
    await official.page.waitForSelector('[data-part="fixed"]');
    expect(await official.page.locator('[data-part="fixed"] [data-missing="true"]').count()).toBe(5);
    // What its layer is called is in the mine's own catalog.
    await official.page.waitForSelector('[data-field="place"] dd:has-text("采空区 · G1997-A8")');
    // Its one piece of evidence says neither where nor in which file.
    const unbound = official.page.locator('[data-method="geochemistry"] [data-unconfirming="unbound"]');
    expect(await unbound.textContent()).toContain('无法复核');
    await unbound.scrollIntoViewIfNeeded();
    await saveScreenshot(official.page, 'ledger-unbound');
    const red = official.page.locator('[data-part="fixed"] [data-missing="true"] .hy-bad').first();
    expect(await red.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(179, 38, 30)');
    expect(await red.textContent()).toContain('✗');
    await saveScreenshot(official.page, 'ledger-county');
    await begin(official.page, 'close');
    expect(await bars(official.page)).toEqual(['five-fixed-missing', 'no-target', 'no-evidence-after']);
    expect(await official.page.locator('[data-action="write-hazard"]').isDisabled()).toBe(true);
    await saveScreenshot(official.page, 'ledger-close-refused');
    await official.page.click('[data-action="cancel-edit"]');
    expect(await official.page.locator('[data-edit-task="evidence"]').isDisabled()).toBe(true);
    await official.page.close();

    const { page, watch } = await openMine({ lang: 'en', theme: 'dark' });
    expect(await page.locator('[data-edit-task="close"]').isDisabled()).toBe(true);
    await begin(page, 'fixed');
    for (const [field, value] of [
      ['person', '赵大山'],
      ['department', '地质测量科'],
      ['measure', '超前探放水，降至安全水位'],
      ['amount', '860000'],
      ['source', '安全生产费用'],
      ['deadline', TODAY],
      ['contingencyPlan', '水位异常即撤人'],
    ] as const)
      await fill(page, field, value);
    await writeMeanwhile(page, '9号采空区积水（改）');
    await fill(page, 'reason', '落实到人');
    await page.click('[data-action="write-hazard"]');
    await page.waitForSelector('[data-conflict] [data-conflict-field="title"][data-by="them"]');
    expect(await page.locator('[data-conflict-field][data-by="me"][data-chosen="mine"]').count()).toBe(5);
    await saveScreenshot(page, 'ledger-conflict');
    await page.click('[data-action="write-merged"]');
    await page.waitForSelector('[data-hazard-card]', { timeout: 15_000 });
    expect(await page.locator('[data-hazard-card] h2').textContent()).toBe('9号采空区积水（改）');
    expect(await page.locator('[data-part="fixed"] [data-missing="true"]').count()).toBe(0);
    await begin(page, 'treatment');
    for (const [field, value] of [
      ['metric', '积水标高'],
      ['value', '60'],
      ['unit', 'm'],
      ['begun', TODAY],
    ] as const)
      await fill(page, field, value);
    await page.click('.hy-edit [data-field="now-treating"]');
    await write(page, '开始排水');
    // The browser itself says that the gateway refused a version: somebody wrote meanwhile.
    expect(watch.errors.filter((text) => !text.includes('409'))).toEqual([]);
    expect(watch.offOrigin).toEqual([]);
    await page.close();

    const again = await openCounty({ hazard: `${MINE}_${HAZARD}`, lang: 'en', theme: 'dark' });
    await again.page.setViewportSize({ width: 1024, height: 768 });
    // The card comes after the list.
    await again.page.waitForSelector('[data-bar]');
    expect(await bars(again.page)).toEqual(['not-accepted', 'no-evidence-after']);
    await again.page.waitForSelector('[data-version]:nth-child(4)');
    await again.page.waitForSelector('[data-part="chain"][data-chain="sound"]');
    await saveScreenshot(again.page, 'ledger-treating-small');
    expect(again.watch).toEqual({ errors: [], offOrigin: [] });

    await again.page.fill('#hy-ledger-day', YESTERDAY);
    await again.page.waitForSelector(`[data-past-day="${YESTERDAY}"]`);
    await again.page.waitForSelector('[data-part="fixed"] [data-missing="true"]');
    expect(await again.page.locator('[data-edit-task="accept"]').isDisabled()).toBe(true);
    await saveScreenshot(again.page, 'ledger-past-small');
    await again.page.close();
  });

  test('what is closed is opened again with a reason: what was reached stands no longer', async () => {
    const { page, watch } = await openCounty({ hazard: `${MINE}_${CLOSED}`, lang: 'en', theme: 'light' });
    expect(await page.locator('.hy-hazard-steps [aria-current]').textContent()).toContain('Closed');
    await begin(page, 'reopen');
    await saveScreenshot(page, 'ledger-reopen');
    await write(page, '复查发现封孔处渗水');
    expect(await page.locator('.hy-hazard-steps [aria-current]').textContent()).toContain('Verifying');
    expect(await page.locator('[data-field="accepted"] .hy-unknown').count()).toBe(1);
    expect(await page.locator('[data-version]').first().textContent()).toContain('复查发现封孔处渗水');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('the list is reached by key and searched; its link and the back button bring it back', async () => {
    const { page, watch } = await openCounty({ lang: 'zh', theme: 'dark' });
    const search = '[data-field="ledger-search"] input, input[data-field="ledger-search"]';
    const list = (state = 'open') => page.waitForSelector(`[data-list="${state}"]`);
    const asked = () => new URL(page.url()).searchParams;
    await list();
    const all = await page.locator('.hy-ledger-count').textContent();
    await page.fill(search, '青石 断层');
    await page.waitForFunction(() => document.querySelectorAll('.hy-list-row').length < 10);
    await page.focus('.hy-list');
    await page.keyboard.press('Home');
    await page.waitForSelector('[data-hazard-card]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('find') === '青石 断层');
    expect(asked().get('hazard')).toMatch(/^qingshi-iron_/);
    const link = page.url();
    await page.goBack();
    await page.waitForSelector('.hy-ledger-body[data-card="false"]');
    expect(await page.inputValue(search)).toBe('青石 断层');
    await page.goBack();
    await page.waitForFunction(
      (text) => document.querySelector('.hy-ledger-count')?.textContent === text,
      all,
    );
    await page.goto(link);
    await page.waitForSelector('[data-hazard-card]', { timeout: 30_000 });
    await page.waitForSelector('.hy-list-row[aria-selected="true"] [data-hazard]');
    expect(await page.inputValue(search)).toBe('青石 断层');
    await page.fill(search, '');
    await page.click('.hy-ledger-pages .ant-segmented-item:nth-child(2)');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('ledger') === 'lacking');
    await page.waitForFunction(() => document.querySelectorAll('.hy-hazard-row[data-hazard]').length > 5);
    await list();
    expect(await page.locator('.hy-hazard-row [data-corroboration="proven"]').count()).toBe(0);
    await saveScreenshot(page, 'ledger-lacking');
    await page.click('.hy-ledger-pages .ant-segmented-item:nth-child(3)');
    await page.waitForSelector('[data-flow]');
    await saveScreenshot(page, 'ledger-flow');
    // What looks in time because its deadline was moved is counted, listed and told with what it was first.
    const moved = Number(await page.locator('[data-stock="moved"] strong').textContent());
    await page.click('[data-stock="moved"]');
    await page.waitForFunction(
      (n) => document.querySelectorAll('.hy-hazard-row [data-moved]').length === n,
      moved,
    );
    expect(await page.locator('.hy-hazard-row [data-moved]').first().textContent()).toMatch(
      /改 2 次，最初 \d{4}-\d\d-\d\d/,
    );
    await saveScreenshot(page, 'ledger-moved-list-zh');
    await page.locator('.hy-hazard-row').first().click();
    const sign = page.locator('[data-hazard-card] [data-field="deadline"] [data-moved]');
    expect(await sign.textContent()).toMatch(/期限已改 2 次，最初 \d{4}-\d\d-\d\d/);
    await page.setViewportSize({ width: 1024, height: 768 });
    await relook(page, { lang: 'en', theme: 'dark' });
    await sign.scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'ledger-moved-card-en');
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();

    const gone = await openCounty({
      hazard: 'no-mine_no-hazard',
      only: 'kind.none',
      lang: 'en',
      theme: 'light',
    });
    await gone.page.waitForSelector('[data-card-state="missing"]');
    expect(await gone.page.locator('[data-card-state] p').textContent()).toContain('no hazard “no-hazard”');
    await gone.page.waitForSelector('[data-list="open"]');
    expect(await gone.page.locator('.hy-list').textContent()).toBe('No hazard matches these filters.');
    await saveScreenshot(gone.page, 'ledger-not-there');
    await gone.page.close();
    // A mine's engineer follows the official's link: of the county he is told as of one that does not exist.
    const told = [];
    for (const county of ['yunxiu', 'nowhere']) {
      await server.enter(browser, 'demo-engineer-qingshi');
      const query = `?v=1&ws=region&county=${county}&tab=ledger&only=state.treating&lang=en`;
      const other = await browser.open(`${server.url}/${query}`);
      const text = other.page.getByText('No such county').locator('..');
      told.push((await text.textContent())!.replace(county, '*'));
      await other.page.close();
    }
    expect(told[0]).toBe(told[1]);
  });
});

describe('the ledger as a file', () => {
  test('goes out, and is tried before it is taken: every row that would not be is told with its mend', async () => {
    const { page, watch } = await openCounty({ lang: 'zh', theme: 'light' });
    const text = await page.evaluate(
      async ([mine, today]) => {
        const exported = await (await fetch(`/api/mines/${mine}/ledger-export.geojson`)).json();
        const [first, second] = exported.features;
        first.properties.title = '改过名的隐患';
        second.properties.found_on = '昨天';
        const isTreated = (one: { properties: { state: string } }) => one.properties.state === 'treating';
        // A deadline that is over is not the mine's to take away.
        const treated: { properties: Hazard & { version?: number } }[] = exported.features
          .slice(2)
          .filter(isTreated);
        const third = treated.find(({ properties }) => (properties.fiveFixed.deadline ?? '') >= today)!;
        const fourth = treated.find((one) => one !== third)!;
        third.properties.fiveFixed = { ...third.properties.fiveFixed, measure: '改用充填', deadline: null };
        fourth.properties.title = '另起的名';
        delete fourth.properties.version;
        return JSON.stringify({ ...exported, features: [first, second, third, fourth] });
      },
      [MINE, TODAY] as const,
    );
    await page.click('[data-action="ledger-transfer"]');
    await page.locator('.hy-import-mine input').fill('青石');
    await page.keyboard.press('Enter');
    await page.setInputFiles('[data-field="import-file"]', {
      name: '台账.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(text),
    });
    await page.waitForSelector('[data-import="tried"]');
    await saveScreenshot(page, 'ledger-import');
    const told = (await page.locator('[data-import]').textContent())!;
    expect(told).toContain('不接受 2');
    expect(told).toContain('found_on');
    const changes = await page.locator('.hy-import-changes').textContent();
    expect(changes).toContain('措施');
    expect(changes).toContain('✗ 时限');
    expect(changes).toContain('⚠ 文件没有版本号');
    expect(await page.locator('[data-action="take-import"]').textContent()).toContain('2');

    // What is kept outside is held against the ledger: one head is not as it was.
    const kept = await page.evaluate(async () => {
      const csv = await (await fetch('/api/counties/yunxiu/ledger-heads.csv')).text();
      return [csv, csv.replace(/[0-9a-f]{64}/, '0'.repeat(64))] as const;
    });
    await page.fill('[data-field="kept-heads"]', kept[1]);
    await page.click('[data-action="check-heads"]');
    await page.waitForSelector('[data-heads="checked"] [data-verdict="altered"]', { timeout: 20_000 });
    expect(await page.locator('[data-verdict]').count()).toBe(1);
    await page.locator('[data-verdict]').scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'ledger-heads');
    await page.fill('[data-field="kept-heads"]', kept[0]);
    await page.click('[data-action="check-heads"]');
    await page.waitForSelector('[data-heads="checked"]:not(:has([data-verdict]))', { timeout: 20_000 });
    await page.fill('[data-field="kept-heads"]', kept[0].replace('hazards', 'hazrds'));
    await page.click('[data-action="check-heads"]');
    await page.waitForSelector('[data-heads="faulty"]');
    expect(watch.offOrigin).toEqual([]);
    const overdue = await overdueHazard(page);
    await page.close();

    // What was not the mine's to take away the county puts off, and says why.
    const late = await openCounty({ hazard: overdue, lang: 'zh', theme: 'light' });
    await begin(late.page, 'extend');
    expect(await late.page.locator('.hy-edit [data-field="measure"]').count()).toBe(0);
    await fill(late.page, 'deadline', AHEAD);
    await saveScreenshot(late.page, 'ledger-extend');
    await write(late.page, '雨季停工，批准延期');
    await late.page.waitForSelector(`[data-part="fixed"] [data-field="deadline"]:has-text("${AHEAD}")`);
    await saveScreenshot(late.page, 'ledger-extended');
    expect(await late.page.locator('[data-edit-task="extend"]').count()).toBe(0);
    await late.page.close();
  });
});

describe('hazards on the map', () => {
  test('are flagged where nobody acts: the legend counts and filters them, the link keeps it, a mine tells its own', async () => {
    await server.enter(browser, 'demo-official');
    const at = 'map=117.152644_35.320572_11_0_0&pick=mine_qingshi-iron';
    const { page, watch } = await browser.open(
      `${server.url}/?v=1&render=half&ws=region&county=yunxiu&lang=zh&theme=light&${at}`,
    );
    await waitUntilDrawn(page);
    await page.click('[data-legend-page="layers"]');
    const choice = (flag: string) => page.locator(`label:has([data-flag-choice="${flag}"])`);
    const count = async (flag: string): Promise<number> =>
      Number(await choice(flag).locator('.hy-count').textContent());
    await expect.poll(() => count('overdue'), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await count('no-deadline')).toBeLessThanOrEqual(await count('five-fixed-missing'));
    await choice('overdue').locator('input').check();
    await page.waitForURL(/[?&]flags=overdue(&|$)/);
    expect(await page.locator('[data-flag="hazards-filtered"]').textContent()).toContain('已超期');
    expect(await page.locator('[data-card="mine"] [data-flagged="overdue"]').textContent()).toMatch(
      /已超期 \d/,
    );
    // what is filtered out and in fades
    await page.waitForTimeout(700);
    await saveScreenshot(page, 'region-flags');
    // Found by number and gone to by keys; how many more there are stands above the list.
    await page.fill('.hy-map-search input', '采空区');
    await page.locator('.hy-map-search-list', { hasText: /隐蔽致灾因素 · 还有 \d+ 个/ }).waitFor();
    await saveScreenshot(page, 'region-search');
    await page.fill('.hy-map-search input', 'qingshi-iron-016');
    await page.locator('[data-found="hazard"]', { hasText: 'qingshi-iron-016 · 青石铁矿' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/pick=hazard_qingshi-iron(\/|%2F)qingshi-iron-016/);
    // Tilted and near, they stand at the heights that are known, and are clicked there.
    await page.goto(
      `${server.url}/?v=1&render=half&ws=region&county=yunxiu&lang=zh&theme=dark&map=117.194175_35.356218_14.5_0_60`,
    );
    await waitUntilDrawn(page);
    const { x, y, width, height } = (await page.locator('[data-map="first"]').boundingBox())!;
    const shaft = [x + width / 2 - 238, y + height / 2 - 40] as const;
    await expect
      .poll(
        async () => {
          await page.mouse.move(shaft[0], shaft[1] + 1);
          await page.mouse.move(...shaft);
          return page
            .locator('.hy-map-hover')
            .textContent({ timeout: 500 })
            .catch(() => '');
        },
        { timeout: 20_000 },
      )
      .toContain('废弃井筒');
    await page.mouse.click(...shaft);
    await page.waitForURL(/pick=hazard_tieluozi/);
    await saveScreenshot(page, 'region-hazards-in-depth');
    // A major hazard stands there by its sign: by keys from its mine's card, and clicked at its height.
    await page.keyboard.press('Escape');
    await page.waitForURL(/^(?!.*pick=)/);
    await page.goto(
      `${server.url}/?v=1&render=half&ws=region&county=yunxiu&lang=zh&theme=dark&map=117.15_35.318_16.2_0_60&pick=mine_qingshi-iron`,
    );
    await page.click('[data-part="majors"] > summary');
    await page.locator('[data-major-of-mine]').focus();
    await page.keyboard.press('Enter');
    const heights = page.locator('[data-card="major"] [data-fact="heights"] dd');
    expect(await heights.textContent()).toBe('-103 – -63 m');
    await page.keyboard.press('Escape');
    await page.waitForURL(/^(?!.*pick=)/);
    await waitUntilDrawn(page);
    const sign = [x + width / 2 + 20, y + height / 2 + 281] as const;
    await expect
      .poll(
        async () => {
          await page.mouse.move(sign[0], sign[1] + 1);
          await page.mouse.move(...sign);
          return page
            .locator('.hy-map-hover')
            .textContent({ timeout: 500 })
            .catch(() => '');
        },
        { timeout: 20_000 },
      )
      .toContain('掘进前未探放老空水');
    await page.mouse.click(...sign);
    await page.waitForURL(/pick=major_qingshi-iron/);
    await saveScreenshot(page, 'region-major-in-depth');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('beside the scene of a mine', () => {
  let page: Page;
  let watch: Watch;
  beforeAll(async () => {
    ({ page, watch } = await open('demo-engineer-qingshi', {
      ...{ mine: MINE, ledger: 'list', layers: HIDDEN, lang: 'zh', theme: 'dark' },
    }));
    await waitUntilDrawn(page);
  });
  afterAll(() => page?.close());
  const list = (): Promise<{ all: number; rows: { id: string; title: string }[] }> =>
    page.evaluate(async (mine) => (await fetch(`/api/mines/${mine}/hazards`)).json(), MINE);
  const last = (id: string): Promise<Hazard> =>
    page.evaluate(
      async ([mine, hazard]) =>
        (await (await fetch(`/api/mines/${mine}/hazards/${hazard}/versions`)).json()).at(-1).hazard,
      [MINE, id] as const,
    );
  const offer = async (name: string, buffer: Buffer): Promise<string> => {
    await page.setInputFiles('[data-field="import-file"]', { name, mimeType: '', buffer });
    await page.waitForFunction(
      (file) => document.querySelector('[data-import="tried"]')?.textContent?.includes(file),
      name,
    );
    return (await page.locator('[data-import]').textContent())!;
  };

  test('each export opens again as what is in the ledger; what an import adds is in the list at once', async () => {
    const { all } = await list();
    await page.click('[data-action="ledger-transfer"]');
    const files: Record<string, Buffer> = {};
    for (const format of ['xlsx', 'gpkg', 'geojson']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`[data-export="${format}"]`),
      ]);
      expect(download.suggestedFilename()).toBe(`${MINE}-ledger.${format}`);
      files[format] = readFileSync((await download.path())!);
      expect(await offer(`again.${format}`, files[format]), format).toMatch(
        new RegExp(`新增 0.*修改 0.*不变 ${all}；不接受 0`),
      );
    }
    const told = JSON.parse(files['geojson']!.toString());
    expect(told.features).toHaveLength(all);
    const feature = told.features.find((one: { properties: { id: string } }) => one.properties.id === HAZARD);
    // The version it was read at, which an import is held against.
    const { version, origin, movedDeadline, ...properties } = feature.properties;
    expect(movedDeadline ?? null).toBeNull();
    expect(version).toBeGreaterThan(0);
    expect(origin).toContain('合成数据');
    const { place, ...kept } = await last(HAZARD);
    expect(properties).toEqual(place.kind === 'feature' ? { ...kept, place } : kept);

    const added = { ...properties, id: 'HZ-IN', title: '导入的老巷', state: 'found', evidence: [] };
    const treatment = { target: null, begun: null, accepted: null };
    // What lies in the sea comes in with a reason only.
    const sea = { type: 'Point', coordinates: [0, 0] };
    const features = [{ ...feature, geometry: sea, properties: { ...added, place: undefined, treatment } }];
    const held = await offer('新增.geojson', Buffer.from(JSON.stringify({ ...told, features })));
    expect(held).toContain('新增 0');
    expect(held).toContain('位置离矿很远：约 12,000 km');
    await page.fill('[data-field="why-far"]', '试一次，位置另行核对');
    await page.click('[data-action="try-far"]');
    await page.waitForSelector('[data-import] [role="status"]:has-text("新增 1")');
    await saveScreenshot(page, 'ledger-import-far');
    await page.click('[data-action="take-import"]');
    await page.waitForSelector('[data-import="taken"]');
    await saveScreenshot(page, 'ledger-import-taken');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.hy-transfer', { state: 'hidden' });
    await page.fill('[data-field="ledger-search"] input, input[data-field="ledger-search"]', '导入的老巷');
    await page.locator('.hy-hazard-row', { hasText: '导入的老巷' }).locator('[data-far="place"]').waitFor();
    await saveScreenshot(page, 'ledger-far-listed');
  });

  test('a hazard is drawn by clicks on the ground, its heights asked apart; evidence says where it was gathered', async () => {
    await page.click('[data-edit-task="new"]');
    await fill(page, 'title', '三维中画的老窿');
    await page.locator('.hy-edit .ant-segmented-item', { hasText: '线' }).click();
    await page.click('[data-action="pick-points"]');
    const box = (await page.locator('#hy-scene .hy-canvas').boundingBox())!;
    const coordinates = page.locator('.hy-edit [data-field="coordinates"] textarea').first();
    for (const [x, y, lines] of [
      [0.7, 0.55, 1],
      [0.8, 0.6, 2],
    ] as const) {
      await page.mouse.move(box.x + box.width * x - 4, box.y + box.height * y);
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
      await expect
        .poll(async () => (await coordinates.inputValue()).split('\n').filter(Boolean).length, {
          timeout: 15_000,
        })
        .toBe(lines);
    }
    await page.click('[data-action="pick-points"]');
    await fill(page, 'elevation-bottom', '-120');
    await saveScreenshot(page, 'ledger-drawn-in-3d');
    await write(page, '现场踏勘');
    expect(await page.locator('[data-field="elevation"] dd').textContent()).toContain('-120 … 未知');
    // In the scene it lies at the height that is known, and its sign says that the other is not.
    const sign = page.locator('[data-hazard-sign][aria-current="true"]');
    expect(await sign.getAttribute('data-depth')).toBe('bottom-only');
    expect(await sign.getAttribute('aria-label')).toContain('顶界未知');
    await saveScreenshot(page, 'ledger-drawn-at-depth');

    await begin(page, 'evidence');
    await page.locator('.hy-edit [data-field="says"] input[value="present"]').check();
    await fill(page, 'finding', '孔口见空。');
    await page.getByLabel('写明取得证据的位置').check();
    await page.locator('.hy-edit [data-field="system"] .ant-select').click();
    await page.locator('.ant-select-item-option', { hasText: 'CGCS2000' }).click();
    // X and Y the wrong way round are said at once, and turned.
    await fill(page, 'coordinates', '39514294.7, 3910024.2');
    await page.waitForSelector('[data-far-place="swapped"]');
    await saveScreenshot(page, 'ledger-swapped');
    await page.click('[data-action="swap-coordinates"]');
    expect(await page.locator('.hy-edit [data-field="coordinates"] textarea').inputValue()).toBe(
      '3910024.2, 39514294.7',
    );
    expect(await page.locator('[data-far-place]').count()).toBe(0);
    await write(page, '钻孔验证');
    const drawn = await last((await list()).rows.find(({ title }) => title === '三维中画的老窿')!.id);
    expect(drawn).toMatchObject({ place: { kind: 'line' }, elevation: { top: null, bottom: -120 } });
    expect(drawn.evidence[0]!.place).toEqual({
      kind: 'point',
      at: [expect.closeTo(117.157202, 5), expect.closeTo(35.319261, 5)],
    });
    // On a past day the scene shows what was known then.
    await page.fill('#hy-ledger-day', YESTERDAY);
    await page.waitForSelector(`[data-hazard-sign="${drawn.id}"]`, { state: 'detached' });
    await page.waitForSelector('[data-hazard-sign]', { state: 'attached' });
    expect(await page.locator(`[data-hazard-sign="${drawn.id}"]`).count()).toBe(0);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });
});

describe('on the county map', () => {
  test('a hazard is drawn by clicks, dragged and mended by keys; a crossed outline is refused; the map shows what was written', async () => {
    await server.enter(browser, 'demo-surveyor');
    const { page, watch } = await browser.open(
      `${server.url}/?v=1&render=half&ws=region&county=yunxiu&lang=zh&theme=light&pick=mine_${MINE}&map=117.152644_35.320572_14.2_0_0`,
    );
    page.setDefaultTimeout(30_000);
    await waitUntilDrawn(page);
    await page.click('[data-action="draw-hazard"]');
    await page.waitForSelector('[data-sketch]');
    await page.locator('.hy-edit .ant-segmented-item', { hasText: '面' }).click();
    const box = (await page.locator('[data-map="first"]').boundingBox())!;
    const corners = () => page.locator('[data-sketch]').getAttribute('data-corners');
    for (const [x, y] of [
      [300, 250],
      [520, 240],
      [540, 420],
      [320, 430],
    ] as const) {
      await page.mouse.click(box.x + x, box.y + y);
    }
    expect(await corners()).toBe('4');
    expect(await page.locator('.hy-sketch-bar [data-part="place-size"]').textContent()).toMatch(/面积 .+m²/);
    const last = (await page.locator('[data-corner="4"]').boundingBox())!;
    await page.mouse.move(last.x + 8, last.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 450, box.y + 150, { steps: 3 });
    await page.mouse.up();
    await page.waitForSelector('.hy-sketch-bar [data-outline="ring-crosses-itself"]');
    await saveScreenshot(page, 'ledger-drawn-crossed');
    await page.keyboard.press('Enter');
    expect(await corners()).toBe('4');
    await page.locator('[data-corner="4"]').focus();
    await page.keyboard.press('Backspace');
    expect(await corners()).toBe('3');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-sketch]', { state: 'detached' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await fill(page, 'title', '图上画的采空区');
    await fill(page, 'reason', '普查');
    await saveScreenshot(page, 'ledger-drawn-small');
    await Promise.all([
      page.waitForResponse(/\/tiles\/\d+\/\d+\/\d+\.mvt/),
      page.click('[data-action="write-hazard"]'),
    ]);
    await page.waitForSelector('[data-card="hazard"]');
    await page.waitForTimeout(500);
    await saveScreenshot(page, 'ledger-drawn-written');
    expect(await page.locator('[data-card="hazard"]').textContent()).toContain('HZ-');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});

describe('major hazards', () => {
  const MAJOR = 'ZD-20260916-1';
  const figure = async (page: Page, key: string): Promise<number> =>
    Number(await page.locator(`[data-major-count="${key}"] strong`).textContent());
  const openMajors = (account: string, query: Record<string, string> = {}) =>
    open(account, { ws: 'region', county: 'yunxiu', tab: 'ledger', ledger: 'major', ...query });
  const writeMajor = async (page: Page, reason: string, action = 'write-major') => {
    await fill(page, 'reason', reason);
    await page.click(`[data-action="${action}"]`);
  };
  /** Somebody renames the major hazard, and says what it is about, while a form is open. */
  const renameMeanwhile = (page: Page) =>
    page.evaluate(
      async ([mine, id]) => {
        const path = `/api/mines/${mine}/major-hazards`;
        const { entries } = await (await fetch(path)).json();
        const last = entries.find((one: { subject: string }) => one.subject === `hazard:${id}`);
        const hazard = { ...last.entry.hazard, title: '别人改的名', hazards: [], place: null };
        const body = JSON.stringify({ base: last.number, reason: '改名', entry: { kind: 'hazard', hazard } });
        await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      },
      [MINE, MAJOR] as const,
    );

  const reportMajor = (page: Page, id: string, place: Hazard['place'] | null) =>
    page.evaluate(
      async ([mine, hazard, at]) => {
        const fixed = {
          responsible: null,
          measure: null,
          funding: null,
          deadline: null,
          contingencyPlan: null,
        };
        const entry = {
          kind: 'hazard',
          hazard: {
            ...{ id: hazard, mine, title: hazard, what: '自查', criterion: null, source: 'self-reported' },
            ...{ inspection: null, found: { on: '2026-11-01', by: '矿' }, whileProducing: null, hazards: [] },
            ...{ place: at, fiveFixed: fixed, listed: null, closeOut: null, state: 'confirmed' },
          },
        };
        const body = JSON.stringify({ base: null, reason: '上报', entry });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`/api/mines/${mine}/major-hazards`, { method: 'POST', headers, body })).status;
      },
      [MINE, id, place] as const,
    );

  test('what has to be looked at first comes first; found producing twice in three months is said', async () => {
    const past = await openMajors('demo-official', { day: '2026-11-20', lang: 'en', theme: 'dark' });
    await past.page.waitForSelector('[data-major="open"]');
    const figures = ['overdue', 'listedPast', 'owed', 'repeat', 'unsaid', 'reported', 'open', 'listed'];
    // As data/generator/county/county-majors.test.ts reckons them.
    expect(await Promise.all(figures.map((key) => figure(past.page, key)))).toEqual([
      ...[3, 3, 1, 1, 5, 1, 10, 3],
    ]);
    expect(await past.page.locator('[data-repeat]').count()).toBe(2);
    expect(await past.page.locator('[data-major]').first().textContent()).toContain('Overdue');
    expect(await past.page.locator('[data-major] [data-listed-past]').count()).toBe(3);
    await past.page.click('[data-major-count] [data-show="owed"]');
    await past.page.waitForSelector('[data-part="major-list"][data-shown="owed"]');
    expect(await past.page.locator('[data-major]:not([data-major="open"])').count()).toBe(1);
    await saveScreenshot(past.page, 'ledger-major-past');
    await past.page.close();

    const { page, watch } = await openMajors('demo-official', { lang: 'zh', theme: 'light' });
    await page.waitForSelector('[data-major="open"]');
    await saveScreenshot(page, 'ledger-major');
    const before = await figure(page, 'open');
    const produces = `[data-repeat="${MINE}"]`;
    expect(await page.locator(produces).count()).toBe(0);
    const drawPlace = async (): Promise<void> => {
      await page.click('[data-action="draw-major-place"]');
      await page.waitForSelector('[data-sketch="point"]', { timeout: 30_000 });
      const box = (await page.locator('[data-map="first"]').boundingBox())!;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForSelector('[data-sketch][data-corners="1"]');
      await saveScreenshot(page, 'ledger-major-drawn');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-sketch]', { state: 'detached' });
    };
    const report = async (title: string, day: string, isDrawn = false): Promise<void> => {
      await page.click('[data-major-task="report"]');
      await page.waitForSelector('[data-major-edit="report"]');
      await fill(page, 'title', title);
      await fill(page, 'what', '现场检查发现，井下仍在出矿。');
      await fill(page, 'office', '市应急管理局');
      await fill(page, 'found-on', day);
      await page.locator('.hy-edit [data-field="producing"] input').first().check();
      if (isDrawn) await drawPlace();
      await writeMajor(page, '检查录入');
      await page.waitForSelector('[data-major-card]');
    };
    await report('二水平越界开采', YESTERDAY);
    await report('无双回路供电', TODAY, true);
    // Drawn on the map into its form, which led back to where major hazards are.
    expect(await page.locator('[data-part="major-links"]').textContent()).toContain('点 117');
    await page.waitForSelector(`${produces}[data-bar="reached"]`);
    expect(await figure(page, 'open')).toBe(before + 2);
    // What the county does about it is written beside it: it stays reached.
    await page.click(`${produces} [data-answer="none"] [data-major-task="answer"]`);
    await page.waitForSelector('[data-major-edit="answer"]');
    await saveScreenshot(page, 'ledger-answer-form-zh');
    await page.locator('.hy-edit [data-field="decision"] input[value="not-proposed"]').check();
    await fill(page, 'by', '云岫县应急管理局');
    await fill(page, 'why', '已停产整顿，两处隐患限期整改，验收前不得复产。');
    await writeMajor(page, '局务会决定');
    await page.waitForSelector(`${produces}[data-bar="reached"] [data-answer="not-proposed"]`);
    await page.click(`${produces} [data-action="answer-history"]`);
    await page.waitForSelector(`${produces} [data-version]`);
    await page.locator(produces).scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'ledger-answered-zh');
    await page.setViewportSize({ width: 1024, height: 768 });
    await relook(page, { lang: 'en', theme: 'dark' });
    await page.locator(produces).scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'ledger-answered-en-small');
    await page.setViewportSize({ width: 1440, height: 900 });
    await relook(page, { lang: 'zh', theme: 'light' });
    await page.click('[data-major-card] [data-major-task="close"]');
    await fill(page, 'close-found', '已整改');
    await writeMajor(page, '核查');
    await page.waitForSelector('[data-trouble="refused"] [data-refusal]');
    expect(watch.offOrigin).toEqual([]);
    await page.close();
  });

  test('it is linked by key, who wrote meanwhile is answered field by field, and it leads to the hazard and back until it is closed', async () => {
    const { page, watch } = await openMajors('demo-official', {
      ...{ hazard: `${MINE}_${MAJOR}`, lang: 'zh', theme: 'dark' },
    });
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.waitForSelector('[data-major-card] [data-version]');
    await saveScreenshot(page, 'ledger-major-card');
    await page.click('[data-major-card] [data-major-task="link"]');
    await page.locator('[data-field="hidden"] input').fill('1号老井');
    // What is chosen by Enter must be there first.
    await page.locator('.ant-select-item-option', { hasText: '1号老井' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('[data-field="major-place"] .ant-segmented-item').nth(1).click();
    await saveScreenshot(page, 'ledger-major-link');
    await renameMeanwhile(page);
    await writeMajor(page, '补充关联');
    await page.waitForSelector('[data-conflict] [data-conflict-field="hazards"][data-by="both"]');
    const chosen = (field: string) =>
      page.locator(`[data-conflict-field="${field}"]`).getAttribute('data-chosen');
    expect([await chosen('title'), await chosen('hazards')]).toEqual(['theirs', 'none']);
    expect(await page.locator('[data-action="write-merged"]').isDisabled()).toBe(true);
    await saveScreenshot(page, 'ledger-major-conflict');
    for (const field of ['hazards', 'place'])
      await page.locator(`[data-conflict-field="${field}"] input[value="mine"]`).check();
    await page.click('[data-action="write-merged"]');
    await page.waitForSelector('[data-major-card] [data-link="hidden"]:has-text("1号老井")');
    expect(await page.locator('[data-major-card] h2').textContent()).toBe('别人改的名');
    await page.click('[data-major-card] [data-link="hidden"]:has-text("1号老井")');
    await page.waitForSelector('[data-hazard-card] [data-link="major"]');
    const [record] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-hazard-card] [data-attachment]').first().click(),
    ]);
    expect(record.suggestedFilename()).toMatch(/（合成）\.csv$/u);
    expect(readFileSync((await record.path())!, 'utf8')).toMatch(/^\uFEFF?合成数据.*Synthetic/u);
    await page.click('[data-hazard-card] [data-link="major"]');
    await page.waitForSelector(`[data-major-card="${MAJOR}"]`);
    const open = await figure(page, 'open');
    await page.click('[data-major-card] [data-major-task="close"]');
    await fill(page, 'close-found', '钻孔探明无水，现场核查合格');
    await writeMajor(page, '核查销号');
    await page.waitForSelector('[data-refusal="close-out-without-report"]');
    await page.setInputFiles('[data-field="close-report"] [data-field="attachment-file"]', {
      ...{ name: '核查报告.txt', mimeType: 'text/plain', buffer: Buffer.from('核查报告，已签字') },
    });
    await page.waitForSelector('.hy-attachment-field .anticon-delete', { timeout: 15_000 });
    await saveScreenshot(page, 'ledger-major-close');
    await page.click('[data-action="write-major"]');
    await page.waitForSelector('[data-major-card] [data-major-task="reopen"]');
    expect(await page.locator('[data-major-card] [data-attachment]').count()).toBe(1);
    expect(await figure(page, 'open')).toBe(open - 1);
    expect(watch.errors.filter((text) => !/409|422/u.test(text))).toEqual([]);
    expect(watch.offOrigin).toEqual([]);
    await page.click('[data-major-card] [data-link="mine"]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('pick')?.startsWith('mine_'));
    await page.close();
  });

  test('a month counts when its signed report is handed in', async () => {
    const { page, watch } = await open('demo-engineer-qingshi', {
      ...{ mine: MINE, ledger: 'major', layers: HIDDEN, lang: 'en', theme: 'light' },
    });
    await page.waitForSelector('[data-major="open"]');
    const month = await page.locator('[data-survey-month]').first().getAttribute('data-survey-month');
    await page.click(`[data-survey-month="${month}"]`);
    await page.waitForSelector('[data-major-edit="survey"]');
    await page.setInputFiles('[data-field="attachment-file"]', {
      ...{ name: '排查报告.txt', mimeType: 'text/plain', buffer: Buffer.from('月排查报告，已签字') },
    });
    await page.waitForSelector('.hy-attachment-field .anticon-delete', { timeout: 15_000 });
    await saveScreenshot(page, 'ledger-major-survey');
    await writeMajor(page, '交签字报告');
    await page.waitForSelector(`[data-surveys-of="${MINE}"] td[data-survey$="late"][title^="${month}"]`);
    expect(await page.locator(`[data-survey-month="${month}"]`).count()).toBe(0);

    // What is about no hidden hazard stands in the scene by itself, or is listed where nobody said where it is.
    const point: Hazard['place'] = { kind: 'point', at: [117.1526, 35.3206] };
    for (const [id, place] of [
      ['ZD-HERE', point],
      ['ZD-NOWHERE', null],
    ] as const)
      expect(await reportMajor(page, id, place)).toBe(201);
    await page.locator('.hy-ledger-top .anticon-reload').click();
    await page.waitForSelector('[data-placeless-major="ZD-NOWHERE"]', { state: 'attached' });
    await page.click('[data-majors-placeless] summary');
    expect(await page.locator('[data-placeless-major="ZD-HERE"]').count()).toBe(0);
    expect(await page.locator('[data-placeless-major="ZD-NOWHERE"]').isVisible()).toBe(true);
    expect(await page.locator('[data-major="ZD-NOWHERE"] [data-placeless]').count()).toBe(1);
    const sign = page.locator('[data-major-sign="ZD-HERE"]');
    expect(await sign.getAttribute('aria-label')).toContain('reported by the mine itself');
    await saveScreenshot(page, 'ledger-major-mine');
    await sign.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-major-card="ZD-HERE"]');
    await page.click('[data-major-card] [data-major-task="link"]');
    await page.locator('[data-field="major-place"] .ant-segmented-item').first().click();
    await page.click('[data-action="draw-major-place"]');
    await page.waitForSelector('[data-action="pick-points"][aria-pressed="true"]');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
