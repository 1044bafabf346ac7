import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Account } from '../../../domain/contracts/account.ts';
import type { PlanPins } from '../../../domain/contracts/regional-plan.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { outsideRegister } from '../../../domain/county/outside-register.ts';
import { movedDeadline } from '../../../domain/hazards/moved-deadline.ts';
import { hazardObjectId } from '../../../domain/regional-plan/hazard-object.ts';
import type { PlanSources } from '../../../domain/regional-plan/plan-sources.ts';
import { outsideNames } from '../../county/outside-names.ts';
import { CLOSED_WORD } from '../../ledger/list/hazard-histories.ts';
import {
  deadlinesOf,
  deadlinesUnlike,
  type LastVersion,
  versionRows,
} from '../../ledger/store/read-ledger.ts';
import type { Schema } from '../../live/store/schema.ts';
import { CountyNotOpen, type PlanContext } from '../plan-context.ts';
import { sha256Of } from '../store/plan-versions.ts';

type Db = Kysely<Schema>;

/** What a plan of a day is made from, told without reading the hazards: two of the same pins give the same plan. */
export interface PinnedCounty {
  readonly pins: PlanPins;
  readonly rules: PlanSources['rules'];
  readonly outside: PlanSources['outside'];
}

/** @throws CountyNotOpen */
export const pinCounty = async (
  { counties, books, rulesRoot, bundlesRoot, guard }: PlanContext,
  db: Db,
  o: { readonly account: Account; readonly county: string; readonly on: string },
): Promise<PinnedCounty> => {
  const { account, county, on } = o;
  const opened = await counties.open(county);
  if (!opened) throw new CountyNotOpen(`There is no county "${county}" here.`);
  if ('broken' in opened) throw new CountyNotOpen(opened.broken);
  const { bundle } = opened;
  const { file, book } = await books.of(county);
  // Of the file that was read: where it was changed in between the next asking has the new one.
  const bytes = book ? await readFile(join(rulesRoot, file)) : null;
  const outside = await outsideNames(
    bundlesRoot,
    outsideRegister(guard.minesOf(account, county), bundle.mine),
  );
  const mines = [...bundle.mines, ...outside].map(({ id }) => id);
  return {
    rules: book?.regionalPlan ?? null,
    outside,
    pins: {
      county: bundle.catalog.revision,
      rules: bytes ? { file, sha256: sha256Of(bytes) } : null,
      ledger: await headsOn(db, mines, on),
    },
  };
};

/** The head of each mine's chain at the end of a day of the county, in the order of the mines. */
const headsOn = async (db: Db, mines: readonly string[], on: string): Promise<PlanPins['ledger']> => {
  const { rows } = await sql<{ mine: string; number: number; hash: string }>`
    SELECT DISTINCT ON (mine) mine, number, hash FROM hazard_version
    WHERE mine = ANY(${[...mines]}::text[]) AND written_at < ${dayEnd(on)}
    ORDER BY mine, number DESC`.execute(db);
  const heads = new Map(rows.map((row) => [row.mine, row]));
  return mines.map((mine) => {
    const head = heads.get(mine);
    return { mine, versions: head?.number ?? 0, head: head?.hash ?? null };
  });
};

export interface HazardsAt {
  readonly hazards: readonly string[];
  /** Day of the county on which each that is closed was closed last. */
  readonly closedOn: PlanSources['closedOn'];
  /** How their deadlines were moved by then. */
  readonly moved: PlanSources['moved'];
}

/** The hazards as they stood at the heads of the chains, as the ledger stores them: what is written meanwhile is not among them. */
export const hazardsAt = async (db: Db, ledger: PlanPins['ledger']): Promise<HazardsAt> => {
  const { rows: keys } = await sql<LastVersion & { readonly hazard: string }>`
    SELECT v.mine, v.hazard, max(v.number) AS number,
      ${deadlinesUnlike('hazard_version', sql`d.number <= h.number`)} AS deadlines
    FROM unnest(${ledger.map(({ mine }) => mine)}::text[], ${ledger.map(({ versions }) => versions)}::int[])
      AS h(mine, number)
    JOIN hazard_version v ON v.mine = h.mine AND v.number <= h.number
    GROUP BY v.mine, v.hazard, h.number ORDER BY 1, 3`.execute(db);
  const hazards: string[] = [];
  for await (const rows of versionRows(db, keys)) for (const { content } of rows) hazards.push(content);
  const moved = new Map(
    keys.flatMap(({ mine, hazard, deadlines }) => {
      const how = movedDeadline(deadlinesOf(deadlines));
      return how ? [[hazardObjectId({ mine, id: hazard }), how]] : [];
    }),
  );
  return { hazards, moved, closedOn: await closedOnOf(db, ledger) };
};

/** Evidence may be added to what is closed: the day is that of the first version after the last that was open. */
const closedOnOf = async (db: Db, ledger: PlanPins['ledger']): Promise<PlanSources['closedOn']> => {
  const { rows } = await sql<{ mine: string; hazard: string; at: number }>`
    WITH told AS (
      SELECT v.mine, v.hazard, v.number, v.written_at, strpos(v.content, ${CLOSED_WORD}) > 0 AS closed
      FROM unnest(${ledger.map(({ mine }) => mine)}::text[], ${ledger.map(({ versions }) => versions)}::int[])
        AS h(mine, number)
      JOIN hazard_version v ON v.mine = h.mine AND v.number <= h.number),
    last AS (
      SELECT *, coalesce(max(number) FILTER (WHERE NOT closed) OVER (PARTITION BY mine, hazard), 0) AS open FROM told)
    SELECT mine, hazard, min(written_at)::float8 AS at FROM last WHERE number > open GROUP BY mine, hazard`.execute(
    db,
  );
  return new Map(rows.map(({ mine, hazard, at }) => [hazardObjectId({ mine, id: hazard }), countyDay(at)]));
};
