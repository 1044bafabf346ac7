import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog, CatalogLayer } from '../../domain/contracts/catalog.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import { extremePoints } from '../../domain/geometry/extreme-points.ts';
import { bodyLayerId } from '../model/implicit-bodies.ts';
import type { MineModel, ModelledLayer } from '../model/model-mine.ts';
import { SEAM_LAYER } from '../model/seams.ts';
import { STRATA_LAYER } from '../model/strata.ts';
import { BASES_LAYER } from '../model/strata-bases.ts';
import { deviationOf } from '../tile/deviation.ts';
import { tileLayer } from '../tile/tile-layer.ts';
import { hashData } from './content-hash.ts';

/** A source of a manifest with the hashes of its files. */
export interface HashedSource {
  readonly id: string;
  readonly files: { path: string; sha256: string; bytes: number }[];
}

/** Of everything a layer is made from: of the same hash the last build's is carried over. */
export const layerHash = (
  layer: ModelledLayer,
  manifest: MineManifest,
  hashed: readonly HashedSource[],
  model: MineModel,
  code: string,
): string => {
  const used = manifest.sources
    .map((source, i) => ({ source, files: hashed[i].files.map((file) => file.sha256) }))
    .filter(({ source }) => layer.sources.includes(source.id ?? source.file));
  const { survey, lithologies, provenance } = manifest;
  return hashData({
    // The column decides what the strata are; other layers stay as they are when it changes.
    strata: layer.id === STRATA_LAYER || layer.id === BASES_LAYER ? (manifest.strata ?? null) : null,
    seams: layer.id === SEAM_LAYER ? (manifest.seams ?? null) : null,
    body: manifest.bodies.find(({ id }) => bodyLayerId(id) === layer.id) ?? null,
    code,
    frame: model.frame.enuToEcefMatrix,
    survey,
    lithologies,
    provenance,
    layer: layer.id,
    used,
  });
};

/** A decimetre is enough to frame by. */
const roundPoint = ([east, north, up]: readonly [number, number, number]): [number, number, number] => [
  Math.round(east * 10) / 10,
  Math.round(north * 10) / 10,
  Math.round(up * 10) / 10,
];

/** Tiles a layer into the folder of a build, or carries it over from the last one. */
export const writeLayer = async (
  layer: ModelledLayer,
  inputHash: string,
  model: MineModel,
  previous: { catalog: Catalog | null; bundle: string },
  folder: string,
): Promise<{ entry: CatalogLayer; reused: boolean }> => {
  const known = previous.catalog?.layers.find(
    (entry) => entry.id === layer.id && entry.inputHash === inputHash,
  );
  if (known) {
    await cp(join(previous.bundle, layer.id), join(folder, layer.id), { recursive: true });
    return { entry: known, reused: true };
  }
  const tiled = await tileLayer(layer, {
    enuToEcef: model.frame.enuToEcefMatrix,
    folder: join(folder, layer.id),
  });
  const { id, group, kind, name, provenance, legend, properties, shownAtStart } = layer;
  const entry: CatalogLayer = {
    id,
    group,
    kind,
    name,
    tileset: `${id}/tileset.json`,
    inputHash,
    provenance,
    features: layer.features.length,
    triangles: tiled.triangles,
    tiles: tiled.tiles,
    bytes: tiled.bytes,
    extent: tiled.extent,
    hull: extremePoints(layer.features.map(({ mesh }) => mesh.positions)).map(roundPoint),
    legend: [...legend],
    properties: [...properties],
    shownAtStart,
    ...deviationOf(layer),
  };
  return { entry, reused: false };
};
