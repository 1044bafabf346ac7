import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog, CatalogLayer } from '../../domain/contracts/catalog.ts';
import { insideBundle } from './bundle-files.ts';
import { type Problem, reportTo } from './check-report.ts';
import { checkTile, type TileFacts } from './check-tile.ts';
import { cornersOf, isProperBox, metresOutside } from './oriented-box.ts';
import { readJson } from './read-json.ts';
import { type TileJson, tilesetSchema } from './tileset-schema.ts';

export interface LayerCounts {
  readonly tiles: number;
  readonly features: number;
  readonly triangles: number;
  readonly bytes: number;
}

interface Walk {
  readonly folder: string;
  readonly tileset: string;
  readonly layer: CatalogLayer;
  readonly problems: Problem[];
  readonly used: Set<string>;
  readonly existing: ReadonlySet<string>;
  /** Feature key → value of the legend column, over the leaves. */
  readonly features: Map<string, string>;
  readonly extent: number[];
  tiles: number;
  triangles: number;
  bytes: number;
}

/** Names of the features a tile draws: the id column where there is one, else the whole row. */
const featureKeys = (facts: TileFacts, layer: CatalogLayer): Map<string, string> => {
  const { table } = facts;
  const column = (role: string) => layer.properties.find((property) => property.role === role)?.id;
  const [id, legend] = [column('id'), column('legend')];
  const keys = new Map<string, string>();
  for (const row of facts.rows) {
    const at = (name: string) => table?.columns.get(name)?.[row];
    const key = id ? String(at(id)) : JSON.stringify(layer.properties.map((property) => at(property.id)));
    keys.set(table ? key : String(row), legend ? String(at(legend)) : '');
  }
  return keys;
};

/** Checks a tile and those below it; returns the features drawn by its leaves. */
const walkTile = async (walk: Walk, tile: TileJson, path: string): Promise<Map<string, string>> => {
  const { layer, problems } = walk;
  const report = reportTo(problems, walk.tileset);
  const { box } = tile.boundingVolume;
  if (!isProperBox(box)) report('box-invalid', 'half-axes must be orthogonal and not zero', path);

  let own: Map<string, string> | null = null;
  const uri = tile.content?.uri;
  if (uri === undefined) report('content-missing', 'every tile carries one GLB', path);
  else {
    const file = insideBundle(walk.tileset, uri);
    if (file === null) report('path-escapes', `"${uri}" may lead out of the bundle`, `${path}/content/uri`);
    else if (walk.used.has(file)) report('file-shared', `"${uri}" is the content of two tiles`, path);
    else {
      walk.used.add(file);
      if (!walk.existing.has(file)) report('file-missing', `"${uri}" does not exist`, `${path}/content/uri`);
      else {
        const bytes = await readFile(join(walk.folder, file));
        const facts = await checkTile(bytes, file, box, layer, reportTo(problems, file));
        walk.tiles++;
        walk.bytes += bytes.length;
        if (facts) {
          own = featureKeys(facts, layer);
          if (!tile.children) {
            walk.triangles += facts.triangles;
            for (let k = 0; k < 3; k++) {
              walk.extent[k] = Math.min(walk.extent[k]!, facts.extent[k]!);
              walk.extent[k + 3] = Math.max(walk.extent[k + 3]!, facts.extent[k + 3]!);
            }
          }
        }
      }
    }
  }

  if (!tile.children) {
    if (tile.geometricError !== 0) report('geometric-error', 'a leaf must have geometricError 0', path);
    for (const [key, legend] of own ?? []) walk.features.set(key, legend);
    return own ?? new Map();
  }
  const below = new Map<string, string>();
  for (const [i, child] of tile.children.entries()) {
    const childPath = `${path}/children/${i}`;
    if (child.geometricError >= tile.geometricError)
      report('geometric-error', 'a child must have a smaller geometricError than its parent', childPath);
    const out = Math.max(
      ...cornersOf(child.boundingVolume.box).map((corner) => metresOutside(box, ...corner)),
    );
    if (out > 0) report('child-outside-parent', `the box sticks out by ${out.toFixed(3)} m`, childPath);
    for (const [key, legend] of await walkTile(walk, child, childPath)) below.set(key, legend);
  }
  if (own) {
    const lost = [...below.keys()].filter((key) => !own.has(key));
    if (lost.length > 0)
      report(
        'feature-lost',
        `${lost.length} features of finer tiles are not in this one, first: ${lost[0]}`,
        path,
      );
  }
  return below;
};

const compareCounts = (walk: Walk, catalogFile: string): void => {
  const { layer, problems } = walk;
  const report = reportTo(problems, catalogFile);
  const at = `/layers/${layer.id}`;
  const found = {
    tiles: walk.tiles,
    features: walk.features.size,
    triangles: walk.triangles,
    bytes: walk.bytes,
  };
  for (const [name, value] of Object.entries(found)) {
    const declared = layer[name as keyof typeof found];
    if (declared !== value)
      report('count-wrong', `${name}: catalog says ${declared}, found ${value}`, `${at}/${name}`);
  }
  const declared = [...layer.extent.min, ...layer.extent.max];
  if (declared.some((value, k) => !(Math.abs(value - walk.extent[k]!) <= 0.01)))
    report('extent-wrong', `catalog says [${declared}], found [${walk.extent}]`, `${at}/extent`);
  if (!layer.properties.some(({ role }) => role === 'legend')) return;
  for (const { key, count } of layer.legend) {
    const drawn = [...walk.features.values()].filter((value) => value === key).length;
    if (drawn !== count)
      report('count-wrong', `legend "${key}": catalog says ${count}, found ${drawn}`, `${at}/legend`);
  }
};

/**
 * Checks one layer from its tileset down to the last vertex and compares it with what the catalog says of it.
 * Files met are added to `used`.
 */
export const checkLayer = async (
  folder: string,
  catalog: Catalog,
  layer: CatalogLayer,
  existing: ReadonlySet<string>,
  used: Set<string>,
  problems: Problem[],
): Promise<LayerCounts> => {
  const nothing = { tiles: 0, features: 0, triangles: 0, bytes: 0 };
  const catalogFile = 'catalog.json';
  const tileset = insideBundle(catalogFile, layer.tileset);
  const path = `/layers/${layer.id}/tileset`;
  if (tileset === null) {
    reportTo(problems, catalogFile)('path-escapes', `"${layer.tileset}" may lead out of the bundle`, path);
    return nothing;
  }
  used.add(tileset);
  if (!existing.has(tileset)) {
    reportTo(problems, catalogFile)('file-missing', `"${layer.tileset}" does not exist`, path);
    return nothing;
  }
  const report = reportTo(problems, tileset);
  const read = await readJson(join(folder, tileset), tilesetSchema, report);
  if (!read) return nothing;
  const { root } = read.value;
  const { enuToEcef } = catalog.frame;
  if (root.transform.some((value, i) => value !== enuToEcef[i]))
    report('transform-wrong', 'the root transform is not the frame of catalog.json', '/root/transform');
  const walk: Walk = {
    folder,
    tileset,
    layer,
    problems,
    used,
    existing,
    features: new Map(),
    extent: [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity],
    tiles: 0,
    triangles: 0,
    bytes: read.bytes,
  };
  await walkTile(walk, root, '/root');
  compareCounts(walk, catalogFile);
  return { tiles: walk.tiles, features: walk.features.size, triangles: walk.triangles, bytes: walk.bytes };
};
