import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerImportSchema } from '../../../domain/contracts/ledger.ts';
import { ledgerGeoJson, readLedgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { SYNTHETIC_MARK } from '../../../domain/hazards/exchange/origin-mark.ts';
import {
  sampleEvidence,
  sampleHazard,
  treatedHazard,
} from '../../../domain/hazards/sample-hazard.test-kit.ts';
import { askingLedger } from '../asking-ledger.test-kit.ts';
import { importLedger } from '../import-ledger.ts';
import { type LedgerGateway, PEOPLE, type Person, startLedgerGateway } from '../ledger-gateway.test-kit.ts';
import { ledgerWorkbook, readWorkbook } from './ledger-workbook.ts';

let gateway: LedgerGateway;
beforeAll(async () => {
  gateway = await startLedgerGateway();
}, 120_000);
afterAll(() => gateway?.close());
const { post, written, view, chain, upload } = askingLedger(() => gateway);

describe('files of the ledger', () => {
  const imported = async (person: Person, bytes: Buffer, dry: boolean, name = '台账.xlsx') => {
    const answer = await upload(person, bytes, name, 'tiny', `ledger-import?dry=${dry}`);
    expect(answer.statusCode).toBe(200);
    return ledgerImportSchema.parse(answer.json());
  };
  const exported = async (person: Person, url: string) =>
    (await gateway.ask(person, { url: `/api/${url}` })).rawPayload;
  const ids = async () => (await view('engineer', '/api/mines/tiny/hazards')).map(({ id }) => id).sort();

  beforeAll(async () => {
    await written('engineer', null, sampleHazard({ id: 'kept' }));
    await written('engineer', null, treatedHazard({ id: 'treated' }));
  });

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
      sampleHazard({ id: 'kept', title: '改名' }),
      treatedHazard({ id: 'new-3', state: 'closed' }),
    ]);
    const before = await ids();
    const dry = await imported('engineer', bytes, true);
    expect(dry).toMatchObject({ added: ['new-1'], changed: ['kept'], rows: 10, dry: true });
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
    const newer = { ...treated, fiveFixed: { ...treated.fiveFixed, contingencyPlan: '撤人、停掘、上报' } };
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

  test('a real ledger takes in nothing that says it is made up, nor what is another mine’s', async () => {
    const text = ledgerGeoJson(
      [
        sampleHazard({ id: 'made-up' }),
        sampleHazard({ id: 'kept', mine: 'other' }),
        sampleHazard({ id: 'real' }),
      ],
      () => null,
      ({ id }) => (id === 'made-up' ? SYNTHETIC_MARK : null),
    );
    const into = (mark: string | null) =>
      gateway.context.as(PEOPLE.engineer, (tx) =>
        importLedger(tx, 'tiny', readLedgerGeoJson(text, 'tiny'), {
          ...{ by: { account: 'engineer', name: '王工' }, now: gateway.now, file: 'a.geojson', dry: true },
          ...{
            ...{ fromMine: () => ({ kind: 'near' as const }), whyFar: null },
            rights: { write: true, accept: false, close: false },
            mark,
          },
        }),
      );
    const real = await into(null);
    expect(real.added).toEqual(['real']);
    expect(real.rejects.map(({ column, value }) => `${column} ${value}`)).toEqual([
      `origin ${SYNTHETIC_MARK}`,
      'mine kept',
    ]);
    expect((await into(SYNTHETIC_MARK)).added).toEqual(['made-up', 'real']);
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
    for (const payload of [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\ncut',
      '',
    ]) {
      const cut = await gateway.ask('engineer', {
        ...{ method: 'POST', url: '/api/mines/tiny/ledger-import?dry=true', payload },
        headers: {
          'content-type': payload === '' ? 'multipart/form-data' : 'multipart/form-data; boundary=b',
        },
      });
      expect([cut.statusCode, cut.json().status]).toEqual([400, 400]);
    }
    expect(await send('viewer', await ledgerWorkbook([]))).toBe(403);
    expect(await send('neighbour', await ledgerWorkbook([]))).toBe(404);
    expect(await send('engineer', await ledgerWorkbook([]), 'ledger-import')).toBe(400);
  });

  test('a deadline that was moved is told in lists, counts and files, of any day; what is over only the county moves', async () => {
    const dated = (deadline: string | null, more: Partial<Hazard> = {}) => {
      const treated = treatedHazard({ id: 'put-off', ...more });
      return { ...treated, fiveFixed: { ...treated.fiveFixed, deadline } };
    };
    const day = (text: string) => {
      gateway.now = Date.parse(`${text}T09:00:00+08:00`);
    };
    const list = async (query: string) =>
      (await view('official', `/api/counties/qingshi/hazards?${query}`)).filter(({ id }) => id === 'put-off');
    const movedOn = async (on: string) => (await list(`on=${on}`))[0]!.movedDeadline;
    day('2026-12-01');
    const first = await written('engineer', null, dated('2026-12-05'));
    // Read once before it is moved: what is in memory goes on from there.
    expect((await list(''))[0]!.movedDeadline).toBeNull();
    day('2026-12-02');
    const second = await written('engineer', first.number, dated('2026-12-10'));
    day('2026-12-11');
    for (const over of ['2026-12-31', null]) {
      const refused = await post('engineer', 'tiny', second.number, dated(over));
      expect(refused.json().refusals).toMatchObject([{ code: 'deadline-over' }]);
    }
    const nearer = await written('engineer', second.number, dated('2026-12-10', { title: '改名' }));
    await written('official', nearer.number, dated('2026-12-31', { title: '改名' }));
    const moved = { times: 2, first: '2026-12-05' };
    expect((await list('moved=true&sort=moved'))[0]).toMatchObject({ movedDeadline: moved, overdue: 0 });
    expect((await view('official', '/api/mines/tiny/hazards?moved=true')).map(({ id }) => id)).toEqual([
      'put-off',
    ]);
    expect(await movedOn('2026-12-10')).toEqual({ ...moved, times: 1 });
    expect(await movedOn('2026-12-01')).toBeNull();
    const statistics = await gateway.ask('official', { url: '/api/mines/tiny/hazard-statistics' });
    expect(statistics.json().counts.moved).toBe(1);

    const geojson = JSON.parse((await exported('engineer', 'mines/tiny/ledger-export.geojson')).toString());
    const { properties } = geojson.features.find(
      (one: { properties: { id: string } }) => one.properties.id === 'put-off',
    );
    expect(properties.movedDeadline).toEqual(moved);
    const then = await readWorkbook(
      await exported('engineer', 'mines/tiny/ledger-export.xlsx?on=2026-12-10'),
    );
    const [header, ...rows] = then.find(({ name }) => name === '隐患')!.rows;
    const cells = Object.fromEntries(
      header!.map((name, i) => [
        String(name),
        rows.find((row) => row[header!.indexOf('编号')] === 'put-off')![i],
      ]),
    );
    expect([cells['期限已改次数'], cells['最初期限'], cells['期限']]).toEqual([
      1,
      '2026-12-05',
      '2026-12-10',
    ]);
    for (const format of ['xlsx', 'geojson', 'gpkg']) {
      const bytes = await exported('engineer', `mines/tiny/ledger-export.${format}`);
      const done = await imported('engineer', bytes, true, `ledger.${format}`);
      expect(done).toMatchObject({ added: [], changed: [], rejects: [] });
    }
  });
});
