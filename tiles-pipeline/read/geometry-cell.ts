import wkx from 'wkx';
import { type CellReading, isMissing } from './cells.ts';
import { type FindingPlace, findingAt } from './finding-place.ts';
import type { Cell, VectorGeometry } from './read-result.ts';
import { parseWkb, parseWkbHex, type WkbReading } from './wkb.ts';

const parseWkt = (text: string): WkbReading => {
  try {
    const reading = parseWkb(wkx.Geometry.parse(text).toWkb());
    // wkx reads "POINT (x y)" as NaN, which would pass for an empty point.
    if (reading.geometry || reading.problem || /\bEMPTY\b/iu.test(text)) return reading;
    return { ...reading, problem: { reason: 'coordinates are not numbers' } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { geometry: null, srid: null, problem: { reason } };
  }
};

/** A geometry in a text table: WKB or EWKB in hexadecimal, or WKT. Rejects cell-not-geometry. */
export const geometryCell = (cell: Cell | undefined, place: FindingPlace): CellReading<VectorGeometry> => {
  if (cell === undefined || cell === null || isMissing(cell)) return { value: null, finding: null };
  const text = String(cell).trim();
  const { geometry, problem } =
    /^(?:SRID=\d+;)?\s*[A-Z]{4,}/iu.test(text) && !/^[0-9a-f]+$/iu.test(text)
      ? parseWkt(text)
      : parseWkbHex(text);
  if (!problem) return { value: geometry, finding: null };
  const params = { reason: problem.reason };
  return { value: null, finding: findingAt('reject', 'cell-not-geometry', place, { value: text, params }) };
};
