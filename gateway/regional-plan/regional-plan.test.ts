import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planTextSchema } from '../../domain/contracts/regional-plan.ts';
import {
  type PlanView,
  planComparisonSchema,
  planListSchema,
  planVersionSchema,
  planViewSchema,
} from '../../domain/contracts/regional-plan-api.ts';
import { evidence, smallHazard } from '../../domain/regional-plan/small-plan.test-kit.ts';
import { TINY_COUNTY } from '../county/tiny-county.test-data.ts';
import { type PlanGateway, type PlanPerson, startPlanGateway } from './plan-gateway.test-kit.ts';

let gateway: PlanGateway;
const PLANS = `/api/counties/${TINY_COUNTY}/plans`;

beforeAll(async () => {
  gateway = await startPlanGateway();
  await enter('H1', 'first');
}, 120_000);
afterAll(() => gateway?.close());

const enter = async (id: string, title: string, mine: 'east' | 'lone' = 'east'): Promise<void> => {
  const place = { kind: 'feature' as const, layer: 'goafs', feature: 'east-goaf' };
  const hazard = { ...smallHazard(mine, id, { title, place }), state: 'found' as const };
  // The mine of the test lies elsewhere than its evidence.
  const payload = { base: null, reason: 'test', whyFar: 'test', hazard };
  const { statusCode, body } = await gateway.ask(mine, {
    method: 'POST',
    url: `/api/mines/${mine}/hazards`,
    payload,
  });
  expect(statusCode, body).toBeLessThan(300);
};
const get = (person: PlanPerson | null, path = '') =>
  gateway.ask(person, { method: 'GET', url: `${PLANS}${path}` });
const view = async (plan: string): Promise<PlanView> =>
  planViewSchema.parse((await get('chief', `/${plan}`)).json());
const write = (person: PlanPerson, base: string | null, text: string, chapter = 'contiguous') =>
  gateway.ask(person, { method: 'PUT', url: `${PLANS}/2026/texts/${chapter}`, payload: { base, text } });
const freeze = (person: PlanPerson, year: number, on: string) =>
  gateway.ask(person, { method: 'POST', url: `${PLANS}/${year}/freeze`, payload: { on, note: '年度定稿' } });

it('lists years and versions with what the reader may do, and nobody outside the county reads it', async () => {
  const list = planListSchema.parse((await get('chief')).json());
  expect(list).toMatchObject({ county: TINY_COUNTY, versions: [], mayWrite: true, mayFreeze: true });
  expect(list.years[0]).toBe(2026);
  expect((await get('reader')).json()).toMatchObject({ mayWrite: false, mayFreeze: false });
  for (const path of [
    '',
    '/2026',
    '/2026/figure?id=county-map',
    '/2026/file.pdf',
    '/compare?from=2025&to=2026',
  ]) {
    for (const person of ['east', 'stranger'] as const)
      expect((await get(person, path)).statusCode, path).toBe(404);
    expect((await get(null, path)).statusCode, path).toBe(401);
  }
});

it('composes the draft of a day from register, pairs and ledger as they were, and says what it was made from', async () => {
  const { plan, document, figures, version } = await view('2026');
  expect(version).toBeNull();
  expect(plan.on).toBe('2026-11-30');
  expect(plan.objects.map(({ id }) => id)).toContain('hazard:east:H1');
  expect(plan.pins.ledger.find(({ mine }) => mine === 'east')).toMatchObject({ versions: 1 });
  expect(plan.pins.rules?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(document.blocks.some((block) => block.type === 'figure')).toBe(true);
  const svg = await get('reader', `/2026/figure?id=${encodeURIComponent(figures.at(-1)!)}&language=en`);
  expect(svg.headers['content-type']).toContain('image/svg+xml');
  expect(svg.body).toContain('SYNTHETIC DATA');
  const before = await view('2026?on=2026-11-29');
  expect(before.plan.objects.filter(({ kind }) => kind === 'hazard')).toEqual([]);
  expect((await get('chief', '/2026?on=2026-12-01')).statusCode).toBe(422);
  expect((await get('chief', '/2027')).statusCode).toBe(422);
  expect((await get('chief', '/2026/figure?id=nothing')).statusCode).toBe(404);
});

it('names the mine that the register leaves out, pins its ledger and holds its hazards', async () => {
  const gapOf = async () =>
    (await view('2026')).plan.gaps.find(({ kind }) => kind === 'mine-not-in-register');
  expect(await gapOf()).toMatchObject({ of: { zh: 'lone' }, detail: { zh: '台账无记录，不等于没有隐患' } });
  await enter('L1', 'alone', 'lone');
  const { plan } = await view('2026');
  expect(await gapOf()).toMatchObject({ object: 'unlisted:lone', detail: { zh: '未销号隐患 1 项' } });
  expect(plan.objects).toContainEqual(
    expect.objectContaining({ id: 'hazard:lone:L1', parent: 'unlisted:lone' }),
  );
  expect(plan.pins.ledger.find(({ mine }) => mine === 'lone')).toMatchObject({ versions: 1 });
  expect(plan.outside).toMatchObject([{ id: 'lone', by: 'live', bundle: false }]);
});

it('officials add texts to chapters; who wrote meanwhile is not written over; others may not', async () => {
  const { statusCode } = await write('reader', null, 'x');
  expect(statusCode).toBe(403);
  const first = planTextSchema.parse((await write('chief', null, '统筹组织。')).json());
  expect((await write('chief', null, '另一段')).statusCode).toBe(409);
  expect((await write('chief', first.at, '统筹组织，联合排查。')).statusCode).toBe(200);
  const { document } = await view('2026');
  expect(document.blocks).toContainEqual(
    expect.objectContaining({ type: 'added', text: '统筹组织，联合排查。' }),
  );
  expect((await write('chief', null, 'x', 'nowhere')).statusCode).toBe(400);
});

it('freezes a version whose bytes never change, whatever happens to the county afterwards', async () => {
  expect((await freeze('reader', 2026, '2026-11-30')).statusCode).toBe(403);
  expect((await freeze('chief', 2026, '2026-12-24')).statusCode).toBe(422);
  const answer = await freeze('chief', 2026, '2026-11-30');
  expect(answer.statusCode, answer.body).toBe(201);
  const version = planVersionSchema.parse(answer.json());
  expect(version).toMatchObject({ year: 2026, number: 1, note: '年度定稿', frozenBy: 'chief 的名字' });
  expect(version.files.map(({ type, language }) => `${type} ${language}`).sort()).toEqual([
    'docx en',
    'docx zh',
    'pdf en',
    'pdf zh',
  ]);
  const draft = await view('2026');
  expect(version.pins).toEqual(draft.plan.pins);

  const bytes = async () => (await get('reader', `/${version.id}/file.pdf?language=zh`)).rawPayload;
  const once = await bytes();
  expect(once.subarray(0, 5).toString()).toBe('%PDF-');
  await enter('H2', 'later');
  expect(Buffer.compare(await bytes(), once)).toBe(0);
  const frozen = await view(version.id);
  expect(frozen.plan.objects.map(({ id }) => id)).not.toContain('hazard:east:H2');
  expect(frozen.document.subtitle.zh).toContain('第 1 版');
  expect((await get('reader', `/${version.id}/figure?id=county-map`)).body).toContain('<svg');
  const docx = await get('reader', `/${version.id}/file.docx?language=en`);
  expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(docx.headers.etag).toBe(
    `"${version.files.find(({ type, language }) => type === 'docx' && language === 'en')!.sha256}"`,
  );

  const comparison = planComparisonSchema.parse(
    (await get('chief', `/compare?from=${version.id}&to=2026`)).json(),
  );
  expect(comparison.changes).toContainEqual(
    expect.objectContaining({ kind: 'added', object: 'hazard:east:H2' }),
  );
  expect((await get('chief', '/compare?from=nothing&to=2026')).statusCode).toBe(404);

  // Neither the gateway's own role nor anybody else takes it back.
  const change = (statement: ReturnType<typeof sql>) => statement.execute(gateway.db);
  await expect(change(sql`UPDATE regional_plan_file SET bytes = ''`)).rejects.toThrow('append-only');
  await expect(change(sql`DELETE FROM regional_plan_version`)).rejects.toThrow('append-only');
  await expect(change(sql`TRUNCATE regional_plan_text`)).rejects.toThrow('append-only');
});

it('the next year’s plan tells its changes since the last year’s version', async () => {
  gateway.now = Date.parse('2027-02-01T08:00:00+08:00');
  const { plan, changes } = await view('2027');
  expect(plan.comparedWith).toMatchObject({ year: 2026, on: '2026-11-30' });
  expect(changes.map(({ object }) => object)).toContain('hazard:east:H2');
  gateway.now = Date.parse('2026-11-30T08:00:00+08:00');
});

it('the database itself shows a plan to nobody outside its county', async () => {
  const { as } = gateway;
  const count = (id: string) =>
    as({ id }, async (tx) => (await tx.selectFrom('regional_plan_version').select('id').execute()).length);
  expect([await count('chief'), await count('reader'), await count('east'), await count('stranger')]).toEqual(
    [1, 1, 0, 0],
  );
});

it('bytes somebody changed behind the gateway’s back are not given out as frozen', async () => {
  const [version] = planListSchema.parse((await get('chief')).json()).versions;
  await sql`ALTER TABLE regional_plan_file DISABLE TRIGGER no_change`.execute(gateway.db);
  await sql`UPDATE regional_plan_file SET bytes = 'x' WHERE kind = 'docx' AND language = 'zh'`.execute(
    gateway.db,
  );
  await sql`ALTER TABLE regional_plan_file ENABLE TRIGGER no_change`.execute(gateway.db);
  const answer = await get('chief', `/${version!.id}/file.docx?language=zh`);
  expect([answer.statusCode, answer.json().title]).toEqual([500, 'Not what was frozen']);
});

it('tells what was closed by the day it was closed on, not by that of what was added to it since', async () => {
  const found = {
    ...smallHazard('east', 'H9', { title: 'never there' }),
    evidence: [
      evidence('e1', 'geophysics', { says: 'absent' }),
      evidence('e2', 'drilling', { says: 'absent' }),
    ],
    state: 'found' as const,
  };
  const versions = [
    ['east', found],
    ['chief', { ...found, state: 'closed' }],
    ['east', { ...found, state: 'closed', evidence: [...found.evidence, evidence('e3', 'survey')] }],
  ] as const;
  let base: number | null = null;
  gateway.now = Date.parse('2027-02-01T08:00:00+08:00');
  for (const [who, hazard] of versions) {
    const payload = { base, reason: 'test', whyFar: 'test', hazard };
    const answer = await gateway.ask(who, { method: 'POST', url: '/api/mines/east/hazards', payload });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    base = answer.json().number;
    gateway.now += 86_400_000;
  }
  const { plan } = await view('2027');
  expect(plan.closedOut).toMatchObject([{ id: 'hazard:east:H9', accepted: null, closed: '2027-02-02' }]);
});
