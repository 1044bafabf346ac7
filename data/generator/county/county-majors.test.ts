import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ledgerSeedSchema } from '../../../domain/contracts/ledger.ts';
import { type MajorEntry, type MajorSeed, majorSeedSchema } from '../../../domain/contracts/major-hazard.ts';
import { majorStanding } from '../../../domain/major-hazards/major-standing.ts';
import { monthFlow } from '../../../domain/major-hazards/month-flow.ts';
import { bodyOf, majorRefusals, subjectOf } from '../../../domain/major-hazards/write-rules.ts';
import { hiddenOfMines } from './county-majors.ts';
import { AS_OF } from './county-place.ts';

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../yunxiu-county/${file}`, import.meta.url), 'utf8'));
const seed: MajorSeed = majorSeedSchema.parse(await read('major-hazards.json'));
const hidden = hiddenOfMines(ledgerSeedSchema.parse(await read('hazards.json')));

const mineOf = (entry: MajorEntry): string => bodyOf(entry).mine;
const keyOf = (entry: MajorEntry): string => `${mineOf(entry)} ${subjectOf(entry)}`;
const last = [
  ...new Map(seed.map((version, number) => [keyOf(version.entry), { ...version, number }])).values(),
];
const now = last.map(({ entry }) => entry);
const hazards = now.flatMap((entry) => (entry.kind === 'hazard' ? [entry.hazard] : []));
const surveys = last.flatMap(({ entry, writtenAt, number }) =>
  entry.kind === 'survey' ? [{ ...entry.survey, recordedOn: writtenAt.slice(0, 10), number }] : [],
);

const standing = (mine: string) =>
  majorStanding(mine, {
    hazards: hazards.filter((one) => one.mine === mine),
    surveys: surveys.filter((one) => one.mine === mine),
    since: seed.find(({ entry }) => mineOf(entry) === mine)!.writtenAt.slice(0, 10),
    day: AS_OF,
    ...{ moved: new Map(), answers: [] },
    // As data/rules/yunxiu.yaml has them.
    repeat: { id: 'R', op: '>=', value: 2, months: 3, jurisdiction: '', clause: '', status: '' },
    listing: { id: 'L', from: 'city', jurisdiction: '', clause: '', status: '' },
  });
const mines = [...new Set(now.map(mineOf))].map(standing);
const sum = (of: (mine: (typeof mines)[number]) => number): number =>
  mines.reduce((all, mine) => all + of(mine), 0);

it('was written as the gateway lets it be written, version by version, oldest first', () => {
  const before = new Map<string, MajorEntry>();
  const known = new Map<string, Set<string>>();
  const reports = new Set<string>();
  let last = '';
  for (const { writtenAt, reason, entry, report } of seed) {
    expect(writtenAt >= last).toBe(true);
    last = writtenAt;
    expect(writtenAt.slice(0, 10) <= AS_OF).toBe(true);
    const mine = mineOf(entry);
    const ids = known.get(mine) ?? new Set();
    known.set(mine, ids);
    if (report !== null) reports.add(createHash('sha256').update(report).digest('hex'));
    const refusals = majorRefusals({
      ...{ fromMine: null, whyFar: null },
      ...{ mine, before: before.get(keyOf(entry)) ?? null, after: entry, reason },
      rights: { report: true, list: true, close: true },
      ...{ today: writtenAt.slice(0, 10), attachments: reports, known: ids },
      // Every report of the demo names its mine and month.
      reports: new Map(),
      reached: null,
      hidden: new Set((hidden.get(mine) ?? []).map(({ id }) => id)),
    });
    expect(refusals, `${keyOf(entry)} ${writtenAt}`).toEqual([]);
    if (entry.kind === 'hazard') ids.add(entry.hazard.id);
    before.set(keyOf(entry), entry);
  }
});

it('shows what the screen is for: all three sources, open and closed, overdue, listed and owed', () => {
  for (const source of ['self-reported', 'inspection', 'public-report'] as const)
    expect(hazards.filter((one) => one.source === source).length, source).toBeGreaterThan(10);
  for (const state of ['reported', 'rectifying', 'closed', 'unfounded'] as const)
    expect(
      hazards.some((one) => one.state === state),
      state,
    ).toBe(true);
  expect({
    ...{ open: sum(({ open }) => open), overdue: sum(({ overdue }) => overdue) },
    ...{ listed: sum(({ listed }) => listed), owed: sum(({ listingOwed }) => listingOwed.length) },
    ...{ past: sum(({ listedPast }) => listedPast), undated: sum((mine) => mine.withoutDeadline) },
  }).toEqual({ open: 10, overdue: 3, listed: 3, owed: 1, past: 3, undated: 0 });
  expect(hazards.filter((one) => one.hazards.length > 0).length).toBeGreaterThan(20);
});

it('comes down within a year', () => {
  const flow = monthFlow(
    seed.flatMap(({ writtenAt, entry }) =>
      entry.kind === 'hazard'
        ? [
            {
              ...{ mine: entry.hazard.mine, id: entry.hazard.id, state: entry.hazard.state },
              writtenAt: Date.parse(writtenAt),
            },
          ]
        : [],
    ),
    AS_OF,
  );
  expect(flow.map(({ month, openAfter }) => `${month} ${openAfter}`)).toEqual([
    ...['2025-11 24', '2025-12 31', '2026-01 27', '2026-02 22', '2026-03 12', '2026-04 12'],
    ...['2026-05 12', '2026-06 9', '2026-07 8', '2026-08 6', '2026-09 7', '2026-10 8', '2026-11 10'],
  ]);
  expect(flow.some(({ reopened }) => reopened > 0)).toBe(true);
});

it('one mine was found producing twice within three months, and of another nobody knows', () => {
  const said = mines.filter(({ repeat }) => repeat.kind !== 'not-reached');
  expect(said.map(({ mine, repeat }) => `${mine} ${repeat.kind} ${repeat.times}`).sort()).toEqual([
    'heishigou reached 2',
    'yingzuiya unknown 1',
  ]);
});

it('months were signed, not signed, missed, and before anything was written; every report says that it is made up', () => {
  const states = mines.flatMap((mine) => mine.surveys.map(({ state }) => state));
  for (const state of ['signed', 'handed-in-late', 'unsigned', 'missed', 'due', 'not-known'] as const)
    expect(states.filter((one) => one === state).length, state).toBeGreaterThan(4);
  const reports = seed.flatMap(({ report }) => report ?? []);
  expect(reports.length).toBeGreaterThan(400);
  for (const text of reports) expect(text).toMatch(/合成数据.*Synthetic/u);
});
