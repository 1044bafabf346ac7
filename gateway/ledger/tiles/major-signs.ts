import type { Feature } from 'geojson';
import { sql } from 'kysely';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { type MajorHazard, majorEntrySchema } from '../../../domain/contracts/major-hazard.ts';
import type { MajorSign } from '../../../domain/contracts/major-signs.ts';
import { labelPoint } from '../../../domain/geometry/label-point.ts';
import { geometryOf } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { daysOverdue } from '../../../domain/hazards/five-fixed.ts';
import { entryAsNow } from '../../../domain/major-hazards/entry-as-now.ts';
import { isNotDone } from '../../../domain/major-hazards/not-done.ts';
import type { ViewerDatabase } from '../../live/store/as-viewer.ts';
import type { ModelPlaces, VersionFacts } from './hazard-features.ts';

/** Major hazards of mines, each as it was last written before a moment; null: now. */
export const readMajors = async (
  tx: ViewerDatabase,
  mines: readonly string[],
  before: number | null,
): Promise<MajorHazard[]> => {
  const { rows } = await sql<{ content: string }>`
    SELECT DISTINCT ON (mine, hazard) content FROM major_version
    WHERE mine = ANY(${[...mines]}::text[]) AND written_at < ${before ?? Number.MAX_SAFE_INTEGER} AND hazard LIKE 'hazard:%'
    ORDER BY mine, hazard, number DESC`.execute(tx);
  return rows.flatMap(({ content }) => {
    const entry = majorEntrySchema.parse(entryAsNow(JSON.parse(content)));
    return entry.kind === 'hazard' ? [entry.hazard] : [];
  });
};

/** Changes with every write of a major hazard. */
export const majorChains = async (tx: ViewerDatabase, mines: readonly string[]): Promise<string> => {
  const { rows } = await sql<{ mine: string; number: number }>`
    SELECT m AS mine, (SELECT max(number) FROM major_version WHERE mine = m) AS number
    FROM unnest(${[...mines]}::text[]) m`.execute(tx);
  return rows.map(({ mine, number }) => `${mine} ${number}`).join(' ');
};

export interface PlacedMajor {
  readonly sign: MajorSign;
  /** null: it has no place. */
  readonly at: readonly [longitude: number, latitude: number] | null;
}

/**
 * The major hazards that are not done with on a day, with their places: their own, or that of a hidden hazard they are about. One
 * that is about an open one says so: its sign stands beside that of the hidden one, which says nothing of its being major.
 */
export const majorSigns = (
  majors: readonly MajorHazard[],
  hidden: readonly VersionFacts[],
  places: ModelPlaces,
  day: string,
): PlacedMajor[] => {
  const known = new Map(hidden.map((facts) => [facts.told.id, facts]));
  const pointOf = (geometry: { readonly type: string; readonly coordinates?: unknown }) =>
    labelPoint(geometry) ?? (geometry.type === 'Point' ? (geometry.coordinates as [number, number]) : null);
  const placed = (mine: string, place: HazardPlace): PlacedMajor['at'] => {
    const geometry =
      geometryOf(place) ??
      (place.kind === 'feature' ? places.find(mine, place.layer, place.feature)?.geometry : null);
    return geometry ? pointOf(geometry) : null;
  };
  const atHidden = (mine: string, ids: readonly string[]): PlacedMajor['at'] => {
    for (const id of ids) {
      const facts = known.get(`${mine}/${id}`);
      const geometry =
        facts &&
        ('layer' in facts.geometry
          ? places.find(mine, facts.geometry.layer, facts.geometry.feature)?.geometry
          : facts.geometry);
      if (geometry) return pointOf(geometry);
    }
    return null;
  };
  const isOpenHidden = (mine: string) => (id: string) => {
    const state = known.get(`${mine}/${id}`)?.told.state;
    return state !== undefined && state !== 'closed';
  };
  return majors
    .filter(({ state }) => isNotDone(state))
    .map(({ id, mine, title, source, state, found, fiveFixed, listed, place, hazards }) => {
      const open = hazards.filter(isOpenHidden(mine));
      // At the open one first: what is closed may have lain elsewhere.
      const at = (place && placed(mine, place)) ?? atHidden(mine, place ? open : [...open, ...hazards]);
      return {
        at,
        sign: {
          ...{ id: `${mine}/${id}`, mine, title, source, state, found: found.on },
          deadline: fiveFixed.deadline,
          overdue: daysOverdue({ fiveFixed, state: 'treating' }, day),
          ...{ listed: listed !== null, placed: at !== null, atHidden: open.length > 0 },
        },
      };
    });
};

export const majorFeatures = (majors: readonly PlacedMajor[]): Feature[] =>
  majors.flatMap(({ sign, at }): Feature[] =>
    at
      ? [{ type: 'Feature', properties: { ...sign }, geometry: { type: 'Point', coordinates: [...at] } }]
      : [],
  );
