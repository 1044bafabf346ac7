#!/usr/bin/env node
/**
 * The one door to everything: `npm start`, `npm test`, `npm run hyalite`, `npm run bench`. It runs on Node 20, so it is
 * plain JavaScript without dependencies: it installs what is missing, finds a Node 24 (the machine's own, else the one
 * that came with the install) and runs the wanted program on it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** 24.7 is the first whose crypto has argon2. */
const NEEDED_MAJOR = 24;
const NEEDED_MINOR = 7;

/** Programs of ours, and tools of the development dependencies, by the name used in package.json's scripts. */
const PROGRAMS = {
  start: 'bin/start.ts',
  test: 'bin/test.ts',
  hyalite: 'bin/hyalite.ts',
  bench: 'bench/run.ts',
  docs: 'bin/write-docs.ts',
};
const TOOLS = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  vitest: 'vitest',
  vite: 'vite',
};

const stop = (line) => {
  process.stderr.write(`hyalite: ${line}\n`);
  process.exit(2);
};

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** True when node_modules holds exactly the versions of package-lock.json (packages for other platforms aside). */
const isInstalled = () => {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const installed = readJson(installedFile).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
};

const install = () => {
  process.stderr.write('hyalite: installing packages (about a minute, once) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Standard output stays clean: `hyalite … --json` may be read by a program.
  const stdio = ['ignore', 2, 2];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (done.status !== 0) stop('npm could not install the packages; its message is above');
};

/** Path of a Node of at least the needed major: this one, else the one npm brought for this platform. */
const findNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const found = [join(folder, 'node'), join(folder, 'node.exe')].find(existsSync);
  return (
    found ??
    stop(
      `needs Node ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer; this is ${process.version}, and none comes with the packages for ` +
        `${process.platform}-${process.arch}. Install Node ${NEEDED_MAJOR} and run the same command again.`,
    )
  );
};

const toolEntry = (name) => {
  const folder = join(root, 'node_modules', TOOLS[name]);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
};

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** "ppid program" of a process; '' where it cannot be told. */
const parentAndProgram = (pid) => {
  if (process.platform === 'win32') return '';
  if (!existsSync('/proc/self/stat'))
    return spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  // pid (program) state ppid …
  const [, program, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return `${parent} ${program}`;
};

/**
 * npm runs us in a shell. A signal to npm ends that shell and no further, and a killed npm tells nobody: whoever ran
 * `npm start` has then stopped it, as far as they can see, so we look once a second whether both are still there.
 */
const endWithNpm = (end) => {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const found = /^\s*(\d+)\s+(?:\S*[/-])?(?:ba|da|z|k|a)?sh\s*$/.exec(parentAndProgram(shell));
  const npm = found && Number(found[1]);
  const timer = setInterval(() => {
    if (process.ppid === shell && isRunning(shell) && (npm === null || isRunning(npm))) return;
    clearInterval(timer);
    end();
  }, 1000);
  timer.unref();
};

const [wanted, ...rest] = process.argv.slice(2);
const isTool = wanted === 'tool';
if (!isTool && !(wanted in PROGRAMS))
  stop(`unknown program "${wanted}"; known: ${Object.keys(PROGRAMS).join(', ')}`);
if (isTool && !(rest[0] in TOOLS)) stop(`unknown tool "${rest[0]}"; known: ${Object.keys(TOOLS).join(', ')}`);
if (!isInstalled()) install();

const entry = isTool ? toolEntry(rest[0]) : join(root, PROGRAMS[wanted]);
const args = isTool ? rest.slice(1) : rest;
const isGateway = wanted === 'start' || (wanted === 'hyalite' && rest[0] === 'serve');
const gateway = readJson(join(root, 'bin', 'gateway-process.json'));
const { nodeArgs, environment } = isGateway ? gateway : { nodeArgs: [], environment: {} };
// Half of a short command's time is the compiling of TypeScript, which this saves on every start but the first.
environment.NODE_COMPILE_CACHE = join(root, isGateway ? gateway.compileCache : '.cache/node');
const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', ...nodeArgs, entry, ...args], {
  // Over the channel a gateway notices that this process was killed, which no signal tells.
  stdio: isGateway ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  env: { ...environment, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
endWithNpm(() => child.kill('SIGTERM'));
child.on('error', (error) => stop(`could not start ${entry}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
