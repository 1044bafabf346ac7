import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashCode, hashData, hashFile } from './content-hash.ts';

test('a file hashes to its SHA-256', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-hash-'));
  await writeFile(join(folder, 'abc.txt'), 'abc');
  // FIPS 180-2, appendix B.1.
  expect(await hashFile(join(folder, 'abc.txt'))).toEqual({
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    bytes: 3,
  });
});

test('key order does not change the hash of data, values and array order do', () => {
  expect(hashData({ a: 1, b: { c: 2, d: 3 } })).toBe(hashData({ b: { d: 3, c: 2 }, a: 1 }));
  expect(hashData({ a: 1 })).not.toBe(hashData({ a: 2 }));
  expect(hashData([1, 2])).not.toBe(hashData([2, 1]));
});

test('code changes change the code hash, test files do not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-code-'));
  await writeFile(join(folder, 'a.ts'), 'export const a = 1;');
  const before = await hashCode([folder]);
  await writeFile(join(folder, 'a.test.ts'), 'anything');
  expect(await hashCode([folder])).toBe(before);
  await writeFile(join(folder, 'a.ts'), 'export const a = 2;');
  expect(await hashCode([folder])).not.toBe(before);
});
