import process from 'node:process';
import { Command, CommanderError } from 'commander';

/** A gateway runs for months: what other verbs import it must not hold. So only the verb that is asked for is imported. */
const VERBS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  build: async () => (await import('./verbs/build.ts')).addBuildVerb,
  check: async () => (await import('./verbs/check.ts')).addCheckVerb,
  serve: async () => (await import('./verbs/serve.ts')).addServeVerb,
  device: async () => (await import('./verbs/device.ts')).addDeviceVerb,
  simulate: async () => (await import('./verbs/simulate.ts')).addSimulateVerb,
};

/** Exit codes of every verb: 0 done, 1 the input is bad (said on stderr), 2 the command line is bad. */
const program = new Command('hyalite')
  .description('Makes a mine transparent: survey files in, a glass mine in the browser out.')
  .usage('<verb> [options]   (reached as: npm run -s hyalite -- <verb> [options])')
  .showHelpAfterError('(add --help for examples)')
  .exitOverride();

const [asked = ''] = process.argv.slice(2);
// Whoever asks for help, or for a verb there is none of, is shown all.
for (const name of Object.hasOwn(VERBS, asked) ? [asked] : Object.keys(VERBS))
  (await VERBS[name]!())(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has printed its message already; asking for help is not a mistake.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
