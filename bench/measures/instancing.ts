import { join } from 'node:path';
import { ROOT } from '../../e2e/app-server.ts';
import { openBrowser } from '../../e2e/browser.ts';
import { startEnginePage } from '../../e2e/engine-page.ts';
import { type Bench, type Figure, figure } from '../figure.ts';
import type { Contestant, Cost, View } from '../pages/instancing/instancing-page.ts';

const THINGS = 100_000;
/** The engine's Entity API takes a gigabyte and a second a picture at 100 000: it is measured with fewer, ours too. */
const FEWER = 20_000;
/** Software pixels are slow: what one waits for on the screen is measured with these. */
const SEEN = 10_000;
/** The first are left out: they build everything, and the code is not yet compiled. */
const TICKS = 10;
const SEEN_TICKS = 5;

/** Moving things in the scene: main-thread time under software rendering, each contestant in a page of its own. */
export const instancing: Bench = {
  name: 'instancing',
  about: `${THINGS} moving things at 1 Hz, software WebGL, 640 × 360, main-thread ms, medians; Entity API at ${FEWER}`,
  async run(): Promise<Figure[]> {
    const page = join(ROOT, 'bench', 'pages', 'instancing');
    const server = await startEnginePage(page, join(ROOT, '.cache', 'bench-instancing'), ROOT);
    const open = async () => {
      const browser = await openBrowser({
        width: 700,
        height: 500,
        extraFlags: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
      });
      const { page } = await browser.open(server.url);
      await page.waitForFunction(() => 'instancing' in window);
      return { browser, page };
    };
    const bare = async (contestant: Contestant, count: number, view: View = 'away'): Promise<Cost> => {
      const { browser, page } = await open();
      try {
        return await page.evaluate(
          ([contestant, count, ticks, view]) => window.instancing.bare(contestant, count, ticks, view),
          [contestant, count, view === 'over' ? SEEN_TICKS : TICKS, view] as const,
        );
      } finally {
        await browser.close();
      }
    };
    const engine = async (count: number) => {
      const { browser, page } = await open();
      try {
        return await page.evaluate(([count, ticks]) => window.instancing.engine(count, ticks), [
          count,
          TICKS,
        ] as const);
      } finally {
        await browser.close();
      }
    };
    try {
      const empty = await bare('empty', 0);
      const pulled = await bare('pulled', THINGS);
      const instanced = await bare('instanced', THINGS);
      const points = await bare('points', THINGS);
      const pulledFewer = await bare('pulled', FEWER);
      const entities = await bare('entities', FEWER);
      const whole = await engine(THINGS);
      const seen = {
        pulled: await bare('pulled', SEEN, 'over'),
        instanced: await bare('instanced', SEEN, 'over'),
        points: await bare('points', SEEN, 'over'),
      };
      const made = (metric: string, unit: string, ours: number, peer?: number, name?: string): Figure =>
        figure('instancing', metric, unit, ours, peer === undefined ? null : { value: peer, name: name! });
      const over = (cost: Cost): number => Math.max(cost.betweenMs - empty.betweenMs, 0.01);
      const overTick = (cost: Cost): number => Math.max(cost.tickMs - empty.betweenMs, 0.01);
      const peers = [
        ['instanced attributes', instanced, pulled, THINGS],
        ['PointPrimitiveCollection', points, pulled, THINGS],
        [`Entity API, ${FEWER} things`, entities, pulledFewer, FEWER],
      ] as const;
      return [
        made('empty scene, frame', 'ms', empty.betweenMs),
        ...peers.flatMap(([name, peer, ours]) => [
          made('frame between pictures, over the empty scene', 'ms', over(ours), over(peer), name),
          made('new picture, over the empty scene', 'ms', overTick(ours), overTick(peer), name),
          made('heap more', 'MB', ours.heapMB, peer.heapMB, name),
        ]),
        ...(
          [
            ['instanced attributes', seen.instanced],
            ['PointPrimitiveCollection', seen.points],
          ] as const
        ).map(([name, peer]) =>
          made(
            `frame of ${SEEN} in sight until its pixels are there`,
            'ms',
            seen.pulled.finishedMs,
            peer.finishedMs,
            name,
          ),
        ),
        made(
          'draw calls, three kinds, in front and behind rock',
          'calls',
          pulled.drawsPerFrame - empty.drawsPerFrame,
        ),
        made('uploads between pictures', 'calls', pulled.uploadsBetween),
        made('whole engine with labels: frame between pictures', 'ms', whole.betweenMs),
        made('whole engine with labels: new picture', 'ms', whole.tickMs),
        made('whole engine with labels: taking a picture alone', 'ms', whole.takeMs),
        made('picking one of them', 'ms', whole.pickMs),
        made('frames drawn while all move', '1/s', whole.framesPerSecond),
      ];
    } finally {
      await server.stop();
    }
  },
};
