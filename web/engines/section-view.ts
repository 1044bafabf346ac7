import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { LayerAppearance, PickedFeature, ViewFailure } from './mine-view.ts';

/**
 * What the Section workspace asks of its 3D engine: the mine seen without perspective, so that what is level with each other
 * looks level, and lengths along the view can be compared. The one implementation lives in engines/three. Positions are
 * in the mine's ENU frame, metres.
 */
export interface OrthographicPose {
  /** The point in the middle of the picture. */
  readonly target: readonly [east: number, north: number, up: number];
  /** Degrees clockwise from north, the direction looked in; of a plan, the direction of its top. */
  readonly azimuth: number;
  /** Degrees; −90 a plan, 0 along a section. */
  readonly pitch: number;
  /** Metres from the left to the right edge of the picture. */
  readonly width: number;
}

/** A filled cut, from section data. */
export interface CutFace {
  /** 3 a vertex, true ENU metres in double precision. */
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
  /** 3 a vertex: sRGB red, green, blue, 0…255. */
  readonly colours: Uint8Array;
  /** What lies on the side this unit vector points to is not drawn; null: the cut is laid into the whole. */
  readonly away: {
    readonly normal: readonly [number, number, number];
    readonly through: readonly [number, number, number];
  } | null;
}

export interface SectionViewEvents {
  select(feature: PickedFeature | null): void;
  pose(pose: OrthographicPose): void;
  /** How many layers still wait for tiles of the present picture. */
  loading(pending: number): void;
  failure(failure: ViewFailure): void;
}

export interface SectionView {
  setLayer(layerId: string, appearance: LayerAppearance): void;
  setCut(cut: CutFace | null): void;
  setPose(pose: OrthographicPose): void;
  pose(): OrthographicPose;
  setTheme(theme: 'light' | 'dark'): void;
  destroy(): void;
}

export interface SectionViewOptions {
  readonly container: HTMLElement;
  readonly catalog: Catalog;
  /** Absolute URL of the bundle folder, ending in "/". */
  readonly bundleUrl: string;
  readonly initialPose: OrthographicPose;
  readonly theme: 'light' | 'dark';
  /** 1 = device pixels; browser tests run at 0.5. */
  readonly resolutionScale: number;
  readonly events: SectionViewEvents;
}

export type CreateSectionView = (options: SectionViewOptions) => SectionView;
