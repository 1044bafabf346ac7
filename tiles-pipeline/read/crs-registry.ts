import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proj4 from 'proj4';
import { z } from 'zod';
import type { Finding } from '../../domain/contracts/finding.ts';
import { TOWGS84_FIXES } from './crs-datum-fixes.ts';
import { gridSubstitute } from './crs-grid-substitutes.ts';
import { crsFromWkt } from './crs-wkt.ts';
import { type FindingPlace, fileError, findingAt } from './finding-place.ts';

export interface ResolvedCrs {
  readonly epsg: number | null;
  readonly name: string;
  /** Usable by proj4 without grid files. +units and +to_meter stay: the coordinates are in the CRS's own unit. */
  readonly proj: string;
  /** Degrees: west, south, east, north; null for a proj string. West > east: across the antimeridian. */
  readonly areaOfUse: readonly [west: number, south: number, east: number, north: number] | null;
  /** Of the way to WGS 84; null where it is unknown, 0 where the datum is WGS 84 to within a metre or two. */
  readonly accuracyMetres: number | null;
  /** crs-datum-approximate (note) or crs-datum-unknown (warning). */
  readonly findings: readonly Finding[];
}

const entrySchema = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  proj4: z.string().nullable(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullish(),
  area: z.string().nullish(),
  accuracy: z.number().nullish(),
});

/** One small file a code: the package's single index is 9 MB. */
const entryFile = (code: number): string =>
  fileURLToPath(new URL(`../../node_modules/epsg-index/s/${code}.json`, import.meta.url));

const MODERN_DATUM = /\+(?:ellps=(?:GRS80|WGS84)|datum=(?:WGS84|NAD83))\b/u;
/** EPSG has shifts for parts of China only (15918–15921, 15935); they differ by up to this much from one another. */
const BEIJING54_SPREAD_METRES = 60;
const WORTH_SAYING_METRES = 3;

interface DatumStep {
  readonly proj: string;
  readonly accuracyMetres: number | null;
}

/** Settles the datum step of a definition: mends wrong parameters, replaces grids, says how good the result is. */
const settleDatum = (proj: string, area: string, stated: number | null): DatumStep => {
  const grid = /\+nadgrids=(?:"([^"]*)"|(\S+))/u.exec(proj);
  const gridName = grid?.[1] ?? grid?.[2];
  if (grid && gridName !== '@null') {
    const substitute = gridSubstitute(gridName ?? '', area);
    const without = proj
      .replace(grid[0], substitute ? `+towgs84=${substitute.towgs84}` : '')
      .replace(/\s+/gu, ' ');
    return { proj: without, accuracyMetres: substitute?.accuracyMetres ?? null };
  }
  if (/\+datum=NAD27\b/u.test(proj)) {
    const substitute = gridSubstitute('NTv2_0.gsb', area)!;
    const towgs84 = `+ellps=clrk66 +towgs84=${substitute.towgs84}`;
    return { proj: proj.replace(/\+datum=NAD27\b/u, towgs84), accuracyMetres: substitute.accuracyMetres };
  }
  const shift = /\+towgs84=(\S+)/u.exec(proj)?.[1];
  if (shift !== undefined) {
    const mended = TOWGS84_FIXES[shift];
    const isBeijing54 = /\+ellps=krass\b/u.test(proj) && shift.startsWith('15.8,-154.4,-82.3');
    const accuracyMetres = isBeijing54 ? BEIJING54_SPREAD_METRES : stated;
    return { proj: mended === undefined ? proj : proj.replace(shift, mended), accuracyMetres };
  }
  return { proj, accuracyMetres: MODERN_DATUM.test(proj) || gridName === '@null' ? 0 : null };
};

const checkUsable = (proj: string, text: string, place: FindingPlace): void => {
  try {
    proj4(proj, 'WGS84');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fileError('crs-unusable', place, { value: text, params: { reason } }, error);
  }
};

const datumFindings = (name: string, accuracy: number | null, place: FindingPlace): Finding[] => {
  if (accuracy === null) return [findingAt('warning', 'crs-datum-unknown', place, { params: { name } })];
  if (accuracy < WORTH_SAYING_METRES) return [];
  return [findingAt('note', 'crs-datum-approximate', place, { params: { name, accuracy } })];
};

const fromCode = (code: number, text: string, place: FindingPlace): ResolvedCrs => {
  const file = entryFile(code);
  if (!existsSync(file)) throw fileError('crs-unknown', place, { value: text });
  const entry = entrySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (!entry.proj4 || !/^CRS-(?:PROJ|GEOG|GEOG3D)CRS$/u.test(entry.kind)) {
    throw fileError('crs-unusable', place, {
      value: text,
      params: { reason: `${entry.name}, ${entry.kind}` },
    });
  }
  const step = settleDatum(
    entry.proj4.replace(/\s*\+type=crs/u, ''),
    entry.area ?? '',
    entry.accuracy ?? null,
  );
  checkUsable(step.proj, text, place);
  // The package writes [north, west, south, east].
  const [north, west, south, east] = entry.bbox ?? [];
  return {
    epsg: code,
    name: entry.name,
    proj: step.proj,
    areaOfUse: entry.bbox ? [west!, south!, east!, north!] : null,
    accuracyMetres: step.accuracyMetres,
    findings: datumFindings(entry.name, step.accuracyMetres, place),
  };
};

const fromProj = (proj: string, name: string, text: string, place: FindingPlace): ResolvedCrs => {
  if (/\+proj=(?:geocent|cart)\b/u.test(proj)) {
    throw fileError('crs-unusable', place, { value: text, params: { reason: 'geocentric' } });
  }
  // Parameters the user wrote are the user's: only grids are replaced, and nothing is said of their accuracy.
  const own = /\+towgs84=/u.test(proj);
  const step = own ? { proj, accuracyMetres: 0 } : settleDatum(proj, '', 0);
  checkUsable(step.proj, text, place);
  return {
    epsg: null,
    name,
    proj: step.proj,
    areaOfUse: null,
    accuracyMetres: own ? null : step.accuracyMetres,
    findings: own ? [] : datumFindings(name, step.accuracyMetres, place),
  };
};

const codeIn = (text: string): number | null => {
  const match =
    /^(?:epsg|urn:ogc:def:crs:epsg:[\d.]*)\s*:+\s*(\d{3,6})$/iu.exec(text) ??
    /^https?:\/\/www\.opengis\.net\/def\/crs\/epsg\/[\d.]+\/(\d+)$/iu.exec(text);
  if (match) return Number(match[1]);
  return /(?:CRS84|^WGS ?84)$/iu.test(text) ? 4326 : null;
};

/**
 * What a manifest or a file calls its coordinate system: "EPSG:4527", an OGC URN or URL, CRS84, a proj string or
 * WKT. Parameters known to be wrong in epsg-index are mended (crs-datum-fixes.ts), grids replaced by mean shifts.
 * Throws SurveyFileError: crs-unknown, crs-unusable (vertical, geocentric, or one proj4 cannot compute).
 */
export const resolveCrs = (
  text: string,
  where: { readonly source: string; readonly file: string },
): ResolvedCrs => {
  const place: FindingPlace = { source: where.source, file: where.file };
  const written = text.trim();
  const code = codeIn(written);
  if (code !== null) return fromCode(code, written, place);
  if (/\+proj=/u.test(written))
    return fromProj(written.replace(/\s*\+type=crs/u, ''), written, written, place);
  const wkt = /^\s*\w+\s*\[/u.test(written) ? crsFromWkt(written) : null;
  if (wkt && 'epsg' in wkt) return fromCode(wkt.epsg, written, place);
  if (wkt) return fromProj(wkt.proj, wkt.name, written, place);
  throw fileError('crs-unknown', place, { value: written });
};
