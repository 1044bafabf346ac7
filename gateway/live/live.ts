import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../../domain/contracts/account.ts';
import { TOPIC_ID } from '../../domain/contracts/live/topic.ts';
import { type Accounts, openAccounts } from '../accounts/accounts.ts';
import type { ProviderLink } from '../accounts/elsewhere/provider-link.ts';
import type { Guard } from '../accounts/guard.ts';
import { createMinePlaces, type MinePlaces } from '../accounts/mine-places.ts';
import { createOwnOrigin, type OwnOrigin } from '../accounts/own-origin.ts';
import type { LedgerFolders } from '../ledger/ledger-context.ts';
import { startBeat } from './beat.ts';
import { type Broker, startBroker } from './intake/broker.ts';
import { CREDENTIALS_FILE, openCredentials } from './intake/credentials.ts';
import { createIntake, type Intake } from './intake/intake.ts';
import { startOutside } from './intake/outside.ts';
import type { Subscriber } from './intake/subscriber.ts';
import { type MineSide, openMineSide } from './mine-side.ts';
import type { IntakeSink } from './ports.ts';
import { addLiveRoutes } from './routes/live-routes.ts';
import { type LiveMine, loadLiveMine } from './setup/live-mine.ts';
import { asViewer, type ViewerDatabase } from './store/as-viewer.ts';
import type { MineStore } from './store/mine-store.ts';
import { type KeptStore, openStore } from './store/store.ts';
import { createViewers, type Viewers } from './viewers/viewers.ts';

export interface LiveOptions {
  /** Holds one folder a mine with its live.yaml. */
  readonly liveRoot: string;
  readonly bundlesRoot: string;
  /** Holds one folder a county with its register of mines. */
  readonly countiesRoot?: string;
  /** Makes the demo accounts, which need no password, and lets them in. */
  readonly playsDemo?: boolean;
  /** identity-provider.yaml: an OpenID Connect provider to sign in with. */
  readonly identityProvider?: string;
  /** Database and credentials lie in it; made if missing. */
  readonly stateFolder: string;
  /** Of the embedded broker; 0: any free one. Not used with `mqttUrl`. */
  readonly mqttPort: number;
  /** Address the embedded broker listens on; 127.0.0.1 by default. */
  readonly mqttHost?: string;
  /** PEM files of the certificate and its key: the embedded broker speaks MQTT over TLS. */
  readonly mqttTls?: { readonly cert: string; readonly key: string } | undefined;
  /** A broker that is not ours. */
  readonly mqttUrl?: string;
  /** A PostgreSQL that is not ours. */
  readonly databaseUrl?: string;
  /** Camera streams as HLS files; `stateFolder`/streams by default. */
  readonly streamsFolder?: string;
  /** Names besides loopback under which browsers reach the gateway. */
  readonly hostNames?: readonly string[];
  readonly clock?: () => number;
  readonly log?: (line: string) => void;
}

/** The live side of the gateway: devices in, store behind, viewers in front. */
export interface Live {
  readonly accounts: Accounts;
  readonly places: MinePlaces;
  readonly origin: OwnOrigin;
  /** The OpenID Connect provider people may sign in with; null: none. */
  readonly elsewhere: ProviderLink | null;
  /** What is kept of mines, as far as an account sees them. */
  storeOf(account: Pick<Account, 'id'>): MineStore;
  /** Reads and writes for an account: of mines it does not see, the database itself has no rows for it. */
  as<T>(account: Pick<Account, 'id'>, work: (tx: ViewerDatabase) => Promise<T>): Promise<T>;
  readonly mines: readonly string[];
  /** Mines whose live.yaml cannot be used, and why. */
  readonly broken: ReadonlyMap<string, string>;
  /** Of the embedded broker; null where another is used. */
  readonly mqttPort: number | null;
  readonly intake: Intake;
  readonly viewers: Viewers;
  readonly store: KeptStore;
  readonly ledgerFolders: LedgerFolders;
  side(mine: string): MineSide | null;
  isLive(mine: string): boolean;
  attach(server: FastifyInstance, guard: Guard): void;
  close(): Promise<void>;
}

/** Below the state folder. */
export const STREAMS_FOLDER = 'streams';
const SCANS_FOLDER = 'scans';
const ATTACHMENTS_FOLDER = 'attachments';
const UPLOADS_FOLDER = 'uploads';
const SUBSCRIBER_NAME = 'hyalite-gateway';

const SWEEP_EVERY_MS = 3_600_000;

/** The name browsers reach this gateway by, as its identity provider knows it. */
const hostOf = ({ provider }: ProviderLink): string => new URL(provider.address).hostname;

/** Imported where there is one: few have a provider, and its packages are held for as long as the gateway runs. */
const openProvider = async (file: string): Promise<ProviderLink> => {
  const { readIdentityProvider } = await import('../accounts/elsewhere/provider-link.ts');
  return readIdentityProvider(file);
};

/** Every folder with a live.yaml; a broken one stops no other. */
const loadMines = async (
  liveRoot: string,
  bundlesRoot: string,
  log: (line: string) => void,
): Promise<{ mines: LiveMine[]; broken: Map<string, string> }> => {
  const folders = await readdir(liveRoot, { withFileTypes: true });
  const mines: LiveMine[] = [];
  const broken = new Map<string, string>();
  for (const { name } of folders
    .filter((one) => one.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const liveFolder = join(liveRoot, name);
    if (!(await readdir(liveFolder)).includes('live.yaml')) continue;
    try {
      const live = await loadLiveMine({ liveFolder, bundleFolder: join(bundlesRoot, name) });
      for (const warning of live.warnings) log(warning);
      mines.push(live);
    } catch (error) {
      broken.set(name, (error as Error).message);
      log(`${name} has no live side: ${(error as Error).message}`);
    }
  }
  return { mines, broken };
};

/**
 * Opens everything in the order it is needed: what is kept, who is where, then the doors. @throws Error where the store,
 * the broker's port or the outside broker's address cannot be used
 */
export const startLive = async (o: LiveOptions): Promise<Live> => {
  const clock = o.clock ?? Date.now;
  const log = o.log ?? (() => {});
  const stateFolder = resolve(o.stateFolder);
  // Run by root, the database runs as another user, who must be able to enter; what is secret in it has its own mode.
  await mkdir(stateFolder, { recursive: true, mode: 0o711 });
  const { mines, broken } = await loadMines(resolve(o.liveRoot), resolve(o.bundlesRoot), log);
  const store = await openStore({ stateFolder, databaseUrl: o.databaseUrl, clock });
  /** Closed in the reverse order of opening, also where opening fails half-way. */
  const opened: (() => Promise<void> | void)[] = [() => store.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const sides = new Map<string, MineSide>();
    const sink: IntakeSink = {
      show: (accepted) => sides.get(accepted.mine)?.take(accepted),
      keep: (accepted) => store.keep(accepted),
      refuse: (reject) => store.refuse(reject),
    };
    const intake = createIntake({
      sink,
      locator: (mine) => sides.get(mine)?.locator ?? null,
      strangers: (mine) => sides.get(mine)?.strangers ?? null,
      devices: (mine) => sides.get(mine)?.strangeDevices ?? null,
      clock,
      seen: await store.seen(),
      mines: mines.map(({ manifest }) => ({
        mine: manifest.mine,
        county: manifest.county,
        silentAfterMs: manifest.presence.readerSilentAfter * 1000,
        gateways: manifest.gateways.map(({ id }) => id),
      })),
    });
    for (const live of mines) {
      const { mine } = live.manifest;
      const side = await openMineSide({
        live,
        store,
        clock,
        gateways: () => intake.gatewayStates(mine),
        flow: () => {
          const { kept, since } = store.health();
          return {
            gateways: intake.gatewayStates(mine),
            rejected: intake.rejected(mine),
            history: kept ? 'kept' : 'not-kept',
            historySince: since,
          };
        },
      });
      sides.set(mine, side);
      opened.push(() => side.close());
    }
    const places = createMinePlaces({
      bundlesRoot: resolve(o.bundlesRoot),
      countiesRoot: o.countiesRoot === undefined ? undefined : resolve(o.countiesRoot),
      live: mines.map(({ manifest }) => ({ mine: manifest.mine, county: manifest.county })),
      log,
    });
    const elsewhere =
      o.identityProvider === undefined ? null : await openProvider(resolve(o.identityProvider));
    const accounts = await openAccounts({
      ...{ db: store.db, clock, playsDemo: o.playsDemo },
      hasProvider: elsewhere !== null,
    });
    await accounts.keepPlaces(places.all());
    const sweeping = setInterval(
      () => void Promise.all([accounts.sessions.sweep(), accounts.tries.sweep()]).catch(() => {}),
      SWEEP_EVERY_MS,
    ).unref();
    opened.push(() => clearInterval(sweeping));
    const viewers = createViewers({
      feed: (mine) => sides.get(mine)?.feed ?? null,
      hasBundle: (mine) =>
        TOPIC_ID.test(mine) && existsSync(join(resolve(o.bundlesRoot), mine, 'catalog.json')),
      clock,
    });
    opened.push(() => viewers.close());
    const retention = new Map(mines.map(({ manifest }) => [manifest.mine, manifest.retention]));
    opened.push(startBeat({ sides: [...sides.values()], viewers, store, retention, clock, log }));

    let broker: Broker | null = null;
    let outside: Subscriber | null = null;
    if (o.mqttUrl) outside = startOutside({ intake, url: o.mqttUrl, name: SUBSCRIBER_NAME, log });
    else {
      const credentials = openCredentials(join(stateFolder, CREDENTIALS_FILE));
      const tls = o.mqttTls && {
        cert: await readFile(resolve(o.mqttTls.cert)),
        key: await readFile(resolve(o.mqttTls.key)),
      };
      broker = await startBroker({ intake, credentials, host: o.mqttHost, port: o.mqttPort, tls, log });
    }
    opened.push(async () => {
      await (outside ?? broker)?.close();
    });
    const ledgerFolders = {
      attachments: join(stateFolder, ATTACHMENTS_FOLDER),
      uploads: join(stateFolder, UPLOADS_FOLDER),
    };
    // What a gateway that died left half read is nobody's.
    await rm(ledgerFolders.uploads, { recursive: true, force: true });
    for (const folder of Object.values(ledgerFolders)) await mkdir(folder, { recursive: true, mode: 0o700 });
    const live: Live = {
      accounts,
      places,
      origin: createOwnOrigin([...(o.hostNames ?? []), ...(elsewhere ? [hostOf(elsewhere)] : [])]),
      elsewhere,
      storeOf: ({ id }) => store.as(id, () => accounts.keepPlaces(places.all())),
      as: async (account, work) => {
        await accounts.keepPlaces(places.all());
        return asViewer(store.db, account.id, work);
      },
      mines: [...sides.keys()],
      broken,
      mqttPort: broker?.port ?? null,
      intake,
      viewers,
      store,
      ledgerFolders,
      side: (mine) => sides.get(mine) ?? null,
      isLive: (mine) => sides.has(mine),
      attach: (server, guard) => {
        viewers.attach(server.server, guard);
        addLiveRoutes(server, {
          live,
          guard,
          clock,
          streamsFolder: o.streamsFolder ?? join(stateFolder, STREAMS_FOLDER),
          plans: { bundlesRoot: resolve(o.bundlesRoot), scans: join(stateFolder, SCANS_FOLDER) },
        });
      },
      close: closeAll,
    };
    return live;
  } catch (error) {
    await closeAll();
    throw error;
  }
};
