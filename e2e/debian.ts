import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Programs that tests run for real, and the Debian package each comes from. */
const PACKAGES = {
  mosquitto: 'mosquitto',
  mosquitto_pub: 'mosquitto-clients',
  mosquitto_passwd: 'mosquitto',
  'nats-server': 'nats-server',
  ffmpeg: 'ffmpeg',
} as const;
export type DebianProgram = keyof typeof PACKAGES;

/** Where Debian puts servers, though PATH of a plain user does not name it. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** @returns the path of an installed program, null where there is none */
export const findProgram = (name: string, path = process.env.PATH ?? ''): string | null =>
  [...path.split(delimiter).filter(Boolean), ...SERVER_FOLDERS]
    .map((folder) => join(folder, name))
    .find(isProgram) ?? null;

const apt = (...args: string[]): boolean =>
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 240_000,
  }).status === 0;

export type FoundProgram =
  | { readonly path: string; readonly missing: null }
  /** One line that says why tests of this program are skipped. */
  | { readonly path: null; readonly missing: string };

const tried = new Map<string, string>();

const installOnce = (wanted: readonly string[]): string => {
  const key = wanted.join(' ');
  const before = tried.get(key);
  if (before !== undefined) return before;
  const install = (): string => {
    if (process.getuid?.() !== 0) return 'only root can install it';
    if (findProgram('apt-get') === null) return 'there is no apt-get here';
    process.stdout.write(`installing ${key} with apt-get …\n`);
    apt('update', '-qq');
    return apt('install', '-y', '-qq', '--no-install-recommends', ...wanted)
      ? 'apt-get installed it, yet it is not found'
      : 'apt-get could not install it';
  };
  const why = install();
  tried.set(key, why);
  return why;
};

/**
 * Finds programs, and installs those that are missing from Debian where that can be done (root, a working apt-get).
 * A program that cannot be had is told on stdout, once a call: a test that needs it skips, and never passes unseen.
 */
export const ensureDebian = <P extends DebianProgram>(programs: readonly P[]): Record<P, FoundProgram> => {
  const absent = programs.filter((name) => findProgram(name) === null);
  const wanted = [...new Set(absent.map((name) => PACKAGES[name]))].sort();
  const why = wanted.length > 0 ? installOnce(wanted) : '';
  const entries = programs.map((name): [P, FoundProgram] => {
    const path = findProgram(name);
    if (path !== null) return [name, { path, missing: null }];
    const missing = `${name} is not on this machine and ${why} (Debian: apt-get install ${PACKAGES[name]})`;
    process.stdout.write(`skipped: ${missing}\n`);
    return [name, { path: null, missing }];
  });
  return Object.fromEntries(entries) as Record<P, FoundProgram>;
};
