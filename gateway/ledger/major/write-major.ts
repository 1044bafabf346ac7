import { sql } from 'kysely';
import type { LedgerRefusal } from '../../../domain/contracts/ledger.ts';
import type { MajorHazard, MajorRepeatRule, WriteMajor } from '../../../domain/contracts/major-hazard.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import type { PlacesFromMine } from '../../../domain/hazards/far-place.ts';
import { newFarPlace } from '../../../domain/hazards/far-place-rules.ts';
import { reasonWithFar } from '../../../domain/hazards/far-place-text.ts';
import { entryAsNow } from '../../../domain/major-hazards/entry-as-now.ts';
import { reachedDays } from '../../../domain/major-hazards/repeat.ts';
import {
  type MajorRights,
  majorRefusals,
  reportOf,
  subjectOf,
} from '../../../domain/major-hazards/write-rules.ts';
import type { ViewerDatabase } from '../../live/store/as-viewer.ts';
import { knownAttachments } from '../attachments/attachment-rows.ts';
import { appendVersions, lockChain, type VersionRow, type Writer } from '../store/append-version.ts';
import { lastVersion, lastVersions, versionRows } from '../store/read-ledger.ts';

export type MajorWritten =
  | { readonly kind: 'written'; readonly row: VersionRow }
  | { readonly kind: 'conflict'; readonly last: VersionRow | null }
  | { readonly kind: 'refused'; readonly refusals: readonly LedgerRefusal[] };

const TABLE = 'major_version';

const knownHazards = async (tx: ViewerDatabase, mine: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom(TABLE).select('hazard').distinct().where('mine', '=', mine).execute();
  const prefix = 'hazard:';
  return new Set(
    rows.flatMap(({ hazard }) => (hazard.startsWith(prefix) ? [hazard.slice(prefix.length)] : [])),
  );
};

/** Days on which the mine was found producing as often as the rule says; without a rule none. */
const reachedBy = async (
  tx: ViewerDatabase,
  mine: string,
  rule: MajorRepeatRule | null,
  day: string,
): Promise<string[]> => {
  if (rule === null) return [];
  const hazards: MajorHazard[] = [];
  for await (const rows of versionRows(tx, await lastVersions(tx, [mine], null, TABLE), TABLE))
    for (const row of rows) {
      const entry = entryAsNow(JSON.parse(row.content));
      if (entry.kind === 'hazard') hazards.push(entry.hazard);
    }
  return reachedDays(hazards, rule, day);
};

/** Of each of these reports the month of the mine's survey that had it first. */
const monthsOfReports = async (
  tx: ViewerDatabase,
  mine: string,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ report: string; month: string }>`
    SELECT DISTINCT ON (report) report, substr(hazard, 8) AS month
    FROM (SELECT hazard, number, content::json #>> '{survey,report}' AS report FROM major_version
      WHERE mine = ${mine} AND hazard LIKE 'survey:%') AS survey
    WHERE report = ANY(${[...wanted]}::text[]) ORDER BY report, number`.execute(tx);
  return new Map(rows.map(({ report, month }) => [report, month]));
};

/** Which of these are hidden hazards of the mine's ledger. */
const hiddenHazards = async (
  tx: ViewerDatabase,
  mine: string,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (wanted.length === 0) return new Set();
  const rows = await tx
    .selectFrom('hazard_version')
    .select('hazard')
    .distinct()
    .where('mine', '=', mine)
    .where('hazard', 'in', wanted)
    .execute();
  return new Set(rows.map(({ hazard }) => hazard));
};

/** Adds a version where nobody wrote meanwhile and the rules take it. */
export const writeMajor = async (
  tx: ViewerDatabase,
  mine: string,
  { base, reason, entry, ...told }: WriteMajor,
  o: {
    readonly by: Writer;
    readonly rights: MajorRights;
    readonly now: number;
    readonly fromMine: PlacesFromMine;
    /** Of the mine's county; null: it has none. */
    readonly repeat: MajorRepeatRule | null;
  },
): Promise<MajorWritten> => {
  const whyFar = told.whyFar ?? null;
  const end = await lockChain(tx, mine, TABLE);
  const subject = subjectOf(entry);
  const last = await lastVersion(tx, mine, subject, TABLE);
  if ((last?.number ?? null) !== base) return { kind: 'conflict', last };
  const before = last && entryAsNow(JSON.parse(last.content));
  const report = reportOf(entry);
  const surveyed = entry.kind === 'survey' ? [report, before && reportOf(before)] : [];
  const refusals = majorRefusals({
    ...{ mine, before, after: entry, reason, fromMine: o.fromMine, whyFar },
    ...{ rights: o.rights, today: countyDay(o.now) },
    reports: await monthsOfReports(
      tx,
      mine,
      surveyed.filter((one) => one !== null),
    ),
    attachments: await knownAttachments(tx, mine, report === null ? [] : [report]),
    known: await knownHazards(tx, mine),
    reached: entry.kind === 'answer' ? await reachedBy(tx, mine, o.repeat, countyDay(o.now)) : null,
    hidden: await hiddenHazards(tx, mine, entry.kind === 'hazard' ? entry.hazard.hazards : []),
  });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const wasAt = before?.kind === 'hazard' ? before.hazard.place : null;
  const isFar =
    entry.kind === 'hazard' && newFarPlace(wasAt, entry.hazard.place, 'place', o.fromMine).length > 0;
  const because = isFar && whyFar !== null ? reasonWithFar(reason, whyFar) : reason;
  const version = { reason: because, hazard: subject, content: entry, at: o.now, by: o.by };
  const [row] = await appendVersions(tx, mine, end, [version], TABLE);
  return { kind: 'written', row: row! };
};
