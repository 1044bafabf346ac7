import type { CatalogLayer, CatalogProperty, LegendEntry } from '../../domain/contracts/catalog.ts';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';

/** A value in a property table; null where the survey says nothing (shown as unknown, never as 0). */
export type PropertyValue = string | number | boolean | null;

/** Triangles in the mine's ENU frame, laid out as in `FeatureMesh`. */
export type CoarseMesh = Pick<FeatureMesh, 'positions' | 'indices' | 'normals' | 'deviation'>;

/** Triangles of one feature in the mine's ENU frame, doubles, metres. Z is up here; the GLB writer turns to Y-up. */
export interface FeatureMesh {
  /** 3 doubles a vertex: east, north, up. */
  readonly positions: Float64Array;
  /** 3 indices a triangle, counter-clockwise seen from outside (solids) or above (surfaces). */
  readonly indices: Uint32Array;
  /** Smooth shading normals, 3 floats a vertex; left out: flat-shaded, computed by the tiler. */
  readonly normals?: Float32Array;
  /**
   * The same thing with far fewer triangles, off by 2 m at most, for tiles seen from afar. Left out: the tiler
   * simplifies. Worth giving where features are many and of a known shape: 35 000 tubes cost less made than simplified.
   */
  readonly coarse?: CoarseMesh;
  /**
   * Standard deviation of the surface at each vertex, metres; NaN where not known. Left out: the surface is no model.
   * All features of a layer have it or none.
   */
  readonly deviation?: Float32Array;
  /** Linear 0…1 RGBA of the whole feature: the fallback look for viewers without styles. */
  readonly colour: readonly [number, number, number, number];
}

/** One thing a user can point at. `properties` has one value for every column of the layer. */
export interface ModelFeature {
  readonly mesh: FeatureMesh;
  /** What a tube was swept along, where cuts ask for it: boreholes. */
  readonly axis?: readonly EnuPoint[];
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/**
 * What `model/` hands to `tile/`: a layer with its meshes, before tiling. `detail` says how coarser levels may be
 * made: `simplify` reduces triangles with borders locked (terrain, big solids), `keep` draws every feature whole.
 */
export interface LayerModel {
  readonly id: string;
  readonly group: CatalogLayer['group'];
  readonly kind: CatalogLayer['kind'];
  readonly name: CatalogLayer['name'];
  readonly provenance: CatalogLayer['provenance'];
  readonly shownAtStart: boolean;
  readonly properties: readonly CatalogProperty[];
  readonly legend: readonly LegendEntry[];
  readonly features: readonly ModelFeature[];
  readonly detail: 'simplify' | 'keep';
}
