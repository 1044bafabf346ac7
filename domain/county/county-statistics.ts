import {
  type CountyCatalog,
  type CountySite,
  MINE_GRADES,
  type RegisterMine,
  RISK_LEVELS,
  WARNING_LEVELS,
} from '../contracts/county.ts';
import type { Counted, CountyCounts, MineQuery } from '../contracts/county-statistics.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from '../contracts/manifest.ts';
import { SITE_KIND_IDS } from '../contracts/site-kind-ids.ts';
import {
  marksOf,
  NO_SITE_RULES,
  type SiteStanding,
  siteStanding,
  worstAnswer,
} from '../sites/site-standing.ts';
import { isThere, mineOnDay } from './mine-on-day.ts';
import { isMeant } from './mine-query.ts';

const zeros = <T extends string>(values: readonly T[]) =>
  Object.fromEntries([...values, 'unknown'].map((value) => [value, 0])) as Record<T | 'unknown', number>;

const nothing = (): Counted => ({
  mines: 0,
  type: zeros(MINE_TYPES),
  size: zeros(MINE_SIZES),
  state: zeros(MINE_STATES),
  grade: zeros(MINE_GRADES),
  risk: zeros(RISK_LEVELS),
  warning: zeros(WARNING_LEVELS),
  sites: Object.fromEntries(SITE_KIND_IDS.map((kind) => [kind, 0])) as Counted['sites'],
  sitesFlagged: 0,
  sitesUndecided: 0,
  siteMarks: {},
});

const countSite = (table: Counted, kind: CountySite['kind'], standing: SiteStanding): void => {
  table.sites[kind]++;
  const worst = worstAnswer(standing);
  if (worst === 'found') table.sitesFlagged++;
  if (worst === 'unknown') table.sitesUndecided++;
  for (const mark of marksOf({ kind }, standing)) table.siteMarks[mark] = (table.siteMarks[mark] ?? 0) + 1;
};

/** @param o.on null: now. @param o.today the county's day, which dated sites go by now */
export const countyStatistics = (o: {
  readonly catalog: Pick<CountyCatalog, 'county' | 'revision' | 'towns' | 'siteRules'>;
  readonly mines: readonly RegisterMine[];
  readonly sites: readonly CountySite[];
  readonly query: MineQuery;
  readonly on: string | null;
  readonly today: string;
}): CountyCounts => {
  const { on, query, today } = o;
  const { county, revision, towns } = o.catalog;
  const total = nothing();
  const byTown = new Map<string | null, Counted>(towns.map(({ id }) => [id, nothing()]));
  const tablesOf = (town: string | null): readonly Counted[] => {
    const known = byTown.get(town) ?? nothing();
    byTown.set(town, known);
    return [total, known];
  };
  for (const mine of o.mines) {
    const is = mineOnDay(mine, on);
    if (!isMeant(mine, is, query)) continue;
    for (const table of tablesOf(mine.town)) {
      table.mines++;
      table.type[mine.type]++;
      table.size[mine.size ?? 'unknown']++;
      table.state[is.state]++;
      table.grade[is.grade ?? 'unknown']++;
      table.risk[is.risk ?? 'unknown']++;
      table.warning[is.warning ?? 'unknown']++;
    }
  }
  const rules = o.catalog.siteRules ?? NO_SITE_RULES;
  for (const site of o.sites) {
    if (!isThere(site, on, today) || !(query.town?.includes(site.town ?? 'unknown') ?? true)) continue;
    const standing = siteStanding(site, rules, on, today);
    for (const table of tablesOf(site.town)) countSite(table, site.kind, standing);
  }
  return {
    county,
    revision,
    on,
    total,
    towns: [...byTown].map(([town, counted]) => ({ town, ...counted })),
  };
};
