import { readFile } from 'node:fs/promises';
import type { GroundEntry } from '../../domain/contracts/ground.ts';
import { readGround } from '../../domain/geology/ground-field.ts';
import type { reportTo } from './check-report.ts';

/** Checks that the file of the ground's heights has the nodes the catalog says, and knows some of them. */
export const checkGround = async (
  path: string,
  entry: GroundEntry,
  report: ReturnType<typeof reportTo>,
): Promise<void> => {
  const bytes = await readFile(path);
  try {
    const { up } = readGround(
      entry,
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
    if (up.every((value) => Number.isNaN(value))) report('ground-invalid', 'no height is known');
  } catch (error) {
    report('ground-invalid', (error as Error).message);
  }
};
