import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import DxfParser from 'dxf-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { savePicture, saveScreenshot } from './compare-screenshot.ts';

let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

const open = async (query: string): Promise<void> => {
  await page.goto(`${server.url}/?v=1&mine=qingshi-iron&ws=section${query}`);
  await page.waitForSelector('.hy-sheet-paper svg', { timeout: 60_000 });
};
const texts = (selector: string): Promise<string[]> =>
  page.locator(`.hy-sheet-paper ${selector}`).allTextContents();
const download = async (label: RegExp): Promise<{ name: string; bytes: Buffer }> => {
  await page.locator('[data-action="export"]').click();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: label }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', 'qingshi-iron', 'mine.yaml')]);
  server = await startAppServer();
  browser = await openBrowser({ width: 1440, height: 900, colourScheme: 'dark' });
  ({ page, watch } = await browser.open(server.url));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a section of the demo is a finished sheet: grid, legend, title block, and says that it is synthetic', async () => {
  await open('');
  const written = (await texts('#TITLE text')).join(' ');
  expect(written).toContain('青石铁矿');
  expect(written).toContain('合成数据，不得用于生产');
  expect(written).toContain('主要负责人');
  expect((await texts('#LEGEND text')).join(' ')).toContain('矿体');
  expect((await texts('#GRID text')).some((text) => /^Y 3951\d{4}$/.test(text))).toBe(true);
  expect(await page.locator('.hy-sheet-paper #ORE path').count()).toBeGreaterThan(0);
  await saveScreenshot(page, 'section-sheet-dark-zh');
}, 90_000);

test('boreholes near the line are drawn as columns, with the band said on the sheet; the band is chosen', async () => {
  await open('');
  const holes = () => page.locator('.hy-sheet-paper #HOLE-TRACE path').count();
  const few = await holes();
  expect(few).toBeGreaterThan(0);
  expect((await texts('#LEGEND text')).join(' ')).toContain('投影带两侧各 15 m');
  await page.locator('input[data-field="hole-band"], [data-field="hole-band"] input').fill('80');
  await page.keyboard.press('Enter');
  await expect.poll(holes).toBeGreaterThan(few);
  expect((await texts('#LEGEND text')).join(' ')).toContain('投影带两侧各 80 m');
  expect(await page.locator('.hy-sheet-paper #HOLE-COLUMN path').count()).toBeGreaterThan(few * 3);
  expect((await texts('#HOLE-NAME text')).some((text) => /^ZK\d{4}$/.test(text))).toBe(true);
  expect(await page.locator('.hy-sheet-paper #HOLE-WATER path').count()).toBeGreaterThan(0);
  await expect.poll(() => page.url()).toContain('holes=80');
  await savePicture(page, 'section-holes-dark-zh');
  await page.locator('[data-field="holes"]').click();
  await expect.poll(holes).toBe(0);
}, 90_000);

test('the ends of the line are moved by keys, the drawing follows, and the link holds the line', async () => {
  await open('');
  const before = await page.locator('.hy-sheet-paper #ORE').innerHTML();
  await page.locator('.hy-keyplan button').first().focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator('.hy-sheet-paper #ORE').innerHTML()).not.toBe(before);
  await expect.poll(() => page.url()).toMatch(/[?&]line=-?\d/);
}, 60_000);

test('a line drawn by hand is cut along', async () => {
  const plan = await page.locator('.hy-keyplan').boundingBox();
  await page.mouse.move(plan!.x + plan!.width * 0.25, plan!.y + plan!.height * 0.8);
  await page.mouse.down();
  await page.mouse.move(plan!.x + plan!.width * 0.7, plan!.y + plan!.height * 0.25, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.locator('.hy-sheet-paper #GRID text').count()).toBeGreaterThan(4);
  await saveScreenshot(page, 'section-sheet-drawn');
}, 60_000);

test('a click on the sheet names the object and leads to it in the 3D mine', async () => {
  await open('');
  const goaf = page.locator('.hy-sheet-paper #ORE path').first();
  const box = await goaf.boundingBox();
  for (let i = 1; i < 10; i++) {
    await page.mouse.click(box!.x + (box!.width * i) / 10, box!.y + box!.height / 2);
    if (await page.locator('.hy-drawing-picked').isVisible()) break;
  }
  expect(await page.locator('.hy-drawing-picked strong').textContent()).toContain('·');
}, 60_000);

test('exports: a PDF with fonts in it, an SVG at true scale, a DXF in survey coordinates', async () => {
  const pdf = await download(/^PDF/);
  expect(pdf.name).toMatch(/^qingshi-iron-section-1-\d+\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.bytes.toString('latin1')).toContain('/FontFile3');
  const svg = await download(/^SVG/);
  expect(svg.bytes.toString()).toContain('width="420mm" height="297mm"');
  const flat = new DxfParser().parseSync((await download(/平面展开/)).bytes.toString())!;
  expect(Object.keys(flat.tables.layer.layers)).toEqual(
    expect.arrayContaining(['HOLE-COLUMN', 'HOLE-TRACE', 'HOLE-DEPTH', 'HOLE-NAME']),
  );
  const dxf = new DxfParser().parseSync((await download(/测量坐标/)).bytes.toString())!;
  const lines = dxf.entities as unknown as {
    type: string;
    vertices: { x: number; y: number; z: number }[];
  }[];
  const corner = lines.find(({ type }) => type === 'POLYLINE')!.vertices[0]!;
  expect(corner.x).toBeGreaterThan(39_500_000);
  expect(corner.y).toBeGreaterThan(3_900_000);
  expect(Math.abs(corner.z)).toBeLessThan(1000);
}, 120_000);

test('a level plan shows the workings of its level in survey coordinates', async () => {
  await open('&cut=level');
  expect(await page.locator('.hy-sheet-paper #ROADWAY path').count()).toBeGreaterThan(3);
  const grid = await texts('#GRID text');
  expect(grid.some((text) => /^X 39\d{5}$/.test(text))).toBe(true);
  expect(await page.locator('.hy-sheet-paper #NORTH').count()).toBe(1);
  expect(await page.locator('.hy-sheet-paper #HOLE-COLLAR path').count()).toBeGreaterThan(20);
  expect((await texts('#LEGEND text')).join(' ')).toContain('孔口标高 / 孔深');
  await savePicture(page, 'section-level-plan');
}, 60_000);

test('a longitudinal projection shows ore, goafs, stopes, roadways and planned headings over their level lines', async () => {
  await open('&cut=projection');
  for (const layer of ['ORE', 'GOAF', 'STOPE', 'ROADWAY', 'PLANNED', 'LEVEL-LINE', 'HOLE-ORE'])
    expect(await page.locator(`.hy-sheet-paper #${layer} path`).count(), layer).toBeGreaterThan(0);
  expect((await texts('#TITLE text')).join(' ')).toContain('纵投影图');
  expect((await texts('#LEVEL-LINE text')).join(' ')).toMatch(/-\d+ m 中段/);
  expect((await texts('#LEGEND text')).join(' ')).toContain('投影范围：全部');
  await savePicture(page, 'projection-dark-zh');
  const roadways = await page.locator('.hy-sheet-paper #ROADWAY path').count();
  await page.locator('input[data-field="projection-band"], [data-field="projection-band"] input').fill('20');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.hy-sheet-paper #ROADWAY path').count()).toBeLessThan(roadways);
  expect((await texts('#LEGEND text')).join(' ')).toContain('两侧各 20 m');
  const dxf = new DxfParser().parseSync((await download(/平面展开/)).bytes.toString())!;
  expect(Object.keys(dxf.tables.layer.layers)).toEqual(
    expect.arrayContaining(['ORE', 'LEVEL-LINE', 'HOLE-ORE']),
  );
}, 120_000);

test('a sheet too small for its scale says that the drawing is cut off', async () => {
  await open('&sc=200&paper=A4');
  expect(await page.locator('.hy-section-note').textContent()).toContain('裁切');
}, 60_000);

test('the cut stands filled in the mine, without perspective', async () => {
  await open('&render=half&lang=en&theme=light');
  await page.locator('.hy-drawing-bar').getByText('3D, no perspective').click();
  await page.waitForSelector('.hy-section3d canvas', { timeout: 60_000 });
  await page.waitForSelector('.hy-section3d[data-pending="0"]', { timeout: 90_000 });
  await page.waitForTimeout(1500);
  await savePicture(page, 'section-3d-light-en');
}, 180_000);

test('nothing failed and nothing left the origin', () =>
  expect([...watch.errors, ...watch.offOrigin]).toEqual([]));
