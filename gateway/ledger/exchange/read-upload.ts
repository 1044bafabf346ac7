import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { ReadLedger } from '../../../domain/hazards/exchange/read-ledger-tables.ts';
import type { UploadFormat } from './upload-format.ts';

/** What reading one upload may cost. */
export interface UploadLimits {
  readonly ms: number;
  /** Of the process, all told. */
  readonly memoryBytes: number;
  readonly answerBytes: number;
  /** What a workbook may unpack to. */
  readonly unpackedBytes: number;
}

export const UPLOAD_LIMITS: UploadLimits = {
  ms: 60_000,
  memoryBytes: 1024 * 1024 * 1024,
  answerBytes: 128 * 1024 * 1024,
  // A hundred thousand hazards are some 100 MB of XML.
  unpackedBytes: 256 * 1024 * 1024,
};

/** The file could not be read, or reading it would cost too much. */
export class UploadRefused extends Error {
  readonly why: 'broken' | 'too-large' | 'busy';
  constructor(message: string, why: UploadRefused['why']) {
    super(message);
    this.name = 'UploadRefused';
    this.why = why;
  }
}

/** What parse-upload.ts writes. */
export type UploadAnswer =
  | { readonly read: ReadLedger }
  | { readonly error: string; readonly isTooLarge: boolean };

const ROOT = realpathSync(resolve(import.meta.dirname, '../../..'));
const PROGRAM = join(ROOT, 'gateway/ledger/exchange/parse-upload.ts');
const LOOK_EVERY_MS = 50;

/** Memory that a process holds; null where this machine does not tell. */
const memoryOf = (pid: number): number | null => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return null;
  }
};

/** Programs and packages may be read, and the one file; nothing is written, nothing started, no environment known. */
const argsFor = (format: UploadFormat, file: string, mine: string, limits: UploadLimits): string[] => [
  '--permission',
  ...['domain', 'gateway'].map((room) => `--allow-fs-read=${join(ROOT, room)}/*`),
  `--allow-fs-read=${realpathSync(join(ROOT, 'node_modules'))}/*`,
  `--allow-fs-read=${join(ROOT, 'node_modules')}/*`,
  `--allow-fs-read=${join(ROOT, 'package.json')}`,
  `--allow-fs-read=${file}`,
  `--max-old-space-size=${Math.floor(limits.memoryBytes / 1024 / 1024 / 2)}`,
  '--no-warnings',
  ...[PROGRAM, format, file, mine, String(limits.unpackedBytes)],
];

const parse = (args: readonly string[], limits: UploadLimits): Promise<ReadLedger> =>
  new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: {} });
    const parts: Buffer[] = [];
    let [bytes, tail] = [0, ''];
    let refused: UploadRefused | null = null;
    const stop = (why: string): void => {
      refused ??= new UploadRefused(why, 'too-large');
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => stop(`reading it takes longer than ${limits.ms / 1000} s`), limits.ms);
    const look = setInterval(() => {
      const used = child.pid === undefined ? null : memoryOf(child.pid);
      if (used !== null && used > limits.memoryBytes)
        stop(`reading it needs more than ${Math.round(limits.memoryBytes / 1024 / 1024)} MiB of memory`);
    }, LOOK_EVERY_MS);
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > limits.answerBytes) stop('it holds more than can be taken at once');
      else parts.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      tail = (tail + part.toString('utf8')).slice(-2000);
    });
    child.on('error', fail);
    child.on('close', () => {
      clearTimeout(clock);
      clearInterval(look);
      if (refused) return fail(refused);
      let answer: UploadAnswer;
      try {
        answer = JSON.parse(Buffer.concat(parts).toString('utf8'));
      } catch {
        const isOut = /heap out of memory|Array buffer allocation failed/u.test(tail);
        return fail(
          isOut
            ? new UploadRefused('reading it needs more memory than it is given', 'too-large')
            : new Error(`the process that reads uploads ended without an answer: ${tail}`),
        );
      }
      if ('read' in answer) settle(answer.read);
      else fail(new UploadRefused(answer.error, answer.isTooLarge ? 'too-large' : 'broken'));
    });
  });

let before: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** Each waits with its file in memory. */
const MOST_WAITING = 4;

/**
 * Reads an upload in a process of its own, one at a time: whatever the file does to it, the gateway goes on.
 * @param folder where the file lies meanwhile
 * @throws UploadRefused where the file is broken or too much
 */
export const readUpload = (
  o: {
    readonly format: UploadFormat;
    readonly bytes: Buffer;
    readonly mine: string;
    readonly folder: string;
  },
  limits = UPLOAD_LIMITS,
): Promise<ReadLedger> => {
  if (waiting >= MOST_WAITING)
    return Promise.reject(new UploadRefused('other uploads are being read', 'busy'));
  waiting++;
  const work = before.then(async () => {
    let file = '';
    try {
      await mkdir(o.folder, { recursive: true, mode: 0o700 });
      file = join(realpathSync(o.folder), `${randomUUID()}.${o.format}`);
      await writeFile(file, o.bytes, { flag: 'wx', mode: 0o600 });
      return await parse(argsFor(o.format, file, o.mine, limits), limits);
    } finally {
      waiting--;
      if (file !== '') await rm(file, { force: true });
    }
  });
  before = work.catch(() => {});
  return work;
};
