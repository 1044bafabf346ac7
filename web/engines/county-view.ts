import type { Language } from '../../domain/contracts/bilingual.ts';
import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { CountyCatalog, WARNING_LEVELS } from '../../domain/contracts/county.ts';
import type { MajorSource } from '../../domain/contracts/major-hazard.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { SiteKind } from '../../domain/contracts/site-kind-ids.ts';
import type { Corroboration } from '../../domain/hazards/cross-validation.ts';
import type { HazardFlag } from '../../domain/hazards/hazard-flags.ts';
import type { MapPose, MineColouring, MineFilter, RegionPick } from '../shell/region-choice.ts';
import type { PickedFeature } from './mine-view.ts';

/**
 * What the Region workspace asks of a map engine. React code talks to this interface only; the one implementation lives in
 * engines/map. Positions are WGS 84 degrees, longitude first; heights are metres in the county's datum.
 */

/** Layers of the map a person switches, in the order of the panel. Sites have one a kind: `site-dust`. */
export const MAP_LAYERS = [
  'mines',
  'names',
  'warnings',
  'counts',
  'right',
  'working',
  'goaf',
  'orebody',
  'aquifer',
  'fault',
  'closed-shaft',
  'hazards',
  'relief',
  'contours',
] as const;
export type MapLayerId = (typeof MAP_LAYERS)[number] | `site-${SiteKind}` | `major-${MajorSource}`;

export interface CountyLook {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly reducedMotion: boolean;
  /** One or two letters that stand in signs, in the reader's language. */
  readonly letters: {
    readonly risk: Readonly<Record<string, string>>;
    readonly warning: Readonly<Record<(typeof WARNING_LEVELS)[number], string>>;
    readonly site: Readonly<Record<SiteKind, string>>;
    /** Who found a major hazard. */
    readonly major: Readonly<Record<MajorSource, string>>;
  };
}

/** What is known of a mine now, as it is written and drawn beside it. */
export interface CountLabel {
  /** The mine's. */
  readonly id: string;
  readonly at: readonly [longitude: number, latitude: number];
  readonly zh: string;
  readonly en: string;
  /** How many people are below. */
  readonly text: string;
  /** It is not of now any more. */
  readonly isStale: boolean;
  /** The highest level of its alarms that stand; null: none has one. */
  readonly warning: (typeof WARNING_LEVELS)[number] | null;
  /** Calls for help that stand. */
  readonly sos: number;
}

/** What is shown. Pieces that stay the same object are left alone. */
export interface CountyPicture {
  readonly look: CountyLook;
  readonly day: string | null;
  readonly shown: (layer: MapLayerId) => boolean;
  readonly colouring: MineColouring;
  /** The gateway keeps a ledger: its hazards are asked for. */
  readonly hasLedger: boolean;
  /** Ids of the mines that are shown; null: all. */
  readonly mines: ReadonlySet<string> | null;
  readonly filter: MineFilter;
  /** Only hazards flagged with one of these; none: all. */
  readonly hazardFlags: readonly HazardFlag[];
  /** Only sites with one of these marks; none: all. */
  readonly siteMarks: readonly string[];
  readonly pick: RegionPick | null;
  /** Mines drawn with a ring: those of a chosen pair or cluster. */
  readonly ringed: readonly string[];
  readonly ground: readonly GroundArea[];
}

/** Ground that a chosen pair is about, drawn flat: the zones two goafs may pull down, and what both may. */
export interface GroundArea {
  readonly kind: 'zone' | 'overlap';
  readonly thing: SceneThing;
  /** The first ring is the outline, others are holes. */
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** What a click takes, and what it is called under the pointer. */
export interface SceneThing {
  readonly pick: RegionPick;
  readonly name: string;
  /** A hull that much lies in: anything else under the pointer is meant before it. */
  readonly isHull?: boolean;
}

/** A body under the map: a prism between two heights, a tube along a line, a sheet under a trace. */
export interface SceneBody {
  readonly id: string;
  readonly kind: NeighbourKind;
  readonly thing: SceneThing;
  readonly isPicked: boolean;
  readonly shape:
    | {
        readonly type: 'prism';
        readonly rings: readonly (readonly (readonly [number, number])[])[];
        readonly bottom: number;
        readonly top: number;
      }
    | {
        readonly type: 'line';
        readonly line: readonly (readonly [number, number, number])[];
        readonly radius: number;
      }
    | { readonly type: 'faces'; readonly faces: readonly (readonly (readonly [number, number, number])[])[] };
  /** Drawn as doubtful: where it is was inferred, or nobody says. */
  readonly doubtful: boolean;
}

/** A hidden hazard of the ledger in depth, as far as its heights are known. */
export interface SceneHazard {
  readonly thing: SceneThing;
  readonly isPicked: boolean;
  readonly corroboration: Corroboration;
  readonly isClosed: boolean;
  /** A place within it. */
  readonly at: readonly [longitude: number, latitude: number];
  /** Highest it is known to reach, or to lie; null: not known. */
  readonly highest: number | null;
  /** `mark`: it was drawn as a point. null: nothing is known of its heights, and it is at no depth. */
  readonly shape:
    | SceneBody['shape']
    | { readonly type: 'mark'; readonly bottom: number; readonly top: number }
    | null;
  /** What of its heights is not known, in the reader's words; null: nothing. */
  readonly unknown: string | null;
}

/** A major hazard in depth: its sign, at the heights of the place it is given as far as they are known. */
export interface SceneMajor {
  readonly thing: SceneThing;
  readonly isPicked: boolean;
  readonly source: MajorSource;
  readonly isConfirmed: boolean;
  readonly at: readonly [longitude: number, latitude: number];
  /** Metres in the county's datum; null: not known. */
  readonly top: number | null;
  readonly bottom: number | null;
  /** A hidden hazard it is about has a sign at the same place. */
  readonly isBeside: boolean;
  /** What of its heights is not known, in the reader's words; null: nothing. */
  readonly unknown: string | null;
}

/** A line that proves something, with a label at its middle. */
export interface SceneProof {
  readonly from: readonly [longitude: number, latitude: number, height: number];
  readonly to: readonly [longitude: number, latitude: number, height: number];
  readonly label: string;
  readonly certain: boolean;
  readonly thing: SceneThing;
}

/** A 3D Tiles set of a mine, placed where its own tiles say (ellipsoidal heights). */
export interface SceneTileset {
  readonly id: string;
  readonly url: string;
  readonly mine: string;
  /** Id of the layer, and the columns its tiles tell of each body. */
  readonly layer: string;
  readonly columns: readonly CatalogProperty[];
  /** Metres from the ellipsoid up to the mine's height datum. */
  readonly geoidSeparation: number;
  /** Id of the pick of one of its bodies, which is drawn as chosen; null: none of it is. */
  readonly picked: string | null;
}

/** What stands under and over the flat map. Heights are drawn from `level`: what lies deeper is below the sheet. */
export interface CountyScene {
  /** Height of the map's sheet, metres in the county's datum. */
  readonly level: number;
  readonly bodies: readonly SceneBody[];
  readonly hazards: readonly SceneHazard[];
  readonly majors: readonly SceneMajor[];
  readonly proofs: readonly SceneProof[];
  readonly tilesets: readonly SceneTileset[];
}

export interface CountyViewEvents {
  /** The camera has come to rest. */
  onPose(pose: MapPose): void;
  /** The camera moves: once a frame. */
  onMove(): void;
  /** null: nothing is there. */
  onPick(pick: RegionPick | null): void;
  onHover(hover: { readonly name: string; readonly x: number; readonly y: number } | null): void;
  onCursor(at: readonly [longitude: number, latitude: number] | null): void;
  /** Bodies of a mine's bundle that stands in its place, as its tiles come; some may come again. */
  onParts(mine: string, parts: readonly PickedFeature[]): void;
  /** Everything of the present view is drawn. */
  onSettled(): void;
  onFailure(failure: {
    readonly kind: 'no-webgl' | 'context-lost' | 'tiles' | 'scene';
    readonly detail: string;
  }): void;
}

type Place = readonly [longitude: number, latitude: number];

/** What is told while something is drawn on the map. */
export interface MapDrawEvents {
  /** A click, which picks nothing then. */
  onPlace(at: Place): void;
  /** A double click, which does not zoom then; its two clicks were told before. */
  onEnd(): void;
  /** Places lie elsewhere on the screen now. */
  onCamera(): void;
}

export interface CountyViewOptions {
  readonly container: HTMLElement;
  readonly catalog: CountyCatalog;
  /** Address under which the county's files lie, with a slash at the end. */
  readonly baseUrl: string;
  /** Address of the county's API, without a slash at the end: `…/api/counties/<id>`. */
  readonly apiUrl: string;
  readonly pose: MapPose | null;
  readonly picture: CountyPicture;
  readonly events: CountyViewEvents;
}

export interface CountyView {
  show(picture: CountyPicture): void;
  setCounts(labels: readonly CountLabel[]): void;
  /** null takes the scene away. */
  setScene(scene: CountyScene | null): void;
  setPose(pose: MapPose, o?: { readonly fly: boolean }): void;
  fit(
    bounds: readonly [west: number, south: number, east: number, north: number],
    o?: { readonly pitch?: number },
  ): void;
  zoomBy(levels: number): void;
  pose(): MapPose;
  /** Clicks are handed over until the returned function is called. */
  draw(events: MapDrawEvents): () => void;
  /** Where on the map's canvas a place is, CSS pixels from its top left; null: beyond the horizon. */
  screenOf(at: Place): { readonly x: number; readonly y: number } | null;
  /** The place under CSS pixels from the canvas' top left. */
  placeAt(x: number, y: number): Place;
  /** Asks for the ledger's hazards again: some were written. */
  reloadHazards(): void;
  /** The picture in light colours, with its size in CSS pixels and the metres a pixel is at its middle. */
  takePicture(): Promise<{
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly metresPerPixel: number;
  }>;
  destroy(): void;
}

export type CreateCountyView = (options: CountyViewOptions) => CountyView;
