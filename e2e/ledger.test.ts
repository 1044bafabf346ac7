import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyDay } from '../domain/county/county-day.ts';
import { type OpenBrowser, openBrowser, type Watch, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { type LedgerServer, startLedgerServer } from './ledger-server.ts';

const MINE = 'qingshi-iron';
/** Goaf water that one method saw; nothing of the five is fixed. */
const HAZARD = 'qingshi-iron-005';
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
const bars = (page: Page) =>
  page.locator('[data-bar]').evaluateAll((items) => items.map((item) => item.getAttribute('data-bar')));

describe('a hidden hazard from proof to close-out', () => {
  test('what is missing is red, who wrote meanwhile is shown, and only what was treated and measured is closed', async () => {
    const official = await openCounty({ hazard: `${MINE}_${HAZARD}`, lang: 'zh', theme: 'light' });
    expect(await official.page.locator('[data-part="fixed"] [data-missing="true"]').count()).toBe(5);
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
    await page.waitForSelector('[data-conflict] [data-difference="title"]');
    await saveScreenshot(page, 'ledger-conflict');
    await page.click('[data-action="redo"]');
    await write(page, '落实到人');
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
    await begin(page, 'evidence');
    await page.setInputFiles('[data-field="attachment-file"]', {
      name: '孔深记录.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('ZK-17 孔深 62 m，未见水'),
    });
    await page.waitForSelector('.hy-attachment-field .anticon-delete', { timeout: 15_000 });
    await page.locator('.hy-edit [data-field="says"] input[value="absent"]').check();
    await fill(page, 'finding', '钻孔穿过原积水区，孔内无水。');
    await saveScreenshot(page, 'ledger-evidence-form');
    await write(page, '排水后验证');
    expect(await page.locator('[data-method="drilling"] [data-attachment]').count()).toBe(1);
    // The browser itself says that the gateway refused a version: somebody wrote meanwhile.
    expect(watch.errors.filter((text) => !text.includes('409'))).toEqual([]);
    expect(watch.offOrigin).toEqual([]);
    await page.close();

    const again = await openCounty({ hazard: `${MINE}_${HAZARD}`, lang: 'en', theme: 'dark' });
    await again.page.setViewportSize({ width: 1024, height: 768 });
    expect(await bars(again.page)).toEqual(['not-accepted']);
    await begin(again.page, 'accept');
    await fill(again.page, 'value', '64');
    await write(again.page, '现场复测');
    await begin(again.page, 'close');
    await write(again.page, '治理达标');
    expect(await again.page.locator('.hy-hazard-steps [aria-current]').textContent()).toContain('Closed');
    await again.page.waitForSelector('[data-version]:nth-child(6)');
    expect(await again.page.locator('[data-part="chain"]').getAttribute('data-chain')).toBe('sound');
    await saveScreenshot(again.page, 'ledger-closed-small');
    expect(again.watch).toEqual({ errors: [], offOrigin: [] });

    await again.page.fill('#hy-ledger-day', YESTERDAY);
    await again.page.waitForSelector(`[data-past-day="${YESTERDAY}"]`);
    await again.page.waitForSelector('[data-part="fixed"] [data-missing="true"]');
    expect(
      await again.page.locator('[data-edit-task="reopen"], [data-edit-task="accept"]').isDisabled(),
    ).toBe(true);
    await saveScreenshot(again.page, 'ledger-past-small');
    await again.page.close();
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
    const text = await page.evaluate(async (mine) => {
      const exported = await (await fetch(`/api/mines/${mine}/ledger-export.geojson`)).json();
      const [first, second] = exported.features;
      first.properties.title = '改过名的隐患';
      second.properties.found_on = '昨天';
      return JSON.stringify({ ...exported, features: [first, second] });
    }, MINE);
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
    expect(await page.locator('[data-action="take-import"]').isDisabled()).toBe(true);

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
    await page.close();
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

  test('what has to be looked at first comes first; found producing twice in three months is said', async () => {
    const past = await openMajors('demo-official', { day: '2026-11-20', lang: 'en', theme: 'dark' });
    await past.page.waitForSelector('[data-major="open"]');
    const figures = ['overdue', 'owed', 'repeat', 'reported', 'open', 'listed'];
    // As data/generator/county/county-majors.test.ts reckons them.
    expect(await Promise.all(figures.map((key) => figure(past.page, key)))).toEqual([3, 1, 1, 1, 10, 3]);
    expect(await past.page.locator('[data-repeat]').count()).toBe(2);
    expect(await past.page.locator('[data-major]').first().textContent()).toContain('Overdue');
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
    const report = async (title: string, day: string): Promise<void> => {
      await page.click('[data-major-task="report"]');
      await page.waitForSelector('[data-major-edit="report"]');
      await fill(page, 'title', title);
      await fill(page, 'what', '现场检查发现，井下仍在出矿。');
      await fill(page, 'office', '市应急管理局');
      await fill(page, 'found-on', day);
      await page.locator('.hy-edit [data-field="producing"] input').first().check();
      await writeMajor(page, '检查录入');
      await page.waitForSelector('[data-major-card]');
    };
    await report('二水平越界开采', YESTERDAY);
    await report('无双回路供电', TODAY);
    await page.waitForSelector(`${produces}[data-bar="reached"]`);
    expect(await figure(page, 'open')).toBe(before + 2);
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
    await page.click('[data-hazard-card] [data-link="major"]');
    await page.waitForSelector(`[data-major-card="${MAJOR}"]`);
    const open = await figure(page, 'open');
    await page.click('[data-major-card] [data-major-task="close"]');
    await fill(page, 'close-found', '钻孔探明无水，现场核查合格');
    await writeMajor(page, '核查销号');
    await page.waitForSelector('[data-major-card] [data-major-task="reopen"]');
    expect(await figure(page, 'open')).toBe(open - 1);
    expect(watch.errors.filter((text) => !text.includes('409'))).toEqual([]);
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
    await page.waitForSelector(`[data-surveys-of="${MINE}"] td[data-survey="signed"][title^="${month}"]`);
    expect(await page.locator(`[data-survey-month="${month}"]`).count()).toBe(0);
    await saveScreenshot(page, 'ledger-major-mine');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });
});
