import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import DxfParser from 'dxf-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { savePicture, saveScreenshot } from './compare-screenshot.ts';
import { sharedSetMissing } from './shared-data.ts';

const NO_MINDONG = sharedSetMissing('06-boreholes-mindong-6');
let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const open = async (mine: string, query: string): Promise<void> => {
  await page.goto(`${server.url}/?v=1&mine=${mine}&ws=section${query}`);
  await page.waitForSelector('.hy-sheet-paper svg', { timeout: 60_000 });
};
const texts = (selector: string): Promise<string[]> =>
  page.locator(`.hy-sheet-paper ${selector}`).allTextContents();
const download = async (label: RegExp): Promise<Buffer> => {
  await page.locator('[data-action="export"]').click();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: label }).click(),
  ]);
  return readFile(await file.path());
};

beforeAll(async () => {
  const mines = [join(ROOT, 'data', 'qingshi-iron', 'mine.yaml')];
  if (!NO_MINDONG) mines.push(join(ROOT, 'e2e', 'mines', 'mindong', 'mine.yaml'));
  buildBundles(mines);
  server = await startAppServer();
  browser = await openBrowser({ width: 1440, height: 900, colourScheme: 'dark' });
  ({ page, watch } = await browser.open(server.url));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('one hole is a sheet: head, pattern column, table of layers, title block; another is chosen by name', async () => {
  await open('qingshi-iron', '&cut=column');
  expect((await texts('#HEAD text')).join(' ')).toContain('钻孔柱状图 ZK0101');
  expect(await page.locator('.hy-sheet-paper #COLUMN path').count()).toBeGreaterThan(3);
  expect((await texts('#TITLE text')).join(' ')).toContain('主要负责人');
  await saveScreenshot(page, 'borehole-column-dark-zh');
  await page.locator('[data-field="hole"]').click();
  await page.keyboard.type('ZK0403');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await texts('#HEAD text')).join(' ')).toContain('ZK0403');
  await expect.poll(() => page.url()).toContain('hole=boreholes_ZK0403');
}, 90_000);

test('its exports: a PDF with fonts, and a DXF in which y is the depth', async () => {
  const pdf = await download(/^PDF/);
  expect(pdf.toString('latin1')).toContain('/FontFile3');
  const dxf = new DxfParser().parseSync((await download(/^DXF/)).toString())!;
  const layers = Object.keys(dxf.tables.layer.layers);
  expect(layers).toEqual(expect.arrayContaining(['COLUMN', 'DEPTH', 'LAYER-TEXT', 'TITLE']));
  const column = (dxf.entities as unknown as { type: string; layer: string; vertices: { y: number }[] }[])
    .filter(({ type, layer }) => type === 'LWPOLYLINE' && layer === 'COLUMN')
    .flatMap(({ vertices }) => vertices.map(({ y }) => -y));
  const depth = (await texts('#HEAD text')).find((text) => /^\d+\.\d\d m$/.test(text));
  expect(Math.max(...column)).toBeGreaterThan(100);
  expect(depth).toBeDefined();
}, 90_000);

test('in English, light, on a small window', async () => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open('qingshi-iron', '&cut=column&lang=en&theme=light&hole=boreholes_ZK0403');
  expect((await texts('#HEAD text')).join(' ')).toContain('Borehole column ZK0403');
  await savePicture(page, 'borehole-column-light-en');
  await page.setViewportSize({ width: 1440, height: 900 });
}, 90_000);

test.skipIf(NO_MINDONG)(
  'holes whose collars have no height are drawn, and their elevations are unknown',
  async () => {
    await open('mindong', '&cut=column&hole=boreholes_52-17');
    expect((await texts('#NOTES text')).join(' ')).toContain('孔口标高未知');
    expect((await texts('#LAYER-TEXT text')).filter((text) => text === '未知').length).toBe(76);
    expect(await page.locator('.hy-drawing-panel').textContent()).toContain('孔口标高未知');
    await saveScreenshot(page, 'borehole-column-mindong');
  },
  90_000,
);

test('nothing failed and nothing left the origin', () =>
  expect([...watch.errors, ...watch.offOrigin]).toEqual([]));
