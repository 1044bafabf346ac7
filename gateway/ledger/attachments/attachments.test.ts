import { createHash } from 'node:crypto';
import promises, { readdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { attachmentSchema } from '../../../domain/contracts/ledger.ts';
import { sampleEvidence, sampleHazard } from '../../../domain/hazards/sample-hazard.test-kit.ts';
import { askingLedger } from '../asking-ledger.test-kit.ts';
import { ledgerWorkbook } from '../exchange/ledger-workbook.ts';
import { type LedgerGateway, PEOPLE, type Person, startLedgerGateway } from '../ledger-gateway.test-kit.ts';
import { chainState } from '../store/chain-state.ts';
import { type AttachmentQuota, DEFAULT_QUOTA, lockedUse } from './attachment-quota.ts';

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
const { post, written, chain, upload } = askingLedger(() => gateway);

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
    // Whoever has the original mends it by handing it in again.
    expect((await upload('engineer', PDF)).statusCode).toBe(201);
    expect((await get()).rawPayload).toEqual(PDF);
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
