import { sql } from 'kysely';
import {
  type MajorHazard,
  type MajorRepeat,
  type MajorVersion,
  type MajorView,
  majorVersionSchema,
} from '../../../domain/contracts/major-hazard.ts';
import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { movedDeadline } from '../../../domain/hazards/moved-deadline.ts';
import { entryAsNow } from '../../../domain/major-hazards/entry-as-now.ts';
import { majorStanding } from '../../../domain/major-hazards/major-standing.ts';
import { monthFlow, type StockVersion } from '../../../domain/major-hazards/month-flow.ts';
import type { RecordedSurvey } from '../../../domain/major-hazards/survey-months.ts';
import type { ViewerDatabase } from '../../live/store/as-viewer.ts';
import type { VersionRow } from '../store/append-version.ts';
import { deadlinesOf, lastVersions, versionRows } from '../store/read-ledger.ts';

const TABLE = 'major_version';

export const majorVersionOf = (row: VersionRow): MajorVersion =>
  majorVersionSchema.parse({
    number: row.number,
    subject: row.hazard,
    writtenAt: new Date(row.written_at).toISOString(),
    writtenBy: { account: row.written_by, name: row.writer_name },
    reason: row.reason,
    hash: row.hash,
    entry: entryAsNow(JSON.parse(row.content)),
  });

const stockVersions = async (
  tx: ViewerDatabase,
  mines: readonly string[],
  before: number,
): Promise<StockVersion[]> => {
  const { rows } = await sql<StockVersion>`
    SELECT mine, hazard AS id, written_at AS "writtenAt", content::json #>> '{hazard,state}' AS state
    FROM major_version WHERE mine = ANY(${[...mines]}::text[]) AND written_at < ${before} AND hazard LIKE 'hazard:%'
    ORDER BY written_at, mine, number`.execute(tx);
  return rows;
};

const keptSince = async (
  tx: ViewerDatabase,
  mines: readonly string[],
  before: number,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ mine: string; since: number }>`
    SELECT mine, min(written_at) AS since FROM major_version
    WHERE mine = ANY(${[...mines]}::text[]) AND written_at < ${before} GROUP BY mine`.execute(tx);
  return new Map(rows.map(({ mine, since }) => [mine, countyDay(since)]));
};

/** The major hazards of mines as they stood on a day, and what follows from them. */
export const majorView = async (
  tx: ViewerDatabase,
  mines: readonly string[],
  o: { readonly on: string | null; readonly now: number; readonly rules: MajorView['rules'] },
): Promise<MajorView> => {
  const day = o.on ?? countyDay(o.now);
  const before = dayEnd(day);
  const entries: MajorVersion[] = [];
  const hazards = new Map<string, MajorHazard[]>();
  const surveys = new Map<string, RecordedSurvey[]>();
  const answers = new Map<string, NonNullable<MajorRepeat['answer']>[]>();
  const moved = new Map<string, Map<string, MovedDeadline>>();
  const last = await lastVersions(tx, mines, before, TABLE);
  const deadlines = last.map((one) => movedDeadline(deadlinesOf(one.deadlines)));
  for await (const rows of versionRows(tx, last, TABLE))
    for (const row of rows) {
      const version = majorVersionOf(row);
      const was = deadlines[entries.length];
      entries.push(version);
      const { entry } = version;
      if (entry.kind === 'hazard') {
        hazards.set(row.mine, [...(hazards.get(row.mine) ?? []), entry.hazard]);
        if (was) moved.set(row.mine, (moved.get(row.mine) ?? new Map()).set(entry.hazard.id, was));
      } else if (entry.kind === 'answer') {
        const told = {
          ...{ ...entry.answer, version: row.number, writer: row.writer_name },
          writtenOn: countyDay(row.written_at),
        };
        answers.set(row.mine, [...(answers.get(row.mine) ?? []), told]);
      } else {
        const recorded = { recordedOn: countyDay(row.written_at), number: row.number };
        surveys.set(row.mine, [...(surveys.get(row.mine) ?? []), { ...entry.survey, ...recorded }]);
      }
    }
  const since = await keptSince(tx, mines, before);
  return {
    on: o.on,
    entries,
    mines: mines.map((mine) =>
      majorStanding(mine, {
        ...{ hazards: hazards.get(mine) ?? [], surveys: surveys.get(mine) ?? [], day },
        moved: moved.get(mine) ?? new Map(),
        answers: answers.get(mine) ?? [],
        ...{ since: since.get(mine) ?? null, repeat: o.rules.repeat, listing: o.rules.listing },
      }),
    ),
    flow: monthFlow(await stockVersions(tx, mines, before), day),
    rules: o.rules,
  };
};
