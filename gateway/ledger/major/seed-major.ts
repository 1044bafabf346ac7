import { type MajorEntry, type MajorSeed, majorSeedSchema } from '../../../domain/contracts/major-hazard.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import type { HistoryMove } from '../../../domain/county/moved-history.ts';
import { bodyOf, majorRefusals, reportOf, subjectOf } from '../../../domain/major-hazards/write-rules.ts';
import type { Database } from '../../live/store/connection.ts';
import { isUnwritten, putSeed, type SeedOfMine, type SeedText, seedText } from '../put-seed.ts';
import { readSeed, SeedWrong } from '../read-seed.ts';
import { type NewVersion, sha256 } from '../store/append-version.ts';

/** What may be written by whoever the history says wrote it. */
const ALL = { report: true, list: true, close: true };
const FILE = 'major-hazards.json';
const TABLE = 'major_version';

/** What of a mine was read so far. */
interface BegunMine {
  readonly versions: NewVersion[];
  readonly texts: SeedText[];
  /** Ids of its major hazards. */
  readonly known: Set<string>;
  /** Of each report of a survey its month. */
  readonly months: Map<string, string>;
}

const nameOfReport = (entry: MajorEntry): string => {
  switch (entry.kind) {
    case 'hazard':
      return `${entry.hazard.id} 销号核查报告（合成）.txt`;
    case 'survey':
      return `${entry.survey.month} 重大隐患排查报告（合成）.txt`;
    case 'answer':
      return `${entry.answer.reachedOn} 提请关闭文件（合成）.txt`;
  }
};

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
): ReadonlyMap<string, SeedOfMine> => {
  const mines = new Map<string, BegunMine>();
  const last = new Map<string, MajorEntry>();
  for (const [i, { writtenAt, writtenBy, reason, entry, report }] of seed.entries()) {
    const wrong = (what: string) => new SeedWrong(`${county}/${FILE}`, i, what);
    const { mine } = bodyOf(entry);
    if (!o.mines.has(mine)) throw wrong(`the county's register has no mine "${mine}"`);
    const of: BegunMine = mines.get(mine) ?? {
      versions: [],
      texts: [],
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
      of.texts.push(seedText(nameOfReport(entry), ...([report, writtenBy.account, at] as const)));
    const subject = subjectOf(entry);
    const key = `${mine}\n${subject}`;
    const [refusal] = majorRefusals({
      ...{ fromMine: null, whyFar: null },
      ...{ mine, before: last.get(key) ?? null, after: entry, reason, rights: ALL, known: of.known },
      ...{ today: countyDay(at), attachments: new Set(of.texts.map((one) => one.sha256)) },
      ...{ reports: of.months, hidden: o.hidden.get(mine) ?? new Set() },
      // A seed names no rule.
      reached: null,
    });
    if (refusal) throw wrong(`${subject} ${refusal.field ?? ''}: ${refusal.what.en} ${refusal.mend.en}`);
    last.set(key, entry);
    if (entry.kind === 'hazard') of.known.add(entry.hazard.id);
    else if (entry.kind === 'survey' && entry.survey.report !== null)
      of.months.set(entry.survey.report, entry.survey.month);
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
  const { db, county, mines, now, attachments } = o;
  if (mines.length === 0 || !(await isUnwritten(db, mines, TABLE))) return null;
  const seed = await readSeed({ ...o, shownAs: `${county}/${FILE}` }, majorSeedSchema);
  const begun = seedMajorVersions(county, seed, {
    ...{ mines: new Set(mines), hidden: await hiddenOf(db, mines), now },
  });
  return putSeed({ db, table: TABLE, mines: begun, attachments });
};
