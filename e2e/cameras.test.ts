import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CameraState } from '../domain/cameras/camera-state.ts';
import { type Coverage, coverage } from '../domain/cameras/coverage.ts';
import { type CoverageTable, coverageTable } from '../domain/cameras/coverage-table.ts';
import type { Surroundings } from '../domain/cameras/line-of-sight.ts';
import { mineSurroundings } from '../domain/cameras/mine-surroundings.ts';
import { KEY_PLACE_KINDS } from '../domain/contracts/live/live-manifest.ts';
import type { LiveSetup } from '../domain/contracts/live/setup.ts';
import { makeClip } from '../gateway/live/streams/make-clip.ts';
import { type OpenBrowser, openBrowser, type Watch, waitUntilDrawn } from './browser.ts';
import { readCatalog } from './bundle-feature.ts';
import { pixelDifference, saveScreenshot, stillPicture } from './compare-screenshot.ts';
import { ensureDebian } from './debian.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { SHARED_DATA, sharedSetMissing } from './shared-data.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const MINE = 'qingshi-iron';
const FILM = '12-video';
/** Sees a work place, and has a stream; a second one with a stream that nobody writes. */
const [WITH_STREAM, SEES_WORK_PLACE, WITHOUT_FILES] = ['SXT-01', 'SXT-13', 'SXT-04'] as const;
const [BY_WHEP, BY_GB28181] = ['SXT-10', 'SXT-08'] as const;

const { ffmpeg } = ensureDebian(['ffmpeg']);
if (ffmpeg.path === null) process.stdout.write(`streams are not played: ${ffmpeg.missing}\n`);

let streams: string;
let server: LiveServer;
let browser: OpenBrowser;
let setup: LiveSetup;
let surroundings: Surroundings;
let table: CoverageTable;
let beat: NodeJS.Timeout;
/** Cameras that are not as the others, which are online. */
const odd = new Map<string, CameraState>();

const cameras = () => setup.devices.filter(({ kind }) => kind === 'camera');

/** What the field gateway says of its cameras now; of silent ones nothing. */
const report = async (): Promise<void> => {
  const now = Date.now();
  const readings = cameras()
    .filter(({ id }) => odd.get(id) !== 'unknown')
    .map(({ id }) => ({
      device: id,
      values: { online: odd.get(id) !== 'offline', obstructed: odd.get(id) === 'obstructed' },
    }));
  await server.say('camera', 'GW-L50', { at: now, sent: now, readings });
};

const expected = (): Coverage =>
  coverage(table, setup, new Map(cameras().map(({ id }) => [id, odd.get(id) ?? 'online'])));

beforeAll(async () => {
  streams = await mkdtemp(join(tmpdir(), 'hyalite-streams-'));
  if (ffmpeg.path !== null)
    await makeClip({
      ffmpeg: ffmpeg.path,
      film: sharedSetMissing(FILM) ? null : join(SHARED_DATA, FILM, 'one-by-one-person-detection.mp4'),
      folder: join(streams, 'demo', 'sxt-01'),
      seconds: 20,
    });
  server = await startLiveServer(MINE, streams);
  const side = server.live.side(MINE)!.live;
  setup = side.setup;
  surroundings = mineSurroundings(side.network, side.ground)!;
  table = coverageTable(surroundings, setup);
  odd.set('SXT-03', 'offline').set('SXT-07', 'obstructed').set('SXT-12', 'unknown');
  await report();
  beat = setInterval(() => void report(), 1000);
  browser = await openBrowser({ width: 1440, height: 1000 });
});
afterAll(async () => {
  clearInterval(beat);
  await browser?.close();
  await server?.stop();
  await rm(streams, { recursive: true, force: true });
});

const open = async (query: Record<string, string> = {}) => {
  // Only the roadways: software rendering pays by the pixel, most of all for the ground.
  const { layers } = await readCatalog(join(TEST_BUNDLES, MINE));
  const only = layers.map(({ id }) => `${id}.${id === 'roadways' ? 'on' : 'off'}`).join('_');
  const link = { v: '1', render: 'half', mine: MINE, layers: only, panel: 'cameras', ...query };
  const opened = await browser.open(`${server.url}/?${new URLSearchParams(link)}`);
  await opened.page.waitForSelector(`[data-camera="${WITH_STREAM}"][data-state="online"]`, {
    timeout: 120_000,
  });
  return opened;
};

const numbersIn = async (page: Page, selector: string): Promise<number[]> =>
  (await page.locator(selector).allTextContents()).map(Number);

describe('camera panel', () => {
  /** One page for all that look at it in Chinese: its scene is loaded once. */
  let page: Page;
  let watch: Watch;
  beforeAll(async () => {
    ({ page, watch } = await open());
  });
  afterAll(async () => {
    await page?.close();
  });

  test('lists every camera with its state, and counts as the domain does', async () => {
    const states = await page
      .locator('[data-camera]')
      .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.camera, dataset.state]));
    expect(states).toEqual(cameras().map(({ id }) => [id, odd.get(id) ?? 'online']));

    const { allKeyPlaces, mainWorkPlaces, byKind, rules, keyPlaces, workPlaces } = expected();
    for (const [of, count] of [
      ['key-places', allKeyPlaces],
      ['main-work-places', mainWorkPlaces],
    ] as const) {
      const text = await page.locator(`[data-coverage="${of}"]`).textContent();
      expect(text).toContain(`${Math.floor(count.workingPercent!)}%`);
      expect(text).toContain(`${count.seen} / ${count.total}`);
    }
    expect(await page.locator('[data-rule]').count()).toBe(rules.length);
    for (const { rule, met } of rules)
      expect(await page.locator(`[data-rule="${rule.id}"]`).getAttribute('data-met')).toBe(String(met));

    await page.locator('.hy-kinds summary').click();
    for (const kind of KEY_PLACE_KINDS) {
      const { total, seen, failing, obstructed, blind, unknown } = byKind[kind];
      expect(await numbersIn(page, `tr[data-kind="${kind}"] td`), kind).toEqual([
        total,
        seen,
        failing + obstructed,
        blind,
        unknown,
      ]);
    }
    const unseen = await page
      .locator('[data-blind] [data-place]')
      .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.place, dataset.verdict]));
    expect(unseen).toEqual(
      keyPlaces.filter(({ verdict }) => verdict !== 'seen').map(({ id, verdict }) => [id, verdict]),
    );
    const stopped = await page
      .locator('[data-unseen] [data-place]')
      .evaluateAll((rows) => rows.map(({ dataset }) => dataset.place));
    expect(stopped).toEqual(
      workPlaces.filter(({ verdict, place }) => place.main && verdict !== 'seen').map(({ id }) => id),
    );
    expect(stopped.length).toBeGreaterThan(0);
    await saveScreenshot(page, 'cameras-panel');
    await page.locator('.hy-kinds summary').click();
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('a work place that loses its last camera is warned of, and cleared when the camera is back', async () => {
    const [place] = table.cameras.find(({ camera }) => camera === SEES_WORK_PLACE)!.workPlaces;
    const warning = page.locator(`[data-unseen] [data-place="${place}"]`);
    expect(await warning.count()).toBe(0);
    odd.set(SEES_WORK_PLACE, 'offline');
    await warning.waitFor({ timeout: 60_000 });
    expect(await warning.getAttribute('data-verdict')).toBe('failing');
    await page.waitForSelector(`[data-camera="${SEES_WORK_PLACE}"][data-state="offline"]`);
    await saveScreenshot(page, 'cameras-work-place-blind');
    odd.delete(SEES_WORK_PLACE);
    await warning.waitFor({ state: 'detached', timeout: 60_000 });
  });

  test.skipIf(ffmpeg.path === null)('plays a stream and says that it is a recording', async () => {
    await page.locator(`[data-camera="${WITH_STREAM}"] .hy-camera-row`).click();
    await page.waitForSelector('.hy-stream[data-stream="playing"]', { timeout: 90_000 });
    const time = () =>
      page.locator('.hy-stream video').evaluate((video: HTMLVideoElement) => video.currentTime);
    const before = await time();
    await page.waitForTimeout(1500);
    expect(await time()).toBeGreaterThan(before + 0.5);
    expect(await page.locator('.hy-stream figcaption [data-recorded="true"]').count()).toBe(1);
    expect(await page.locator('.hy-stream figcaption .hy-flag-synthetic').count()).toBe(1);
    await saveScreenshot(page, 'cameras-stream');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
  });

  test('a chosen camera shows its view in the scene', async () => {
    await waitUntilDrawn(page);
    await page.locator(`[data-camera="${SEES_WORK_PLACE}"] .hy-camera-row`).click();
    const scene = page.locator('#hy-scene .hy-canvas');
    /** The flight has ended and all tiles are there when two pictures in a row are the same. */
    const still = async (): Promise<PNG> => PNG.sync.read(await stillPicture(scene, 1000));
    const shown = await still();
    await saveScreenshot(page, 'cameras-view');
    await page.locator('.hy-camera-switches .ant-segmented-item').first().click();
    const hidden = await still();
    expect(pixelDifference(shown, hidden), 'the view makes no difference to the picture').toBeGreaterThan(
      0.002,
    );
    await page.locator('.hy-camera-switches .ant-switch').click();
    const stretches = await still();
    await saveScreenshot(page, 'cameras-stretches');
    expect(pixelDifference(stretches, hidden), 'seen roadways are not drawn').toBeGreaterThan(0.0005);
    // This camera's stream has no files on the server: the browser prints the answer 404.
    expect(watch.errors.filter((text) => !text.includes('404'))).toEqual([]);
    expect(watch.offOrigin).toEqual([]);
  });
});

// The shared page is closed by now: one left open behind goes on drawing and slows the next ones.
describe('camera panel in English', () => {
  test('proposes where the next cameras gain most, without stopping the page', async () => {
    const { page, watch } = await open({ lang: 'en' });
    await page.locator('.hy-camera-actions button').first().click();
    await page.waitForSelector('.hy-proposals li', { timeout: 60_000 });
    const texts = await page.locator('.hy-proposals li').allTextContents();
    expect(texts).toHaveLength(5);
    const named = [...setup.keyPlaces, ...setup.workPlaces];
    const blind = [...table.keyPlaces, ...table.workPlaces].filter((sight) => sight.cameras?.length === 0);
    const names = blind.map(({ id }) => named.find((one) => one.id === id)!.name.en);
    expect(
      names.some((name) => texts[0]!.includes(name)),
      texts[0],
    ).toBe(true);
    await saveScreenshot(page, 'cameras-proposals');
    expect(watch).toEqual({ errors: [], offOrigin: [] });
    await page.close();
  });

  test('says why there is no picture: no files, a gateway that is needed, a camera that is down', async () => {
    const { page, watch } = await open({ lang: 'en', theme: 'light' });
    const choose = (id: string) => page.locator(`[data-camera="${id}"] .hy-camera-row`).click();
    await choose(WITHOUT_FILES);
    await page.waitForSelector(`[data-camera="${WITHOUT_FILES}"] .hy-stream [role="alert"]`);
    expect(await page.locator('.hy-stream [role="alert"]').textContent()).toContain('no such stream');
    await saveScreenshot(page, 'cameras-no-stream');
    for (const [id, type, address] of [
      [BY_WHEP, 'whep', 'sxt-10'],
      [BY_GB28181, 'gb28181', '34020000001320000008'],
    ] as const) {
      await choose(id);
      const box = page.locator(`[data-camera="${id}"] .hy-stream-address[data-stream="${type}"]`);
      await box.waitFor();
      expect(await box.textContent()).toContain(address);
      expect(await box.textContent()).toContain('media gateway');
    }
    await choose('SXT-03');
    await page.waitForSelector('[data-camera="SXT-03"] [data-stream="down"]');
    expect(await page.locator('video').count(), 'a player for a camera that has none').toBe(0);
    expect(watch.errors.filter((text) => !text.includes('404'))).toEqual([]);
    expect(watch.offOrigin).toEqual([]);
    await page.close();
  });
});
