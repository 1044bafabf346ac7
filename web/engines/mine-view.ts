import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { EntityFrame } from '../../domain/contracts/live/entity.ts';
import type { EnuPoint, GeographicPoint, SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { CapMesh } from '../../domain/geology/slice/cap-mesh.ts';
import type { Ray } from '../../domain/geology/slice/cap-pick.ts';
import type { CutRegion } from '../../domain/geology/slice/cut-region.ts';
import type { Corroboration } from '../../domain/hazards/cross-validation.ts';

/**
 * What the Mine workspace asks of a 3D engine. React code talks to this interface only; the one
 * implementation lives in engines/cesium. All positions are in the mine's ENU frame, metres, without
 * vertical exaggeration: the engine applies and removes exaggeration itself.
 */

/** Where the camera is: it orbits `target`. Written to the URL, so it must survive a round trip. */
export interface CameraPose {
  readonly target: readonly [east: number, north: number, up: number];
  /** Degrees clockwise from north, the direction the camera looks. */
  readonly heading: number;
  /** Degrees, −90 looks straight down, positive looks up from below. */
  readonly pitch: number;
  /** Metres from the target. */
  readonly range: number;
}

export interface LayerAppearance {
  readonly visible: boolean;
  /** 0…1; below 1 the layer is drawn see-through (dithered, so nested bodies stay readable). */
  readonly opacity: number;
}

/** A feature under the pointer, with the properties of its property-table row by property id. */
export interface PickedFeature {
  readonly layerId: string;
  /** Value of the layer's `id` role property. */
  readonly featureId: string;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CursorPosition {
  readonly enu: EnuPoint;
  readonly survey: SurveyPoint;
  readonly geographic: GeographicPoint;
}

export interface LoadingProgress {
  /** Tiles still wanted for the present view, downloading and processing together. */
  readonly pending: number;
  /** True once the first picture of every visible layer is on the screen. */
  readonly firstPicture: boolean;
}

/** Why there is no picture. `detail` is technical text for the copyable part of the message. */
export interface ViewFailure {
  readonly kind: 'no-webgl' | 'context-lost' | 'layer-failed' | 'render-error';
  readonly layerId?: string;
  readonly detail: string;
}

/** A moving thing by its handle, or a fixed device by its id. */
export type EntityRef =
  | { readonly type: 'entity'; readonly handle: number }
  | { readonly type: 'device'; readonly id: string };

/** A fixed device in the scene. */
export interface DeviceMark {
  readonly id: string;
  /** reader, camera, slope, water, air … chooses the shape. */
  readonly kind: string;
  readonly enu: readonly [east: number, north: number, up: number];
  /** Degrees clockwise from north; null where it faces nowhere. */
  readonly azimuth: number | null;
  readonly state: 'working' | 'failing' | 'silent' | 'unknown';
  readonly alarmed: boolean;
}

/** Above this the ground no longer stops the pointer: what lies below it is what one means. */
export const GROUND_PICKABLE_BELOW = 0.3;

/**
 * A shape some panel computed: a camera's view, displacement arrows, a track, heat over a wall. ENU metres without
 * exaggeration; the engine stretches it with the rest.
 */
export interface Overlay {
  readonly kind: 'triangles' | 'lines';
  /** 3 a vertex, true ENU metres in double precision. */
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
  /** 4 a vertex: red, green, blue, opacity, 0…255. Opacity below 255 is dithered, as everything see-through is. */
  readonly colours: Uint8Array;
  /** Lines: CSS pixels. */
  readonly width?: number;
  /** Drawn over what is in front of it as well, faintly. */
  readonly throughRock?: boolean;
  /** Belongs to the mine, so the slice takes it away with the rest; left out: drawn whole. */
  readonly sliced?: boolean;
  /** Triangles: the pattern of a hidden hazard that is known so well, as features of the model are marked; left out: none. */
  readonly marked?: Corroboration;
}

/** People, vehicles and devices in the scene. */
export interface LiveScene {
  /**
   * The newest picture. Movement is mixed from the picture before over `period` ms (the time between two), on the GPU;
   * with reduced motion, or where the time jumps, the new one stands at once. null: there are no live data.
   * The columns are kept, not copied: each picture brings its own arrays, and nobody writes to them afterwards.
   */
  setFrame(frame: EntityFrame | null, period: number): void;
  setDevices(devices: readonly DeviceMark[]): void;
  /** What may be written beside a thing, or null for no label. Asked for at most 100 things a frame. */
  setLabels(textOf: (ref: EntityRef) => string | null): void;
  setSelectedEntity(ref: EntityRef | null): void;
  /** Keeps the camera's pivot on a thing until null, a drag of the pivot or the thing's end. */
  follow(ref: EntityRef | null): void;
  flyToEntity(ref: EntityRef): void;
  /** Adds or replaces the overlay of this id; null removes it. */
  setOverlay(id: string, overlay: Overlay | null): void;
}

/** The mine cut open. True ENU metres throughout: the engine stretches the cut with the rest. */
export interface SliceScene {
  /** What is neither drawn nor found by the pointer; null: nothing. People and devices that call for attention stay. */
  setRegion(region: CutRegion | null): void;
  /** The filled cut; null: none. Kept, not copied. */
  setCap(cap: CapMesh | null): void;
  /** While true a click calls `events.placed` and chooses nothing. */
  setPlacing(placing: boolean): void;
  /** CSS pixels in the container where a point is drawn; null behind the eye. */
  screenOf(point: readonly [number, number, number]): { readonly x: number; readonly y: number } | null;
  /** The ray through a point of the container, CSS pixels; null while there is no picture. */
  rayAt(x: number, y: number): Ray | null;
}

/** Where a hand points while an aim is asked for; whoever asked finds out itself what is met. */
export interface Aim {
  /** True ENU. */
  readonly ray: Ray;
  /** Tangent of the angle one CSS pixel takes up, and how many times heights are stretched where it does. */
  readonly pixel: number;
  readonly stretch: number;
  /** CSS pixels in the container. */
  readonly x: number;
  readonly y: number;
}

/** A place on the filled cut: index in the cap's parts, and where. */
export interface CutPlace {
  readonly part: number;
  readonly enu: EnuPoint;
}

export interface MineViewEvents {
  hover(feature: PickedFeature | null, screen: { x: number; y: number }): void;
  select(feature: PickedFeature | null): void;
  /** A live thing was clicked; null: the click met none. Comes before `select` of the same click. */
  selectEntity(ref: EntityRef | null): void;
  hoverEntity(ref: EntityRef | null, screen: { x: number; y: number }): void;
  /** What of the filled cut is under the pointer; null: none, or something before it. */
  hoverCut(place: CutPlace | null, screen: { x: number; y: number }): void;
  /** The filled cut was clicked. Comes after `select` of the same click, which says null. */
  selectCut(place: CutPlace): void;
  /** A click while places are asked for; null where it met nothing. */
  placed(point: EnuPoint | null): void;
  /** Where the pointer is while an aim is asked for, and whether it was pressed there; null: it has left. */
  aimed(aim: Aim | null, pressed: boolean): void;
  /** Following ended because the person moved the pivot or the thing is gone. */
  followEnded(): void;
  cursor(position: CursorPosition | null): void;
  camera(pose: CameraPose): void;
  loading(progress: LoadingProgress): void;
  failure(failure: ViewFailure): void;
}

export interface MineView {
  readonly live: LiveScene;
  readonly slice: SliceScene;
  setLayer(layerId: string, appearance: LayerAppearance): void;
  /** Ground look: 0 = solid, 1 = only contour-like rim lines remain. */
  setGroundSeeThrough(amount: number): void;
  /** Standard deviation, metres, up to which a modelled surface is drawn as certain; past it it is hatched and fades. */
  setCertainBelow(bound: number): void;
  setExaggeration(factor: number): void;
  /**
   * Highlights one feature; null clears. Where the choice came from a link and not from a click, `events.select` is
   * called once its tile is there, so that its card can show its attributes; `select` is not called for null.
   */
  setSelected(feature: { layerId: string; featureId: string } | null): void;
  /** Hides everything but this feature (and a faint ground); null ends isolation. */
  setIsolated(feature: { layerId: string; featureId: string } | null): void;
  /** While true the pointer is reported as `events.aimed`, and neither shows nor chooses anything by itself. */
  setAiming(aiming: boolean): void;
  /** Draws and finds of a layer only features that are kept; null: all of them. Asked once a feature and tile. */
  setKept(layerId: string, keeps: ((featureId: string) => boolean) | null): void;
  /** Draws features of a layer as hazards, by how well they are known; null: none of it is one. Asked once a feature and tile. */
  setMarked(layerId: string, markOf: ((featureId: string) => Corroboration | null) | null): void;
  setTheme(theme: 'light' | 'dark'): void;
  setReducedMotion(reduced: boolean): void;
  flyTo(pose: CameraPose): void;
  flyToFeature(feature: { layerId: string; featureId: string }): void;
  flyHome(): void;
  /** Looks north and level from the present target. */
  levelView(): void;
  plan(): void;
  pose(): CameraPose;
  /** Tries again after a failure by rebuilding what failed. */
  retry(): void;
  destroy(): void;
}

export interface MineViewOptions {
  readonly container: HTMLElement;
  readonly catalog: Catalog;
  /** Absolute URL of the bundle folder, ending in "/". */
  readonly bundleUrl: string;
  readonly initialPose: CameraPose | null;
  readonly theme: 'light' | 'dark';
  readonly reducedMotion: boolean;
  /** 1 = device pixels; browser tests run at 0.5. */
  readonly resolutionScale: number;
  readonly events: MineViewEvents;
}

export type CreateMineView = (options: MineViewOptions) => MineView;
