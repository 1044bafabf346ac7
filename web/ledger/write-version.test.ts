import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { writeVersion } from './write-version.ts';

const version = z.strictObject({ number: z.int() });
const answered = async (status: number, body: string) => {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
  return writeVersion('/api/mines/m/hazards', { base: null }, version);
};
afterEach(() => vi.unstubAllGlobals());

test('an answer is the version, what stands there, why it was refused, or why it failed', async () => {
  expect(await answered(201, '{"number":3}')).toEqual({ kind: 'written', version: { number: 3 } });
  const conflict = await answered(409, '{"title":"Somebody wrote meanwhile","last":{"number":4}}');
  expect(conflict).toEqual({ kind: 'conflict', last: { number: 4 } });
  expect(await answered(409, '{"title":"x","last":null}')).toEqual({ kind: 'conflict', last: null });
  const text = { zh: '一', en: 'a' };
  const refusals = [{ code: 'report-reused', field: 'report', what: text, mend: text }];
  const refused = JSON.stringify({
    type: 'about:blank',
    title: 'x',
    status: 422,
    detail: 'x',
    mend: 'x',
    refusals,
  });
  expect(await answered(422, refused)).toEqual({ kind: 'refused', refusals });
  for (const [status, body] of [
    [422, 'no JSON'],
    [409, '{"title":"a file is full"}'],
    [503, '{"title":"Store down"}'],
  ] as const)
    expect((await answered(status, body)).kind, body).toBe('failed');
});
