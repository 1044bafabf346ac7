import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { savePicture } from './compare-screenshot.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';

const MINE = 'qingshi-iron';
/** On the -110 m level in the middle of the mine; survey metres, the easting with its zone number. */
const PLACE = { e: 39_513_900, n: 3_909_990, h: -107 };

let server: LiveServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const texts = (selector: string): Promise<string[]> =>
  page.locator(`.hy-sheet-paper ${selector}`).allTextContents();
const say = (ago: number, tags: readonly object[]): Promise<void> => {
  const now = Date.now();
  return server.say('position', 'GW-L110', { at: now - ago, sent: now, tags: tags as never });
};
const open = async (query: string): Promise<void> => {
  await page.goto(`${server.url}/?v=1&mine=${MINE}&ws=section${query}`);
  await page.waitForSelector('.hy-sheet-paper svg', { timeout: 60_000 });
};

beforeAll(async () => {
  server = await startLiveServer(MINE);
  await say(300_000, [{ id: 'QS-0002', ...PLACE, e: PLACE.e + 40 }]);
  browser = await openBrowser({ width: 1440, height: 900, colourScheme: 'dark' });
  ({ page, watch } = await browser.open(`${server.url}/?v=1&mine=${MINE}&ws=section&cut=level`));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('people on the level are drawn with name, age and state, under the moment they are of', async () => {
  await open('&cut=level');
  await say(0, [{ id: 'QS-0001', ...PLACE }]);
  await expect.poll(() => texts('#PEOPLE text'), { timeout: 30_000 }).toContain('虚甲一');
  const written = await texts('#PEOPLE text');
  expect(written).toContain('拟甲一');
  expect(written.some((text) => /^[45] 分前$/.test(text))).toBe(true);
  expect((await texts('#PEOPLE-TIME text')).join(' ')).toMatch(
    /人员位置时刻 \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/,
  );
  expect((await texts('#LEGEND text')).join(' ')).toContain('人员（本水平上下各 15 m）');
  await say(0, [{ id: 'QS-0001', ...PLACE, sos: true }]);
  await expect.poll(() => texts('#PEOPLE text'), { timeout: 30_000 }).toContain('SOS 虚甲一');
  await savePicture(page, 'people-level-dark-zh');
}, 120_000);

test('on a section only those in the band are drawn; exports carry them with the moment', async () => {
  await open('&cut=section&holes=40');
  await expect.poll(() => texts('#PEOPLE-TIME text'), { timeout: 30_000 }).not.toEqual([]);
  await page.locator('[data-action="export"]').click();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: /^SVG/ }).click(),
  ]);
  const svg = await readFile(await file.path(), 'utf8');
  expect(svg).toContain('id="PEOPLE-TIME"');
  expect(svg).toMatch(/人员位置时刻 \d{4}-/);
  await page.locator('[data-field="people"]').click();
  await expect.poll(() => page.locator('.hy-sheet-paper #PEOPLE-TIME').count()).toBe(0);
  await expect.poll(() => page.url()).toContain('people=off');
}, 120_000);

test('nothing failed and nothing left the origin', () =>
  expect([...watch.errors, ...watch.offOrigin]).toEqual([]));
