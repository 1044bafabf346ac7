declare module 'vt-pbf' {
  import type { LegacyTile } from 'geojson-vt';
  /** Layers by name. @returns the tile, not compressed */
  export const fromGeojsonVt: (
    layers: Readonly<Record<string, LegacyTile>>,
    options: { readonly version: 1 | 2; readonly extent?: number },
  ) => Uint8Array;
}
