import { join } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import {
  CREDENTIALS_FILE,
  type Credentials,
  deviceName,
  openCredentials,
} from '../../gateway/live/intake/credentials.ts';
import { STATE_FOLDER } from '../state-folder.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- device add c1 m1 pump-1      prints the new password, once
  npm run -s hyalite -- device remove c1 m1 pump-1
  npm run -s hyalite -- device list`;

/** Opens the credentials of a state folder. What goes wrong is one line on stderr and exit code 1. */
const withCredentials = async (
  state: string,
  work: (credentials: Credentials) => Promise<void> | void,
): Promise<void> => {
  try {
    await work(openCredentials(join(state, CREDENTIALS_FILE)));
  } catch (error) {
    process.stderr.write(`hyalite: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
};

export const addDeviceVerb = (program: Command): void => {
  const device = program
    .command('device')
    .description(
      'admits field gateways to the embedded MQTT broker; a running gateway sees it within a second',
    )
    .addHelpText('after', EXAMPLES);
  const verb = (name: string, what: string) =>
    device
      .command(name)
      .description(what)
      .option('--state <folder>', 'state folder of the gateway', STATE_FOLDER);

  verb('add <county> <mine> <gateway>', 'makes a password for a gateway; the one it had ends').action(
    (county: string, mine: string, gateway: string, { state }: { state: string }) =>
      withCredentials(state, async (credentials) => {
        const password = await credentials.add({ county, mine, gateway });
        process.stderr.write(
          `username ${deviceName({ county, mine, gateway })}; its password is told only now:\n`,
        );
        process.stdout.write(`${password}\n`);
      }),
  );
  verb('remove <county> <mine> <gateway>', 'turns a gateway away, at its next message').action(
    (county: string, mine: string, gateway: string, { state }: { state: string }) =>
      withCredentials(state, (credentials) => {
        if (credentials.remove({ county, mine, gateway })) return;
        throw new Error(
          `there is no device ${deviceName({ county, mine, gateway })}: see hyalite device list`,
        );
      }),
  );
  verb('list', 'the usernames that are admitted').action(({ state }: { state: string }) =>
    withCredentials(state, (credentials) => {
      for (const name of credentials.list()) process.stdout.write(`${name}\n`);
    }),
  );
};
