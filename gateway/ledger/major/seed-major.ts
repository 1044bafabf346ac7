import { type MajorEntry, type MajorSeed, majorSeedSchema } from '../../../domain/contracts/major-hazard.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import type { HistoryMove } from '../../../domain/county/moved-history.ts';
import { majorRefusals, reportOf, subjectOf } from '../../../domain/major-hazards/write-rules.ts';
import type { Database } from '../../live/store/connection.ts';
import { keepAttachment } from '../attachments/attachment-files.ts';
import { addAttachment } from '../attachments/attachment-rows.ts';
import { readSeed, SeedWrong } from '../read-seed.ts';
import { appendVersions, lockChain, type NewVersion, sha256 } from '../store/append-version.ts';

/** What may be written by whoever the history says wrote it. */
const ALL = { report: true, list: true, close: true };
const FILE = 'major-hazards.json';

/** A report of the history: text that is handed in with the survey or close-out that names it. */
interface SeedReport {
  readonly sha256: string;
  readonly name: string;
  readonly text: string;
  readonly by: string;
  /** ms since 1970. */
  readonly at: number;
}

/** What of a mine was read so far. */
interface BegunMine {
  readonly versions: NewVersion[];
  readonly reports: SeedReport[];
  /** Ids of its major hazards. */
  readonly known: Set<string>;
  /** Of each report of a survey its month. */
  readonly months: Map<string, string>;
}

export interface MajorSeedOfMine {
  readonly versions: readonly NewVersion[];
  readonly reports: readonly SeedReport[];
}

/**
 * The versions of a seed by mine, judged entry by entry as if they were written now.
 * @param o.hidden ids of the hidden hazards of each mine's ledger
 * @param o.now nothing of it may be written later, ms since 1970
 * @throws SeedWrong
 */
export const seedMajorVersions = (
  county: string,
  seed: MajorSeed,
  o: {
    readonly mines: ReadonlySet<string>;
    readonly hidden: ReadonlyMap<string, ReadonlySet<string>>;
    readonly now: number;
  },
): ReadonlyMap<string, MajorSeedOfMine> => {
  const mines = new Map<string, BegunMine>();
  const last = new Map<string, MajorEntry>();
  for (const [i, { writtenAt, writtenBy, reason, entry, report }] of seed.entries()) {
    const wrong = (what: string) => new SeedWrong(`${county}/${FILE}`, i, what);
    const { mine } = entry.kind === 'hazard' ? entry.hazard : entry.survey;
    if (!o.mines.has(mine)) throw wrong(`the county's register has no mine "${mine}"`);
    const of: BegunMine = mines.get(mine) ?? {
      versions: [],
      reports: [],
      known: new Set(),
      months: new Map(),
    };
    mines.set(mine, of);
    const at = Date.parse(writtenAt);
    if (at > o.now) throw wrong(`it is written at ${writtenAt}, which has not come yet`);
    if (at < (of.versions.at(-1)?.at ?? 0))
      throw wrong(`${writtenAt} is before the entry of this mine above it`);
    if (report !== null && reportOf(entry) !== sha256(report))
      throw wrong('the report is not the one that the survey or close-out names by its SHA-256');
    if (report !== null)
      of.reports.push({
        ...{ sha256: sha256(report), text: report, by: writtenBy.account, at },
        name:
          entry.kind === 'survey'
            ? `${entry.survey.month} 重大隐患排查报告（合成）.txt`
            : `${entry.hazard.id} 销号核查报告（合成）.txt`,
      });
    const subject = subjectOf(entry);
    const key = `${mine}\n${subject}`;
    const [refusal] = majorRefusals({
      ...{ mine, before: last.get(key) ?? null, after: entry, reason, rights: ALL, known: of.known },
      ...{ today: countyDay(at), attachments: new Set(of.reports.map((one) => one.sha256)) },
      ...{ reports: of.months, hidden: o.hidden.get(mine) ?? new Set() },
    });
    if (refusal) throw wrong(`${subject} ${refusal.field ?? ''}: ${refusal.what.en} ${refusal.mend.en}`);
    last.set(key, entry);
    if (entry.kind === 'hazard') of.known.add(entry.hazard.id);
    else if (entry.survey.report !== null) of.months.set(entry.survey.report, entry.survey.month);
    of.versions.push({ reason, hazard: subject, content: entry, at, by: writtenBy });
  }
  return mines;
};

const hiddenOf = async (db: Database, mines: readonly string[]): Promise<Map<string, Set<string>>> => {
  const rows = await db
    .selectFrom('hazard_version')
    .select(['mine', 'hazard'])
    .distinct()
    .where('mine', 'in', mines)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ mine }) => mine)].map(([mine, of]) => [
      mine,
      new Set(of.map(({ hazard }) => hazard)),
    ]),
  );
};

const isEmpty = async (db: Database, mines: readonly string[]): Promise<boolean> => {
  const row = await db
    .selectFrom('major_version')
    .select('mine')
    .where('mine', 'in', mines)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
};

/**
 * Puts the major hazards a demo county begins with into the database, once, with the reports of its surveys.
 * @param o.file of a county that is synthetic @param o.attachments folder
 * @returns how many versions were added; null: something is written already
 */
export const seedMajors = async (o: {
  readonly db: Database;
  readonly county: string;
  readonly file: string;
  readonly move: HistoryMove;
  readonly mines: readonly string[];
  readonly now: number;
  readonly attachments: string;
}): Promise<number | null> => {
  const { db, county, mines, now } = o;
  if (mines.length === 0 || !(await isEmpty(db, mines))) return null;
  const seed = await readSeed({ ...o, shownAs: `${county}/${FILE}` }, majorSeedSchema);
  const versions = seedMajorVersions(county, seed, {
    ...{ mines: new Set(mines), hidden: await hiddenOf(db, mines), now },
  });
  // Files first: what the database names must be there.
  for (const { reports } of versions.values())
    for (const { text } of reports) await keepAttachment(o.attachments, 'text/plain', Buffer.from(text));
  return db.transaction().execute(async (tx) => {
    let count = 0;
    for (const [mine, { versions: list, reports }] of versions) {
      const end = await lockChain(tx, mine, 'major_version');
      if (end.number > 0) continue;
      for (const { text, by, ...report } of reports)
        await addAttachment(tx, {
          ...{ ...report, mine, type: 'text/plain', bytes: Buffer.byteLength(text), by_account: by },
        });
      count += (await appendVersions(tx, mine, end, list, 'major_version')).length;
    }
    return count;
  });
};
