import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachmentSchema, chainStateSchema } from '../../../domain/contracts/ledger.ts';
import {
  checkedHeadsSchema,
  type KeptChainHead,
  ledgerHeadsSchema,
} from '../../../domain/contracts/ledger-heads.ts';
import {
  type MajorHazard,
  type MajorSurvey,
  majorVersionSchema,
  majorViewSchema,
} from '../../../domain/contracts/major-hazard.ts';
import { SYNTHETIC_MARK, UNKNOWN_ORIGIN_MARK } from '../../../domain/hazards/exchange/origin-mark.ts';
import { readKeptHeads } from '../../../domain/hazards/kept-heads-file.ts';
import {
  inspectedMajor,
  sampleCloseOut,
  sampleMajor,
  sampleSurvey,
} from '../../../domain/major-hazards/sample-major.test-kit.ts';
import { createLedgerOfMines } from '../../county/ledger-of-mines.ts';
import { TINY_COUNTY } from '../../county/tiny-county.test-data.ts';
import { readWorkbook } from '../exchange/ledger-workbook.ts';
import {
  fileForm,
  type LedgerGateway,
  PEOPLE,
  type Person,
  startLedgerGateway,
} from '../ledger-gateway.test-kit.ts';

import { seedCounty, writeCounty } from '../tiny-ledger.test-kit.ts';

let gateway: LedgerGateway;
beforeAll(async () => {
  gateway = await startLedgerGateway();
  await writeCounty(gateway);
  await seedCounty(gateway);
}, 120_000);
afterAll(() => gateway?.close());

describe('major hazards', () => {
  const write = (person: Person, base: number | null, of: MajorHazard | MajorSurvey, reason = '登记') =>
    gateway.ask(person, {
      method: 'POST',
      url: `/api/mines/${of.mine}/major-hazards`,
      payload: {
        ...{ base, reason },
        entry: 'month' in of ? { kind: 'survey', survey: of } : { kind: 'hazard', hazard: of },
      },
    });
  const number = async (answer: ReturnType<typeof write>) =>
    majorVersionSchema.parse((await answer).json()).number;
  const read = async (person: Person, url = `counties/${TINY_COUNTY}/major-hazards`) =>
    majorViewSchema.parse((await gateway.ask(person, { url: `/api/${url}` })).json());
  const standing = async (person: Person = 'chief') =>
    (await read(person)).mines.find(({ mine }) => mine === 'east')!;
  const inspected = (id: string, on: string, whileProducing: boolean | null) =>
    inspectedMajor({ id, mine: 'east', found: { on, by: '检查组' }, whileProducing });

  /** Hands in a text. @returns its SHA-256 */
  const attach = async (person: Person, text: string): Promise<string> => {
    const answer = await gateway.ask(person, {
      method: 'POST',
      url: '/api/mines/east/attachments',
      ...fileForm(text, '报告.txt'),
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return attachmentSchema.parse(answer.json()).sha256;
  };

  test('without a rule file nothing is said of how often it may be, and why', async () => {
    expect((await standing()).repeat.kind).toBe('no-rule');
    expect((await read('chief')).rules.problem).toContain('tiny.yaml');
  });

  test('go from being found to being closed; twice producing within three months is reached by the county’s rule', async () => {
    await mkdir(join(gateway.folder, 'rules'), { recursive: true });
    const rules = `hyalite-rules: 1
county: tiny
rules: []
majorHazards:
  repeat: { id: R, op: ">=", value: 2, months: 3, jurisdiction: t, clause: t, status: test }
  listing: { id: L, from: city, jurisdiction: t, clause: t, status: test }
`;
    await writeFile(join(gateway.folder, 'rules', 'tiny.yaml'), rules);
    gateway.now = Date.parse('2026-10-10T08:00:00+08:00');
    const own = await number(write('east', null, sampleMajor({ mine: 'east' })));
    gateway.now = Date.parse('2026-11-30T08:00:00+08:00');
    const first = await number(write('chief', null, inspected('M2', '2026-11-02', true)));
    await number(write('chief', null, inspected('M3', '2026-11-20', null)));
    expect(await standing()).toMatchObject({
      ...{ open: 3, listed: 0, listingOwed: ['M2', 'M3'] },
      repeat: { kind: 'unknown', times: 1, perhaps: 2 },
    });
    const said = { ...inspected('M3', '2026-11-20', true) };
    await number(write('chief', 3, said));
    expect((await standing()).repeat).toMatchObject({ kind: 'reached', times: 2 });
    const close = (person: Person, report: string | null) =>
      write(
        person,
        own,
        sampleMajor({ mine: 'east', state: 'closed', closeOut: sampleCloseOut({ report }) }),
      );
    const without = await close('chief', null);
    expect(without.statusCode).toBe(422);
    expect(without.json().refusals).toMatchObject([{ code: 'close-out-without-report' }]);
    const report = await attach('chief', '核查报告，已签字');
    expect((await close('east', report)).statusCode).toBe(422);
    await number(close('chief', report));
    const late = await write('chief', own, sampleMajor({ mine: 'east', title: 'x' }));
    expect(late.statusCode).toBe(409);
    expect(late.json().last.entry.hazard.state).toBe('closed');
    expect((await read('chief', 'mines/east/major-hazards')).flow).toEqual([
      { month: '2026-10', openBefore: 0, found: 1, closed: 0, reopened: 0, openAfter: 1 },
      { month: '2026-11', openBefore: 1, found: 2, closed: 1, reopened: 0, openAfter: 2 },
    ]);
    expect((await read('chief', 'mines/east/major-hazards?on=2026-10-31')).entries).toHaveLength(1);
    expect(first).toBe(2);
  });

  test('a month counts with the signed report of its survey', async () => {
    const months = async () =>
      (await standing()).surveys.slice(-2).map(({ month, state }) => `${month} ${state}`);
    expect(await months()).toEqual(['2026-10 missed', '2026-11 due']);
    const survey = sampleSurvey({ mine: 'east', found: ['M1'] });
    const base = await number(write('east', null, survey));
    expect(await months()).toEqual(['2026-10 missed', '2026-11 unsigned']);
    const forDuties = async () =>
      (await createLedgerOfMines(gateway.context.as)(PEOPLE.chief, ['east'], null))?.get('east')?.surveys;
    expect(await forDuties()).toEqual({ signed: null, unsigned: 1 });
    const report = await attach('east', '11月排查报告，已签字');
    await number(write('east', base, { ...survey, report }));
    expect(await forDuties()).toEqual({ signed: survey.on, unsigned: 0 });
    expect(await months()).toEqual(['2026-10 missed', '2026-11 signed']);
    const october = { ...survey, month: '2026-10', on: '2026-11-29' };
    const again = await write('east', null, { ...october, report });
    expect(again.json().refusals).toMatchObject([{ code: 'report-reused', field: 'report' }]);
    // October's, made up for in November, is no survey of November for the duty to survey each month.
    const own = await attach('east', '10月排查报告，已签字');
    await number(write('east', null, { ...october, report: own }));
    expect(await forDuties()).toEqual({ signed: survey.on, unsigned: 0 });
    expect(await months()).toEqual(['2026-10 made-late', '2026-11 signed']);
    const versions = await gateway.ask('east', {
      url: '/api/mines/east/major-hazards/survey:2026-11/versions',
    });
    expect(versions.json()).toHaveLength(2);
  });

  test('go out as a workbook of what the account sees; what is made up says so on every sheet', async () => {
    const ask = (person: Person, url: string) =>
      gateway.ask(person, { url: `/api/${url}/major-export.xlsx` });
    const answer = await ask('east', `counties/${TINY_COUNTY}`);
    expect(answer.headers['content-disposition']).toContain('major-hazards-tiny.xlsx');
    const sheets = await readWorkbook(answer.rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...[
        '说明',
        '重大隐患（合成）',
        '各矿情况（合成）',
        '提请关闭（合成）',
        '存量增量（合成）',
        '月排查（合成）',
      ],
    ]);
    const [header, ...rows] = sheets[1]!.rows;
    expect(new Set(rows.map((row) => row[header!.indexOf('矿山编号')]))).toEqual(new Set(['east']));
    expect(rows.every((row) => row[0] === SYNTHETIC_MARK)).toBe(true);
    expect((await ask('stranger', 'mines/east')).statusCode).toBe(404);
    // Of a mine whose county cannot be opened nobody can tell, and that is said.
    const [about, , , , , surveys] = await readWorkbook((await ask('engineer', 'mines/tiny')).rawPayload);
    expect(about!.rows[1]![1]).toBe(UNKNOWN_ORIGIN_MARK);
    expect(surveys!.rows[1]![0]).toBe(UNKNOWN_ORIGIN_MARK);
  });

  test('are chained, kept by the county, and seen by nobody outside', async () => {
    const chain = chainStateSchema.parse(
      (await gateway.ask('chief', { url: '/api/mines/east/major-chain' })).json(),
    );
    expect(chain).toMatchObject({ versions: 8, fault: null, kept: { number: 8 } });
    await expect(sql`DELETE FROM major_version`.execute(gateway.db)).rejects.toThrow(/append-only/);
    expect((await gateway.ask('stranger', { url: '/api/mines/east/major-hazards' })).statusCode).toBe(404);
    expect(
      (await gateway.ask('stranger', { url: `/api/counties/${TINY_COUNTY}/major-hazards` })).statusCode,
    ).toBe(404);
    expect((await read('east')).mines.map(({ mine }) => mine)).toEqual(['east']);
    expect((await write('neighbour', null, sampleMajor({ mine: 'east' }))).statusCode).toBe(404);
  });

  test('what the county did about a mine found producing too often stands beside it; only the county writes it', async () => {
    gateway.now = Date.parse('2026-11-30T08:00:00+08:00');
    const { reachedOn } = (await standing()).repeat;
    expect(reachedOn).toBe('2026-11-20');
    const paper = await attach('chief', '关于提请关闭的请示');
    const answer = {
      ...{ mine: 'east', reachedOn, decision: 'proposed', on: '2026-11-25', by: '县应急管理局' },
      ...{ to: '县人民政府', report: paper, why: null },
    };
    const post = (person: Person, base: number | null, of: object) =>
      gateway.ask(person, {
        method: 'POST',
        url: '/api/mines/east/major-hazards',
        payload: { base, reason: '县政府常务会', entry: { kind: 'answer', answer: { ...answer, ...of } } },
      });
    expect((await post('east', null, {})).json().refusals).toMatchObject([{ code: 'not-yours' }]);
    expect((await post('stranger', null, {})).statusCode).toBe(404);
    expect((await post('chief', null, { reachedOn: '2026-11-02' })).json().refusals).toMatchObject([
      { code: 'never-reached' },
    ]);
    const first = await number(post('chief', null, {}));
    expect((await post('chief', null, {})).statusCode).toBe(409);
    await number(post('chief', first, { decision: 'not-proposed', to: null, why: '已停产整顿' }));
    const seen = (await standing('east')).repeat;
    expect(seen).toMatchObject({
      ...{ kind: 'reached', times: 2, reachedOn },
      answer: {
        decision: 'not-proposed',
        why: '已停产整顿',
        writer: PEOPLE.chief.name,
        writtenOn: '2026-11-30',
      },
    });
    const versions = await gateway.ask('east', {
      url: `/api/mines/east/major-hazards/answer:${reachedOn}/versions`,
    });
    expect(versions.json().map(({ number: n }: { number: number }) => n)).toEqual([first, first + 1]);
    expect(
      (await read('chief', 'mines/east/major-hazards?on=2026-11-29')).mines[0]!.repeat.answer,
    ).toBeNull();
    // The database keeps it from whoever is not the county, and its file is checked with the chain.
    await expect(
      gateway.context.as(PEOPLE.east, (tx) =>
        sql`INSERT INTO major_version (mine, number, hazard, written_at, written_by, writer_name, reason, content, hash)
          VALUES ('east', 99, 'answer:2026-11-20', 1, 'east', 'x', 'x', '{}', 'x')`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
    const chain = await gateway.ask('chief', { url: '/api/mines/east/major-chain' });
    expect(chain.json()).toMatchObject({ fault: null, files: { missing: [], altered: [] } });
  });

  test('a deadline that was moved is told with how often, and what it was first, by the day shown', async () => {
    const dated = (deadline: string) =>
      inspectedMajor({
        ...{ id: 'M9', mine: 'east', found: { on: '2026-11-29', by: '检查组' }, whileProducing: false },
        fiveFixed: { ...sampleMajor().fiveFixed, deadline },
      });
    gateway.now = Date.parse('2026-11-30T09:00:00+08:00');
    const first = await number(write('chief', null, dated('2026-12-05')));
    gateway.now = Date.parse('2026-12-01T09:00:00+08:00');
    // What is still ahead the mine moves itself, and that is told.
    const second = await number(write('east', first, dated('2026-12-10')));
    gateway.now = Date.parse('2026-12-11T09:00:00+08:00');
    const over = await write('east', second, dated('2026-12-31'));
    expect(over.json().refusals).toMatchObject([{ code: 'deadline-over' }]);
    await number(write('chief', second, dated('2026-12-31')));
    const moved = { hazard: 'M9', first: '2026-12-05' };
    expect((await standing('east')).moved).toEqual([{ ...moved, times: 2 }]);
    const then = async (on: string) =>
      (await read('chief', `mines/east/major-hazards?on=${on}`)).mines[0]!.moved;
    expect(await then('2026-12-01')).toEqual([{ ...moved, times: 1 }]);
    expect(await then('2026-11-30')).toEqual([]);
    gateway.now = Date.parse('2026-11-30T08:00:00+08:00');
  });
});

test('heads that were kept outside find what was altered, cut short or taken away, also where the kept heads were altered alike', async () => {
  const county = `/api/counties/${TINY_COUNTY}/ledger-heads`;
  const heads = async (query = '') =>
    ledgerHeadsSchema.parse((await gateway.ask('chief', { url: `${county}${query}` })).json()).heads;
  const check = async (kept: readonly KeptChainHead[], person: Person = 'chief') => {
    const payload = { heads: kept };
    const answer = await gateway.ask(person, { method: 'POST', url: `${county}/check`, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return checkedHeadsSchema
      .parse(answer.json())
      .heads.map(({ mine, ledger, verdict, first }) => `${mine} ${ledger} ${verdict} ${first}`);
  };
  expect((await heads('?on=2026-03-15')).map(({ mine, number }) => [mine, number])).toEqual([
    ['east', 1],
    ['west', 1],
  ]);
  const csv = await gateway.ask('chief', { url: `${county}.csv` });
  expect(csv.headers['content-disposition']).toContain('.csv');
  const { heads: all, faults } = readKeptHeads(csv.body);
  expect(faults).toEqual([]);
  expect(all).toEqual((await heads()).map(({ at, ...head }) => head));
  const kept = all.filter(({ mine, ledger }) => mine === 'east' || ledger === 'hazards');
  const sound = ['east hazards agrees null', 'east major-hazards agrees null', 'west hazards agrees null'];
  expect(await check(kept)).toEqual(sound);
  // Who sees one mine keeps its heads; of another he is told as of one that is not there.
  expect(await check(kept, 'east')).toEqual([...sound.slice(0, 2), 'west hazards missing null']);
  expect(await check([{ ...kept[0]!, mine: 'nothing' }], 'east')).toEqual(['nothing hazards missing null']);

  // Besides what is made of the others.
  const columns = 'mine, number, hazard, written_at, written_by, writer_name, reason, content, hash';
  // Whoever owns the database switches its triggers off and changes versions and heads alike.
  const behind = (...changes: readonly string[]) =>
    gateway.db.transaction().execute(async (tx) => {
      const tables = ['hazard_version', 'ledger_head'];
      for (const table of tables) await sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL`).execute(tx);
      for (const change of changes) await sql.raw(change).execute(tx);
      for (const table of tables) await sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER ALL`).execute(tx);
    });
  await behind(
    `CREATE TABLE kept_versions AS SELECT ${columns} FROM hazard_version WHERE mine IN ('east', 'west')`,
    `UPDATE hazard_version SET content = replace(content, '"e2"', '"e9"') WHERE mine = 'east' AND number = 2`,
    "DELETE FROM hazard_version WHERE mine = 'west' AND number = 2",
    "DELETE FROM ledger_head WHERE mine = 'west' AND number = 2",
  );
  const west = await gateway.ask('chief', { url: '/api/mines/west/ledger-chain' });
  expect(west.json()).toMatchObject({ fault: null });
  expect(await check(kept)).toEqual(['east hazards altered 2', sound[1], 'west hazards shorter 2']);
  await behind("DELETE FROM hazard_version WHERE mine = 'west'");
  expect((await check(kept)).at(-1)).toBe('west hazards missing null');
  await behind(
    "DELETE FROM hazard_version WHERE mine = 'east'",
    `INSERT INTO hazard_version (${columns}) SELECT * FROM kept_versions`,
  );
  expect(await check(kept)).toEqual(sound);
});
