import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createCounties } from '../gateway/county/counties.ts';
import { attachmentQuota } from '../gateway/ledger/attachments/attachment-quota.ts';
import { seedLedgers } from '../gateway/ledger/seed-ledger.ts';
import { STREAMS_FOLDER } from '../gateway/live/live.ts';
import { APP_FOLDER } from './app-build.ts';
import { claimState, type StateClaim, StateTakenError } from './claim-state.ts';
import { makeDemoStreams } from './demo-streams.ts';
import { createReporter, languageOf } from './reporter.ts';
import { startDemo } from './start-demo.ts';
import { stateFolderOf } from './state-folder.ts';
import {
  DEFAULT_MQTT_PORT,
  DEFAULT_PORT,
  firstLinkLine,
  needFreePort,
  PortTakenError,
  parsePort,
  serveUntilStopped,
} from './verbs/serve.ts';

/**
 * `npm start`: builds the demo bundles, the demo county and the app where they are not up to date, then serves them with their live side and
 * plays the demo mines. `npm start -- --no-demo` or HYALITE_DEMO=off leaves the playing out.
 */
const ROOT = resolve(import.meta.dirname, '..');
const BUNDLES = join(ROOT, 'bundles');
const COUNTIES = join(ROOT, 'counties');
const DATA = join(ROOT, 'data');
const STATE = resolve(process.env.HYALITE_STATE ?? (await stateFolderOf(ROOT)));

/** The port where it is free, else 0, which takes any: nobody's start fails because something else speaks MQTT here. */
const freePort = (port: number): Promise<number> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(port)));
  });

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: true } }, allowNegative: true });
const playsDemo = values.demo && process.env.HYALITE_DEMO !== 'off';

const reporter = createReporter({ json: false, language: languageOf(process.env) });
const started = performance.now();

/** With the live side where it can be had; without it there are no accounts, and only made-up mines are served. */
const serve = async (port: number, claim: StateClaim | undefined) => {
  const wanted = parsePort(process.env.MQTT_PORT ?? String(DEFAULT_MQTT_PORT));
  const mqttPort = process.env.MQTT_URL ? wanted : await freePort(wanted);
  const served = { bundles: BUNDLES, counties: COUNTIES, rules: join(DATA, 'rules'), app: APP_FOLDER, port };
  // A wrong setting is told as one, and not as a live side that is off.
  attachmentQuota(process.env);
  try {
    return await serveUntilStopped({
      ...served,
      claim,
      live: {
        folder: DATA,
        state: STATE,
        mqttPort,
        playsDemo,
        identityProvider: process.env.HYALITE_IDENTITY_PROVIDER,
      },
    });
  } catch (error) {
    if (error instanceof PortTakenError) throw error;
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    reporter.line(
      `The live side is off (people, cameras, alarms, accounts), so only the demo's mines are shown: ${why}`,
    );
    return serveUntilStopped({ ...served, withoutAccounts: 'synthetic' });
  }
};

/** Said before anything is built: a second start in the same clone must not write below the first one's feet. */
const takeWhatIsNeeded = async (port: number): Promise<StateClaim | undefined> => {
  // Where the folder cannot be written the live side will say so, and the demo is shown without it.
  const claim = await claimState(STATE).catch((error: unknown) => {
    if (error instanceof StateTakenError) throw error;
    return undefined;
  });
  await needFreePort(port);
  return claim;
};

const stopAs = (error: unknown): never => {
  const isTold = error instanceof PortTakenError || error instanceof StateTakenError;
  if (!isTold && (error as { code?: string }).code !== 'commander.invalidArgument') throw error;
  process.stderr.write(`hyalite: ${(error as Error).message}\n`);
  process.exit(1);
};

const PORT = await Promise.resolve(process.env.PORT ?? String(DEFAULT_PORT))
  .then(parsePort)
  .catch(stopAs);
const claim = await takeWhatIsNeeded(PORT).catch(stopAs);

const builder = fork(join(import.meta.dirname, 'build-demo.ts'), [BUNDLES, COUNTIES], {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const [code] = (await once(builder, 'exit')) as [number | null];
if (code !== 0) process.exit(1);

try {
  const { address, live } = await serve(PORT, claim);
  reporter.line(`Hyalite is ready after ${((performance.now() - started) / 1000).toFixed(1)} s:  ${address}`);
  if (live) {
    const first = await firstLinkLine(live, address);
    if (first) process.stdout.write(first);
    const folders = { data: DATA, bundles: BUNDLES, state: STATE };
    const mines = playsDemo ? startDemo(live, { ...folders, log: reporter.line }) : [];
    if (playsDemo)
      await seedLedgers({
        db: live.store.db,
        counties: createCounties(COUNTIES),
        attachments: live.ledgerFolders.attachments,
        clock: Date.now,
        log: reporter.line,
      }).catch((error: Error) => reporter.line(`The demo ledger is not there: ${error.message}`));
    // Beside everything else: nobody's start waits for test pictures.
    void makeDemoStreams(live, mines, join(STATE, STREAMS_FOLDER), reporter.line);
    const broker = live.mqttPort === null ? 'MQTT_URL' : `mqtt://127.0.0.1:${live.mqttPort}`;
    reporter.line(
      `Live: ${live.mines.join(', ') || 'no mine'}; devices report to ${broker}` +
        (mines.length > 0 ? `; simulated people and devices in ${mines.join(', ')}` : ''),
    );
  }
  if (live && !STATE.startsWith(ROOT)) reporter.line(`Live data are kept in ${STATE} (use it as --state).`);
  reporter.line('Ctrl-C stops it.');
} catch (error) {
  stopAs(error);
}
