import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A seed that the ledger's own rules would not take. */
export class SeedWrong extends Error {
  /** @param file within the counties' folder @param entry from 0 */
  constructor(file: string, entry: number, what: string) {
    super(`counties/${file}, entry ${entry + 1}: ${what}`);
    this.name = 'SeedWrong';
  }
}

/** What a demo county begins with. @param shownAs within the counties' folder @throws SeedWrong */
export const readSeed = async <S extends z.ZodType>(
  file: string,
  shownAs: string,
  schema: S,
): Promise<z.output<S>> => {
  const read = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path[0];
  throw new SeedWrong(shownAs, typeof at === 'number' ? at : 0, z.prettifyError(read.error).slice(0, 400));
};
