import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/browser.ts';
import { type Figure, figure, median } from '../figure.ts';
import type { Contestant, Spent, View } from '../pages/instancing/instancing-page.ts';

const THINGS = 100_000;
export const ABOUT = `${THINGS} moving things at 1 Hz, 640 × 360, main thread over the empty scene; contestants of one page take turns, medians`;
/** Software pixels are slow: what one waits for on the screen is measured with these. */
const SEEN = 10_000;
/** Rounds of turns: no more than this many, and after the least of them no longer than a while. */
const MOST_ROUNDS = 24;
const LEAST_ROUNDS = 3;
const LONG_ENOUGH_MS = 20_000;
/** Of the whole engine, one a second. */
const ENGINE_TICKS = 12;

interface Turns {
  /** ms by the clock, each. */
  readonly tick: number[];
  readonly between: number[];
  readonly finished: number[];
  /** ms of the main thread's own processor time a picture and a frame, by round. */
  readonly tickThread: number[];
  readonly betweenThread: number[];
  draws: number;
  uploadsBetween: number;
}

interface Lineup {
  readonly contestants: readonly Contestant[];
  readonly carriedOut: boolean;
  /** In one turn. */
  readonly ticks: number;
  readonly frames: number;
}

/** A turn of the empty scene: what all are measured against, and cheap. */
const EMPTY = { ticks: 3, frames: 12 };

/** Processor time the page's main thread has used, ms. */
const threadClock = async (page: Page): Promise<() => Promise<number>> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
  };
};

const openPage = async (url: string) => {
  const browser = await openBrowser({
    width: 700,
    height: 500,
    extraFlags: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  const { page } = await browser.open(url);
  await page.waitForFunction(() => 'instancing' in window);
  return { browser, page };
};

type Act = 'ticks' | 'frames';
const act = (page: Page, what: Act, who: Contestant, times: number, carriedOut: boolean): Promise<Spent[]> =>
  page.evaluate(([what, who, times, carriedOut]) => window.contesting[what](who, times, carriedOut), [
    what,
    who,
    times,
    carriedOut,
  ] as const);

/** Lets them take turns. The first turn of each is left out: it builds everything, and the code is not yet compiled. */
const takeTurns = async (page: Page, lineup: Lineup): Promise<Map<Contestant, Turns>> => {
  const { contestants, carriedOut } = lineup;
  const clock = await threadClock(page);
  const all = new Map<Contestant, Turns>();
  for (const who of contestants) {
    await act(page, 'ticks', who, Math.max(lineup.ticks, 2), carriedOut);
    await act(page, 'frames', who, lineup.frames, carriedOut);
    all.set(who, {
      tick: [],
      between: [],
      finished: [],
      tickThread: [],
      betweenThread: [],
      draws: 0,
      uploadsBetween: 0,
    });
  }
  const began = performance.now();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round >= LEAST_ROUNDS && performance.now() - began > LONG_ENOUGH_MS) break;
    for (const who of contestants) {
      const turns = all.get(who)!;
      const { ticks, frames } = who === 'empty' ? EMPTY : lineup;
      const before = await clock();
      const atTick = await act(page, 'ticks', who, ticks, carriedOut);
      const middle = await clock();
      const between = await act(page, 'frames', who, frames, carriedOut);
      const after = await clock();
      turns.tick.push(...atTick.map(({ ms }) => ms));
      turns.between.push(...between.map(({ ms }) => ms));
      turns.finished.push(...between.map(({ finishedMs }) => finishedMs));
      turns.tickThread.push((middle - before) / ticks);
      turns.betweenThread.push((after - middle) / frames);
      turns.draws = Math.max(turns.draws, ...between.map(({ draws }) => draws));
      turns.uploadsBetween = Math.max(turns.uploadsBetween, ...between.map(({ uploads }) => uploads));
    }
  }
  return all;
};

/** What one of them costs over the empty scene in the same page, ms. Below nothing where the machine was too busy to tell. */
interface Cost {
  readonly tick: number;
  readonly between: number;
  readonly tickThread: number;
  readonly betweenThread: number;
  readonly draws: number;
  readonly uploadsBetween: number;
}

const overEmpty = (turns: Turns, empty: Turns): Cost => {
  const over = (clock: 'tick' | 'between' | 'tickThread' | 'betweenThread'): number =>
    median(turns[clock]) - median(empty[clock]);
  return {
    tick: over('tick'),
    between: over('between'),
    tickThread: over('tickThread'),
    betweenThread: over('betweenThread'),
    draws: turns.draws,
    uploadsBetween: turns.uploadsBetween,
  };
};

const inPage = async <T>(
  url: string,
  contestants: readonly Contestant[],
  count: number,
  view: View,
  pictures: 'ready' | 'fresh',
  use: (page: Page, graphics: string) => Promise<T>,
): Promise<T> => {
  const { browser, page } = await openPage(url);
  try {
    const graphics = await page.evaluate(
      async ([contestants, count, view, pictures]) => {
        window.contesting = await window.instancing.contest(contestants, count, view, pictures);
        return window.contesting.graphics;
      },
      [contestants, count, view, pictures] as const,
    );
    return await use(page, graphics);
  } finally {
    await browser.close();
  }
};

const heapOf = (url: string, who: Contestant): Promise<number> =>
  inPage(url, [who], THINGS, 'away', 'fresh', async (page) => {
    for (let i = 0; i < 4; i++) {
      await act(page, 'ticks', who, 1, false);
      await act(page, 'frames', who, 2, false);
    }
    return page.evaluate(() => window.contesting.heapMoreMB());
  });

const PEERS: readonly (readonly [Contestant, string])[] = [
  ['instanced', 'instanced attributes'],
  ['points', 'PointPrimitiveCollection'],
  ['entities', 'Entity API'],
];

/** Every figure of the bench, from the built page at `url`, and what drew them. */
export const measureInstancing = async (
  url: string,
  say: (line: string) => void,
): Promise<{ readonly figures: Figure[]; readonly graphics: string }> => {
  const made = (metric: string, unit: string, ours: number, peer?: number, name?: string): Figure =>
    figure('instancing', metric, unit, ours, peer === undefined ? null : { value: peer, name: name! });
  const figures: Figure[] = [];
  let drawnBy = '';

  const heaps = new Map<Contestant, number>();
  const costs = { held: new Map<Contestant, Cost>(), carriedOut: new Map<Contestant, Cost>() };
  let emptyMs = 0;
  // The Entity API's garbage would be collected in the others' turns: it has a page to itself.
  for (const line of [['pulled', 'instanced', 'points'], ['entities']] as const) {
    const heavy = line.length === 1;
    const contestants: Contestant[] = ['empty', ...line];
    await inPage(url, contestants, THINGS, 'away', 'ready', async (page, graphics) => {
      drawnBy = graphics;
      for (const how of ['held', 'carriedOut'] as const) {
        const carriedOut = how === 'carriedOut';
        say(`${contestants.join(', ')}: draws ${carriedOut ? 'carried out' : 'held back'} …`);
        const all = await takeTurns(page, {
          contestants,
          carriedOut,
          ticks: carriedOut || heavy ? 1 : 3,
          frames: carriedOut || heavy ? 4 : 12,
        });
        const empty = all.get('empty')!;
        if (!heavy) emptyMs = median(empty.between);
        for (const who of line) costs[how].set(who, overEmpty(all.get(who)!, empty));
      }
      // To build it once more would take minutes.
      if (heavy) heaps.set('entities', await page.evaluate(() => window.contesting.heapMoreMB()));
    });
  }
  for (const who of ['empty', 'pulled', 'instanced', 'points'] as const) {
    say(`heap: ${who} …`);
    heaps.set(who, await heapOf(url, who));
  }
  const { draws, uploadsBetween } = costs.carriedOut.get('pulled')!;
  figures.push(
    made('empty scene, frame', 'ms', emptyMs),
    made('draw calls a frame, three kinds, in front and behind rock', 'calls', draws),
    made('uploads between pictures', 'calls', uploadsBetween),
  );
  for (const [who, name] of PEERS) {
    for (const [how, clock] of [
      ['carriedOut', 'tick'],
      ['held', 'tick'],
      ['held', 'tickThread'],
      ['carriedOut', 'between'],
      ['held', 'between'],
      ['held', 'betweenThread'],
    ] as const) {
      const what = clock.startsWith('tick') ? 'new picture' : 'frame between pictures';
      const by = clock.endsWith('Thread') ? 'processor time' : 'clock';
      figures.push(
        made(
          `${what}, over the empty scene, ${by}, draws ${how === 'held' ? 'held back' : 'carried out'}`,
          'ms',
          costs[how].get('pulled')![clock],
          costs[how].get(who)![clock],
          name,
        ),
      );
    }
    const heapOver = (one: Contestant): number => heaps.get(one)! - heaps.get('empty')!;
    figures.push(made('heap more', 'MB', heapOver('pulled'), heapOver(who), name));
  }

  const watchers: Contestant[] = ['pulled', 'instanced', 'points'];
  say(`${SEEN} in sight …`);
  await inPage(url, watchers, SEEN, 'over', 'ready', async (page) => {
    const all = await takeTurns(page, {
      contestants: watchers,
      carriedOut: true,
      ticks: 1,
      frames: 3,
    });
    for (const [who, name] of PEERS) {
      const peer = all.get(who);
      if (peer)
        figures.push(
          made(
            `frame of ${SEEN} in sight until its pixels are there`,
            'ms',
            median(all.get('pulled')!.finished),
            median(peer.finished),
            name,
          ),
        );
    }
  });

  say('whole engine …');
  const { browser, page } = await openPage(url);
  try {
    const whole = await page.evaluate(([count, ticks]) => window.instancing.engine(count, ticks), [
      THINGS,
      ENGINE_TICKS,
    ] as const);
    figures.push(
      made('whole engine with labels: frame between pictures', 'ms', whole.betweenMs),
      made('whole engine with labels: new picture', 'ms', whole.tickMs),
      made('whole engine with labels: taking a picture alone', 'ms', whole.takeMs),
      made('picking one of them', 'ms', whole.pickMs),
      made('frames drawn while all move', '1/s', whole.framesPerSecond),
    );
  } finally {
    await browser.close();
  }
  return { figures, graphics: drawnBy };
};
