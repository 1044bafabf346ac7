import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import {
  type CountyCatalog,
  type CountyFeature,
  countyCatalogSchema,
  countyFeatureSchema,
  countySiteSchema,
  registerMineSchema,
} from '../../domain/contracts/county.ts';
import type { CountyManifest } from '../../domain/contracts/county-manifest.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { LedgerSeed } from '../../domain/contracts/ledger.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
import { type CountyFrame, countyFrame } from '../../domain/county/county-frame.ts';
import { countyHeights } from '../../domain/county/county-heights.ts';
import { levelsAsHeights } from '../../domain/county/levels-as-heights.ts';
import { type LostFeature, mineRecord } from '../../domain/county/mine-record.ts';
import { notComparedAsOf } from '../../domain/county/not-compared.ts';
import { disasterKindsOf } from '../../domain/hazards/disaster-grade.ts';
import { findNeighbours } from '../../domain/neighbours/find-neighbours.ts';
import { mineZones } from '../../domain/neighbours/mine-zones.ts';
import { withSubsidenceZones } from '../../domain/neighbours/with-subsidence-zones.ts';
import { BuildFailure } from '../build/build-bundle.ts';
import { beginBundle } from '../build/bundle-swap.ts';
import { hashCode, hashData, hashFile } from '../build/content-hash.ts';
import { json } from '../build/json-text.ts';
import { resolveCrs } from '../read/crs-registry.ts';
import { findingAt } from '../read/finding-place.ts';
import { writeBaseTiles } from './base-tiles.ts';
import { featuresOfBundle, type OfBundle } from './bundle-features.ts';
import { comparedRight } from './compared-right.ts';
import { contourFeatures } from './contours.ts';
import { countyExtent, isInCounty } from './county-extent.ts';
import { readCountyManifest } from './county-manifest-file.ts';
import { bundleRevision, readMineBundle } from './mine-bundle.ts';
import type { BaseLayer } from './read-base.ts';
import { type CountyContent, readCounty } from './read-county.ts';
import { reliefZoom, writeReliefTiles } from './relief-tiles.ts';
import { seedHazards, seedMajors } from './seed-hazards.ts';

export interface CountyBuild {
  readonly catalog: CountyCatalog;
  readonly folder: string;
  /** False when nothing had changed and the county was left as it was. */
  readonly rebuilt: boolean;
}

const CODE = ['../', '../../domain/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const PLACE = { source: 'county.yaml', file: 'county.yaml' } as const;
const BASE_LAYERS: readonly BaseLayer[] = ['county', 'town', 'water', 'river', 'road', 'place', 'contour'];

const readBefore = async (folder: string): Promise<CountyCatalog | null> => {
  const text = await readFile(join(folder, 'county.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return countyCatalogSchema.parse(JSON.parse(text));
  } catch {
    // An older format or a damaged file: it is made again.
    return null;
  }
};

/** Mines of which there is a bundle, with its revision. */
const bundlesOf = async (bundlesRoot: string, ids: readonly string[]): Promise<Map<string, string>> => {
  const found = await Promise.all(
    ids.map(async (id) => [id, await bundleRevision(bundlesRoot, id)] as const),
  );
  return new Map(found.flatMap(([id, revision]) => (revision === null ? [] : [[id, revision] as const])));
};

const readBundles = async (
  root: string,
  ids: Iterable<string>,
  frame: CountyFrame,
  findings: Finding[],
): Promise<Map<string, OfBundle>> => {
  const read = new Map<string, OfBundle>();
  for (const id of ids)
    try {
      read.set(id, featuresOfBundle(id, await readMineBundle(root, id), frame));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      findings.push(findingAt('warning', 'county-bundle-missing', PLACE, { value: id, params: { reason } }));
    }
  return read;
};

/** Hazards that are said to be a feature of a model which does not have it; each is said once. */
const hazardsNowhere = (hazards: LedgerSeed, bundles: ReadonlyMap<string, OfBundle>): Finding[] => {
  const last = new Map(hazards.map(({ hazard }) => [hazard.id, hazard]));
  return [...last.values()].flatMap(({ id, mine, place }) => {
    if (place.kind !== 'feature' || bundles.get(mine)?.has(place.layer, place.feature) !== false) return [];
    const value = `${place.layer} / ${place.feature}`;
    return [findingAt('warning', 'county-hazard-nowhere', PLACE, { value, params: { feature: id } })];
  });
};

const yearsOf = (content: CountyContent): [number, number] => {
  const years = [
    ...content.mines.flatMap(({ history }) => history.map(({ from }) => Number(from.slice(0, 4)))),
    ...content.features.flatMap(({ from }) => (from === null ? [] : [Number(from.slice(0, 4))])),
  ];
  const last = content.mines.flatMap(({ history }) => history.map(({ from }) => Number(from.slice(0, 4))));
  return years.length === 0
    ? [0, 0]
    : [last.length > 0 ? Math.min(...last) : Math.min(...years), Math.max(...years)];
};

/** What is not compared with neighbours because it is not there yet; without a day, that dates were not looked at. */
const leftOutByDate = (features: readonly CountyFeature[], asOf: string | null): Finding[] => {
  if (asOf !== null)
    return features
      .filter(({ from }) => from !== null && from > asOf)
      .map(({ id, from }) =>
        findingAt('note', 'county-feature-planned', PLACE, { params: { feature: id, from: from!, asOf } }),
      );
  const ending = features.filter(({ to }) => to !== null).length;
  return ending === 0 ? [] : [findingAt('warning', 'county-no-day', PLACE, { params: { count: ending } })];
};

/**
 * Builds a county into `<countiesRoot>/<id>`. Unchanged input (files, bundles, program) leaves it as it is; the same input gives
 * the same bytes.
 * @throws BuildFailure, ManifestError or SurveyFileError, each carrying findings; the last good county stays
 */
export const buildCounty = async (o: {
  readonly manifestFile: string;
  readonly countiesRoot: string;
  readonly bundlesRoot: string;
  readonly force?: boolean;
}): Promise<CountyBuild> => {
  const { manifest, folder } = await readCountyManifest(o.manifestFile);
  const target = resolve(o.countiesRoot, manifest.id);
  const files = [...manifest.sources.map(({ file }) => file), ...(manifest.rules ? [manifest.rules] : [])];
  const [hashed, code, before] = await Promise.all([
    Promise.all(files.map((file) => hashFile(resolve(folder, file)))),
    hashCode(CODE),
    readBefore(target),
  ]);
  const bundles = await bundlesOf(o.bundlesRoot, await mineIds(manifest, folder));
  const revision = hashData({ code, manifest, hashed, bundles: [...bundles] });
  if (before?.revision === revision && !o.force) return { catalog: before, folder: target, rebuilt: false };

  const content = await readCounty(manifest, folder, new Set(bundles.keys()));
  const { findings } = content;
  const extent = countyExtent(content);
  if (findings.some(({ severity }) => severity === 'error') || !extent) {
    if (!extent)
      findings.push(findingAt('error', 'nothing-to-draw', PLACE, { params: { sources: files.length } }));
    throw new BuildFailure(findings);
  }
  for (const { id, at } of [...content.mines, ...content.sites])
    if (!isInCounty(at, content)) findings.push(findingAt('warning', 'county-outside', PLACE, { value: id }));

  const crs = resolveCrs(manifest.survey.crs, PLACE);
  const [west, south, east, north] = extent;
  const origin = {
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
    ellipsoidHeight: manifest.survey.geoidSeparation,
  };
  const survey = {
    crs: manifest.survey.crs,
    crsName: crs.name,
    proj: crs.proj,
    verticalDatum: manifest.survey.verticalDatum,
  };
  const frame = countyFrame({
    neighboursFrame: { origin },
    geoidSeparation: manifest.survey.geoidSeparation,
    survey,
  });
  const ofBundles = await readBundles(o.bundlesRoot, bundles.keys(), frame, findings);
  const gradedKinds = [...new Set(content.mines.flatMap((mine) => Object.keys(mine.disasterGrades)))].sort();
  const drafts = content.mines.map(({ reading, ...mine }) => {
    const ofBundle = ofBundles.get(mine.id);
    const recorded = new Set([...mine.recorded, ...(ofBundle?.recorded ?? [])]);
    return {
      ...mine,
      right: comparedRight(mine, ofBundle?.right ?? null, frame, findings),
      bundle: ofBundle !== undefined,
      disasterKinds: disasterKindsOf(content.disasterKinds, mine.type),
      gradedKinds,
      recorded: [...recorded].filter((kind) => !reading.lost.has(kind)),
    };
  });
  const features = [...content.features, ...[...ofBundles.values()].flatMap(({ drawn }) => drawn)];
  const asOf = manifest.asOf ?? null;
  const lost: LostFeature[] = [];
  const ground = { frame, heights: countyHeights(drafts, features), lost, day: asOf };
  const byMine = Map.groupBy(content.features, ({ mine }) => mine);
  const records = drafts.map((mine) => {
    const ofBundle = ofBundles.get(mine.id);
    const bundle = ofBundle ? { ...ofBundle, recorded: mine.recorded } : null;
    return mineRecord(mine, byMine.get(mine.id) ?? [], bundle, ground);
  });
  const mines = drafts.map((mine) => ({
    ...mine,
    recorded: mine.recorded.filter((kind) => !lost.some((one) => one.mine === mine.id && one.kind === kind)),
  }));
  findings.push(...leftOutByDate(content.features, asOf));
  for (const { feature, reason } of lost)
    findings.push(findingAt('reject', 'county-shape-broken', PLACE, { params: { feature, reason } }));
  const found = findNeighbours(manifest.id, records, content.rules, manifest.lookWithin);
  const in3d = records.filter(({ id }) => ofBundles.has(id));
  const leftOut = notComparedAsOf(content.features, asOf);
  const zones = mineZones(in3d, content.rules, frame.toDegrees);
  const neighbours = levelsAsHeights(
    {
      ...withSubsidenceZones(found, records, content.rules),
      ...(leftOut.length > 0 ? { notCompared: leftOut } : {}),
      zones,
    },
    new Map(features.flatMap(({ id, waterLevel }) => (waterLevel === null ? [] : [[id, waterLevel]]))),
    frame,
  );
  const ids = new Set(mines.map(({ id }) => id));
  const hazards = await seedHazards(manifest, folder, ids, findings);
  const majors = await seedMajors(manifest, folder, ids, findings);
  findings.push(...hazardsNowhere(hazards ?? [], ofBundles));
  if (findings.some(({ severity }) => severity === 'error')) throw new BuildFailure(findings);

  const work = await beginBundle(target);
  try {
    const write = (name: string, schema: z.ZodType, value: unknown) =>
      writeFile(join(work.folder, name), json(schema.parse(value)));
    await write('mines.json', registerMineSchema.array(), mines);
    await write('features.json', countyFeatureSchema.array(), features satisfies CountyFeature[]);
    await write('sites.json', countySiteSchema.array(), content.sites);
    await write('neighbours.json', neighboursReportSchema, neighbours);
    if (hazards) await writeFile(join(work.folder, 'hazards.json'), json(hazards));
    if (majors) await writeFile(join(work.folder, 'major-hazards.json'), json(majors));
    const { minZoom, maxZoom } = manifest.base;
    const { relief: surface } = content;
    const base = new Map(content.base);
    if (surface?.contours) base.set('contour', contourFeatures(surface.grid, surface.crs, surface.contours));
    await writeBaseTiles(base, extent, minZoom, maxZoom, join(work.folder, 'base'));
    const relief = content.relief && {
      tiles: 'relief/{z}/{x}/{y}.png' as const,
      minZoom,
      maxZoom: reliefZoom(content.relief.grid, origin.latitude, minZoom, maxZoom),
    };
    if (content.relief && relief)
      await writeReliefTiles(
        content.relief.grid,
        content.relief.crs,
        extent,
        relief.minZoom,
        relief.maxZoom,
        join(work.folder, 'relief'),
      );
    const catalog: CountyCatalog = {
      format: 'hyalite-county/1',
      county: manifest.id,
      revision,
      name: manifest.name,
      provenance: manifest.provenance,
      ...(manifest.attribution === undefined ? {} : { attribution: manifest.attribution }),
      extent: [west, south, east, north],
      survey,
      geoidSeparation: manifest.survey.geoidSeparation,
      ...(manifest.placesWithin !== undefined && { placesWithin: manifest.placesWithin }),
      towns: [...content.towns],
      base: {
        tiles: 'base/{z}/{x}/{y}.mvt',
        minZoom,
        maxZoom,
        layers: BASE_LAYERS.filter((layer) => base.has(layer)),
      },
      relief,
      files: {
        mines: 'mines.json',
        features: 'features.json',
        sites: 'sites.json',
        neighbours: 'neighbours.json',
        hazards: hazards ? 'hazards.json' : null,
        majorHazards: majors ? 'major-hazards.json' : null,
      },
      neighboursFrame: { origin },
      accuracies: content.rules.accuracies,
      ...(content.siteRules && { siteRules: content.siteRules }),
      counts: {
        mines: mines.length,
        features: features.length,
        sites: content.sites.length,
        hazards: hazards ? new Set(hazards.map(({ hazard }) => hazard.id)).size : 0,
      },
      years: yearsOf(content),
      asOf,
      findings,
    };
    await write('county.json', countyCatalogSchema, catalog);
    await work.publish();
    return { catalog, folder: target, rebuilt: true };
  } catch (error) {
    await work.discard();
    throw error;
  }
};

/** Ids that may be those of bundles: of the whole register, read roughly; what is wrong in it is said when it is read. */
const mineIds = async (manifest: CountyManifest, folder: string): Promise<string[]> => {
  const { mines } = await readCounty(
    { ...manifest, rules: undefined, sources: manifest.sources.filter(({ kind }) => kind === 'mines') },
    folder,
    new Set(),
  );
  return mines.map(({ id }) => id).sort();
};
