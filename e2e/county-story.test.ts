import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyDay } from '../domain/county/county-day.ts';
import { type OpenBrowser, openBrowser, type Watch, waitUntilDrawn } from './browser.ts';
import { savePicture, saveScreenshot } from './compare-screenshot.ts';
import { type LedgerServer, startLedgerServer } from './ledger-server.ts';

const MINE = 'qingshi-iron';
/** Goaf water that is being treated: the five are fixed, and nobody has looked since. */
const HAZARD = 'qingshi-iron-016';
const TITLE = '青石铁矿16号采空区积水';
/** What endangers most in the demo county, as its data were made. */
const WORST = [
  'goaf-across-boundary:NB_ACROSS:heishigou:xiling',
  'shared-water-path:NB_WATER:aquifer%3Daquifer-taiyuan',
  'shared-water-path:NB_WATER:fault%3Dfault-f9',
];
const COUNTY_LINK = '/?v=1&render=half&ws=region&county=yunxiu&lang=zh';

let server: LedgerServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;
beforeAll(async () => {
  server = await startLedgerServer();
  browser = await openBrowser();
  ({ page, watch } = await browser.open(`${server.url}${COUNTY_LINK}`));
  page.setDefaultTimeout(30_000);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const enter = (role: string, sees = '') =>
  page.locator('.hy-demo-doors button').filter({ hasText: role }).filter({ hasText: sees }).first().click();
const leave = async (): Promise<void> => {
  await page.click('.hy-account-name');
  await page.locator('.ant-dropdown-menu-item').filter({ hasText: '换一个演示账号' }).click();
  await page.waitForSelector('.hy-demo-doors');
};
const goTo = (link: string) => page.goto(`${server.url}${link}`, { waitUntil: 'domcontentloaded' });
const fill = (field: string, value: string) =>
  page.locator(`.hy-edit [data-field="${field}"] :is(input, textarea)`).first().fill(value);
const begin = async (task: string): Promise<void> => {
  await page.click(`[data-hazard-card] [data-edit-task="${task}"]`);
  await page.waitForSelector(`[data-edit="${task}"]`);
};
const write = async (reason: string): Promise<void> => {
  await fill('reason', reason);
  await page.click('[data-action="write-hazard"]');
  await page.waitForSelector('[data-hazard-card]');
};
const saved = async (click: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync((await download.path())!);
};
const status = (path: string, body?: object): Promise<number> =>
  page.evaluate(
    async ([address, sent]) =>
      (
        await fetch(address, {
          method: sent === null ? 'GET' : 'POST',
          ...(sent && { headers: { 'content-type': 'application/json' }, body: sent }),
        })
      ).status,
    [path, body ? JSON.stringify(body) : null] as const,
  );

test('an official signs in, finds the three worst pairs first, and opens one with its proof in depth', async () => {
  // From the moment the way in is gone the page says that it loads, not that it failed.
  await page.waitForSelector('.hy-demo-doors');
  await page.evaluate(() => {
    const states: (string | undefined)[] = [];
    Object.assign(window, { statesInside: states });
    new MutationObserver(() => {
      if (document.querySelector('.hy-demo-doors') === null) states.push(document.body.dataset.viewState);
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  });
  await enter('县级监管');
  await page.waitForSelector('.hy-account-name');
  await waitUntilDrawn(page);
  const states = await page.evaluate(
    () => (window as unknown as { statesInside: (string | undefined)[] }).statesInside,
  );
  expect([...new Set(states)].filter((state) => state !== 'ready')).toEqual(['loading']);
  const pairs = page.locator('.hy-finding');
  await pairs.first().waitFor();
  const shown = await pairs.evaluateAll((rows) =>
    rows.slice(0, 3).map((row) => [row.getAttribute('data-finding'), row.getAttribute('data-sureness')]),
  );
  expect(shown).toEqual(WORST.map((id) => [id, 'certain']));
  const canvases = () => page.locator('.hy-map-pane canvas').count();
  expect(await canvases()).toBe(1);
  await pairs.first().locator('button').first().click();
  expect(await pairs.first().locator('[data-part="rule"]').textContent()).toContain('规则');
  // deck.gl's own canvas stands over the map
  await expect.poll(canvases, { timeout: 15_000 }).toBe(2);
  await waitUntilDrawn(page);
  const link = new URL(page.url()).searchParams;
  expect(link.get('pick')).toMatch(/^pair_/);
  expect(link.get('map')).toMatch(/_60$/);
  await savePicture(page, 'region-pair-dark-zh');
  await page.locator('[data-neighbours-page="gaps"]').click();
  expect(await page.locator('[data-gap]').count()).toBeGreaterThan(0);
});

test('the engineer of the mine, by the link the official sent, adds evidence with a file, and may close nothing', async () => {
  await leave();
  // What is drawn of the mine is of no matter here, and software takes its time.
  const layers = [
    'terrain',
    'boreholes',
    'groundwater-levels',
    'faults',
    'ore',
    'karst',
    'stopes',
    'roadways',
  ]
    .concat('shafts', 'planned-headings', 'goafs', 'goaf-water', 'surface-water', 'mining-right')
    .map((layer) => `${layer}.off`)
    .join('_');
  await goTo(
    `/?v=1&render=half&panel=none&lang=zh&mine=${MINE}&ledger=list&hazard=${MINE}_${HAZARD}&layers=${layers}`,
  );
  await enter('矿山工程师', '青石铁矿');
  await page.waitForSelector('[data-hazard-card]');
  expect(await page.locator('[data-edit-task="close"]').isDisabled()).toBe(true);
  await begin('evidence');
  await page.setInputFiles('[data-field="attachment-file"]', {
    name: '孔深记录.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('ZK-17 孔深 62 m，未见水'),
  });
  await page.waitForSelector('.hy-attachment-field .anticon-delete');
  await page.locator('.hy-edit [data-field="says"] input[value="absent"]').check();
  await fill('finding', '钻孔穿过原积水区，孔内无水。');
  await write('排水后验证');
  expect(await page.locator('[data-method="drilling"] [data-attachment]').count()).toBe(1);
  await saveScreenshot(page, 'story-evidence');
});

test('the official accepts and closes it; the frozen plan hands out that it is closed', async () => {
  await leave();
  await goTo(`${COUNTY_LINK}&tab=ledger&hazard=${MINE}_${HAZARD}`);
  await enter('县级监管');
  await page.waitForSelector('[data-hazard-card]');
  await begin('accept');
  await fill('value', '3');
  await write('现场复测');
  await begin('close');
  await write('治理达标');
  expect(await page.locator('.hy-hazard-steps [aria-current]').textContent()).toContain('销号');
  await saveScreenshot(page, 'story-closed');

  await page.click('[data-region-tab="plan"]');
  await page.waitForSelector('.hy-plan-page [data-plan-section="gaps"]');
  await page.locator('[data-plan-edit="contiguous"]').click();
  await page.locator('#hy-plan-text-contiguous').fill('县应急管理局统筹各连片矿区联合普查。');
  await page.locator('.hy-plan-page .hy-plan-form button[type="submit"]').click();
  await page.waitForSelector('.hy-plan-added');
  await page.locator('[data-plan-freeze]').click();
  await page.locator('#hy-plan-note').fill('年度定稿');
  await page.locator('[data-plan-freeze-now]').click();
  await page.waitForSelector('.hy-plan-state[data-frozen="true"]', { timeout: 120_000 });
  expect(await page.locator('[data-plan-edit="contiguous"]').isDisabled()).toBe(true);
  const get = async (file: string): Promise<Buffer> => {
    await page.locator('[data-plan-download]').click();
    return saved(() => page.locator(`[data-plan-file="${file}"]`).click());
  };
  expect((await get('pdf-zh')).subarray(0, 5).toString()).toBe('%PDF-');
  // The same document, whose letters can be read.
  const words = strFromU8(unzipSync(await get('docx-zh'))['word/document.xml']!).replaceAll(/<[^>]+>/g, '');
  expect(words).toContain('县应急管理局统筹各连片矿区联合普查。');
  expect(words).toContain(TITLE);
  expect(words.slice(words.indexOf(TITLE))).toMatch(new RegExp(`^${TITLE}.{0,60}${countyDay(Date.now())}`));
});

test('a viewer is refused by the screen and by the gateway; the engineer of another mine finds nothing there', async () => {
  await leave();
  await enter('查看者');
  await page.waitForSelector('.hy-plan-page [data-plan-section="gaps"]');
  expect(await page.locator('[data-plan-freeze]').isDisabled()).toBe(true);
  expect(await page.locator('.hy-plan-tools .hy-note').textContent()).toContain('查看者');
  expect(
    await status('/api/counties/yunxiu/plans/2026/freeze', { on: countyDay(Date.now()), note: 'x' }),
  ).toBe(403);
  const last = await page.evaluate(
    async ([mine, hazard]) =>
      (await (await fetch(`/api/mines/${mine}/hazards/${hazard}/versions`)).json()).at(-1),
    [MINE, HAZARD] as const,
  );
  const change = { base: last.number, reason: 'x', hazard: { ...last.hazard, title: 'x' } };
  expect(await status(`/api/mines/${MINE}/hazards`, change)).toBe(403);

  await leave();
  await goTo(`/?v=1&ws=section&lang=zh&mine=${MINE}&hazard=${MINE}_${HAZARD}`);
  await enter('矿山工程师', '白云石灰岩矿');
  await page.waitForSelector('.hy-failure');
  const told = (await page.locator('body').textContent())!;
  expect(told).toContain('没有这个矿山');
  expect(told).not.toContain(TITLE);
  for (const path of [`/api/mines/${MINE}/hazards`, `/bundles/${MINE}/catalog.json`])
    expect(await status(path), path).toBe(404);
  expect(await status(`/api/mines/${MINE}/hazards`, change)).toBe(404);
  await saveScreenshot(page, 'story-refused');
  // The browser itself says what was refused.
  expect(watch.errors.filter((text) => !/40[34]/.test(text))).toEqual([]);
  expect(watch.offOrigin).toEqual([]);
});
