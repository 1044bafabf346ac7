import { createServer as createProbe } from 'node:net';
import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { FIRST_ADMINISTRATOR } from '../../gateway/accounts/accounts.ts';
import { attachmentQuota } from '../../gateway/ledger/attachments/attachment-quota.ts';
import { MqttPortTakenError } from '../../gateway/live/intake/broker.ts';
import { type Live, startLive } from '../../gateway/live/live.ts';
import { listMines } from '../../gateway/mines-route.ts';
import { AppNotBuiltError, createServer, type ServerOptions } from '../../gateway/server.ts';
import { claimState, type StateClaim, StateTakenError } from '../claim-state.ts';
import { portHolder } from '../port-holder.ts';
import { STATE_FOLDER } from '../state-folder.ts';
import { type MqttDoor, type MqttDoorOptions, mqttDoor } from './mqtt-door.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- serve
  PORT=9000 npm run -s hyalite -- serve --bundles /srv/bundles
  npm run -s hyalite -- serve --live data --state .hyalite
  MQTT_URL=mqtt://gateway:secret@broker:1883 DATABASE_URL=postgres://… npm run -s hyalite -- serve --live /srv/live`;

export const parsePort = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 (any free one) to 65535');
  return value;
};

export const DEFAULT_PORT = 8080;

export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  constructor(port: number, option: string, holder: number | null) {
    const [by, stop] =
      holder === null ? ['', 'what listens there'] : [` by process ${holder}`, `it (kill ${holder})`];
    super(`port ${port} is already in use${by}: stop ${stop}, or choose another with ${option}${port + 1}`);
  }
}
const portTaken = async (port: number, option: string): Promise<PortTakenError> =>
  new PortTakenError(port, option, await portHolder(port));

/** For whoever has long work to do before it serves. @throws PortTakenError */
export const needFreePort = async (port: number): Promise<void> => {
  const probe = createProbe();
  const taken = await new Promise<boolean>((settle) => {
    probe.once('error', ({ code }: NodeJS.ErrnoException) => settle(code === 'EADDRINUSE'));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(false)));
  });
  if (taken) throw await portTaken(port, 'PORT=');
};

export const DEFAULT_MQTT_PORT = 1883;

/** The live side's options; `folder` holds one folder a mine with its live.yaml. */
export interface ServeLive {
  readonly folder: string;
  readonly state: string;
  readonly mqttPort: number;
  readonly mqttHost?: string | undefined;
  /** PEM files: MQTT over TLS. */
  readonly mqttTls?: MqttDoor['mqttTls'];
  readonly hostNames?: readonly string[] | undefined;
  readonly identityProvider?: string | undefined;
  /** Makes the demo accounts, which are entered without a password. */
  readonly playsDemo?: boolean;
}

const openLive = (bundles: string, counties: string | undefined, o: ServeLive): Promise<Live> =>
  startLive({
    liveRoot: o.folder,
    bundlesRoot: bundles,
    stateFolder: o.state,
    mqttPort: o.mqttPort,
    ...(counties === undefined ? {} : { countiesRoot: counties }),
    ...(o.identityProvider === undefined ? {} : { identityProvider: o.identityProvider }),
    ...(o.playsDemo === undefined ? {} : { playsDemo: o.playsDemo }),
    ...(o.mqttHost === undefined ? {} : { mqttHost: o.mqttHost }),
    ...(o.mqttTls === undefined ? {} : { mqttTls: o.mqttTls }),
    ...(o.hostNames === undefined ? {} : { hostNames: o.hostNames }),
    ...(process.env.MQTT_URL ? { mqttUrl: process.env.MQTT_URL } : {}),
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
    log: (line) => void process.stderr.write(`${line}\n`),
  }).catch(async (error: unknown) => {
    if (!(error instanceof MqttPortTakenError)) throw error;
    throw await portTaken(o.mqttPort, '--mqtt-port ');
  });

/** What to do first where no administrator can sign in yet; null: one can. */
export const firstLinkLine = async (live: Live, address: string): Promise<string | null> => {
  const link = await live.accounts.firstLink();
  if (!link) return null;
  const until = new Date(link.expiresAt).toLocaleString('zh-CN', { hour12: false });
  return (
    `\n首次使用：在浏览器打开下面的地址，为管理员“${FIRST_ADMINISTRATOR}”设置密码。只能用一次，${until} 前有效；重新启动会换一个。\n` +
    `First use: open this address to choose the password of the administrator "${FIRST_ADMINISTRATOR}". It works once, for a day.\n` +
    `  ${address}${link.path}\n\n`
  );
};

/** Ctrl-C reaches us from the terminal, from npm and from the launcher: within so long they are one wish, ms. */
const ONE_WISH_MS = 1_000;

/**
 * Closes in order at the first signal, or when the launcher has gone without a word; ends at once at a second wish, which
 * is somebody's who does not want to wait.
 */
const closeWhenTold = (close: () => Promise<void>): void => {
  let toldAt: number | null = null;
  const told = (): void => {
    if (toldAt !== null && performance.now() - toldAt > ONE_WISH_MS) process.exit(1);
    if (toldAt !== null) return;
    toldAt = performance.now();
    void close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told);
  if (!process.channel) return;
  process.once('disconnect', told);
  // Listened to, the channel alone would keep us alive.
  process.channel.unref();
};

/**
 * Serves until the process is told to stop, then closes what it opened: devices first, so that nothing is acknowledged
 * that is not kept. @returns the address it listens on, and the live side where one was asked for
 * @throws StateTakenError, PortTakenError where another process has what it needs
 */
export const serveUntilStopped = async (o: {
  bundles: string;
  counties?: string | undefined;
  rules?: string | undefined;
  app: string;
  port: number;
  live?: ServeLive | undefined;
  /** Of the live side's state folder, where the caller has it already. */
  claim?: StateClaim | undefined;
  withoutAccounts?: ServerOptions['withoutAccounts'];
}): Promise<{ address: string; live: Live | null }> => {
  const quota = attachmentQuota(process.env);
  const claim = o.claim ?? (o.live ? await claimState(o.live.state) : null);
  let live: Live | null = null;
  const close = async (): Promise<void> => {
    await live?.close();
    await claim?.release();
  };
  try {
    if (o.live) live = await openLive(o.bundles, o.counties, o.live);
    const server = await createServer({
      bundlesRoot: o.bundles,
      appFolder: o.app,
      attachmentQuota: quota,
      ...(o.counties !== undefined && { countiesRoot: o.counties }),
      ...(o.rules !== undefined && { rulesRoot: o.rules }),
      ...(live && { live }),
      ...(o.withoutAccounts && { withoutAccounts: o.withoutAccounts }),
    });
    const address = await server
      .listen({ host: '127.0.0.1', port: o.port })
      .catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        throw await portTaken(o.port, 'PORT=');
      });
    await claim?.servesAt(address);
    closeWhenTold(async () => {
      await close();
      await server.close();
    });
    return { address, live };
  } catch (error) {
    await close();
    throw error;
  }
};

interface ServeOptions extends MqttDoorOptions {
  readonly bundles: string;
  readonly counties: string;
  readonly rules: string;
  readonly app: string;
  readonly port: number;
  readonly live?: string;
  readonly state: string;
  readonly mqttPort: number;
  readonly hostName?: string[];
  readonly identityProvider?: string;
}

export const addServeVerb = (program: Command): void => {
  program
    .command('serve')
    .description('serves the app and the bundles on this machine')
    .option('--bundles <folder>', 'folder of all bundles', 'bundles')
    .option('--counties <folder>', 'folder of all built counties', 'counties')
    .option('--rules <folder>', 'folder of the rule files of counties', 'data/rules')
    .option('--app <folder>', 'folder of the built app', 'web/dist')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1')
        .env('PORT')
        .argParser(parsePort)
        .default(DEFAULT_PORT),
    )
    .option(
      '--live <folder>',
      'folder of one folder a mine with its live.yaml; without it nothing live is served',
    )
    .option('--state <folder>', 'folder of database, credentials and session of the live side', STATE_FOLDER)
    .addOption(
      new Option('--mqtt-port <number>', 'port of the embedded broker; MQTT_URL names another broker')
        .argParser(parsePort)
        .default(DEFAULT_MQTT_PORT),
    )
    .option('--mqtt-host <address>', 'address the embedded broker listens on', '127.0.0.1')
    .option('--mqtt-cert <file>', 'certificate (PEM): the embedded broker speaks MQTT over TLS')
    .option('--mqtt-key <file>', 'its private key (PEM)')
    .option('--mqtt-plain', 'lets devices in over the network without TLS')
    .option('--host-name <name...>', 'names under which browsers reach this gateway through a proxy')
    .addOption(
      new Option(
        '--identity-provider <file>',
        'identity-provider.yaml: an OpenID Connect provider to sign in with',
      ).env('HYALITE_IDENTITY_PROVIDER'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ live, state, mqttPort, hostName, identityProvider, ...o }: ServeOptions) => {
      try {
        const door = mqttDoor(o);
        const served = await serveUntilStopped({
          ...o,
          live:
            live === undefined
              ? undefined
              : { folder: live, state, mqttPort, ...door, hostNames: hostName, identityProvider },
        });
        process.stdout.write(`${served.address}\n`);
        if (served.live) {
          const first = await firstLinkLine(served.live, served.address);
          if (first) process.stderr.write(first);
          const { mines, mqttPort: port } = served.live;
          const broker = port === null ? 'messages by MQTT_URL' : `messages on port ${port}`;
          process.stderr.write(`live: ${mines.join(', ') || 'no mine'}; ${broker}\n`);
        }
        const mines = await listMines(o.bundles);
        const broken = mines.filter((mine) => mine.broken !== undefined);
        process.stderr.write(
          `${mines.length} mines in ${o.bundles}${mines.length ? '' : ' (build one first)'}\n`,
        );
        for (const { id, broken: why } of broken) process.stderr.write(`${id} cannot be opened: ${why}\n`);
      } catch (error) {
        if (![PortTakenError, StateTakenError, AppNotBuiltError].some((kind) => error instanceof kind))
          throw error;
        process.stderr.write(`hyalite: ${(error as Error).message}\n`);
        process.exitCode = 1;
      }
    });
};
