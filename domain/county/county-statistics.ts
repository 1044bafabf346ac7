import {
  type CountyCatalog,
  type CountySite,
  MINE_GRADES,
  type RegisterMine,
  RISK_LEVELS,
  SITE_KIND_IDS,
  WARNING_LEVELS,
} from '../contracts/county.ts';
import type { Counted, CountyStatistics, MineQuery } from '../contracts/county-statistics.ts';
import { MINE_STATES, MINE_TYPES } from '../contracts/manifest.ts';
import { isThere, mineOnDay } from './mine-on-day.ts';
import { isMeant } from './mine-query.ts';

const zeros = <T extends string>(values: readonly T[]) =>
  Object.fromEntries([...values, 'unknown'].map((value) => [value, 0])) as Record<T | 'unknown', number>;

const nothing = (): Counted => ({
  mines: 0,
  type: zeros(MINE_TYPES),
  state: zeros(MINE_STATES),
  grade: zeros(MINE_GRADES),
  risk: zeros(RISK_LEVELS),
  warning: zeros(WARNING_LEVELS),
  sites: Object.fromEntries(SITE_KIND_IDS.map((kind) => [kind, 0])) as Counted['sites'],
});

/** @param o.on null: now. @param o.today the county's day, which dated sites go by now */
export const countyStatistics = (o: {
  readonly catalog: Pick<CountyCatalog, 'county' | 'revision' | 'towns'>;
  readonly mines: readonly RegisterMine[];
  readonly sites: readonly CountySite[];
  readonly query: MineQuery;
  readonly on: string | null;
  readonly today: string;
}): CountyStatistics => {
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
      table.state[is.state]++;
      table.grade[is.grade ?? 'unknown']++;
      table.risk[is.risk ?? 'unknown']++;
      table.warning[is.warning ?? 'unknown']++;
    }
  }
  for (const site of o.sites)
    if (isThere(site, on, today) && (query.town?.includes(site.town ?? 'unknown') ?? true))
      for (const { sites } of tablesOf(site.town)) sites[site.kind]++;
  return {
    county,
    revision,
    on,
    total,
    towns: [...byTown].map(([town, counted]) => ({ town, ...counted })),
  };
};
