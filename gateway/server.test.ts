import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mineListSchema } from '../domain/contracts/catalog.ts';
import { createServer } from './server.ts';

const BOX = { min: [0, 0, 0], max: [1, 1, 1] };
const CATALOG = {
  format: 'hyalite-bundle/1',
  mineId: 'old-mine',
  revision: 'abc',
  name: { zh: '老矿', en: 'Old mine' },
  type: 'open-pit',
  state: 'closed',
  provenance: 'measured',
  survey: {
    crs: 'EPSG:4527',
    crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
    proj: '+proj=tmerc',
    units: 'metre',
    axes: 'x-north-y-east',
    verticalDatum: '1985',
    geoidSeparation: { metres: -8, source: 'manifest' },
  },
  frame: { origin: { longitude: 117, latitude: 35, ellipsoidHeight: 0 }, enuToEcef: new Array(16).fill(0) },
  extent: BOX,
  layers: [],
  sources: [],
  findings: [],
};

let folder: string;
let server: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-gateway-'));
  await mkdir(join(folder, 'app', 'assets'), { recursive: true });
  await mkdir(join(folder, 'bundles', 'old-mine', 'goafs'), { recursive: true });
  await mkdir(join(folder, 'bundles', '.building-x'), { recursive: true });
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html><title>Hyalite</title>');
  await writeFile(join(folder, 'app', 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'bundles', 'old-mine', 'catalog.json'), '{"format":"hyalite-bundle/0"}');
  await writeFile(join(folder, 'bundles', 'old-mine', 'goafs', 'root.glb'), '0123456789');
  await writeFile(join(folder, 'bundles', '.building-x', 'half.glb'), 'half');
  await writeFile(join(folder, 'secret.txt'), 'TOP-SECRET');
  server = await createServer({ bundlesRoot: join(folder, 'bundles'), appFolder: join(folder, 'app') });
});
afterEach(() => server.close());

const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers });

describe('files', () => {
  test('the app is at /, its hashed assets may be kept, its page may not', async () => {
    const page = await get('/');
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.body).toContain('Hyalite');
    expect((await get('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable');
  });

  test('tiles answer ranges and revalidation', async () => {
    const whole = await get('/bundles/old-mine/goafs/root.glb');
    expect(whole.headers['content-type']).toBe('model/gltf-binary');
    const part = await get('/bundles/old-mine/goafs/root.glb', { range: 'bytes=2-4' });
    expect([part.statusCode, part.body]).toEqual([206, '234']);
    const again = await get('/bundles/old-mine/goafs/root.glb', { 'if-none-match': whole.headers.etag });
    expect(again.statusCode).toBe(304);
  });

  test.each([
    '/bundles/../secret.txt',
    '/bundles/%2e%2e/secret.txt',
    '/bundles/..%2fsecret.txt',
    '/bundles/old-mine/%00',
    '/bundles/.building-x/half.glb',
    '/../secret.txt',
    '/package.json',
    '/bundles/old-mine',
    '/bundles/link/secret.txt',
    '/bundles/old-mine/link.glb',
  ])('%s is not to be had', async (url) => {
    await symlink(folder, join(folder, 'bundles', 'link'));
    await symlink(join(folder, 'secret.txt'), join(folder, 'bundles', 'old-mine', 'link.glb'));
    const answer = await get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toContain('TOP-SECRET');
    expect(JSON.parse(answer.body)).toMatchObject({ title: expect.any(String), mend: expect.any(String) });
  });
});

test('what is no request, or has no readable address, is told as every error is', async () => {
  const address = await get('/api/mines/%E0%A4%A');
  expect(address.statusCode).toBe(400);
  expect(address.headers['content-type']).toContain('application/problem+json');
  expect(address.json()).toMatchObject({ status: 400, mend: expect.any(String) });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const answerTo = (request: string) =>
    new Promise<string>((done) => {
      let got = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(request));
      socket.on('data', (bytes) => {
        got += bytes;
      });
      socket.on('close', () => done(got));
    });
  const broken = await answerTo('NOT HTTP AT ALL\r\n\r\n');
  expect(broken).toMatch(/^HTTP\/1.1 400 Bad request\r\nContent-Type: application\/problem\+json\r\n/);
  const large = await answerTo(`GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`);
  expect(large).toMatch(/^HTTP\/1.1 431 /);
  expect(JSON.parse(large.slice(large.indexOf('{')))).toMatchObject({
    status: 431,
    mend: expect.any(String),
  });
});

test('a bundle that cannot be opened is listed as broken, not left out', async () => {
  const mines = mineListSchema.parse((await get('/api/mines')).json());
  expect(mines.map((mine) => mine.id)).toEqual(['old-mine']);
  expect(mines[0].broken).toContain('hyalite-bundle/1');
});

test('a bundle under another name than its mine’s is broken too: a link could mean either', async () => {
  const catalog = JSON.stringify({ ...CATALOG, mineId: 'qingshi-iron' });
  await writeFile(join(folder, 'bundles', 'old-mine', 'catalog.json'), catalog);
  const [wrong] = mineListSchema.parse((await get('/api/mines')).json());
  expect(wrong).toMatchObject({ id: 'old-mine', broken: expect.stringContaining('qingshi-iron') });
  await writeFile(join(folder, 'bundles', 'old-mine', 'catalog.json'), JSON.stringify(CATALOG));
  const [right] = mineListSchema.parse((await get('/api/mines')).json());
  expect(right).toMatchObject({
    id: 'old-mine',
    name: { en: 'Old mine' },
    catalog: '/bundles/old-mine/catalog.json',
  });
  expect(right.broken).toBeUndefined();
});

test('no bundles folder means no mines, not an error', async () => {
  const bare = await createServer({ bundlesRoot: join(folder, 'nowhere'), appFolder: join(folder, 'app') });
  expect((await bare.inject('/api/mines')).json()).toEqual([]);
  await bare.close();
});

test('every answer carries the content security policy, without unsafe script', async () => {
  for (const url of ['/', '/api/mines', '/nothing']) {
    const policy = String((await get(url)).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test('only reading is offered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'] as const)
    expect((await server.inject({ method, url: '/api/mines', payload: {} })).statusCode).toBe(404);
});

test('an app that is not built is said in words', async () => {
  await expect(createServer({ bundlesRoot: folder, appFolder: join(folder, 'none') })).rejects.toThrow(
    /npm start/,
  );
});
