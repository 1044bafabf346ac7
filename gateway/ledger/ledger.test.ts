import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import {
  ledgerConflictSchema,
  ledgerRefusedSchema,
  ledgerVersionSchema,
} from '../../domain/contracts/ledger.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { askingLedger } from './asking-ledger.test-kit.ts';
import { type LedgerGateway, startLedgerGateway } from './ledger-gateway.test-kit.ts';
import { lockChain } from './store/append-version.ts';

let gateway: LedgerGateway;
beforeAll(async () => {
  gateway = await startLedgerGateway();
}, 120_000);
afterAll(() => gateway?.close());
const { post, written, view, chain } = askingLedger(() => gateway);

describe('the life of a hazard', () => {
  const treated = treatedHazard({ id: 'life' });
  const acceptedBy = { metric: '充填率', value: 97, unit: '%', on: '2026-06-02', by: '县局' };
  const accepted: Hazard = {
    ...treated,
    state: 'accepted',
    treatment: { ...treated.treatment, accepted: acceptedBy },
  };

  test('an engineer writes it, an official accepts and closes it, and every version stays', async () => {
    const first = await written('engineer', null, sampleHazard({ id: 'life' }));
    expect(first.writtenBy).toEqual({ account: 'engineer', name: 'engineer 的名字' });
    const second = await written('engineer', first.number, treated);
    const third = await written('official', second.number, accepted);
    await written('official', third.number, { ...accepted, state: 'closed' });
    const answer = await gateway.ask('viewer', { url: '/api/mines/tiny/hazards/life/versions' });
    const versions = z.array(ledgerVersionSchema).parse(answer.json());
    expect(versions.map(({ hazard }) => hazard.state)).toEqual(['found', 'treating', 'accepted', 'closed']);
    expect(versions.at(-1)!.hazard).toEqual({ ...accepted, state: 'closed' });
  });

  test('who writes on an older version is told who wrote meanwhile', async () => {
    const first = await written('engineer', null, sampleHazard({ id: 'twice' }));
    await written('engineer', first.number, sampleHazard({ id: 'twice', title: 'A' }));
    const late = await post('engineer', 'tiny', first.number, sampleHazard({ id: 'twice', title: 'B' }));
    expect(late.statusCode).toBe(409);
    const conflict = ledgerConflictSchema.parse(late.json());
    expect(conflict.last?.hazard.title).toBe('A');
    expect(conflict.detail).toContain('engineer 的名字');
    expect((await post('engineer', 'tiny', null, sampleHazard({ id: 'twice' }))).statusCode).toBe(409);
    expect((await post('engineer', 'tiny', 3, sampleHazard({ id: 'none' }))).json().last).toBeNull();
  });

  test('of many who write at once one is taken', async () => {
    const first = await written('engineer', null, sampleHazard({ id: 'race' }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        post('engineer', 'tiny', first.number, sampleHazard({ id: 'race', title: `T${i}` })),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await chain()).fault).toBeNull();
  });

  test('what the rules refuse comes back with every cause and mend in both languages', async () => {
    const evidence = [sampleEvidence('e1', { on: '2027-01-01', file: 'a'.repeat(64) })];
    const answer = await post('engineer', 'tiny', null, sampleHazard({ id: 'bad', evidence }));
    expect(answer.statusCode).toBe(422);
    const { refusals } = ledgerRefusedSchema.parse(answer.json());
    expect(refusals.map(({ code }) => code)).toEqual(['day-in-future', 'file-unknown']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('whatever id is taken can be opened; what no address holds is refused', async () => {
    for (const id of ['长'.repeat(100), 'a/b?c#d%e', '…', ' 前后 '.trim()]) {
      await written('engineer', null, sampleHazard({ id }));
      const url = `/api/mines/tiny/hazards/${encodeURIComponent(id)}/versions`;
      expect((await gateway.ask('engineer', { url })).json()).toMatchObject([{ hazard: { id } }]);
    }
    for (const id of ['.', '..', 'x'.repeat(101)]) {
      const answer = await post('engineer', 'tiny', null, sampleHazard({ id }));
      expect(answer.json().refusals).toMatchObject([{ code: 'id-unusable' }]);
    }
  });

  test('nobody writes without the right, or reads and writes what is out of their scope', async () => {
    const hazard = sampleHazard({ id: 'scope' });
    expect((await post(null, 'tiny', null, hazard)).statusCode).toBe(401);
    expect((await post('viewer', 'tiny', null, hazard)).statusCode).toBe(403);
    expect((await post('dispatcher', 'tiny', null, hazard)).statusCode).toBe(403);
    for (const person of ['neighbour', 'stranger'] as const) {
      expect((await post(person, 'tiny', null, hazard)).statusCode).toBe(404);
      for (const url of ['hazards', 'hazards/life/versions', 'ledger-chain', `attachments/${'a'.repeat(64)}`])
        expect((await gateway.ask(person, { url: `/api/mines/tiny/${url}` })).statusCode).toBe(404);
    }
    expect((await gateway.ask('stranger', { url: '/api/counties/qingshi/hazards' })).statusCode).toBe(404);
    expect(await view('neighbour', '/api/counties/qingshi/hazards')).toEqual([]);
    expect((await view('official', '/api/counties/qingshi/hazards')).length).toBeGreaterThan(0);
  });
});

test('a past day shows what was written by its end in the county, and nothing later', async () => {
  const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
  let base: number | null = null;
  for (const day of days) {
    gateway.now = Date.parse(`${day}T23:59:59.999+08:00`);
    base = (await written('engineer', base, sampleHazard({ id: 'days', title: day }))).number;
  }
  const titles = async (on: string) =>
    (await view('engineer', `/api/mines/tiny/hazards?on=${on}`)).flatMap(({ id, title }) =>
      id === 'days' ? [title] : [],
    );
  expect(await titles('2026-11-30')).toEqual([]);
  for (const day of days) expect(await titles(day)).toEqual([day]);
  expect((await gateway.ask('engineer', { url: '/api/mines/tiny/hazards?on=2026-02-30' })).statusCode).toBe(
    400,
  );
  const { headers } = await gateway.ask('engineer', { url: '/api/mines/tiny/hazards' });
  const again = { url: '/api/mines/tiny/hazards', headers: { 'if-none-match': headers.etag! } };
  expect((await gateway.ask('engineer', again)).statusCode).toBe(304);
});

describe('what is written stays', () => {
  test('neither a viewer’s role nor the owner changes or takes away a version or a head', async () => {
    for (const table of ['hazard_version', 'ledger_head'])
      for (const change of [`UPDATE ${table} SET hash = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(sql.raw(change).execute(gateway.db)).rejects.toThrow(/append-only/);
        const asEngineer = gateway.context.as({ id: 'engineer' }, (tx) => sql.raw(change).execute(tx));
        await expect(asEngineer).rejects.toThrow(/permission denied/);
      }
    const forged = gateway.context.as({ id: 'engineer' }, (tx) =>
      sql`INSERT INTO ledger_head VALUES ('tiny', 'hazard_version', 999, 'x', 0)`.execute(tx),
    );
    await expect(forged).rejects.toThrow(/permission denied/);
  });

  test('the database itself lets nobody read or write another mine', async () => {
    const rows = await gateway.context.as({ id: 'neighbour' }, (tx) =>
      tx.selectFrom('hazard_version').selectAll().where('mine', '=', 'tiny').execute(),
    );
    expect(rows).toEqual([]);
    const row = { mine: 'tiny', number: 9999, hazard: 'x', written_at: 0, written_by: 'x', writer_name: 'x' };
    const inserted = gateway.context.as({ id: 'neighbour' }, (tx) =>
      tx
        .insertInto('hazard_version')
        .values({ ...row, reason: 'x', content: '{}', hash: 'x' })
        .execute(),
    );
    await expect(inserted).rejects.toThrow(/row-level security/);
  });

  test('the county keeps the head of every version; an edit or a deletion behind the gateway’s back shows', async () => {
    const sound = await chain();
    expect(sound.fault).toBeNull();
    expect(sound.kept).toMatchObject({ number: sound.versions, hash: sound.head });
    // Whoever owns the database can switch triggers off: what they do then is seen.
    const behind = (change: string) =>
      gateway.db.transaction().execute(async (tx) => {
        await sql.raw('ALTER TABLE hazard_version DISABLE TRIGGER ALL').execute(tx);
        await sql.raw(change).execute(tx);
        await sql.raw('ALTER TABLE hazard_version ENABLE TRIGGER ALL').execute(tx);
      });
    // Besides what is made of the others.
    const columns = 'mine, number, hazard, written_at, written_by, writer_name, reason, content, hash';
    await behind(`CREATE TABLE saved AS SELECT ${columns} FROM hazard_version WHERE mine = 'tiny'`);
    await behind("UPDATE hazard_version SET reason = '别的理由' WHERE mine = 'tiny' AND number = 2");
    expect((await chain()).fault).toEqual({ kind: 'changed', number: 2 });
    await behind("UPDATE hazard_version SET reason = '登记' WHERE mine = 'tiny' AND number = 2");
    await behind(`DELETE FROM hazard_version WHERE mine = 'tiny' AND number = ${sound.versions}`);
    expect((await chain()).fault).toEqual({ kind: 'number-missing', number: sound.versions });
    await behind(
      `INSERT INTO hazard_version (${columns}) SELECT * FROM saved WHERE number = ${sound.versions}`,
    );
    expect((await chain()).fault).toBeNull();
    // Whoever writes the end anew takes the kept heads of it away.
    await sql`ALTER TABLE ledger_head DISABLE TRIGGER ALL`.execute(gateway.db);
    await sql`DELETE FROM ledger_head WHERE mine = 'tiny' AND number > 2`.execute(gateway.db);
    expect((await chain()).fault).toEqual({ kind: 'head-missing', number: 3 });
  });
});

test('whoever waits for a chain that is held takes nobody else’s way to the database', async () => {
  let letGo = (): void => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const taken = new Promise<void>((done) => {
    void gateway.db
      .transaction()
      .execute(async (tx) => {
        await lockChain(tx, 'tiny');
        done();
        await held;
      })
      .catch(() => {});
  });
  await taken;
  const writers = Array.from({ length: 12 }, (_, i) =>
    post('engineer', 'tiny', null, sampleHazard({ id: `waits-${i}` })),
  );
  // A reader, and a writer of another mine, are answered while they wait.
  expect((await gateway.ask('viewer', { url: '/api/mines/tiny/hazards' })).statusCode).toBe(200);
  expect((await post('neighbour', 'other', null, sampleHazard({ id: 'o', mine: 'other' }))).statusCode).toBe(
    201,
  );
  letGo();
  for (const answer of await Promise.all(writers)) expect(answer.statusCode).toBe(201);
});
