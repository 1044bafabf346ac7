import type { CountyFeature } from '../../domain/contracts/county.ts';
import type { CountyRecords } from './county-records.ts';
import { type OwnerlessRow, ownerlessRow } from './ownerless-rows.ts';
import { degreesOf, nameOf, polygonsOf } from './read-base.ts';
import { loseKind, type MineDraft, mineOf } from './read-register.ts';

type Shape = CountyFeature['shape'];
type Reading = Shape | 'no-heights' | 'wrong-shape';

const centimetre = (value: number): number => Math.round(value * 100) / 100;

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
    radius: records.size(record, 'radius'),
  };
};

/** Ids of features that are given already: those of the county, and those each mine has given itself. */
export interface FeatureIds {
  readonly inCounty: Set<string>;
  readonly inMine: Set<string>;
}
export const noFeatureIds = (): FeatureIds => ({ inCounty: new Set(), inMine: new Set() });

/** Mines number for themselves: a number another mine has used already is made the county's by the mine before it. */
const idInCounty = (mine: string, id: string, { inCounty, inMine }: FeatureIds): string | null => {
  const own = `${mine}/${id}`;
  if (inMine.has(own)) return null;
  inMine.add(own);
  const given = inCounty.has(id) ? own : id;
  inCounty.add(given);
  return given;
};

/**
 * What the register holds of things underground. What cannot be read is listed as lost, and of its kind nothing may then be
 * denied of its mine.
 * @param ids shared by all files of a county
 * @param ownerless takes the rows of which nobody knows the mine
 */
export const readMineFeatures = (
  records: CountyRecords,
  mines: ReadonlyMap<string, MineDraft>,
  ids: FeatureIds,
  ownerless: OwnerlessRow[],
): CountyFeature[] =>
  records.records.flatMap((record): CountyFeature[] => {
    const mine = mineOf(records, record, mines);
    const kind = records.coded(record, 'kind');
    if (!mine) {
      ownerless.push(ownerlessRow(records, record, kind));
      return [];
    }
    const written = records.needed(record, 'id');
    if (kind === null)
      records.log.reject('county-cell-missing', {
        row: record.row,
        column: records.column('kind'),
        params: { role: 'kind' },
      });
    const id = kind && written && idInCounty(mine.id, written, ids);
    if (kind && written && !id) records.log.reject('county-id-twice', { row: record.row, value: written });
    if (!kind || !written || !id) {
      loseKind(mine, kind);
      return [];
    }
    const shape = shapeOf(records, record, kind);
    if (typeof shape === 'string') {
      loseKind(mine, kind);
      if (shape === 'no-heights')
        records.log.reject('county-height-unknown', { row: record.row, feature: id });
      else
        records.log.reject('county-shape-wrong', {
          row: record.row,
          params: { expected: kind === 'fault' ? 'line' : 'polygon / line' },
        });
      return [];
    }
    const [holdsWater, waterLevel] = [
      records.yesNo(record, 'holdsWater'),
      records.number(record, 'waterLevel'),
    ];
    if (holdsWater === false && waterLevel !== null)
      records.log.warn('county-water-contradicted', {
        row: record.row,
        column: records.column('holdsWater'),
        value: String(waterLevel),
        feature: id,
      });
    records.log.made();
    return [
      {
        id,
        mine: mine.id,
        kind,
        name: nameOf(records, record, written),
        shape,
        method: records.coded(record, 'method'),
        plusMinus: records.size(record, 'plusMinus'),
        // Of the two the water is believed.
        holdsWater: waterLevel === null ? holdsWater : true,
        waterLevel,
        conductive: records.yesNo(record, 'conductive'),
        partOf: records.text(record, 'partOf'),
        from: records.day(record, 'from'),
        to: records.lastDay(record, 'to'),
      },
    ];
  });
