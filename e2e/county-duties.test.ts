import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyDutiesSchema } from '../domain/contracts/county-duties-view.ts';
import { type AppServer, ROOT, startAppServer } from './app-server.ts';
import { type OpenBrowser, openBrowser, relook, waitUntilDrawn } from './browser.ts';
import { saveScreenshot } from './compare-screenshot.ts';
import { printed } from './printed.ts';
import { TEST_BUNDLES } from './test-bundles.ts';
import { buildDemoCounty, TEST_COUNTIES } from './test-counties.ts';

const COUNTY = 'yunxiu';
const KINDS = ['missed', 'due', 'unknown', 'met', 'not-applicable'];
let rules: string;
let server: AppServer;
let browser: OpenBrowser;

beforeAll(async () => {
  buildDemoCounty();
  rules = await mkdtemp(join(tmpdir(), 'hyalite-rules-'));
  await cp(join(ROOT, 'data', 'rules'), rules, { recursive: true });
  server = await startAppServer(TEST_BUNDLES, ['--counties', TEST_COUNTIES, '--rules', rules]);
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(rules, { recursive: true, force: true });
});

const open = async (query: Record<string, string> = {}) => {
  const search = new URLSearchParams({ v: '1', ws: 'region', county: COUNTY, tab: 'duties', ...query });
  const opened = await browser.open(`${server.url}/?${search}`);
  await opened.page.waitForSelector('[data-county-duties="open"] tbody [data-mine]', { timeout: 60_000 });
  return opened;
};
const countOf = async (page: Page, kind: string): Promise<number> =>
  Number(await page.locator(`.hy-cd-kinds [data-kind="${kind}"] strong`).textContent());

describe('duties of a county', () => {
  test.each([
    { lang: 'zh', theme: 'light' },
    { lang: 'en', theme: 'dark' },
  ])('look right ($lang, $theme), what matters first, and explain a score by its parts', async (look) => {
    const { page, watch } = await open(look);
    await page.waitForTimeout(300);
    await saveScreenshot(page, `county-duties-${look.lang}`);
    const scores = await page.locator('.hy-cd-score strong').allTextContents();
    expect(scores.map(Number)).toEqual(scores.map(Number).toSorted((a, b) => b - a));
    const first = page.locator('tbody [data-mine]').first();
    await first.locator('td[data-kind="missed"] button').first().click();
    await page.waitForSelector('[data-detail] [data-chosen-duty]');
    const points = await page.locator('.hy-cd-parts li strong').allTextContents();
    const sum = points.reduce((all, text) => all + Number(text), 0);
    expect(sum).toBe(Number(await first.locator('.hy-cd-score strong').textContent()));
    await saveScreenshot(page, `county-duties-${look.lang}-detail`);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.waitForTimeout(300);
    await saveScreenshot(page, `county-duties-${look.lang}-small`);
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('are filtered and sorted; the keyboard reaches every cell; the mine and the town go into the link', async () => {
    const { page } = await open({ lang: 'zh' });
    const number = (kind: string) => countOf(page, kind);
    /** The gateway filters and sorts. */
    const answered = () => page.waitForSelector('[data-county-duties="open"][aria-busy="false"]');
    const all = await number('missed');
    await page.locator('.hy-cd-kinds [data-kind="missed"]').click();
    await answered();
    for (const row of await page.locator('tbody [data-mine]').all())
      expect(await row.locator('td[data-kind="missed"]').count()).toBeGreaterThan(0);
    expect(await number('missed')).toBe(all);
    await page.locator('[data-sort="DUTY_DRILL"]').click();
    await answered();
    expect(new URL(page.url()).searchParams.get('owing')).toBe('is.missed');
    const days = await page
      .locator('tbody [data-mine] td[data-duty="DUTY_DRILL"][data-kind="missed"] .hy-cd-word')
      .allTextContents();
    const late = days.map((text) => Number(/\d+/.exec(text)![0]));
    expect(late.length).toBeGreaterThan(2);
    expect(late).toEqual(late.toSorted((a, b) => b - a));
    await page.locator('[data-field="duty-search"]').fill('没有这座矿');
    await page.waitForSelector('.hy-cd-none');
    await page.locator('[data-action="clear-filters"]').click();
    await answered();

    await page.locator('tbody [data-cell="0 0"]').focus();
    for (const key of ['End', 'PageDown', 'PageDown', 'ArrowDown']) await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const cell = document.activeElement!.getBoundingClientRect();
      const box = document.querySelector('.hy-cd-grid')!.getBoundingClientRect();
      const head = document.querySelector('.hy-cd-grid thead th')!.getBoundingClientRect();
      const [row, column] = document.activeElement!.getAttribute('data-cell')!.split(' ').map(Number);
      return {
        row: row!,
        column,
        inSight: cell.top >= head.bottom - 1 && cell.bottom <= box.bottom + 1 && cell.right <= box.right + 1,
        headStays: Math.abs(head.top - box.top) < 2 && Math.abs(head.left - box.left) < 2,
      };
    });
    expect(at).toMatchObject({ column: 18, inSight: true, headStays: true });
    expect(at.row).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-chosen-duty="DUTY_CORROBORATION"]');
    const opened = (await page.locator('[data-detail]').getAttribute('data-detail'))!;
    await page.waitForFunction((id) => new URL(location.href).search.includes(id), opened);

    await page.locator('[data-filter="town"] input').focus();
    await page.keyboard.type('青石');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => new URL(location.href).search.includes('town'));
    await page.reload();
    await page.waitForSelector(`[data-detail="${opened}"]`);
    await answered();
    const inTown = await page.locator('tbody [data-mine]').count();
    await page.locator('[data-action="clear-filters"]').click();
    await answered();
    expect(await page.locator('tbody [data-mine]').count()).toBeGreaterThan(inTown);
    expect(await page.locator(`tbody [data-mine="${opened}"]`).isVisible()).toBe(true);
    // It binds small and medium mines: of one whose size nobody registered nobody can tell.
    await page.locator('[data-field="duty-search"]').fill('heishigou');
    await answered();
    await page
      .locator('[data-mine="heishigou"] td[data-duty="DUTY_LEVELS_4"][data-kind="unknown"] button')
      .click();
    const card = page.locator('[data-chosen-duty="DUTY_LEVELS_4"]');
    await card.waitFor();
    expect(await card.textContent()).toMatch(
      /缺：矿山规模.*（仅限中型、小型矿山）.*矿山规模未知.*县矿山台账/s,
    );
    await saveScreenshot(page, 'county-duties-size-zh');
    await page.close();
  });

  test('a mine shows its own in its 3D workspace: the same answer, each with what it rests on and what would settle it', async () => {
    const answer = await fetch(`${server.url}/api/mines/qingshi-iron/duties`);
    const view = countyDutiesSchema.parse(await answer.json());
    const link = { v: '1', ws: 'mine', mine: 'qingshi-iron', duty: 'due', render: 'half', panel: 'none' };
    const { page, watch } = await browser.open(
      `${server.url}/?${new URLSearchParams({ ...link, lang: 'zh', theme: 'light' })}`,
    );
    await page.waitForSelector('[data-duties="open"] .hy-due-list', { timeout: 60_000 });
    const [row] = view.mines;
    for (const [i, { id }] of view.duties.entries())
      expect(await page.locator(`.hy-due-list [data-duty="${id}"]`).getAttribute('data-kind')).toBe(
        row!.states[i]!.kind,
      );
    const kinds = await page
      .locator('.hy-due-list > li')
      .evaluateAll((items) => items.map((one) => one.getAttribute('data-kind')!));
    expect(kinds).toEqual(kinds.toSorted((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b)));
    await waitUntilDrawn(page);
    const unknown = page.locator('.hy-due-list > li[data-kind="unknown"]').first();
    await unknown.locator('button').focus();
    await page.keyboard.press('Enter');
    await unknown.locator('.hy-cd-settles').first().waitFor();
    await saveScreenshot(page, 'mine-due-zh');
    await relook(page, { lang: 'en', theme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.waitForTimeout(500);
    await saveScreenshot(page, 'mine-due-en-small');
    // On paper every duty stands with its clause.
    const { pages } = await printed(page, 'mine-due');
    if (pages) {
      const words = pages.join(' ').replace(/\s+/g, ' ');
      for (const { name } of view.duties) expect(words).toContain(name.en);
      expect(words.match(/Written in/g)).toHaveLength(view.duties.length);
    }
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('look ahead, go out as CSV and on paper, and follow their rule file: a broken one is told with its line', async () => {
    const { page } = await open({ lang: 'zh', theme: 'light' });
    const now = await countOf(page, 'missed');
    expect(await countOf(page, 'due')).toBeGreaterThan(0);
    await page.locator('.ant-segmented-item', { hasText: '30 天后' }).click();
    await page.waitForSelector('.hy-cd-past');
    await page.waitForFunction(
      (before) =>
        Number(document.querySelector('.hy-cd-kinds [data-kind="missed"] strong')?.textContent) > before,
      now,
    );
    await saveScreenshot(page, 'county-duties-ahead');
    await page.locator('[data-field="duty-day"]').fill('2026-05-01');
    await page.waitForSelector('[data-field="duty-day"][data-on="2026-05-01"]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('day') === '2026-05-01');
    // Of that day nobody knows what was reported: nothing of it is met, and nothing missed.
    expect(
      await page.locator('td[data-duty="DUTY_CAM_30"]:is([data-kind="met"], [data-kind="missed"])').count(),
    ).toBe(0);
    await page.locator('[data-action="back-to-today"]').click();
    await page.waitForSelector('.hy-cd-past', { state: 'detached' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="duties-csv"]').click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toContain('核查日');
    expect(lines.length).toBe(60 * 17 + 2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.hy-print tbody tr').count()).toBe(60);
    await saveScreenshot(page, 'county-duties-print');
    await page.emulateMedia({ media: 'screen' });

    const file = join(rules, `${COUNTY}.yaml`);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('months: 6, event: emergencyDrill', 'months: often, event: emergencyDrill'),
    );
    await page.locator('[data-action="judge-again"]').click();
    await page.waitForSelector('[data-county-duties="no-rules"]');
    expect(await page.locator('.hy-failure-place').textContent()).toMatch(/yunxiu\.yaml:\d+ .*months.*often/);
    await saveScreenshot(page, 'county-duties-no-rules');
    await writeFile(file, text);
    await page.locator('[data-action="judge-again"]').click();
    await page.waitForSelector('tbody [data-mine]');
    await page.close();
  });
});
