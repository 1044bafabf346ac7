import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { addBuildVerb } from './verbs/build.ts';
import { addCheckVerb } from './verbs/check.ts';
import { addDeviceVerb } from './verbs/device.ts';
import { addServeVerb } from './verbs/serve.ts';
import { addSimulateVerb } from './verbs/simulate.ts';

/** Exit codes of every verb: 0 done, 1 the input is bad (said on stderr), 2 the command line is bad. */
const program = new Command('hyalite')
  .description('Makes a mine transparent: survey files in, a glass mine in the browser out.')
  .usage('<verb> [options]   (reached as: npm run -s hyalite -- <verb> [options])')
  .showHelpAfterError('(add --help for examples)')
  .exitOverride();

addBuildVerb(program);
addCheckVerb(program);
addServeVerb(program);
addDeviceVerb(program);
addSimulateVerb(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has printed its message already; asking for help is not a mistake.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
