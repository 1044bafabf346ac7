import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ROLES, type Role } from '../../domain/contracts/account.ts';
import { sampleHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { sampleMajor } from '../../domain/major-hazards/sample-major.test-kit.ts';
import { TINY_COUNTY, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import { appendVersions, lockChain } from '../ledger/store/append-version.ts';
import { type Live, startLive } from '../live/live.ts';
import { writeTinyLiveMine } from '../live/setup/tiny-live-mine.test-data.ts';
import { createServer } from '../server.ts';
import { signedIn } from './signed-in.test-kit.ts';

/** Everybody who walks sees the mine `tiny` of the county `yunxiu`; nobody of them may hear of `HIDDEN`. */
export const SEEN = { mine: 'tiny', county: 'yunxiu' } as const;
export const HIDDEN = { mine: 'hidden', county: TINY_COUNTY } as const;
/** What stands in every name of the hidden mine and county. */
export const SECRET = /hidden|绝密|"(east|west|south)"|(east|west|south)(矿| mine| Ltd|-goaf)/;

/** Another mine of the county that is seen: whoever sees single mines of it may not hear of that either, nor of the county's own. */
export const BESIDE = 'zzbeside';
export const BESIDE_SECRET = /zzbeside|zzbeyond|zzoutside|cold-store/;
/** One more, which only its bundle gives to the county: its register does not list it. */
export const OUTSIDE = 'zzoutside';
/** These see the county as a whole, the others one mine of it. */
const OF_COUNTY: ReadonlySet<Role> = new Set(['county-official', 'commander']);
export const seesWhole = (role: Role): boolean => OF_COUNTY.has(role);

export interface Walkers {
  readonly live: Live;
  readonly server: FastifyInstance;
  readonly host: string;
  /** Cookie by role; of everybody but the administrator, who sees all. */
  readonly cookies: ReadonlyMap<Role, string>;
  readonly administrator: string;
  /** Of the demo's administrator, within the demo's county. */
  readonly demoAdministrator: string;
  close(): Promise<void>;
}

const HIDE: readonly (readonly [RegExp, string])[] = [
  [/\btiny\b/g, HIDDEN.mine],
  [/yunxiu/g, 'far'],
  [/小矿|甲一|乙二|网关|读卡站|摄像机|水仓|采场|泵房|老巷/g, '绝密'],
  [/Tiny mine/g, 'hidden mine'],
];

const writeHidden = async (from: string, to: string): Promise<void> => {
  await cp(from, to, { recursive: true });
  for (const file of await readdir(to)) {
    const text = await readFile(join(to, file), 'utf8');
    await writeFile(
      join(to, file),
      HIDE.reduce((all, [what, by]) => all.replace(what, by), text),
    );
  }
};

/** The tiny county again as the county that is seen: its first mine is the one that is seen, the others are beside it. */
const writeSeenCounty = async (root: string): Promise<void> => {
  const [from, to] = [join(root, TINY_COUNTY), join(root, SEEN.county)];
  await cp(from, to, { recursive: true });
  for (const file of (await readdir(to)).filter((name) => name.endsWith('.json'))) {
    const text = await readFile(join(to, file), 'utf8');
    const named = text
      .replaceAll(`"county":"${TINY_COUNTY}"`, `"county":"${SEEN.county}"`)
      .replaceAll(/\beast\b/g, SEEN.mine)
      .replaceAll(/\bwest\b/g, BESIDE)
      .replaceAll(/\bsouth\b/g, 'zzbeyond');
    await writeFile(join(to, file), named);
  }
};

/** One hidden hazard and one major hazard, whose names tell the mine. */
const writeLedgers = async ({ store }: Live, mine: string): Promise<void> => {
  const title = `${mine} 采空区`;
  const version = { reason: `${mine} 登记`, at: 0, by: { account: 'writer', name: `${mine} 登记人` } };
  await store.db.transaction().execute(async (tx) => {
    const content = sampleHazard({ id: 'h-1', mine, title });
    await appendVersions(tx, mine, await lockChain(tx, mine), [{ ...version, hazard: 'h-1', content }]);
    const entry = { kind: 'hazard', hazard: sampleMajor({ mine, title }) };
    const [end, major] = [
      await lockChain(tx, mine, 'major_version'),
      { ...version, hazard: 'hazard:M1', content: entry },
    ];
    await appendVersions(tx, mine, end, [major], 'major_version');
  });
};

/**
 * A gateway with everything it has: two live mines, a county, a camera's stream, kept history, and a page.
 * @param app folder of the built app; without it an empty page
 * @param more file of an identity provider, and the port it sends people back to
 */
export const startWalk = async (
  app?: string,
  more: { readonly identityProvider?: string; readonly port?: number } = {},
): Promise<Walkers> => {
  const { root } = await writeTinyLiveMine();
  await chmod(root, 0o755);
  for (const folder of ['live', 'bundles'])
    await writeHidden(join(root, folder, SEEN.mine), join(root, folder, HIDDEN.mine));
  await writeTinyCounty(join(root, 'counties'));
  await writeSeenCounty(join(root, 'counties'));
  await mkdir(join(root, 'bundles', OUTSIDE));
  const outside = { mineId: OUTSIDE, county: SEEN.county };
  await writeFile(join(root, 'bundles', OUTSIDE, 'catalog.json'), JSON.stringify(outside));
  for (const mine of [SEEN.mine, HIDDEN.mine]) {
    await mkdir(join(root, 'streams', mine, 'cam'), { recursive: true });
    await writeFile(join(root, 'streams', mine, 'cam', 'index.m3u8'), `#EXTM3U\n# ${mine}\n`);
  }
  await mkdir(join(root, 'app'));
  await mkdir(join(root, 'state'));
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html><title>Hyalite</title>');
  const roots = { bundlesRoot: join(root, 'bundles'), countiesRoot: join(root, 'counties') };
  const live = await startLive({
    ...roots,
    liveRoot: join(root, 'live'),
    stateFolder: join(root, 'state'),
    streamsFolder: join(root, 'streams'),
    mqttPort: 0,
    playsDemo: true,
    ...(more.identityProvider === undefined ? {} : { identityProvider: more.identityProvider }),
  });
  const server = await createServer({ ...roots, appFolder: app ?? join(root, 'app'), live });
  await server.listen({ host: '127.0.0.1', port: more.port ?? 0 });
  const host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const cookies = new Map<Role, string>();
  for (const role of ROLES)
    if (role !== 'administrator')
      cookies.set(
        role,
        await signedIn(live, host, {
          role,
          mines: [SEEN.mine],
          county: seesWhole(role) ? SEEN.county : null,
        }),
      );
  for (const mine of [SEEN.mine, HIDDEN.mine]) {
    const by = `${mine} 登记人`;
    const plan = { title: `${mine} 现状图`, surveyDate: null, by, revision: 'r1', features: [] };
    await live.store.makePlan(mine, plan);
    await live.store.hold(mine, { from: 0, to: null, by, reason: `${mine} 调查` });
    await writeLedgers(live, mine);
  }
  await writeLedgers(live, BESIDE);
  await writeLedgers(live, OUTSIDE);
  return {
    live,
    server,
    host,
    cookies,
    administrator: await signedIn(live, host, { role: 'administrator' }),
    demoAdministrator: await signedIn(live, host, { id: 'demo-administrator', role: 'administrator' }),
    close: async () => {
      await live.close();
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
};
