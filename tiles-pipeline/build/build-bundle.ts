import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Catalog, type CatalogLayer, catalogSchema } from '../../domain/contracts/catalog.ts';
import { NO_DRIVING_SETTINGS } from '../../domain/contracts/driving.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { extremePoints } from '../../domain/geometry/extreme-points.ts';
import { metres } from '../../domain/units/quantities.ts';
import { bodyLayerId } from '../model/implicit-bodies.ts';
import { type MineModel, type ModelledLayer, modelMine } from '../model/model-mine.ts';
import { withModelled } from '../model/modelled-obstacles.ts';
import { SEAM_LAYER } from '../model/seams.ts';
import { STRATA_LAYER, type Strata, strataLayer } from '../model/strata.ts';
import { BASES_LAYER } from '../model/strata-bases.ts';
import { readManifest } from '../read/manifest-file.ts';
import { deviationOf } from '../tile/deviation.ts';
import { tileLayer } from '../tile/tile-layer.ts';
import { writeBodies } from './body-file.ts';
import { beginBundle } from './bundle-swap.ts';
import { hashCode, hashData, hashFile } from './content-hash.ts';
import { writeDriving } from './driving-file.ts';
import { writeGeology } from './geology-file.ts';
import { writeGround } from './ground-file.ts';
import { writeHoles } from './hole-file.ts';
import { writeLogs } from './log-file.ts';
import { writeSeams } from './seam-file.ts';
import { sourceFiles } from './source-files.ts';

/** What a build tells while it runs; `done` of `total` layers or sources of this phase. */
export type BuildStep =
  | { readonly step: 'read'; readonly source: string; readonly done: number; readonly total: number }
  | {
      readonly step: 'layer';
      readonly layer: string;
      readonly features: number;
      readonly tiles: number;
      readonly reused: boolean;
      readonly done: number;
      readonly total: number;
    };

export interface BuildResult {
  readonly catalog: Catalog;
  readonly bundle: string;
  /** False when nothing had changed and the bundle was left as it was. */
  readonly rebuilt: boolean;
  readonly layersReused: number;
}

/** The survey cannot be built; `findings` holds every error found, the last good bundle is untouched. */
export class BuildFailure extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(
      `${findings.filter((finding) => finding.severity === 'error').length} error(s) in the survey files`,
    );
    this.name = 'BuildFailure';
    this.findings = findings;
  }
}

interface HashedSource {
  readonly id: string;
  readonly files: { path: string; sha256: string; bytes: number }[];
}

const PIPELINE_FOLDERS = ['../', '../../domain/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

const readCatalog = async (bundle: string): Promise<Catalog | null> => {
  const text = await readFile(join(bundle, 'catalog.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return catalogSchema.parse(JSON.parse(text));
  } catch {
    // An older format or a damaged file: there is nothing to reuse, so everything is built again.
    return null;
  }
};

const hashSources = async (manifest: MineManifest, folder: string): Promise<HashedSource[]> =>
  Promise.all(
    manifest.sources.map(async (source) => ({
      id: source.id ?? source.file,
      files: await Promise.all(
        sourceFiles(source, folder).map(async (file) => ({
          path: relative(folder, file).replaceAll('\\', '/'),
          ...(await hashFile(file)),
        })),
      ),
    })),
  );

const layerHash = (
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

const writeLayer = async (
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

const unionExtent = (layers: readonly CatalogLayer[]): Catalog['extent'] => {
  const axis = (pick: (...values: number[]) => number, side: 'min' | 'max', i: 0 | 1 | 2) =>
    pick(...layers.map((layer) => layer.extent[side][i]));
  return {
    min: [axis(Math.min, 'min', 0), axis(Math.min, 'min', 1), axis(Math.min, 'min', 2)],
    max: [axis(Math.max, 'max', 0), axis(Math.max, 'max', 1), axis(Math.max, 'max', 2)],
  };
};

/** Of a mine of whose holes nobody knows the height: where they lie in plan, flat. */
const collarExtent = ({ logs, frame }: MineModel): Catalog['extent'] => {
  const middle = frame.enuToSurvey(enu(0, 0, 0));
  const points = logs
    .flatMap(({ holes }) => holes.flatMap(({ plan }) => plan ?? []))
    .map(({ easting, northing }) =>
      frame.surveyToEnu({ easting: metres(easting), northing: metres(northing), height: middle.height }),
    );
  const axis = (i: 0 | 1): [number, number] => {
    const all = points.map((point) => point[i]);
    return all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
  };
  const [[west, east], [south, north]] = [axis(0), axis(1)];
  return { min: [west, south, 0], max: [east, north, 0] };
};

type ModelFiles = Pick<
  Catalog,
  'network' | 'places' | 'seams' | 'bodies' | 'ground' | 'holes' | 'logs' | 'geology' | 'driving'
>;

const writeModelFiles = async (
  model: MineModel,
  strata: Strata | null,
  manifest: MineManifest,
  inputHash: string,
  folder: string,
): Promise<ModelFiles> => {
  const named: ModelFiles = {
    bodies: await writeBodies(model.layers, strata?.layer ?? null, manifest, folder),
  };
  if (model.driving)
    named.driving = await writeDriving(
      withModelled(
        model.driving,
        [...model.layers, ...(strata ? [strata.layer] : [])],
        manifest,
        model.frame,
      ),
      manifest.driving ?? NO_DRIVING_SETTINGS,
      inputHash,
      folder,
    );
  const ground = await writeGround(model.layers, folder);
  if (ground) named.ground = ground;
  const holes = await writeHoles(model.layers, folder);
  if (holes) named.holes = holes;
  const logs = await writeLogs(model.logs, folder);
  if (logs) named.logs = logs;
  if (model.geology && strata) {
    named.geology = await writeGeology(model.geology, strata.units, model, folder);
  }
  if (model.seams && model.seams.seams.length > 0) named.seams = await writeSeams(model.seams, model, folder);
  if (model.network) {
    const { nodes, edges, components } = model.network;
    await writeFile(join(folder, 'network.json'), json(model.network));
    const length = components.reduce((sum, component) => sum + component.length, 0);
    named.network = {
      file: 'network.json',
      nodes: nodes.length,
      edges: edges.length,
      components: components.length,
      length,
    };
  }
  if (model.places) {
    await writeFile(join(folder, 'places.geojson'), json(model.places));
    named.places = { file: 'places.geojson', count: model.places.features.length };
  }
  return named;
};

/** Kinds of sources that strata are modelled from. */
const STRATA_SOURCES: readonly string[] = [
  'borehole-collars',
  'borehole-surveys',
  'borehole-intervals',
  'terrain',
  'surfaces',
  'fault-traces',
];

const strataOf = async ({ geology, frame }: MineModel, manifest: MineManifest): Promise<Strata | null> => {
  if (!geology) return null;
  const sources = manifest.sources.filter(({ kind }) => STRATA_SOURCES.includes(kind));
  const provenance = manifest.provenance === 'synthetic' ? 'synthetic' : 'inferred';
  return strataLayer(
    geology,
    { frame },
    provenance,
    sources.map(({ id, file }) => id ?? file),
  );
};

/**
 * Builds the bundle of one mine into `<bundlesRoot>/<mineId>`. Unchanged input (files, options, program) leaves the
 * bundle as it is; unchanged layers are carried over. The same input gives the same bytes: nothing of the clock or
 * the machine is written except into build.json.
 *
 * @throws BuildFailure, ManifestError or SurveyFileError, each carrying findings; the last good bundle stays.
 */
export const buildBundle = async (o: {
  manifestFile: string;
  bundlesRoot: string;
  force?: boolean;
  onStep?: (step: BuildStep) => void;
}): Promise<BuildResult> => {
  const { manifest, folder } = await readManifest(o.manifestFile);
  const bundle = resolve(o.bundlesRoot, manifest.id);
  const [hashed, code, before] = await Promise.all([
    hashSources(manifest, folder),
    hashCode(PIPELINE_FOLDERS),
    readCatalog(bundle),
  ]);
  const revision = hashData({ code, manifest, hashed });
  if (before?.revision === revision && !o.force)
    return { catalog: before, bundle, rebuilt: false, layersReused: before.layers.length };

  const started = Date.now();
  const model = await modelMine(manifest, folder, {
    onStep: (step) => o.onStep?.({ step: 'read', ...step }),
  });
  if (model.findings.some((finding) => finding.severity === 'error')) throw new BuildFailure(model.findings);

  if (model.layers.length === 0 && model.logs.every(({ holes }) => holes.length === 0)) {
    const nothing: Finding = {
      severity: 'error',
      code: 'nothing-to-draw',
      source: 'mine.yaml',
      file: basename(o.manifestFile),
      params: { sources: manifest.sources.length },
    };
    throw new BuildFailure([...model.findings, nothing]);
  }

  const strata = await strataOf(model, manifest);
  const modelled = strata ? [strata.layer, strata.bases] : [];
  const drawn = [...model.layers, ...modelled.filter(({ features }) => features.length > 0)];
  const previous = { catalog: o.force ? null : before, bundle };
  const work = await beginBundle(bundle);
  try {
    const layers: CatalogLayer[] = [];
    let layersReused = 0;
    for (const layer of drawn) {
      const inputHash = layerHash(layer, manifest, hashed, model, code);
      const { entry, reused } = await writeLayer(layer, inputHash, model, previous, work.folder);
      layers.push(entry);
      if (reused) layersReused++;
      const { id, features, tiles } = entry;
      o.onStep?.({
        step: 'layer',
        layer: id,
        features,
        tiles,
        reused,
        done: layers.length,
        total: drawn.length,
      });
    }
    const { id: mineId, name, county, type, state, provenance, attribution } = manifest;
    const filesOf = new Map(hashed.map((source) => [source.id, source.files]));
    const catalog: Catalog = {
      format: 'hyalite-bundle/1',
      mineId,
      revision,
      name,
      county,
      type,
      state,
      provenance,
      attribution,
      survey: model.survey,
      frame: { origin: { ...model.frame.origin }, enuToEcef: [...model.frame.enuToEcefMatrix] },
      extent: layers.length > 0 ? unionExtent(layers) : collarExtent(model),
      layers,
      sources: model.sources.map((source) => ({ ...source, files: filesOf.get(source.id) ?? [] })),
      findings: [...model.findings],
      ...(await writeModelFiles(model, strata, manifest, revision, work.folder)),
    };
    await writeFile(join(work.folder, 'catalog.json'), json(catalogSchema.parse(catalog)));
    await writeFile(
      join(work.folder, 'build.json'),
      json({
        builtAt: new Date(started).toISOString(),
        seconds: (Date.now() - started) / 1000,
        node: process.version,
      }),
    );
    await work.publish();
    return { catalog, bundle, rebuilt: true, layersReused };
  } catch (error) {
    await work.discard();
    throw error;
  }
};
