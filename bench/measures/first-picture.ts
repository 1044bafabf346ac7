import { join } from 'node:path';
import { buildBundles, ROOT, startAppServer } from '../../e2e/app-server.ts';
import { openBrowser, waitUntilDrawn } from '../../e2e/browser.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';

const RUNS = 3;
const MINE = 'qingshi-iron';

interface Visit {
  readonly shellMs: number;
  readonly pictureMs: number;
  readonly transferBytes: number;
}

/** One visit with an empty profile, times from the start of navigation. */
const visit = async (url: string): Promise<Visit> => {
  const browser = await openBrowser();
  try {
    const { page } = await browser.open(`${url}/?render=half&mine=${MINE}`);
    await page.waitForSelector('[data-view-state]', { state: 'attached' });
    const shellMs = await page.evaluate(() => performance.now());
    await waitUntilDrawn(page, 180_000);
    const pictureMs = await page.evaluate(() => performance.now());
    const transferBytes = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).reduce(
        (sum, entry) => sum + entry.transferSize,
        0,
      ),
    );
    return { shellMs, pictureMs, transferBytes };
  } finally {
    await browser.close();
  }
};

/** How long a person waits for the demo mine, under software rendering: the GPU's share is overstated here. */
export const firstPicture: Bench = {
  name: 'first-picture',
  about: `navigation until every visible layer of the demo is drawn, software WebGL, half resolution, median of ${RUNS}`,
  async run(): Promise<Figure[]> {
    buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
    const server = await startAppServer();
    try {
      const visits: Visit[] = [];
      for (let run = 0; run < RUNS; run++) visits.push(await visit(server.url));
      const of = (pick: (v: Visit) => number) => median(visits.map(pick));
      return [
        figure('first-picture', 'shell painted', 's', of((v) => v.shellMs) / 1000),
        figure('first-picture', 'first picture', 's', of((v) => v.pictureMs) / 1000),
        figure('first-picture', 'transferred', 'MB', of((v) => v.transferBytes) / 1e6),
      ];
    } finally {
      await server.stop();
    }
  },
};
