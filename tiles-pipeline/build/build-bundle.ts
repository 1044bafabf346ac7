import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Catalog, type CatalogLayer, catalogSchema } from '../../domain/contracts/catalog.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import { type MineModel, modelMine } from '../model/model-mine.ts';
import { type Strata, strataLayer } from '../model/strata.ts';
import { readManifest } from '../read/manifest-file.ts';
import { collarExtent, unionExtent } from './bundle-extent.ts';
import { type HashedSource, layerHash, writeLayer } from './bundle-layer.ts';
import { beginBundle } from './bundle-swap.ts';
import { hashCode, hashData, hashFile } from './content-hash.ts';
import { json } from './json-text.ts';
import { writeModelFiles } from './model-files.ts';
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

const PIPELINE_FOLDERS = ['../', '../../domain/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

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
