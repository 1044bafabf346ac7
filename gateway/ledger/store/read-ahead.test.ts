import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

test('the next is asked for before the last is worked on, and all come in their order', async () => {
  const seen: string[] = [];
  const read = async (n: number): Promise<number> => {
    seen.push(`ask ${n}`);
    return n * 10;
  };
  for await (const got of readAhead([1, 2, 3], read)) seen.push(`got ${got}`);
  expect(seen).toEqual(['ask 1', 'ask 2', 'got 10', 'ask 3', 'got 20', 'got 30']);
  for await (const got of readAhead([], read)) expect(got).toBe('nothing');
});

test('who stops early leaves nothing behind; who reads on hears what failed', async () => {
  const read = async (n: number): Promise<number> => {
    if (n === 2) throw new Error('away');
    return n;
  };
  for await (const got of readAhead([1, 2, 3], read)) {
    expect(got).toBe(1);
    break;
  }
  const readAll = async () => {
    for await (const got of readAhead([1, 2, 3], read)) expect(got).toBe(1);
  };
  await expect(readAll()).rejects.toThrow('away');
});
