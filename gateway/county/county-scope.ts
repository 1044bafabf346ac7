import { createHash } from 'node:crypto';
import { seesCounty, seesMine } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import type { CountyFeature, CountySite, RegisterMine } from '../../domain/contracts/county.ts';
import type { CountyBundle } from './county-bundle.ts';

/** What one reader sees of a county. Everything the county's routes answer is made from this and from nothing else. */
export interface CountyScope {
  readonly bundle: CountyBundle;
  /** The county itself: its sites, its pairs, its plan. Else only single mines of it. */
  readonly whole: boolean;
  readonly mines: readonly RegisterMine[];
  sees(mine: string): boolean;
  readonly features: readonly CountyFeature[];
  readonly sites: readonly CountySite[];
  /** The same for readers who see the same of the same revision; tells nothing of what that is. */
  readonly key: string;
}

type Reader = Pick<Account, 'role' | 'county' | 'mines' | 'isDemo'>;

/** @returns null: nothing of the county, which then does not exist for this reader */
export const scopeOf = (reader: Reader, bundle: CountyBundle): CountyScope | null => {
  const { county, revision } = bundle.catalog;
  const whole = seesCounty(reader, county);
  if (whole) {
    const { mines, features, sites } = bundle;
    return {
      bundle,
      whole,
      mines,
      features,
      sites,
      sees: (id) => bundle.mine.has(id),
      key: keyOf(revision, null),
    };
  }
  const mines = bundle.mines.filter(({ id }) => seesMine(reader, { mine: id, county }));
  if (mines.length === 0) return null;
  const seen = new Set(mines.map(({ id }) => id));
  return {
    bundle,
    whole,
    mines,
    sees: (id) => seen.has(id),
    features: bundle.features.filter(({ mine }) => seen.has(mine)),
    sites: bundle.sites.filter(({ mine }) => mine !== null && seen.has(mine)),
    key: keyOf(revision, [...seen].sort()),
  };
};

const keyOf = (revision: string, mines: readonly string[] | null): string =>
  createHash('sha256')
    .update(JSON.stringify([revision, mines]))
    .digest('base64url')
    .slice(0, 22);
