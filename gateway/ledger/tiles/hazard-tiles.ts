import { createHash } from 'node:crypto';
import type { Feature } from 'geojson';
import type { Account } from '../../../domain/contracts/account.ts';
import type { MineHazardCounts } from '../../../domain/contracts/hazard-counts.ts';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import type { MajorSign } from '../../../domain/contracts/major-signs.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import type { CountyScope } from '../../county/county-scope.ts';
import { createKept } from '../../county/kept.ts';
import { createVectorTiles, type VectorTiles } from '../../county/vector-tiles.ts';
import type { LedgerContext } from '../ledger-context.ts';
import { chainLengths, lastVersions, versionContents } from '../store/read-ledger.ts';
import { type BundlePlaces, createBundlePlaces } from './bundle-places.ts';
import { createHazardBodyTiles, type HazardBodyTiles } from './hazard-body-tiles.ts';
import { factsOf, featureOf, modelPlaces, type VersionFacts } from './hazard-features.ts';
import { countsOfMines, hazardLayers } from './hazard-layers.ts';
import { createHazardSearch, type HazardSearcher } from './hazard-search.ts';
import { majorChains, majorFeatures, majorSigns, readMajors } from './major-signs.ts';

/** The vector tiles of a ledger on a day, as one reader sees it. */
export interface HazardTiles extends HazardSearcher {
  /** The same for the same ledger, day and scope. */
  readonly key: string;
  readonly tiles: VectorTiles;
  /** Of mines the ledger holds something of. */
  readonly counts: readonly MineHazardCounts[];
  readonly bodies: HazardBodyTiles;
  /** Major hazards that are not done with. */
  readonly majors: readonly MajorSign[];
}

/** Tiles of so many ledgers, days and scopes are kept cut. */
const MOST_CUT = 12;
/** As long may another gateway's write stay unseen; one's own is seen at once. */
const LOOK_EVERY_MS = 1_000;
/** Versions whose facts are kept: some 150 MB. */
const MOST_FACTS = 400_000;

/** Reads what is new of the ledger and cuts it; the same ledger is cut once for all who see the same of it. */
export const createHazardTiles = ({
  as,
  bundlesRoot,
  writes,
}: Pick<LedgerContext, 'as' | 'bundlesRoot' | 'writes'>): ((o: {
  readonly account: Account;
  readonly scope: CountyScope;
  /** Mines the reader sees that the register leaves out: their hazards are drawn where they themselves say they lie. */
  readonly outside: readonly string[];
  /** null: now. */
  readonly on: string | null;
  readonly today: string;
}) => Promise<HazardTiles>) => {
  const cut = createKept<Promise<Omit<HazardTiles, 'key'>>>(MOST_CUT);
  let kept = new Map<string, VersionFacts>();
  const bundlePlaces = createBundlePlaces(bundlesRoot);

  /** Tiles are asked for by the dozen: what the ledger is, is looked up once for them. */
  const looked = new Map<string, { at: number; writes: number; ledger: Promise<string> }>();
  const ledgerNow = (account: Account, of: string, mines: readonly string[]): Promise<string> => {
    const known = looked.get(of);
    if (known && known.writes === writes.count && performance.now() - known.at < LOOK_EVERY_MS)
      return known.ledger;
    const ledger = as(
      account,
      async (tx) => `${[...(await chainLengths(tx, mines))].join(' ')} ${await majorChains(tx, mines)}`,
    );
    if (looked.size > MOST_CUT) looked.clear();
    looked.set(of, { at: performance.now(), writes: writes.count, ledger });
    ledger.catch(() => looked.delete(of));
    return ledger;
  };

  const readLedger = (
    account: Account,
    mines: readonly string[],
    before: number | null,
  ): Promise<{ readonly all: VersionFacts[]; readonly majors: readonly MajorHazard[] }> =>
    as(account, async (tx) => {
      const keys = await lastVersions(tx, mines, before);
      const isUnread = ({ mine, number }: (typeof keys)[number]): boolean => !kept.has(`${mine} ${number}`);
      // A new map, never an emptied one: another reading may still be looking things up in it.
      if (kept.size + keys.filter(isUnread).length > MOST_FACTS) kept = new Map();
      const facts = kept;
      for await (const rows of versionContents(tx, keys.filter(isUnread)))
        for (const row of rows) facts.set(`${row.mine} ${row.number}`, factsOf(row));
      return {
        all: keys.flatMap(({ mine, number }) => facts.get(`${mine} ${number}`) ?? []),
        majors: await readMajors(tx, mines, before),
      };
    });

  const make = async (
    account: Account,
    scope: CountyScope,
    mines: readonly string[],
    before: number | null,
    day: string,
  ): Promise<Omit<HazardTiles, 'key'>> => {
    const { all, majors } = await readLedger(account, mines, before);
    const inModels = new Set([
      ...all.flatMap(({ mine, geometry }) => ('layer' in geometry ? [mine] : [])),
      ...majors.flatMap(({ mine, place }) => (place?.kind === 'feature' ? [mine] : [])),
    ]);
    const bundles = new Map<string, BundlePlaces>();
    for (const mine of inModels) bundles.set(mine, await bundlePlaces(mine));
    const places = modelPlaces(scope.features, bundles);
    const features = all
      .map((one) => featureOf(one, scope, places, day))
      .filter((one): one is Feature => one !== null);
    const counts = countsOfMines(all, day);
    const signs = majorSigns(majors, all, places, day);
    return {
      tiles: createVectorTiles({
        ...hazardLayers(features, counts, scope),
        majors: { type: 'FeatureCollection', features: majorFeatures(signs) },
      }),
      counts,
      majors: signs.map(({ sign }) => sign),
      bodies: createHazardBodyTiles(all, places, day),
      search: createHazardSearch({ all, majors: signs, places, scope, day }).search,
    };
  };

  return async ({ account, scope, outside, on, today }) => {
    const mines = [...scope.mines.map(({ id }) => id), ...outside];
    const seen = outside.length === 0 ? scope.key : `${scope.key} and ${outside}`;
    // A past day never changes: what is written is written now.
    const isPast = on !== null && on < today;
    const ledger = isPast ? on : await ledgerNow(account, seen, mines);
    const hash = createHash('sha256').update(ledger).digest('base64url').slice(0, 22);
    const key = `${seen} hazards ${on ?? `now ${today}`} ${hash}`;
    const kept = cut.get(key, () =>
      make(account, scope, mines, on === null ? null : dayEnd(on), on ?? today),
    );
    try {
      return { key, ...(await kept) };
    } catch (error) {
      // What failed is asked anew the next time.
      cut.drop(key);
      throw error;
    }
  };
};
