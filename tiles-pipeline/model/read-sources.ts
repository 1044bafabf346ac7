import type { Finding } from '../../domain/contracts/finding.ts';
import type { ManifestSource, MineManifest, SurveySettings } from '../../domain/contracts/manifest.ts';
import { createSurveySystem, type SurveySystem } from '../../domain/frame/survey-system.ts';
import { type ResolvedCrs, resolveCrs } from '../read/crs-registry.ts';
import type { PlacedSource } from './mine-context.ts';
import { emptyExtent, growExtent, type SurveyExtent } from './mine-origin.ts';
import { createOutsideArea } from './outside-area.ts';
import { createPlacement, rasterSystem, type SourceSystem } from './placement.ts';
import { findingOf, type ReadContent, readContent } from './read-content.ts';
import { resolveRoles } from './roles.ts';
import { boundingPoints, type WrittenPoint } from './source-extent.ts';
import { createSourceLog, type SourceLog } from './source-log.ts';

export interface ReadMine {
  readonly survey: SurveySystem;
  readonly crs: ResolvedCrs;
  readonly sources: readonly PlacedSource[];
  readonly extent: SurveyExtent;
}

/** Told when a source has been read, or refused. */
export interface ReadStep {
  readonly source: string;
  readonly done: number;
  readonly total: number;
}

/** Name of a source in reports: the manifest's id, else the file. */
export const sourceId = (source: ManifestSource): string => source.id ?? source.file;

/**
 * Reads every source and places it in the mine's survey system. Errors are collected, not thrown, so that one run
 * names all of them; a source that cannot be read is missing from the result.
 * @throws SurveyFileError where the mine's own CRS cannot be used
 */
export const readSources = async (
  manifest: MineManifest,
  folder: string,
  findings: Finding[],
  onStep?: (step: ReadStep) => void,
): Promise<ReadMine> => {
  const crs = resolveCrs(manifest.survey.crs, { source: 'mine.yaml', file: 'mine.yaml' });
  findings.push(...crs.findings);
  const survey = systemOf(crs, manifest.survey, manifest.survey.axes, true);
  const extent = emptyExtent();
  const sources: PlacedSource[] = [];
  for (const [index, source] of manifest.sources.entries()) {
    const id = sourceId(source);
    try {
      const read = await readContent(source, id, folder);
      findings.push(...read.findings);
      const log = createSourceLog(
        findings,
        { id, kind: source.kind, file: source.file },
        read.rowsRead,
        read.rowsRejected,
      );
      const system = sourceSystem(source, read, manifest, crs, log, findings);
      const place = createPlacement(system, survey);
      const placed = {
        id,
        source,
        content: read.content,
        place,
        provenance: source.provenance ?? manifest.provenance,
        log,
      } as PlacedSource;
      sources.push(placed);
      // A table without rows has been named by its reader.
      if (read.rowsRead === 0 && placed.content.form === 'records' && !read.isTable)
        log.warn('source-without-rows');
      const again = sources.find((other) => other !== placed && isSameFile(other.source, source));
      if (again) log.warn('source-repeated', { value: source.file, params: { other: again.id } });
      checkPlaces(placed, system, survey, extent);
    } catch (error) {
      findings.push(findingOf(error));
    }
    onStep?.({ source: id, done: index + 1, total: manifest.sources.length });
  }
  return { survey, crs, sources, extent };
};

/** Read twice, everything in it is drawn and counted twice. */
const isSameFile = (a: ManifestSource, b: ManifestSource): boolean =>
  a.kind === b.kind && a.file === b.file && a.layer === b.layer && a.sheet === b.sheet;

type Axes = SourceSystem['axes'];

const systemOf = (
  crs: ResolvedCrs,
  settings: Pick<SurveySettings, 'units' | 'zonePrefix' | 'localGrid'>,
  axes: Axes,
  own: boolean,
): SurveySystem =>
  createSurveySystem({
    proj: crs.proj,
    axes,
    units: settings.units,
    ...(own && settings.zonePrefix !== undefined ? { zonePrefix: settings.zonePrefix } : {}),
    ...(own && settings.localGrid ? { localGrid: settings.localGrid } : {}),
    ...(crs.areaOfUse ? { areaOfUse: crs.areaOfUse } : {}),
  });

/** The CRS of a file: what the source says, else what the file declares, else the mine's. */
const sourceSystem = (
  source: ManifestSource,
  read: ReadContent,
  manifest: MineManifest,
  mineCrs: ResolvedCrs,
  log: SourceLog,
  findings: Finding[],
): SourceSystem => {
  const written = source.crs ?? read.crs;
  const where = { source: sourceId(source), file: source.file };
  const crs = written === null ? mineCrs : resolveCrs(written, where);
  const foreign = crs.proj !== mineCrs.proj;
  if (foreign) {
    findings.push(...crs.findings);
    if (!source.crs) log.note('crs-from-file', { value: crs.name, params: { mine: mineCrs.name } });
  }
  const axes = source.axes ?? (read.isTable && !foreign ? manifest.survey.axes : 'x-east-y-north');
  const units = source.units ?? (foreign && !read.isTable ? 'metre' : manifest.survey.units);
  const system = systemOf(crs, { ...manifest.survey, units }, axes, !foreign);
  return { system, raster: rasterSystem(crs.proj, units), units, axes, foreign };
};

/** No mine, and no ground, is farther from the height datum than this, metres: beyond it a unit or a digit is wrong. */
const FARTHEST_HEIGHT = 15_000;

/** Grows the extent by a source's points and names those that the CRS does not cover: swapped axes, most often. */
const checkPlaces = (
  placed: PlacedSource,
  system: SourceSystem,
  survey: SurveySystem,
  extent: SurveyExtent,
): void => {
  const { content } = placed;
  const quiet = createSourceLog([], { id: placed.id, kind: placed.source.kind, file: placed.source.file }, 0);
  const roles = content.form === 'records' ? resolveRoles(content.set, placed.source, quiet) : null;
  const outside = createOutsideArea(system);
  let wild: WrittenPoint | null = null;
  for (const point of boundingPoints(content, placed.place, roles)) {
    if (Math.abs(point.at.height) > FARTHEST_HEIGHT) wild ??= point;
    else {
      const isOutside = survey.insideAreaOfUse(point.at) === false;
      outside.add(point, isOutside);
      if (!isOutside) growExtent(extent, point.at);
    }
  }
  if (wild)
    placed.log.error('height-impossible', {
      row: wild.row,
      value: String(wild.at.height),
      params: { limit: FARTHEST_HEIGHT },
    });
  const found = outside.finding();
  if (found) placed.log.error(found.code, found.place);
};
