import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type HistoryMove, movedText } from '../../domain/county/moved-history.ts';
import { sha256 } from './store/append-version.ts';

/** A seed that the ledger's own rules would not take. */
export class SeedWrong extends Error {
  /** @param file within the counties' folder @param entry from 0 */
  constructor(file: string, entry: number, what: string) {
    super(`counties/${file}, entry ${entry + 1}: ${what}`);
    this.name = 'SeedWrong';
  }
}

/** A seed as it lies in a file, and by how much its history is moved. */
export interface SeedFile {
  readonly file: string;
  /** Within the counties' folder. */
  readonly shownAs: string;
  readonly move: HistoryMove;
}

/** What a demo county begins with, moved. Texts that are named by their SHA-256 are named so after the move too. @throws SeedWrong */
export const readSeed = async <S extends z.ZodType>(
  { file, shownAs, move }: SeedFile,
  schema: S,
): Promise<z.output<S>> => {
  const text = await readFile(file, 'utf8');
  const read = schema.safeParse(JSON.parse(move.months === 0 ? text : movedSeed(text, move)));
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path[0];
  throw new SeedWrong(shownAs, typeof at === 'number' ? at : 0, z.prettifyError(read.error).slice(0, 400));
};

/** Texts of a seed that are handed in as files: whoever names one names its SHA-256. */
const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    NAMED_TEXTS.has(key) && typeof one === 'string' && !SHA256.test(one) ? [one] : textsIn(one),
  );
};
const NAMED_TEXTS: ReadonlySet<string> = new Set(['report', 'text']);
const SHA256 = /^[0-9a-f]{64}$/u;

const movedSeed = (text: string, move: HistoryMove): string => {
  const names = new Map(
    textsIn(JSON.parse(text)).map((one) => [sha256(one), sha256(movedText(one, move))] as const),
  );
  return movedText(text, move).replace(/"([0-9a-f]{64})"/gu, (found, name: string) => {
    const now = names.get(name);
    return now === undefined ? found : `"${now}"`;
  });
};
