import { extname, resolve } from 'node:path';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { ManifestSource } from '../../domain/contracts/manifest.ts';
import { readCaveSurvey } from '../read/cave-survey.ts';
import { findColumn } from '../read/columns.ts';
import { readElevationGrid } from '../read/elevation-grid.ts';
import { geometryCell } from '../read/geometry-cell.ts';
import { readMesh } from '../read/mesh-file.ts';
import { pivotTable } from '../read/pivot-table.ts';
import { SurveyFileError, type Table } from '../read/read-result.ts';
import { readTable } from '../read/table.ts';
import { readVectorLayer } from '../read/vector-layer.ts';
import type { SourceContent } from './mine-context.ts';
import { type RecordSet, recordsOfLayer, recordsOfTable } from './records.ts';

const VECTOR = new Set(['.gpkg', '.geojson', '.json', '.shp']);
const MESH = new Set(['.obj', '.stl']);

export interface ReadContent {
  readonly content: SourceContent;
  readonly findings: readonly Finding[];
  /** All rows or features of the file, those its reader left out among them. */
  readonly rowsRead: number;
  /** Rows the reader left out, with a finding each. */
  readonly rowsRejected: number;
  /** CRS the file itself declares; null where it declares none. */
  readonly crs: string | null;
  /** Tables write x and y in the survey's axis order; all other formats write easting first. */
  readonly isTable: boolean;
}

/**
 * Reads the files of one source by what they are. Findings carry the path as the manifest writes it.
 * @throws SurveyFileError where a file cannot be read at all
 */
export const readContent = async (
  source: ManifestSource,
  id: string,
  folder: string,
): Promise<ReadContent> => {
  const path = resolve(folder, source.file);
  const options = { source: id, shownAs: source.file, encoding: source.encoding };
  if (source.kind === 'terrain') {
    const grid = await readElevationGrid(path, { ...options, band: source.band });
    const rowsRead = grid.width * grid.height;
    return {
      content: { form: 'grid', grid },
      findings: grid.findings,
      rowsRead,
      rowsRejected: 0,
      crs: grid.crs,
      isTable: false,
    };
  }
  if (source.kind === 'cave-survey') {
    const cave = await readCaveSurvey(path, options);
    const rowsRead = cave.legs.length;
    return {
      content: { form: 'cave', cave },
      findings: cave.findings,
      rowsRead,
      rowsRejected: 0,
      crs: cave.crs,
      isTable: false,
    };
  }
  const extension = extname(source.file).toLowerCase();
  if (MESH.has(extension)) {
    const meshes = await readMesh(path, options);
    const named = 'table' in source ? source.table : undefined;
    const table = named
      ? await readTable(resolve(folder, named), {
          ...options,
          shownAs: named,
          delimiter: source.delimiter,
          sheet: source.sheet,
        })
      : null;
    return {
      content: { form: 'meshes', meshes, table: table ? recordsOfTable(table) : null },
      findings: [...meshes.findings, ...(table?.findings ?? [])],
      rowsRead: meshes.objects.length,
      rowsRejected: 0,
      crs: null,
      isTable: false,
    };
  }
  if (VECTOR.has(extension)) {
    const layer = await readVectorLayer(path, { ...options, layer: source.layer });
    const rowsRejected = leftOut(layer.findings, source.file, layer.features);
    const spaces = paddedNames(source, layer.fields, id);
    return {
      content: { form: 'records', set: recordsOfLayer(layer) },
      findings: [...layer.findings, ...spaces],
      rowsRead: layer.features.length + rowsRejected,
      rowsRejected,
      crs: layer.crs,
      isTable: false,
    };
  }
  const { table, findings } = await readJoined(source, id, folder);
  const set = recordsOfTable(table);
  const rowsRejected = leftOut(table.findings, source.file, set.records);
  const placed = withGeometry(set, source, id);
  return {
    content: { form: 'records', set: placed.set },
    findings: [...table.findings, ...findings, ...placed.findings],
    rowsRead: table.rows.length + rowsRejected,
    rowsRejected,
    crs: null,
    isTable: true,
  };
};

/**
 * Rows of the file its reader rejected. Some readers keep a rejected feature without its shape: the layer that
 * cannot use it counts that one.
 */
const leftOut = (
  findings: readonly Finding[],
  file: string,
  kept: readonly { readonly row: number }[],
): number => {
  const inContent = new Set(kept.map(({ row }) => row));
  const rejected = findings.flatMap(({ severity, file: where, row }) =>
    severity === 'reject' && where === file && row !== undefined && !inContent.has(row) ? [row] : [],
  );
  return new Set(rejected).size;
};

/** Blanks at the ends of names are invisible on screen and break every script that types the name. */
const paddedNames = (source: ManifestSource, fields: readonly string[], id: string): Finding[] => {
  const at = { severity: 'note' as const, source: id, file: source.file };
  const stem = source.file.slice(0, -extname(source.file).length);
  const padded = fields.filter((field) => field !== field.trim());
  return [
    ...(stem === stem.trimEnd() ? [] : [{ ...at, code: 'file-name-padded', value: source.file, params: {} }]),
    ...padded.map((field) => ({
      ...at,
      code: 'header-padded',
      column: field.trim(),
      value: field,
      params: {},
    })),
  ];
};

const readJoined = async (
  source: ManifestSource,
  id: string,
  folder: string,
): Promise<{ table: Table; findings: Finding[] }> => {
  const { encoding, delimiter, sheet, pivot } = source;
  const main = await readTable(resolve(folder, source.file), {
    source: id,
    shownAs: source.file,
    encoding,
    delimiter,
    sheet,
  });
  if (!pivot) return { table: main, findings: [] };
  const eav = await readTable(resolve(folder, pivot.file), {
    source: id,
    shownAs: pivot.file,
    encoding,
    delimiter,
  });
  const table = pivotTable(main, eav, pivot, id);
  const own = new Set(main.headers);
  const joined = Object.entries(source.columns ?? {}).filter(([, asked]) =>
    [asked].flat().every((name) => findColumn(main.headers, [name]) === null),
  );
  const note: Finding = {
    severity: 'note',
    code: 'pivot-joined',
    source: id,
    file: pivot.file,
    params: {
      rows: eav.rows.length,
      columns: table.headers.filter((header) => !own.has(header)).length,
      roles: joined.map(([role]) => role).join(', ') || '–',
    },
  };
  return { table, findings: [note] };
};

/** Shapes written into a column (WKB in hexadecimal, WKT) become the rows' geometry. */
const withGeometry = (
  set: RecordSet,
  source: ManifestSource,
  id: string,
): { set: RecordSet; findings: Finding[] } => {
  const asked = source.columns?.geometry;
  const index = asked === undefined ? undefined : findColumn(set.headers, [asked].flat())?.index;
  if (index === undefined) return { set, findings: [] };
  const findings: Finding[] = [];
  const records = set.records.map((record) => {
    const column = set.headers[index]!;
    const reading = geometryCell(record.cells[index], {
      source: id,
      file: set.file,
      row: record.row,
      column,
    });
    if (reading.finding) findings.push(reading.finding);
    return { ...record, geometry: reading.value };
  });
  return { set: { ...set, records }, findings };
};

/** The finding inside an error a reader threw; anything else is a fault of ours and goes on up. */
export const findingOf = (error: unknown): Finding => {
  if (error instanceof SurveyFileError) return error.finding;
  throw error;
};
