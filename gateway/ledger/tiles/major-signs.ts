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
import type { ModelPlace, ModelPlaces, VersionFacts } from './hazard-features.ts';

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

/** Where one stands, and between which heights as far as that is known. */
interface Standing {
  readonly at: readonly [longitude: number, latitude: number];
  readonly top: number | null;
  readonly bottom: number | null;
}

export interface PlacedMajor {
  readonly sign: MajorSign;
  /** null: it has no place. */
  readonly at: readonly [longitude: number, latitude: number] | null;
}

/**
 * The major hazards that are not done with on a day, with their places: their own, or that of a hidden hazard they are about. Their
 * heights are those of that place: of one drawn for the major hazard itself nobody writes any. One that is about an open one says so: its sign stands beside that of the hidden one, which says nothing of its being major.
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
  const standing = (
    geometry: ModelPlace['geometry'],
    { top = null, bottom = null }: { readonly top?: number | null; readonly bottom?: number | null },
  ): Standing | null => {
    const at = pointOf(geometry);
    return at && { at: [at[0]!, at[1]!], top, bottom };
  };
  const inModel = (mine: string, layer: string, feature: string): Standing | null => {
    const place = places.find(mine, layer, feature);
    return place && standing(place.geometry, place);
  };
  const placed = (mine: string, place: HazardPlace): Standing | null => {
    const geometry = geometryOf(place);
    if (geometry) return standing(geometry, {});
    return place.kind === 'feature' ? inModel(mine, place.layer, place.feature) : null;
  };
  const atHidden = (mine: string, ids: readonly string[]): Standing | null => {
    for (const id of ids) {
      const facts = known.get(`${mine}/${id}`);
      const found =
        facts &&
        ('layer' in facts.geometry
          ? inModel(mine, facts.geometry.layer, facts.geometry.feature)
          : standing(facts.geometry, facts.elevation ?? {}));
      if (found) return found;
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
      const stands = (place && placed(mine, place)) ?? atHidden(mine, place ? open : [...open, ...hazards]);
      const at = stands?.at ?? null;
      return {
        at,
        sign: {
          ...{ id: `${mine}/${id}`, mine, title, source, state, found: found.on },
          deadline: fiveFixed.deadline,
          overdue: daysOverdue({ fiveFixed, state: 'treating' }, day),
          ...{ listed: listed !== null, placed: at !== null, atHidden: open.length > 0 },
          ...{ at: at && [at[0], at[1]], top: stands?.top ?? null, bottom: stands?.bottom ?? null },
        },
      };
    });
};

export const majorFeatures = (majors: readonly PlacedMajor[]): Feature[] =>
  majors.flatMap(({ sign, at }): Feature[] => {
    if (!at) return [];
    const { at: _at, top: _top, bottom: _bottom, ...properties } = sign;
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }];
  });
