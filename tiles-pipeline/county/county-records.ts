import { extname, resolve } from 'node:path';
import type { CountySource, CountySourceKind } from '../../domain/contracts/county-manifest.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import { type RecordSet, recordsOfLayer, recordsOfTable, type SurveyRecord } from '../model/records.ts';
import { type Roles, resolveRoles } from '../model/roles.ts';
import { createSourceLog, type SourceLog } from '../model/source-log.ts';
import { dateCell } from '../read/date-cell.ts';
import { type FindingPlace, fileError } from '../read/finding-place.ts';
import type { Position3, VectorGeometry } from '../read/read-result.ts';
import { readTable } from '../read/table.ts';
import { readVectorLayer } from '../read/vector-layer.ts';
import { COUNTY_ROLES, siteRoles } from './county-roles.ts';
import { COUNTY_WORDS, YES_NO } from './county-words.ts';
import { type Degrees2, type PlaceInDegrees, placeInDegrees } from './place-in-degrees.ts';

const VECTOR = new Set(['.gpkg', '.geojson', '.json', '.shp']);

type Coded = keyof typeof COUNTY_WORDS;
type ValueOf<R extends Coded> = (typeof COUNTY_WORDS)[R]['of'][number];

/** The rows of one source of a county, read by what their cells mean. Whatever cannot be read is a finding. */
export interface CountyRecords {
  readonly source: CountySource;
  readonly records: readonly SurveyRecord[];
  readonly log: SourceLog;
  readonly has: (role: string) => boolean;
  /** The header of a role's column as the file writes it; where it has none, the role. */
  readonly column: (role: string) => string;
  readonly text: (record: SurveyRecord, role: string) => string | null;
  /** An id as addresses can bear it: what is written in lower case, all other signs made hyphens; null where nothing is left. */
  readonly id: (record: SurveyRecord, role: string) => string | null;
  /** Text of a role without which the row is left out. */
  readonly needed: (record: SurveyRecord, role: string) => string | null;
  readonly number: (record: SurveyRecord, role: string) => number | null;
  /** A number that cannot be below 0, a ± or a radius; where it is, it is not known. */
  readonly size: (record: SurveyRecord, role: string) => number | null;
  /** YYYY-MM-DD; a month or a year is taken as its first day. */
  readonly day: (record: SurveyRecord, role: string) => string | null;
  /** The same of what ends: a month or a year is taken as its last day. */
  readonly lastDay: (record: SurveyRecord, role: string) => string | null;
  readonly yesNo: (record: SurveyRecord, role: string) => boolean | null;
  /** One of a list of values, by its word. */
  readonly coded: <R extends Coded>(record: SurveyRecord, role: R) => ValueOf<R> | null;
  readonly choice: (
    record: SurveyRecord,
    role: string,
    of: readonly string[],
    words: Readonly<Record<string, string>>,
  ) => string | null;
  /** Where a point-like row lies; the row is rejected where nothing says. */
  readonly at: (record: SurveyRecord) => Degrees2 | null;
  readonly degrees: PlaceInDegrees['of'];
}

const contentOf = async (
  source: CountySource,
  id: string,
  folder: string,
): Promise<{ set: RecordSet; findings: readonly Finding[]; crs: string | null }> => {
  const path = resolve(folder, source.file);
  const options = { source: id, shownAs: source.file, encoding: source.encoding };
  if (VECTOR.has(extname(source.file).toLowerCase())) {
    const layer = await readVectorLayer(path, { ...options, layer: source.layer });
    // That a GeoJSON in degrees is WGS 84 needs no word where county.yaml says what it is.
    const findings = layer.findings.filter(({ code }) => code !== 'crs-assumed-geojson' || !source.crs);
    return { set: recordsOfLayer(layer), findings, crs: layer.crs };
  }
  const table = await readTable(path, { ...options, delimiter: source.delimiter, sheet: source.sheet });
  return { set: recordsOfTable(table), findings: table.findings, crs: null };
};

/** A year or a month as its first day; a time of day falls away. */
const firstDay = (written: string): string => `${written.slice(0, 10)}-01-01`.slice(0, 10);

/** A year or a month as its last day: what ends in it is there until nobody can doubt that it ended. */
const lastDay = (written: string): string => {
  const [year, month, day] = written.slice(0, 10).split('-');
  if (day !== undefined) return firstDay(written);
  return new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0))
    .toISOString()
    .slice(0, 10);
};

const rolesOf = (source: CountySource): Readonly<Record<string, readonly string[]>> =>
  source.kind === 'sites'
    ? siteRoles(source.sites)
    : COUNTY_ROLES[source.kind as Exclude<CountySourceKind, 'relief' | 'hazards' | 'major-hazards'>];

export const asId = (written: string): string =>
  written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 63);

/** A point as it stands, of a polygon its middle. */
const placeOfShape = (geometry: VectorGeometry | null): readonly [number, number] | null => {
  if (geometry?.type === 'points' && geometry.points[0])
    return [geometry.points[0][0], geometry.points[0][1]];
  return geometry?.type === 'polygons' && geometry.polygons[0] ? middleOf(geometry.polygons[0][0]!) : null;
};

/** @throws SurveyFileError where `where` names a column the file does not have: all its rows would be lost without a word */
const rowsWhere = (
  set: RecordSet,
  where: CountySource['where'],
  place: FindingPlace,
): readonly SurveyRecord[] => {
  if (!where) return set.records;
  const wanted = Object.entries(where).map(([column, values]) => {
    const index = set.headers.indexOf(column);
    if (index < 0)
      throw fileError('column-missing', place, {
        value: column,
        params: { role: 'where', headers: set.headers.join(', ') },
      });
    return { index, values: new Set([values].flat()) };
  });
  return set.records.filter(({ cells }) =>
    wanted.every(({ index, values }) => values.has(String(cells[index] ?? ''))),
  );
};

/** Middle of a polygon's outline, weighted by its area; of no area its first corner. */
const middleOf = (ring: readonly Position3[]): readonly [number, number] => {
  const [ox, oy] = ring[0]!;
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
    area += cross;
    x += cross * (ax + bx - 2 * ox);
    y += cross * (ay + by - 2 * oy);
  });
  return area === 0 ? [ox, oy] : [ox + x / (3 * area), oy + y / (3 * area)];
};

/**
 * Reads a source of county.yaml.
 * @throws SurveyFileError where the file cannot be read at all or its CRS is not known
 */
export const readCountyRecords = async (
  source: CountySource,
  surveyCrs: string,
  folder: string,
  findings: Finding[],
): Promise<CountyRecords> => {
  const id = source.id ?? source.kind;
  const { set, findings: read, crs } = await contentOf(source, id, folder);
  findings.push(...read);
  const place = { source: id, file: source.file };
  const records = rowsWhere(set, source.where, place);
  const log = createSourceLog(findings, { id, kind: source.kind, file: source.file }, records.length);
  const roles: Roles = resolveRoles(set, source, log, rolesOf(source));
  const own = placeInDegrees(source.crs ?? crs ?? surveyCrs, place);
  const wgs84 = source.crs && own.isGeographic ? own : placeInDegrees('EPSG:4326', place);

  const column = (role: string): string => roles.column(role) ?? role;
  const dayBy =
    (whole: (written: string) => string) =>
    (record: SurveyRecord, role: string): string | null => {
      const written = roles.text(record, role);
      const { value, finding } = dateCell(written, place);
      if (finding?.severity === 'reject')
        log.warn('county-cell-wrong', {
          row: record.row,
          column: column(role),
          value: written ?? '',
          params: { role, expected: 'YYYY-MM-DD' },
        });
      return value && whole(value);
    };
  const needed = (record: SurveyRecord, role: string): string | null => {
    const value = roles.text(record, role);
    if (value === null)
      log.reject('county-cell-missing', { row: record.row, column: column(role), params: { role } });
    return value;
  };
  const choice: CountyRecords['choice'] = (record, role, of, words) => {
    const written = roles.text(record, role);
    if (written === null) return null;
    const value = source.words?.[role]?.[written] ?? words[written] ?? written;
    if (of.includes(value)) return value;
    log.warn('county-word-unknown', {
      row: record.row,
      column: column(role),
      value: written,
      params: { role, known: [...Object.keys(words), ...of].join(', ') },
    });
    return null;
  };
  const number = (record: SurveyRecord, role: string): number | null => roles.number(record, role);
  const size = (record: SurveyRecord, role: string): number | null => {
    const written = number(record, role);
    if (written === null || written >= 0) return written;
    log.warn('county-cell-wrong', {
      row: record.row,
      column: column(role),
      value: String(written),
      params: { role, expected: '≥ 0' },
    });
    return null;
  };
  return {
    source,
    records,
    log,
    has: roles.has,
    column,
    text: roles.text,
    number,
    size,
    day: dayBy(firstDay),
    lastDay: dayBy(lastDay),
    needed,
    id: (record, role) => {
      const written = needed(record, role);
      if (written === null) return null;
      const id = asId(written);
      if (id === '')
        log.reject('county-cell-wrong', {
          row: record.row,
          column: column(role),
          value: written,
          params: { role, expected: 'a-z, 0-9, -' },
        });
      return id || null;
    },
    yesNo: (record, role) => {
      const written = roles.text(record, role);
      if (written === null) return null;
      const value = YES_NO[written.toLowerCase()];
      if (value === undefined)
        log.warn('county-cell-wrong', {
          row: record.row,
          column: column(role),
          value: written,
          params: { role, expected: '是 / 否' },
        });
      return value ?? null;
    },
    coded: (record, role) => {
      const { of, words } = COUNTY_WORDS[role];
      return choice(record, role, of, words) as ValueOf<typeof role> | null;
    },
    choice,
    at: (record) => {
      const shape = placeOfShape(record.geometry);
      const [longitude, latitude] = [number(record, 'longitude'), number(record, 'latitude')];
      const [x, y] = [number(record, 'x'), number(record, 'y')];
      const at = shape
        ? own.of(shape[0], shape[1])
        : longitude !== null && latitude !== null
          ? wgs84.of(longitude, latitude)
          : x !== null && y !== null
            ? own.of(y, x)
            : null;
      if (!at) log.reject('county-not-there', { row: record.row });
      return at;
    },
    degrees: own.of,
  };
};
