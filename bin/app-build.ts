import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);

const ROOT = resolve(import.meta.dirname, '..');
/** What the app is made of. */
const INPUTS = ['web', 'domain', 'shaders', 'vite.config.ts', 'package-lock.json'];
export const APP_FOLDER = join(ROOT, 'web', 'dist');
const STAMP = join(APP_FOLDER, '.inputs');

const filesUnder = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      throw error;
    },
  );
  if (entries === null) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

const isInput = (file: string): boolean => !file.startsWith(APP_FOLDER) && !file.includes('.test.');

/**
 * What is tested is what is served: a test runner names itself in NODE_ENV, and the builder would then pack React's slow
 * development edition, for whoever starts the app next as well.
 */
const MODE = 'production';

const inProduction = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = MODE;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
};

/** Hash of everything the app is built from, and how. */
const hashInputs = async (): Promise<string> => {
  const files = (await Promise.all(INPUTS.map((input) => filesUnder(join(ROOT, input)))))
    .flat()
    .filter(isInput);
  const hash = createHash('sha256').update(MODE);
  for (const file of files.sort()) hash.update(relative(ROOT, file)).update(await readFile(file));
  return hash.digest('hex');
};

/** Brotli's level with most of the gain before its cost explodes. */
const BROTLI_LEVEL = 9;
/** Below this a compressed copy saves no packet. */
const SMALLEST_WORTH_IT = 2048;

/** Lays a .br beside every text file of the app; the gateway sends it to browsers that take it. */
const compressText = async (): Promise<void> => {
  for (const file of await filesUnder(APP_FOLDER)) {
    if (!/\.(js|css|html|json|svg)$/.test(file)) continue;
    const text = await readFile(file);
    if (text.length < SMALLEST_WORTH_IT) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    };
    await writeFile(`${file}.br`, await brotli(text, { params }));
  }
};

/** Builds web/dist when its inputs have changed since the last time. @returns whether it was built now */
export const buildAppIfNeeded = async (): Promise<boolean> => {
  const wanted = await hashInputs();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return false;
  const { build } = await import('vite');
  await inProduction(() => build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }));
  await compressText();
  await writeFile(STAMP, wanted);
  return true;
};
