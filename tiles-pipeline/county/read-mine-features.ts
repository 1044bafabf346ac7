import type { CountyFeature } from '../../domain/contracts/county.ts';
import type { CountyRecords } from './county-records.ts';
import { degreesOf, nameOf, polygonsOf } from './read-base.ts';
import { type MineDraft, mineOf } from './read-register.ts';

type Shape = CountyFeature['shape'];
type Reading = Shape | 'no-heights' | 'wrong-shape';

const centimetre = (value: number): number => Math.round(value * 100) / 100;

/** None is given: it is drawn as thin as a line; how thick it is nobody knows. */
const radiusOf = (records: CountyRecords, record: CountyRecords['records'][number]): number => {
  const written = records.number(record, 'radius');
  if (written !== null && written < 0)
    records.log.warn('county-cell-wrong', {
      row: record.row,
      column: 'radius',
      value: String(written),
      params: { role: 'radius', expected: '≥ 0' },
    });
  return Math.max(0, written ?? 0);
};

const shapeOf = (records: CountyRecords, record: CountyRecords['records'][number], kind: string): Reading => {
  const { geometry } = record;
  const [bottom, top] = [records.number(record, 'bottom'), records.number(record, 'top')];
  if (geometry?.type === 'polygons') {
    const polygons = polygonsOf(geometry, records.degrees);
    if (polygons?.length !== 1) return 'wrong-shape';
    if (bottom === null || top === null) return 'no-heights';
    return { type: 'prism', rings: polygons[0]!, bottom, top };
  }
  const line = geometry?.type === 'lines' && geometry.lines.length === 1 ? geometry.lines[0]! : null;
  const plan = line && degreesOf(line, records.degrees);
  if (!line || !plan || plan.length < 2) return 'wrong-shape';
  if (kind === 'fault') {
    if (bottom === null || top === null) return 'no-heights';
    return {
      type: 'sheet',
      trace: plan,
      dip: records.number(record, 'dip'),
      dipDirection: records.number(record, 'dipDirection'),
      top,
      bottom,
    };
  }
  if (line.some(([, , z]) => z === null)) return 'no-heights';
  return {
    type: 'line',
    line: plan.map(([x, y], i): [number, number, number] => [x, y, centimetre(line[i]![2]!)]),
    radius: radiusOf(records, record),
  };
};

/** What the register holds of things underground. What has no heights cannot be compared and is listed as lost. */
export const readMineFeatures = (
  records: CountyRecords,
  mines: ReadonlyMap<string, MineDraft>,
): CountyFeature[] => {
  const taken = new Set<string>();
  return records.records.flatMap((record): CountyFeature[] => {
    const mine = mineOf(records, record, mines);
    const id = mine && records.needed(record, 'id');
    if (!mine || !id) return [];
    const kind = records.coded(record, 'kind');
    if (kind === null) {
      records.log.reject('county-cell-missing', {
        row: record.row,
        column: 'kind',
        params: { role: 'kind' },
      });
      return [];
    }
    if (taken.has(id)) {
      records.log.reject('county-id-twice', { row: record.row, value: id });
      return [];
    }
    taken.add(id);
    const shape = shapeOf(records, record, kind);
    if (typeof shape === 'string') {
      // Its kind is then not recorded whole: nothing of it may be denied.
      mine.recorded = mine.recorded.filter((recorded) => recorded !== kind);
      if (shape === 'no-heights')
        records.log.reject('county-height-unknown', { row: record.row, feature: id });
      else
        records.log.reject('county-shape-wrong', {
          row: record.row,
          params: { expected: kind === 'fault' ? 'line' : 'polygon / line' },
        });
      return [];
    }
    records.log.made();
    return [
      {
        id,
        mine: mine.id,
        kind,
        name: nameOf(records, record, id),
        shape,
        method: records.coded(record, 'method'),
        plusMinus: records.number(record, 'plusMinus'),
        holdsWater: records.yesNo(record, 'holdsWater'),
        waterLevel: records.number(record, 'waterLevel'),
        conductive: records.yesNo(record, 'conductive'),
        partOf: records.text(record, 'partOf'),
        from: records.day(record, 'from'),
        to: records.day(record, 'to'),
      },
    ];
  });
};
