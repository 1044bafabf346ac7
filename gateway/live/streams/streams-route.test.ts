import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerWithProblems } from '../../problem.ts';
import { addStreamsRoute } from './streams-route.ts';

let root: string;
let server: FastifyInstance;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-streams-'));
  const folder = join(root, 'streams');
  await mkdir(join(folder, 'demo', 'CAM-1'), { recursive: true });
  await mkdir(join(folder, 'CAM-2'));
  await writeFile(join(folder, 'demo', 'CAM-1', 'index.m3u8'), '#EXTM3U\n');
  await writeFile(join(folder, 'CAM-2', 'part-0000.m4s'), Buffer.alloc(100, 7));
  await writeFile(join(folder, 'CAM-2', 'part-0001.ts'), 'x');
  await writeFile(join(folder, 'CAM-2', 'password.txt'), 'secret');
  await writeFile(join(root, 'outside.ts'), 'secret');
  await symlink(join(root, 'outside.ts'), join(folder, 'CAM-2', 'link.ts'));
  server = Fastify();
  await server.register(fastifyStatic, { root, serve: false });
  answerWithProblems(server);
  addStreamsRoute(server, { folder, mineOf: () => 'qingshi-iron' });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers });

describe('streams', () => {
  it('serves playlists and segments by what they are, kept out of shared caches', async () => {
    const playlist = await get('/streams/demo/CAM-1/index.m3u8');
    expect(playlist.statusCode).toBe(200);
    expect(playlist.headers['content-type']).toBe('application/vnd.apple.mpegurl');
    expect(playlist.headers['cache-control']).toBe('no-store');
    expect(playlist.body).toBe('#EXTM3U\n');
    const segment = await get('/streams/CAM-2/part-0000.m4s');
    expect(segment.headers['content-type']).toBe('video/iso.segment');
    expect(segment.headers['cache-control']).toBe('private, no-cache');
    expect((await get('/streams/CAM-2/part-0001.ts')).headers['content-type']).toBe('video/mp2t');
  });

  it('serves parts of a segment', async () => {
    const part = await get('/streams/CAM-2/part-0000.m4s', { range: 'bytes=10-19' });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload).toHaveLength(10);
  });

  it.each([
    '/streams/CAM-2/none.ts',
    '/streams/CAM-2/password.txt',
    '/streams/CAM-2/link.ts',
    '/streams/CAM-2/',
    '/streams/CAM-2',
    '/streams/',
    '/streams/outside.ts',
    '/streams/CAM-2/..%2f..%2foutside.ts',
    '/streams/CAM-2/%2e%2e/%2e%2e/outside.ts',
    '/streams/CAM-2/part-0000.m4s%00.ts',
    '/streams/CAM-2/.hidden.ts',
  ])('does not serve %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('secret');
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('says where the stream of a camera belongs', async () => {
    expect((await get('/streams/demo/CAM-9/index.m3u8')).json().mend).toContain('streams/demo/CAM-9');
  });
});
