import { describe, expect, it } from 'vitest';
import { catalogSchema, mineListSchema } from '../../domain/contracts/catalog.ts';
import { tinyCatalog } from '../mine/test-data/tiny-catalog.ts';
import { type Fetch, fetchJson, pathText } from './fetch-json.ts';

const answering =
  (body: string, status = 200): Fetch =>
  async () =>
    new Response(body, { status });
const open = (fetch: Fetch) => fetchJson('/bundles/a/catalog.json', catalogSchema, { fetch });

describe('fetching a file of the server', () => {
  it('gives what follows the contract', async () => {
    expect(await open(answering(JSON.stringify(tinyCatalog())))).toEqual({ ok: true, value: tinyCatalog() });
    expect(await fetchJson('/api/mines', mineListSchema, { fetch: answering('[]') })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('names the place of what does not, in both languages', async () => {
    const catalog = tinyCatalog();
    const broken = { ...catalog, layers: [{ ...catalog.layers[0], features: 'many' }] };
    const fetched = await open(answering(JSON.stringify(broken)));
    expect(fetched).toMatchObject({
      ok: false,
      failure: { kind: 'wrong-shape', issues: [{ path: 'layers[0].features' }] },
    });
    if (fetched.ok || fetched.failure.kind !== 'wrong-shape') throw new Error('unreachable');
    const { zh, en } = fetched.failure.issues[0]!.message;
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/expected number/);
  });

  it('tells a missing file from a refusal, with the words of the problem document', async () => {
    const problem = JSON.stringify({ title: 'Not found', detail: 'no bundle “a”' });
    expect(await open(answering(problem, 404))).toEqual({
      ok: false,
      failure: { kind: 'missing', url: '/bundles/a/catalog.json', detail: 'Not found: no bundle “a”' },
    });
    expect(await open(answering('<html>', 503))).toEqual({
      ok: false,
      failure: { kind: 'refused', url: '/bundles/a/catalog.json', status: 503, detail: '<html>' },
    });
  });

  it('says that half a file is not JSON', async () => {
    expect(await open(answering('{"format":'))).toMatchObject({ ok: false, failure: { kind: 'not-json' } });
  });

  it('says that the server does not answer', async () => {
    const fetched = await open(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(fetched).toMatchObject({ ok: false, failure: { kind: 'unreachable', detail: 'Failed to fetch' } });
  });

  it('rejects when aborted: nobody waits for the answer any more', async () => {
    const stop = new AbortController();
    stop.abort(new Error('another mine'));
    const fetching = fetchJson('/x', catalogSchema, {
      signal: stop.signal,
      fetch: async () => {
        throw new DOMException('aborted', 'AbortError');
      },
    });
    await expect(fetching).rejects.toThrow('another mine');
  });

  it('writes paths as a person would', () => {
    expect(pathText([])).toBe('$');
    expect(pathText(['layers', 2, 'legend', 0, 'key'])).toBe('layers[2].legend[0].key');
    expect(pathText(['counts', 'a b'])).toBe('counts["a b"]');
  });
});
