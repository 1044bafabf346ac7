import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { listMines } from '../../gateway/mines-route.ts';
import { AppNotBuiltError, createServer } from '../../gateway/server.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- serve
  PORT=9000 npm run -s hyalite -- serve --bundles /srv/bundles`;

export const parsePort = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 (any free one) to 65535');
  return value;
};

export const DEFAULT_PORT = 8080;

export class PortTakenError extends Error {
  constructor(port: number) {
    super(`port ${port} is already in use: stop what listens there, or choose another with PORT=${port + 1}`);
    this.name = 'PortTakenError';
  }
}

/** Serves until the process is told to stop. @returns the address it listens on */
export const serveUntilStopped = async (o: {
  bundles: string;
  app: string;
  port: number;
}): Promise<string> => {
  const server = await createServer({ bundlesRoot: o.bundles, appFolder: o.app });
  const address = await server
    .listen({ host: '127.0.0.1', port: o.port })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new PortTakenError(o.port);
    });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  return address;
};

export const addServeVerb = (program: Command): void => {
  program
    .command('serve')
    .description('serves the app and the bundles on this machine')
    .option('--bundles <folder>', 'folder of all bundles', 'bundles')
    .option('--app <folder>', 'folder of the built app', 'web/dist')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1')
        .env('PORT')
        .argParser(parsePort)
        .default(DEFAULT_PORT),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (o: { bundles: string; app: string; port: number }) => {
      try {
        process.stdout.write(`${await serveUntilStopped(o)}\n`);
        const mines = await listMines(o.bundles);
        const broken = mines.filter((mine) => mine.broken !== undefined);
        process.stderr.write(
          `${mines.length} mines in ${o.bundles}${mines.length ? '' : ' (build one first)'}\n`,
        );
        for (const { id, broken: why } of broken) process.stderr.write(`${id} cannot be opened: ${why}\n`);
      } catch (error) {
        if (!(error instanceof PortTakenError || error instanceof AppNotBuiltError)) throw error;
        process.stderr.write(`hyalite: ${error.message}\n`);
        process.exitCode = 1;
      }
    });
};
