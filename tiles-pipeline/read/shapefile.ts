import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Finding } from '../../domain/contracts/finding.ts';
import { type DbfTable, parseDbf } from './dbf.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { Cell, VectorFeature, VectorLayer } from './read-result.ts';
import { readShape } from './shape-geometry.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface ShapefileOptions extends ReadOptions {
  readonly encoding?: TextEncoding;
}

const FILE_CODE = 9994;
const HEADER_BYTES = 100;

/** The file beside the .shp with another extension, in whatever case it is written; null where there is none. */
const sibling = async (file: string, extension: string): Promise<string | null> => {
  const wanted = `${basename(file, extname(file))}${extension}`.toLowerCase();
  const names = await readdir(dirname(file));
  const name = names.find((each) => each.toLowerCase() === wanted);
  return name === undefined ? null : join(dirname(file), name);
};

const siblingText = async (file: string, extension: string): Promise<string | null> => {
  const path = await sibling(file, extension);
  return path === null ? null : (await readFile(path, 'utf8')).trim();
};

const readAttributes = async (
  file: string,
  place: FindingPlace,
  encoding: TextEncoding | undefined,
  findings: Finding[],
): Promise<DbfTable | null> => {
  const path = await sibling(file, '.dbf');
  if (path === null) {
    const value = basename(place.file).replace(/\.shp$/iu, '.dbf');
    findings.push(findingAt('warning', 'attribute-table-missing', place, { value }));
    return null;
  }
  const dbfPlace = { ...place, file: place.file.replace(/\.shp$/iu, extname(path)) };
  const bytes = await readBytes(path, dbfPlace);
  return parseDbf(bytes, { encoding, cpg: await siblingText(file, '.cpg') }, dbfPlace, findings);
};

/** Where each record's content lies. Record numbers in files edited by hand are not to be trusted: order is. */
const recordsOf = (bytes: Buffer, place: FindingPlace): DataView[] => {
  const records: DataView[] = [];
  const cut = (): Error => {
    const params = { offset: bytes.length, part: `record ${records.length + 1}` };
    return fileError('file-truncated', place, { params });
  };
  const declared = bytes.readInt32BE(24) * 2;
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw cut();
    const length = bytes.readInt32BE(at + 4) * 2;
    if (length < 4) {
      const reason = `record ${records.length + 1} at byte ${at} has length ${length}`;
      throw fileError('file-damaged', place, { params: { reason } });
    }
    if (at + 8 + length > bytes.length) throw cut();
    records.push(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length));
    at += 8 + length;
  }
  // The header's length is in 16-bit words; a file cut between two records is seen only here.
  if (declared > bytes.length) throw cut();
  return records;
};

/**
 * An ESRI shapefile with its .dbf, .cpg and .prj (any case). Our own reader: `shapefile`, the usual package, drops Z
 * (mbostock/shapefile#58), has little error checking and takes one encoding on trust.
 * Features whose shape is unread or damaged stay with geometry null and a `reject` finding with the record number.
 * Throws SurveyFileError: file-missing, file-empty, file-truncated (byte offset), file-damaged, encoding-bad-byte.
 */
export const readShapefile = async (file: string, options: ShapefileOptions): Promise<VectorLayer> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  if (bytes.length < HEADER_BYTES) {
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part: '.shp header' } });
  }
  if (bytes.readInt32BE(0) !== FILE_CODE) {
    throw fileError('file-damaged', place, { params: { reason: 'no shapefile code 9994 at byte 0' } });
  }
  const findings: Finding[] = [];
  const shapes = recordsOf(bytes, place);
  const table = await readAttributes(file, place, options.encoding, findings);
  if (table && table.records.length !== shapes.length) {
    const params = { attributes: table.records.length, shapes: shapes.length };
    findings.push(findingAt('warning', 'attribute-count', place, { params }));
  }
  const fields = table?.fields ?? [];
  const features: VectorFeature[] = [];
  shapes.forEach((shape, index) => {
    const row = index + 1;
    const record = table?.records[index];
    if (record === null) {
      findings.push(findingAt('reject', 'record-deleted', { ...place, row }));
      return;
    }
    const { geometry, problem } = readShape(shape);
    if (problem) {
      const code = problem.unsupportedType ? 'geometry-unsupported' : 'geometry-broken';
      const params = { type: problem.unsupportedType ?? '', reason: problem.reason };
      findings.push(findingAt('reject', code, { ...place, row }, { params }));
    }
    const attributes: Record<string, Cell> = {};
    fields.forEach((name, column) => {
      attributes[name] = record?.[column] ?? null;
    });
    features.push({ row, geometry, attributes });
  });
  const crs = (await siblingText(file, '.prj')) || null;
  return { file: place.file, layer: basename(file, extname(file)), crs, fields, features, findings };
};
