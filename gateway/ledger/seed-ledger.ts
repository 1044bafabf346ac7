import type { Hazard } from '../../domain/contracts/hazard.ts';
import { type LedgerSeed, ledgerSeedSchema } from '../../domain/contracts/ledger.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { type HistoryMove, historyMove } from '../../domain/county/moved-history.ts';
import { type BringingVersion, evidenceBroughtBy } from '../../domain/hazards/evidence-origin.ts';
import { writeRefusals } from '../../domain/hazards/write-rules.ts';
import { containedFile } from '../contained-file.ts';
import type { Counties } from '../county/counties.ts';
import type { Database } from '../live/store/connection.ts';
import { seedMajors } from './major/seed-major.ts';
import { isUnwritten, putSeed, type SeedOfMine, type SeedText, seedText } from './put-seed.ts';
import { readSeed, SeedWrong } from './read-seed.ts';
import type { NewVersion } from './store/append-version.ts';

/** What may be written by whoever the history says wrote it. */
const ALL = { write: true, accept: true, close: true };
const TABLE = 'hazard_version';
const STAYS: HistoryMove = { months: 0, days: 0 };

/**
 * The versions of a seed by mine, judged entry by entry as if they were written now.
 * @param now nothing of it may be written later, ms since 1970
 * @throws SeedWrong
 */
export const seedVersions = (
  county: string,
  seed: LedgerSeed,
  mines: ReadonlySet<string>,
  now: number,
): ReadonlyMap<string, SeedOfMine> => {
  const begun = new Map<string, { versions: NewVersion[]; texts: SeedText[] }>();
  const last = new Map<string, Hazard>();
  const brought = new Map<string, BringingVersion[]>();
  for (const [i, { writtenAt, writtenBy, reason, hazard, files }] of seed.entries()) {
    const wrong = (what: string) => new SeedWrong(`${county}/hazards.json`, i, what);
    const { mine } = hazard;
    if (!mines.has(mine)) throw wrong(`the county's register has no mine "${mine}"`);
    const of = begun.get(mine) ?? { versions: [], texts: [] };
    begun.set(mine, of);
    const at = Date.parse(writtenAt);
    if (at > now) throw wrong(`it is written at ${writtenAt}, which has not come yet`);
    if (at < (of.versions.at(-1)?.at ?? 0))
      throw wrong(`${writtenAt} is before the entry of this mine above it`);
    for (const { name, text } of files ?? []) of.texts.push(seedText(name, text, writtenBy.account, at));
    const key = `${mine}\n${hazard.id}`;
    const [refusal] = writeRefusals({
      ...{ mine, before: last.get(key) ?? null, after: hazard, reason, rights: ALL },
      ...{ today: countyDay(at), attachments: new Set(of.texts.map((one) => one.sha256)) },
      own: evidenceBroughtBy(writtenBy.account, brought.get(key) ?? []),
      ...{ fromMine: null, whyFar: null },
    });
    if (refusal) throw wrong(`${hazard.id} ${refusal.field ?? ''}: ${refusal.what.en} ${refusal.mend.en}`);
    last.set(key, hazard);
    brought.set(key, [...(brought.get(key) ?? []), { account: writtenBy.account, ...hazard }]);
    of.versions.push({ reason, hazard: hazard.id, content: hazard, at, by: writtenBy });
  }
  return begun;
};

/** Puts the ledger of hidden hazards a demo county begins with into the database, once; null: something is written already. */
const seedHidden = async (o: {
  readonly db: Database;
  readonly county: string;
  readonly file: string;
  readonly move: HistoryMove;
  readonly mines: readonly string[];
  readonly now: number;
  readonly attachments: string;
}): Promise<number | null> => {
  const { db, county, mines, attachments } = o;
  if (mines.length === 0 || !(await isUnwritten(db, mines, TABLE))) return null;
  const seed = await readSeed({ ...o, shownAs: `${county}/hazards.json` }, ledgerSeedSchema);
  return putSeed({ db, table: TABLE, mines: seedVersions(county, seed, new Set(mines), o.now), attachments });
};

/**
 * Puts the ledgers that demo counties begin with into the database, each once: where anything is written already, nothing is added, and a
 * county that is not synthetic is never touched. Major hazards come after the hidden ones, which they name. A history that ended on the
 * county's `asOf` is moved by whole months to end of late: whoever begins the demo later sees it as it was meant. From then on it ages by
 * the calendar, as every ledger does.
 * @param o.attachments folder of what is handed in: reports of surveys lie in it
 */
export const seedLedgers = async (o: {
  readonly db: Database;
  readonly counties: Counties;
  readonly attachments: string;
  readonly clock: () => number;
  readonly log: (line: string) => void;
}): Promise<void> => {
  const { db, attachments } = o;
  for (const opened of await o.counties.list()) {
    if (!('bundle' in opened)) continue;
    const { catalog, folder, mine } = opened.bundle;
    if (catalog.provenance !== 'synthetic') continue;
    const now = o.clock();
    const move = catalog.asOf === null ? STAYS : historyMove(catalog.asOf, countyDay(now));
    const of = { db, county: opened.id, mines: [...mine.keys()], now, move, attachments };
    const moved = move.months === 0 ? '' : `, moved by ${move.months} months so that it ends of late`;
    const hidden = catalog.files.hazards && (await containedFile(folder, catalog.files.hazards));
    const added = hidden && (await seedHidden({ ...of, file: hidden }));
    if (added) o.log(`The demo ledger of ${opened.id} was written: ${added} versions, all made up${moved}.`);
    const major = catalog.files.majorHazards && (await containedFile(folder, catalog.files.majorHazards));
    const majors = major && (await seedMajors({ ...of, file: major }));
    if (majors)
      o.log(`The demo major hazards of ${opened.id} were written: ${majors} versions, all made up${moved}.`);
  }
};
