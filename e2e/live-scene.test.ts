import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, buildBundles, ROOT } from './app-server.ts';
import { type OpenBrowser, openBrowser, type Watch } from './browser.ts';
import { colourCount, saveScreenshot } from './compare-screenshot.ts';
import { startEnginePage } from './engine-page.ts';
import type { WalkerStates } from './pages/live-scene/live-page.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

const PEOPLE = 3000;
const CHOSEN = 1050;
const WIDTH = 1000;
const HEIGHT = 640;

const STATES: WalkerStates = {
  1001: { presence: 'stale' },
  1002: { presence: 'lost' },
  1003: { presence: 'unknown' },
  1036: { sos: true },
  1090: { alarmed: true },
};

let server: AppServer;
let browser: OpenBrowser;
let page: Page;
let watch: Watch;

/** Counts what the page asks WebGL to do: draw calls and uploads, told by no code of ours. */
const countWebGl = (): void => {
  const calls = { draws: 0, drawsInFrame: 0, uploads: 0, bytes: 0 };
  let frame: unknown = null;
  Object.assign(window, { glCalls: calls });
  const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const watchCall = (name: string, note: (args: unknown[]) => void): void => {
    const plain = gl[name];
    gl[name] = function (this: unknown, ...args: unknown[]) {
      note(args);
      return plain.apply(this, args);
    };
  };
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'])
    watchCall(name, () => {
      const now = document.timeline.currentTime;
      if (now !== frame) calls.drawsInFrame = 0;
      frame = now;
      calls.draws++;
      calls.drawsInFrame++;
    });
  for (const name of ['bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D'])
    watchCall(name, (args) => {
      calls.uploads++;
      calls.bytes += args.reduce<number>(
        (sum, arg) => sum + (ArrayBuffer.isView(arg) ? arg.byteLength : 0),
        0,
      );
    });
};

/** Waits until nothing has been drawn for a while. */
const settle = async (): Promise<void> => {
  let before = -1;
  for (let round = 0; round < 100; round++) {
    const draws = await page.evaluate(() => window.glCalls.draws);
    if (draws === before) return;
    before = draws;
    await page.waitForTimeout(700);
  }
  throw new Error('the scene never came to rest');
};

const open = async (theme: 'light' | 'dark', reducedMotion: boolean): Promise<void> => {
  await page.evaluate(
    ([theme, reducedMotion]) => window.livePage.open({ theme, reducedMotion, scale: 0.5 }),
    [theme, reducedMotion] as const,
  );
  await page.waitForFunction(() => window.livePage.ready(), null, { timeout: 180_000 });
  await page.evaluate(() => window.livePage.seeThrough(0.7));
};

const show = (tick: number, count = PEOPLE): Promise<void> =>
  page.evaluate(([count, tick, states]) => window.livePage.people(count, tick, states), [
    count,
    tick,
    STATES,
  ] as const);

/** Looks at a walker from so many metres. */
const lookAt = async (range: number, tick: number): Promise<void> => {
  await page.evaluate(
    ([handle, count, tick, range]) =>
      window.livePage.fly({
        target: window.livePage.place(handle, count, tick),
        heading: 330,
        pitch: -25,
        range,
      }),
    [CHOSEN, PEOPLE, tick, range] as const,
  );
  await settle();
};

const eventsOf = (name: string): Promise<unknown[]> =>
  page.evaluate(
    (name) => window.livePage.events.filter(([kind]) => kind === name).map(([, value]) => value),
    name,
  );

beforeAll(async () => {
  buildBundles([join(ROOT, 'data', 'qingshi-iron', 'mine.yaml')]);
  server = await startEnginePage(
    join(ROOT, 'e2e', 'pages', 'live-scene'),
    join(ROOT, '.cache', 'live-page'),
    TEST_BUNDLES,
  );
  browser = await openBrowser({ width: WIDTH, height: HEIGHT });
  ({ page, watch } = await browser.open('about:blank'));
  await page.addInitScript(countWebGl);
  await page.goto(server.url);
  await page.waitForFunction(() => 'livePage' in window);
  await open('dark', true);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('live things in the scene', () => {
  test('no more draw calls than kinds, before rock and behind it, and none without people', async () => {
    /** Draw calls of one frame: the last that the change asks for. */
    const drawsOf = async (handle: number): Promise<number> => {
      await settle();
      const { draws } = await page.evaluate(() => window.glCalls);
      await page.evaluate((handle) => window.livePage.select({ type: 'entity', handle }), handle);
      await page.waitForFunction((draws) => window.glCalls.draws > draws, draws);
      await settle();
      return page.evaluate(() => window.glCalls.drawsInFrame);
    };
    const without = await drawsOf(1);
    expect(without).toBeGreaterThan(0);
    await show(1);
    // People, vehicles and devices, where no graphics card draws.
    expect((await drawsOf(2)) - without).toBe(3);
  });

  test('a new picture uploads little and is drawn once without motion; then nothing is drawn', async () => {
    await show(2);
    await settle();
    const before = await page.evaluate(() => ({ ...window.glCalls }));
    await show(3);
    await settle();
    const after = await page.evaluate(() => ({ ...window.glCalls }));
    // Places (12 bytes) and headings (1) of all, and the few marks on top; no index is built anew.
    expect(after.bytes - before.bytes).toBeGreaterThan(PEOPLE * 12);
    expect(after.bytes - before.bytes).toBeLessThan(PEOPLE * 14 + 2000);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => window.glCalls.draws)).toBe(after.draws);
  });

  test('readable from five kilometres, six hundred metres and sixty', async () => {
    await page.evaluate((handle) => {
      window.livePage.names(
        Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [1000 + i, `员工 ${1000 + i}`])),
      );
      window.livePage.select({ type: 'entity', handle });
    }, CHOSEN);
    for (const range of [5000, 600, 60]) {
      await lookAt(range, 3);
      const shot = PNG.sync.read(await saveScreenshot(page, `live-scene-${range}m`));
      expect(colourCount(shot)).toBeGreaterThan(30);
      const labels = await page.locator('[data-live-labels] > div:visible').allTextContents();
      expect(labels.length).toBeGreaterThan(0);
      expect(labels.length).toBeLessThanOrEqual(100);
      expect(labels, 'the selected has its label').toContain(`员工 ${CHOSEN}`);
    }
  });

  test('a click picks the one under it and no feature of the mine', async () => {
    await lookAt(60, 3);
    const features = (await eventsOf('select')).length;
    await page.mouse.click(WIDTH / 2, HEIGHT / 2);
    await page.waitForFunction(() => window.livePage.events.some(([kind]) => kind === 'selectEntity'));
    expect((await eventsOf('selectEntity')).at(-1)).toEqual({ type: 'entity', handle: CHOSEN });
    expect(await eventsOf('select')).toHaveLength(features);
  });

  test('following keeps the pivot on the walker, until it is gone', async () => {
    await page.evaluate((handle) => window.livePage.follow({ type: 'entity', handle }), CHOSEN);
    await settle();
    for (const tick of [4, 5]) {
      await show(tick);
      await settle();
      const [pose, place] = await page.evaluate(
        ([handle, count, tick]) => [
          window.livePage.pose().target,
          window.livePage.place(handle, count, tick),
        ],
        [CHOSEN, PEOPLE, tick] as const,
      );
      for (const axis of [0, 1, 2]) expect(pose[axis]).toBeCloseTo(place[axis], 1);
    }
    expect(await eventsOf('followEnded')).toEqual([]);
    await show(6, 10);
    await settle();
    expect(await eventsOf('followEnded')).toHaveLength(1);
  });

  test('devices and overlays are drawn, stretched with the rest, and go again', async () => {
    const before = await page.evaluate(() => window.glCalls.draws);
    await page.evaluate(
      ([handle, count]) => {
        const [e, n, u] = window.livePage.place(handle, count, 3);
        window.livePage.devices(
          (['working', 'failing', 'silent', 'unknown'] as const).map((state, i) => ({
            id: `d${i}`,
            kind: ['camera', 'reader', 'slope', 'camera'][i],
            enu: [e + i * 6 - 9, n, u + 6],
            azimuth: i * 90,
            state,
            alarmed: i === 1,
          })),
        );
        window.livePage.overlay('wall', {
          kind: 'triangles',
          positions: [e - 15, n + 5, u, e + 15, n + 5, u, e, n + 5, u + 25],
          indices: [0, 1, 2],
          colours: [255, 60, 40, 160, 255, 200, 40, 160, 40, 120, 255, 160],
          throughRock: true,
        });
        window.livePage.overlay('track', {
          kind: 'lines',
          positions: [e - 20, n, u + 2, e, n + 3, u + 4, e + 20, n, u + 2],
          indices: [0, 1, 1, 2],
          colours: [255, 255, 255, 255, 80, 255, 220, 255, 255, 255, 255, 255],
          width: 3,
          throughRock: true,
        });
        window.livePage.exaggerate(2);
      },
      [CHOSEN, PEOPLE] as const,
    );
    await lookAt(60, 3);
    await saveScreenshot(page, 'live-scene-overlays');
    expect(await page.evaluate(() => window.glCalls.draws)).toBeGreaterThan(before);
    await page.evaluate(() => {
      window.livePage.devices([]);
      window.livePage.overlay('wall', null);
      window.livePage.overlay('track', null);
      window.livePage.exaggerate(1);
    });
    await settle();
    expect(await eventsOf('failure')).toEqual([]);
  });

  test('the slice takes away what of an overlay belongs to the mine, and leaves what helps to read it', async () => {
    /** Pixels of the wall's own green: it stands in the sky, where nothing else is. */
    const green = async (): Promise<number> => {
      await settle();
      const { data } = PNG.sync.read(await page.screenshot());
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 1]! > data[i]! + 80 && data[i + 1]! > data[i + 2]! + 80) count++;
      return count;
    };
    const shown = await page.evaluate(() => window.livePage.pose());
    await page.evaluate(() => {
      window.livePage.noPeople();
      window.livePage.fly({ target: [0, 0, 1200], heading: 0, pitch: 20, range: 60 });
    });
    await settle();
    // The camera's pivot stays near the mine: the wall stands about it.
    const [e, n, up] = (await page.evaluate(() => window.livePage.pose())).target;
    const foot = up - 6;
    const corners = [e - 12, n, foot, e + 12, n, foot, e + 12, n, foot + 12, e - 12, n, foot + 12];
    const wall = (sliced: boolean) =>
      page.evaluate(
        ([corners, sliced]) =>
          window.livePage.overlay('wall', {
            ...{ kind: 'triangles', positions: corners, indices: [0, 1, 2, 0, 2, 3] },
            colours: Array.from({ length: 16 }, (_, i) => (i % 4 === 1 || i % 4 === 3 ? 255 : 0)),
            sliced,
          }),
        [corners, sliced] as const,
      );
    const cut = (up: number | null) => page.evaluate((up) => window.livePage.cutAbove(up), up);
    await wall(true);
    const whole = await green();
    expect(whole).toBeGreaterThan(500);
    await cut(foot + 6);
    const half = await green();
    expect(half / whole).toBeGreaterThan(0.4);
    expect(half / whole).toBeLessThan(0.6);
    await cut(foot - 1);
    expect(await green()).toBe(0);
    await wall(false);
    expect((await green()) / whole).toBeGreaterThan(0.95);
    await cut(null);
    await page.evaluate((pose) => {
      window.livePage.overlay('wall', null);
      window.livePage.fly(pose);
    }, shown);
    expect(await eventsOf('failure')).toEqual([]);
  });

  test('with motion, pictures are mixed without a single upload', async () => {
    await open('light', false);
    await page.evaluate(() => window.livePage.home());
    // Nobody calls for help, or the pulse would go on.
    const plain = (tick: number) => page.evaluate((tick) => window.livePage.people(300, tick, {}), tick);
    await plain(1);
    await settle();
    await plain(2);
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => ({ ...window.glCalls }));
    await settle();
    const after = await page.evaluate(() => ({ ...window.glCalls }));
    expect(after.draws).toBeGreaterThan(before.draws);
    expect(after.uploads).toBe(before.uploads);
    await saveScreenshot(page, 'live-scene-light-home');
  });

  test('nothing failed and nothing left the origin', async () => {
    expect(await eventsOf('failure')).toEqual([]);
    expect(watch.errors).toEqual([]);
  });
});
