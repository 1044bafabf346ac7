import { createHash } from 'node:crypto';
import promises, { readdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import {
  attachmentSchema,
  chainStateSchema,
  type LedgerVersion,
  ledgerConflictSchema,
  ledgerImportSchema,
  ledgerRefusedSchema,
  ledgerVersionSchema,
} from '../../domain/contracts/ledger.ts';
import { hazardPageSchema } from '../../domain/contracts/ledger-list.ts';
import { ledgerGeoJson } from '../../domain/hazards/exchange/ledger-geojson.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { type AttachmentQuota, DEFAULT_QUOTA, lockedUse } from './attachments/attachment-quota.ts';
import { ledgerWorkbook, readWorkbook } from './exchange/ledger-workbook.ts';
import {
  fileForm,
  type LedgerGateway,
  PEOPLE,
  type Person,
  startLedgerGateway,
} from './ledger-gateway.test-kit.ts';
import { chainState } from './store/chain-state.ts';

/**
 * A disk that fills up while a file is written. Node's own function is exchanged and not a module mocked: a worker that has run other
 * files before has the modules already.
 */
const disk = { full: false };
const writeReally = promises.writeFile;
const fill = (write: typeof promises.writeFile): void => {
  promises.writeFile = write;
  syncBuiltinESMExports();
};

let gateway: LedgerGateway;
beforeAll(async () => {
  gateway = await startLedgerGateway();
}, 120_000);
afterAll(() => gateway?.close());

const post = (person: Person | null, mine: string, base: number | null, hazard: Hazard, reason = '登记') =>
  gateway.ask(person, {
    method: 'POST',
    url: `/api/mines/${mine}/hazards`,
    payload: { base, reason, hazard },
  });
const written = async (person: Person, base: number | null, hazard: Hazard): Promise<LedgerVersion> => {
  const answer = await post(person, hazard.mine, base, hazard);
  expect(answer.json()).not.toHaveProperty('refusals');
  expect(answer.statusCode).toBe(201);
  return ledgerVersionSchema.parse(answer.json());
};
const view = async (person: Person, url: string) =>
  hazardPageSchema.parse((await gateway.ask(person, { url })).json()).rows;
const chain = async (mine = 'tiny') =>
  chainStateSchema.parse((await gateway.ask('official', { url: `/api/mines/${mine}/ledger-chain` })).json());
const upload = (person: Person, bytes: Buffer, name = '物探.pdf', mine = 'tiny', to = 'attachments') =>
  gateway.ask(person, {
    method: 'POST',
    url: `/api/mines/${mine}/${to}`,
    ...fileForm(bytes, name),
  });

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
    await behind("CREATE TABLE saved AS SELECT * FROM hazard_version WHERE mine = 'tiny'");
    await behind("UPDATE hazard_version SET reason = '别的理由' WHERE mine = 'tiny' AND number = 2");
    expect((await chain()).fault).toEqual({ kind: 'changed', number: 2 });
    await behind("UPDATE hazard_version SET reason = '登记' WHERE mine = 'tiny' AND number = 2");
    await behind(`DELETE FROM hazard_version WHERE mine = 'tiny' AND number = ${sound.versions}`);
    expect((await chain()).fault).toEqual({ kind: 'number-missing', number: sound.versions });
    await behind(`INSERT INTO hazard_version SELECT * FROM saved WHERE number = ${sound.versions}`);
    expect((await chain()).fault).toBeNull();
  });
});

describe('attachments', () => {
  const PDF = Buffer.from('%PDF-1.7\n物探报告\n');
  const hash = createHash('sha256').update(PDF).digest('hex');

  test('are kept by what they hold, named in evidence, and given back as a download', async () => {
    const kept = attachmentSchema.parse((await upload('engineer', PDF, '../../物探".pdf')).json());
    expect(kept).toMatchObject({ sha256: hash, type: 'application/pdf', bytes: PDF.length, by: 'engineer' });
    expect(kept.name).not.toContain('/');
    expect(await readdir(gateway.context.folders.attachments)).toEqual([`${hash}.pdf`]);
    await written(
      'engineer',
      null,
      sampleHazard({ id: 'file', evidence: [sampleEvidence('e1', { file: hash })] }),
    );
    const got = await gateway.ask('official', { url: `/api/mines/tiny/attachments/${hash}` });
    expect(got.rawPayload).toEqual(PDF);
    expect(got.headers['content-disposition']).toMatch(/^attachment; /);
    expect(got.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(got.headers['content-security-policy']).toContain('sandbox');
  });

  test('a file that somebody changed or took away is not given out, and the chain says so', async () => {
    const file = join(gateway.context.folders.attachments, `${hash}.pdf`);
    const get = () => gateway.ask('official', { url: `/api/mines/tiny/attachments/${hash}` });
    const sound = { named: 1, missing: [], altered: [] };
    expect((await chain()).files).toEqual(sound);
    await writeFile(file, '%PDF-1.7\n另一份报告\n');
    const altered = await get();
    expect([altered.statusCode, altered.json().title]).toEqual([500, 'Not what was handed in']);
    expect(await chain()).toMatchObject({ fault: null, files: { ...sound, altered: [hash] } });
    await unlink(file);
    expect((await get()).statusCode).toBe(404);
    expect((await chain()).files).toEqual({ ...sound, missing: [hash] });
    await writeFile(file, PDF);
    expect((await get()).rawPayload).toEqual(PDF);
    expect((await chain()).files).toEqual(sound);
  });

  test('the chain is of one moment, and its files are hashed when the database is free again', async () => {
    const file = join(gateway.context.folders.attachments, `${hash}.pdf`);
    const { versions } = await chain();
    const state = await chainState(
      async (work) => {
        const read = await gateway.context.as(PEOPLE.official, work);
        // After the read and before the hashing: another version comes, and the file is changed.
        await written('engineer', null, sampleHazard({ id: 'after' }));
        await writeFile(file, '%PDF-1.7\n另一份报告\n');
        return read;
      },
      { mine: 'tiny', now: gateway.now, attachments: gateway.context.folders.attachments },
    );
    expect(state).toMatchObject({ versions, kept: { number: versions }, fault: null });
    expect(state.files).toEqual({ named: 1, missing: [], altered: [hash] });
    await writeFile(file, PDF);
    expect(await chain()).toMatchObject({ versions: versions + 1, files: { altered: [] } });
  });

  test('what is no such file, is too large or is handed in by who may not is refused', async () => {
    expect((await upload('engineer', Buffer.from('<html><script>1</script>'), 'a.pdf')).statusCode).toBe(415);
    expect((await upload('engineer', Buffer.from('MZ\0\0'), 'a.png')).statusCode).toBe(415);
    expect((await upload('engineer', Buffer.alloc(33 * 1024 * 1024, 0x25))).statusCode).toBe(413);
    expect((await upload('viewer', PDF)).statusCode).toBe(403);
    expect((await upload('neighbour', PDF)).statusCode).toBe(404);
    expect((await post('engineer', 'tiny', null, sampleHazard())).statusCode).not.toBe(500);
  });

  test('of another mine it is not there, nor through a link that was put in its place', async () => {
    const url = `/api/mines/other/attachments/${hash}`;
    expect((await gateway.ask('neighbour', { url })).statusCode).toBe(404);
    const file = join(gateway.context.folders.attachments, `${hash}.pdf`);
    await unlink(file);
    await symlink('/etc/hostname', file);
    expect((await gateway.ask('official', { url: url.replace('other', 'tiny') })).statusCode).toBe(404);
    expect(
      (await gateway.ask('official', { url: '/api/mines/tiny/attachments/..%2f..%2fetc' })).statusCode,
    ).toBe(400);
  });
});

describe('room for attachments', () => {
  const file = (text: string) => Buffer.from(`%PDF-1.7\n${text.padEnd(100, '.')}`);
  const folder = () => readdir(gateway.context.folders.attachments);
  const hold = (quota: Partial<AttachmentQuota>) =>
    Object.assign(gateway.context.quota, { ...DEFAULT_QUOTA, ...quota });
  beforeAll(() =>
    fill(async (path, bytes, o) => {
      await writeReally(path, disk.full ? (bytes as Buffer).subarray(0, 9) : bytes, o);
      if (disk.full) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    }),
  );
  afterAll(() => fill(writeReally));
  afterEach(() => {
    disk.full = false;
    hold({});
  });

  test('of a mine, and of its county with mines that the writer does not see, is told where it is full, and nothing is kept', async () => {
    const used = async (person: Person, mine: string) =>
      gateway.context.as(PEOPLE[person], (tx) => lockedUse(tx, mine, 'qingshi'));
    const { mine } = await used('engineer', 'tiny');
    const before = await folder();
    hold({ mine: mine + 150 });
    // Of two at once the second counts the first.
    const answers = await Promise.all(['a', 'b'].map((text) => upload('engineer', file(text))));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 507]);
    expect(await folder()).toHaveLength(before.length + 1);
    const full = await upload('engineer', file('c'));
    expect(full.headers['content-type']).toContain('application/problem+json');
    expect(full.json().title).toContain('mine');
    expect(full.json().mend).toContain('HYALITE_ATTACHMENTS_A_MINE_GIB');
    // What it handed in before takes no more room.
    const again = answers[0]!.statusCode === 201 ? 'a' : 'b';
    expect((await upload('engineer', file(again))).statusCode).toBe(201);
    const { county } = await used('engineer', 'tiny');
    hold({ county: county + 50 });
    const other = await upload('neighbour', file('d'), 'd.pdf', 'other');
    expect([other.statusCode, other.json().title]).toEqual([507, 'The county’s attachments are full']);
    expect(await used('stranger', 'tiny')).toEqual({ mine: 0, county: 0 });
    expect(await folder()).toHaveLength(before.length + 1);
  });

  test('on the disk: where it ends half-way nothing of the file stays, on the disk or in the ledger', async () => {
    const before = await folder();
    disk.full = true;
    const answer = await upload('engineer', file('half'));
    expect([answer.statusCode, answer.json().title]).toEqual([507, 'The disk is full']);
    expect(await folder()).toEqual(before);
    const hash = createHash('sha256').update(file('half')).digest('hex');
    const got = { url: `/api/mines/tiny/attachments/${hash}` };
    expect((await gateway.ask('engineer', got)).statusCode).toBe(404);
    const imported = await upload(
      'engineer',
      await ledgerWorkbook([]),
      'x.xlsx',
      'tiny',
      'ledger-import?dry=true',
    );
    expect(imported.statusCode).toBe(507);
    expect(await readdir(gateway.context.folders.uploads)).toEqual([]);
    disk.full = false;
    expect((await upload('engineer', file('half'))).statusCode).toBe(201);
    expect((await gateway.ask('engineer', got)).rawPayload).toEqual(file('half'));
  });
});

describe('files of the ledger', () => {
  const imported = async (person: Person, bytes: Buffer, dry: boolean, name = '台账.xlsx') => {
    const answer = await upload(person, bytes, name, 'tiny', `ledger-import?dry=${dry}`);
    expect(answer.statusCode).toBe(200);
    return ledgerImportSchema.parse(answer.json());
  };
  const exported = async (person: Person, url: string) =>
    (await gateway.ask(person, { url: `/api/${url}` })).rawPayload;
  const ids = async () => (await view('engineer', '/api/mines/tiny/hazards')).map(({ id }) => id).sort();

  test.each(['xlsx', 'geojson', 'gpkg'])(
    'what is exported as %s is imported as nothing new',
    async (format) => {
      const bytes = await exported('engineer', `mines/tiny/ledger-export.${format}`);
      const done = await imported('engineer', bytes, false, `ledger.${format}`);
      expect(done).toMatchObject({ added: [], changed: [], rejects: [], dry: false });
      expect(done.unchanged.sort()).toEqual(await ids());
    },
  );

  test('a dry run says what would be taken and takes nothing; then it is taken, and what is refused is told', async () => {
    const bytes = await ledgerWorkbook([
      sampleHazard({ id: 'new-1' }),
      sampleHazard({ id: 'new-2', found: { on: '2030-01-01', how: 'survey', by: '张' } }),
      sampleHazard({ id: 'days', title: '改名' }),
      treatedHazard({ id: 'new-3', state: 'closed' }),
    ]);
    const before = await ids();
    const dry = await imported('engineer', bytes, true);
    expect(dry).toMatchObject({ added: ['new-1'], changed: ['days'], rows: 10, dry: true });
    expect(dry.rejects.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual(
      expect.arrayContaining(['3 发现日期 new-2', '5 状态 new-3']),
    );
    expect(await ids()).toEqual(before);
    expect((await imported('engineer', bytes, false)).added).toEqual(['new-1']);
    expect(await ids()).toEqual([...before, 'new-1'].sort());
    expect((await chain()).fault).toBeNull();
  });

  test('an old export overwrites nothing that others wrote since; the dry run says what each row changes', async () => {
    const treated = treatedHazard({ id: 'stale' });
    const first = await written('engineer', null, treated);
    const old = await exported('engineer', 'mines/tiny/ledger-export.xlsx');
    const newer = { ...treated, fiveFixed: { ...treated.fiveFixed, deadline: '2026-12-31' } };
    const second = await written('engineer', first.number, newer);
    const late = await imported('engineer', old, true);
    expect(late).toMatchObject({ added: [], changed: [] });
    expect(late.rejects).toMatchObject([{ sheet: '隐患', column: '版本', value: 'stale' }]);
    expect(late.rejects[0]!.what.zh).toContain(`${first.number} 号`);
    const changed: Hazard = {
      ...newer,
      evidence: [...newer.evidence, sampleEvidence('e4', { on: '2026-07-01' })],
      fiveFixed: { ...newer.fiveFixed, funding: null, measure: '充填并封闭' },
    };
    const based = Buffer.from(ledgerGeoJson([changed], () => second.number));
    const change = {
      hazard: 'stale',
      fields: ['measure', 'funding'],
      emptied: ['funding'],
      evidence: ['e4'],
    };
    const dry = await imported('engineer', based, true, 'a.geojson');
    expect(dry.changes).toEqual([{ ...change, isBased: true }]);
    const unbased = await imported('engineer', Buffer.from(ledgerGeoJson([changed])), false, 'a.geojson');
    expect(unbased.changes).toEqual([{ ...change, isBased: false }]);
  });

  test('of a ledger with accepted and closed hazards an empty ledger refuses those rows by name, and takes the others', async () => {
    const measured = { metric: '充填率', value: 97, unit: '%', on: '2026-06-02', by: '县局' };
    const done = treatedHazard({ id: 'moved-2', state: 'closed', mine: 'other' });
    const bytes = await ledgerWorkbook([
      sampleHazard({ id: 'moved-1', mine: 'other' }),
      { ...done, treatment: { ...done.treatment, accepted: measured } },
    ]);
    const answer = await upload('neighbour', bytes, '台账.xlsx', 'other', 'ledger-import?dry=true');
    expect(answer.statusCode).toBe(200);
    const { added, rejects } = ledgerImportSchema.parse(answer.json());
    expect(added).toEqual(['moved-1']);
    expect(rejects.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual([
      '3 验收指标 moved-2',
      '3 状态 moved-2',
    ]);
  });

  test('an official who imports brings in nothing that is accepted or closed in the same row, and closes nothing on it', async () => {
    const treated = treatedHazard({ id: 'own' });
    const measured = { metric: '充填率', value: 97, unit: '%', on: '2026-06-02', by: '县局' };
    const accepted: Hazard = {
      ...treated,
      state: 'accepted',
      treatment: { ...treated.treatment, accepted: measured },
    };
    const file = (hazard: Hazard) => Buffer.from(ledgerGeoJson([hazard]));
    const refused = await imported('official', file({ ...accepted, state: 'closed' }), false, 'a.geojson');
    expect(refused).toMatchObject({ added: [], rejects: [{ value: 'own' }] });
    expect(refused.rejects[0]!.what.zh).toContain('又验收或销号');
    expect((await imported('official', file(treated), false, 'a.geojson')).added).toEqual(['own']);
    const { number } = (await view('official', '/api/mines/tiny/hazards')).find(({ id }) => id === 'own')!;
    const done = await written('official', number, accepted);
    const closing = await post('official', 'tiny', done.number, { ...accepted, state: 'closed' });
    expect(closing.json().refusals.map(({ code }: { code: string }) => code)).toEqual([
      'closes-on-own-evidence',
    ]);
  });

  test('the county exports what its reader sees, on any day; the template has sheets and no rows', async () => {
    const all = JSON.parse((await exported('official', 'counties/qingshi/ledger-export.geojson')).toString());
    expect(all.features.length).toBe((await ids()).length);
    const none = JSON.parse(
      (await exported('neighbour', 'counties/qingshi/ledger-export.geojson')).toString(),
    );
    expect(none.features).toEqual([]);
    const past = await exported('official', 'counties/qingshi/ledger-export.geojson?on=2020-01-01');
    expect(JSON.parse(past.toString()).features).toEqual([]);
    const sheets = await readWorkbook(await exported('viewer', 'ledger-template.xlsx'));
    expect(sheets.map(({ name, rows }) => [name, rows.length > 1])).toEqual([
      ['隐患', false],
      ['证据', false],
      ['填写说明', true],
    ]);
    expect((await gateway.ask('stranger', { url: '/api/mines/tiny/ledger-export.xlsx' })).statusCode).toBe(
      404,
    );
  });

  test('what is no ledger, is broken or is handed in by who may not is refused', async () => {
    const send = async (person: Person, bytes: Buffer, to = 'ledger-import?dry=false') =>
      (await upload(person, bytes, 'x.xlsx', 'tiny', to)).statusCode;
    expect(await send('engineer', Buffer.from('%PDF-1.7'))).toBe(415);
    expect(await send('engineer', Buffer.from('PK\u0003\u0004broken'))).toBe(422);
    expect(await send('viewer', await ledgerWorkbook([]))).toBe(403);
    expect(await send('neighbour', await ledgerWorkbook([]))).toBe(404);
    expect(await send('engineer', await ledgerWorkbook([]), 'ledger-import')).toBe(400);
  });
});
