import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { CDPSession } from 'playwright-core';
import { ROOT } from '../../e2e/app-server.ts';
import { openBrowser } from '../../e2e/browser.ts';
import { buildEnginePage } from '../../e2e/engine-page.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';
import type { RegionContestant } from '../pages/region/region-page.ts';
import { madeUpRegion, REGION_SIZE, writeRegion } from './region-county.ts';
import { PEOPLE, serveRegion } from './region-server.ts';

/** Turns of each contestant that are counted. */
const ROUNDS = 5;
/** Turns before them: with the first every tile of the path has come, with the second the script is compiled that draws them. */
const WARM_UP = 2;
const PEER = 'deck.gl GeoJsonLayer';

/** Seconds the page's main thread has spent in scripts. */
const scriptSeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
};

/** What the county's map costs the main thread while it is moved, beside the same things in one plain layer. */
export const region: Bench = {
  name: 'region',
  about: `${REGION_SIZE.mines} mines, ${REGION_SIZE.hazards} hazards, ${REGION_SIZE.sites} sites, live counts of ${PEOPLE} people, panned and zoomed after load, 480 × 320, script on the main thread; contestants of one page take turns, medians of ${ROUNDS}`,
  async run(): Promise<Figure[]> {
    const out = join(ROOT, '.cache', 'bench-region');
    await buildEnginePage(join(ROOT, 'bench', 'pages', 'region'), out);
    const counties = await mkdtemp(join(tmpdir(), 'hyalite-bench-region-'));
    const made = madeUpRegion();
    await writeRegion(made, counties);
    const server = await serveRegion(out, made, counties);
    const browser = await openBrowser({ width: 500, height: 660, colourScheme: 'light' });
    try {
      const { page, watch } = await browser.open(server.url);
      await page.waitForFunction(() => window.region !== undefined);
      await page.evaluate(() => window.region.ready);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const spent: Record<RegionContestant, number[]> = { ours: [], peer: [], tilted: [] };
      const takeTurns = async (names: readonly RegionContestant[]): Promise<void> => {
        for (let round = 0; round < WARM_UP; round += 1)
          for (const name of names) await page.evaluate((of) => window.region.drive(of), name);
        for (let round = 0; round < ROUNDS; round += 1)
          for (const name of names) {
            const before = await scriptSeconds(session);
            const frames = await page.evaluate((of) => window.region.drive(of), name);
            const ms = (((await scriptSeconds(session)) - before) * 1000) / frames;
            spent[name].push(ms);
            process.stderr.write(`  ${name}: ${ms.toFixed(2)} ms a frame\n`);
          }
      };
      await takeTurns(['ours', 'peer']);
      const { bodies, hazards } = await page.evaluate(() => window.region.tilt());
      await takeTurns(['tilted']);
      if (watch.errors.length > 0) throw new Error(`the page failed: ${watch.errors.join('\n')}`);
      return [
        figure('region', 'script on the main thread a frame', 'ms', median(spent.ours), {
          value: median(spent.peer),
          name: PEER,
        }),
        figure(
          'region',
          `the same tilted by 60°, ${bodies} things and ${hazards} hazards in depth`,
          'ms',
          median(spent.tilted),
        ),
      ];
    } finally {
      await browser.close();
      await server.stop();
      await rm(counties, { recursive: true, force: true });
    }
  },
};
