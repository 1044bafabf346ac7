import type { Corroboration } from '../hazards/cross-validation.ts';
import type { Pressing } from '../hazards/most-pressing.ts';
import type { CountyFeature, CountySite, RegisterMine } from './county.ts';
import type { Hazard } from './hazard.ts';
import type { MineHazardCounts } from './hazard-counts.ts';
import type { PARK_GRADES } from './site-kind-ids.ts';

/**
 * GET /api/counties/:county/tiles/:z/:x/:y.mvt?on=YYYY-MM-DD — Mapbox vector tiles of all that the reader sees, as it was on that
 * day; without `on` as it is now. A property that is not there is not known. Every feature carries `id` (MapLibre: promoteId).
 * One tile holds it all: what a map costs while it is moved grows with the number of its tiles, not of their layers.
 *
 * Of the register: `mines`, points, the worst of them last; `rights`, polygons (`id` is the mine's); `features`: prisms as polygons,
 * lines and traces of faults as lines; `sites`, points.
 *
 * Of the ledger, where the gateway keeps one: `hazards`, points, lines and polygons; `hazardFlags`, a point with the properties of its
 * hazard within each flagged line and polygon; `mineHazards`, how many open hazards a mine has and of how many what is missing, at the
 * mine's point; `majors`, the major hazards that stand by themselves (major-signs.ts), a point each.
 */
export const MAX_TILE_ZOOM = 16;
export const FLAGS_JOINED_BY = '+';

/** Names are two properties: a style cannot look into an object. */
interface Named {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

export interface MineTileProperties
  extends Named,
    Pick<RegisterMine, 'type' | 'state' | 'grade' | 'risk' | 'warning' | 'town' | 'owner'> {
  readonly bundle: boolean;
  readonly provenance: RegisterMine['provenance'];
  /** Of domain/county/mine-severity.ts, on the day shown. */
  readonly severity: number;
}

export interface RightTileProperties extends Named, Pick<RegisterMine, 'type' | 'state'> {
  readonly bottom: number | null;
  readonly top: number | null;
  readonly validUntil: string | null;
  /** null: nobody wrote until when it is valid. */
  readonly valid: boolean | null;
}

export interface FeatureTileProperties
  extends Named,
    Pick<
      CountyFeature,
      'mine' | 'kind' | 'method' | 'plusMinus' | 'holdsWater' | 'waterLevel' | 'conductive' | 'partOf'
    > {
  readonly shape: CountyFeature['shape']['type'];
  readonly bottom: number;
  readonly top: number;
  /** Metres; of lines only. */
  readonly radius: number | null;
}

export interface SiteTileProperties extends Named, Pick<CountySite, 'kind' | 'town' | 'risk' | 'mine'> {
  readonly provenance: CountySite['provenance'];
  /** Of a chemical park; of every other kind it is left out. `unknown`: nobody graded it. */
  readonly parkGrade?: (typeof PARK_GRADES)[number] | 'unknown';
  /** What the county's rules of sites say at worst; left out: no rule concerns it, or all are denied. */
  readonly flagged?: 'found' | 'unknown';
  /** Marks it is filtered by (domain/sites), each between bars: `|TSF_CLOSE|TSF_NET-unknown|`; left out: none. */
  readonly marks?: string;
}

export interface HazardTileProperties extends Pick<Hazard, 'mine' | 'title' | 'category' | 'state'> {
  /** `mine/hazard`: a hazard's id is its own within its mine only. */
  readonly id: string;
  readonly hazard: string;
  readonly version: number;
  readonly found: string;
  readonly corroboration: Corroboration;
  /** How many of the five-fixed are missing. */
  readonly fiveFixedMissing: number;
  readonly deadline: string | null;
  /** Days past the deadline on the day shown; null: there is no deadline. */
  readonly overdue: number | null;
  readonly worst: Pressing;
  /** HazardFlag[] joined by FLAGS_JOINED_BY; null: none. */
  readonly flags: string | null;
  /** It lies in the mine's model at a place that could not be found: it is drawn at the mine's point. */
  readonly placeUnknown: boolean;
}

/** Open hazards of a mine on the day shown, and of how many each flag holds. */
export type MineHazardsTileProperties = MineHazardCounts;
