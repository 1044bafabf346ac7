import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_FOLDER, buildAppIfNeeded } from '../bin/app-build.ts';
import { signedIn } from '../gateway/accounts/signed-in.test-kit.ts';
import { createCounties } from '../gateway/county/counties.ts';
import { seedLedgers } from '../gateway/ledger/seed-ledger.ts';
import { type Live, startLive } from '../gateway/live/live.ts';
import { createServer } from '../gateway/server.ts';
import { buildBundles, ROOT } from './app-server.ts';
import type { OpenBrowser } from './browser.ts';
import { TEST_BUNDLES } from './test-bundles.ts';
import { buildDemoCounty, TEST_COUNTIES } from './test-counties.ts';

/** The demo county behind the real gateway, with the ledger it begins with and its demo accounts. */
export interface LedgerServer {
  readonly url: string;
  readonly live: Live;
  /** Whoever opens pages in this browser from now on is signed in with this demo account. */
  enter(browser: Pick<OpenBrowser, 'signIn'>, account: string): Promise<void>;
  stop(): Promise<void>;
}

export const startLedgerServer = async (): Promise<LedgerServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-ledger-'));
  // Run by root, the database runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const noMine = join(folder, 'live');
  await mkdir(noMine);
  buildBundles([join(ROOT, 'data', 'qingshi-iron', 'mine.yaml')]);
  buildDemoCounty();
  await buildAppIfNeeded();
  const live = await startLive({
    liveRoot: noMine,
    bundlesRoot: TEST_BUNDLES,
    countiesRoot: TEST_COUNTIES,
    playsDemo: true,
    stateFolder: join(folder, 'state'),
    mqttPort: 0,
  });
  await seedLedgers({
    db: live.store.db,
    counties: createCounties(TEST_COUNTIES),
    attachments: live.ledgerFolders.attachments,
    // The day the history ends on, so that it stays where the tests look for it.
    clock: () => Date.parse('2026-11-21T00:00:00Z'),
    log: () => {},
  });
  const server = await createServer({
    bundlesRoot: TEST_BUNDLES,
    countiesRoot: TEST_COUNTIES,
    rulesRoot: join(ROOT, 'data', 'rules'),
    appFolder: APP_FOLDER,
    live,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    live,
    async enter(browser, id) {
      const account = await live.accounts.find(id);
      if (!account) throw new Error(`no demo account ${id}`);
      await browser.signIn(url, await signedIn(live, new URL(url).host, account));
    },
    async stop() {
      await server.close();
      await live.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
