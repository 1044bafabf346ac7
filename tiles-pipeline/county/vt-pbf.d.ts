declare module 'vt-pbf' {
  /** Layers of one tile as geojson-vt cuts them → an uncompressed vector tile. */
  export function fromGeojsonVt(
    layers: Readonly<Record<string, { readonly features: readonly unknown[] }>>,
    options?: { readonly version?: number; readonly extent?: number },
  ): Uint8Array;
}
