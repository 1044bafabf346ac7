import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asBuiltPlanSchema, planFeaturesSchema, planListSchema } from '../../../domain/contracts/plans.ts';
import { signedIn } from '../../accounts/signed-in.test-kit.ts';
import { createServer } from '../../server.ts';
import { type Live, startLive } from '../live.ts';
import { writeTinyLiveMine } from '../setup/tiny-live-mine.test-data.ts';

let root: string;
let live: Live;
let server: FastifyInstance;
let host: string;
let cookie: string;

const PDF = Buffer.from('%PDF-1.7\nsigned\n');
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://${host}/api/mines/tiny${path}`, { ...init, headers: { cookie, ...init.headers } });
const own = (type: string) => ({ origin: `http://${host}`, 'content-type': type });
const post = (body: object): Promise<Response> =>
  ask('/plans', { method: 'POST', headers: own('application/json'), body: JSON.stringify(body) });
const put = (id: string, bytes: Uint8Array, type = 'application/pdf', by = 'X'): Promise<Response> =>
  ask(`/plans/${id}/scan?by=${encodeURIComponent(by)}`, {
    method: 'PUT',
    headers: own(type),
    body: new Uint8Array(bytes),
  });
const register = async (surveyDate: string | null = '2026-11-01') =>
  asBuiltPlanSchema.parse(
    await (await post({ title: '-110 m 中段平面图', surveyDate, by: '张测量' })).json(),
  );

beforeAll(async () => {
  ({ root } = await writeTinyLiveMine());
  await chmod(root, 0o755);
  await mkdir(join(root, 'app'));
  await mkdir(join(root, 'state'));
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html><title>Hyalite</title>');
  live = await startLive({
    liveRoot: join(root, 'live'),
    bundlesRoot: join(root, 'bundles'),
    stateFolder: join(root, 'state'),
    mqttPort: 0,
  });
  server = await createServer({ bundlesRoot: join(root, 'bundles'), appFolder: join(root, 'app'), live });
  await server.listen({ host: '127.0.0.1', port: 0 });
  host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  cookie = await signedIn(live, host, { role: 'mine-engineer', name: '张测量', mines: ['tiny'] });
}, 120_000);
afterAll(async () => {
  await live?.close();
  await server?.close();
  await rm(root, { recursive: true, force: true });
});

it('registers a plan with its survey date, who made it, and what the mine held', async () => {
  const plan = await register();
  expect(plan).toMatchObject({ surveyDate: '2026-11-01', by: '张测量', scan: null });
  const { plans } = planListSchema.parse(await (await ask('/plans')).json());
  expect(plans.map(({ id }) => id)).toContain(plan.id);
  const kept = planFeaturesSchema.parse(await (await ask(`/plans/${plan.id}/features`)).json());
  expect(Array.isArray(kept.features)).toBe(true);
  expect((await register(null)).surveyDate).toBeNull();
});

it('a day that is none, a plan without a title and a foreign page are refused', async () => {
  expect((await post({ title: 'x', surveyDate: '2026-02-30', by: 'X' })).status).toBe(400);
  expect((await post({ title: ' ', surveyDate: null, by: 'X' })).status).toBe(400);
  const foreign = await ask('/plans', {
    method: 'POST',
    headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'x', surveyDate: null, by: 'X' }),
  });
  expect(foreign.status).toBe(403);
});

it('keeps a signed paper under its hash and gives it back as a download', async () => {
  const plan = await register();
  const signed = asBuiltPlanSchema.parse(await (await put(plan.id, PDF)).json());
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  expect(signed.scan).toMatchObject({ sha256, bytes: PDF.length, by: '张测量' });
  expect(await readdir(join(root, 'state', 'scans'))).toEqual([`${sha256}.pdf`]);
  const got = await ask(`/plans/${plan.id}/scan`);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(PDF);
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename="${sha256}.pdf"`);
  expect(got.headers.get('content-security-policy')).toContain('sandbox');
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
});

it('the paper that was handed in stays: another is refused', async () => {
  const plan = await register();
  expect((await put(plan.id, PDF)).status).toBe(200);
  expect((await put(plan.id, Buffer.from('%PDF-other'))).status).toBe(409);
});

it('takes scans alone: by what they hold and how large they are, not by what they are called', async () => {
  const plan = await register();
  expect((await put(plan.id, Buffer.from('<html><script>1</script>'), 'application/pdf')).status).toBe(415);
  expect((await put(plan.id, PDF, 'image/png')).status).toBe(415);
  expect((await put(plan.id, Buffer.from('<svg/>'), 'image/svg+xml')).status).toBe(415);
  expect((await put(plan.id, Buffer.alloc(33 * 1024 * 1024, 0x25))).status).toBe(413);
  expect((await put('00000000-0000-4000-8000-000000000000', PDF)).status).toBe(404);
  expect((await put('../../etc/passwd', PDF)).status).toBe(404);
  expect((await put(plan.id, PDF, 'application/pdf', '')).status).toBe(400);
});

it('a link put in the place of a scan leads nowhere', async () => {
  const plan = await register();
  const other = Buffer.from('%PDF-linked');
  const { scan } = asBuiltPlanSchema.parse(await (await put(plan.id, other)).json());
  const file = join(root, 'state', 'scans', `${scan!.sha256}.pdf`);
  await unlink(file);
  await symlink(join(root, 'app', 'index.html'), file);
  expect((await ask(`/plans/${plan.id}/scan`)).status).toBe(404);
});

it('a paper that somebody changed is not given out as the signed one', async () => {
  const plan = await register();
  const { scan } = asBuiltPlanSchema.parse(await (await put(plan.id, Buffer.from('%PDF-signed'))).json());
  await writeFile(join(root, 'state', 'scans', `${scan!.sha256}.pdf`), '%PDF-forged');
  const answer = await ask(`/plans/${plan.id}/scan`);
  expect([answer.status, (await answer.json()).title]).toEqual([500, 'Not what was handed in']);
});

it('without a session nothing is given', async () => {
  expect((await fetch(`http://${host}/api/mines/tiny/plans`)).status).toBe(401);
});
