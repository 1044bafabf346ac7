import type { CountyFeature } from '../../domain/contracts/county.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { CountyRecords } from './county-records.ts';
import { degreesOf } from './read-base.ts';
import { loseKind, type MineDraft } from './read-register.ts';

type Degrees2 = readonly [longitude: number, latitude: number];

/** A row that says of no mine of the register that it is its own. */
export interface OwnerlessRow {
  readonly log: CountyRecords['log'];
  readonly row: number;
  /** null: nobody can tell what it is. */
  readonly kind: NeighbourKind | null;
  /** Where it lies; empty: nobody can tell. */
  readonly corners: readonly Degrees2[];
}

export const ownerlessRow = (
  { log, degrees }: CountyRecords,
  { row, geometry }: CountyRecords['records'][number],
  kind: NeighbourKind | null,
): OwnerlessRow => {
  const points =
    geometry?.type === 'polygons'
      ? geometry.polygons.flat(2)
      : geometry?.type === 'lines'
        ? geometry.lines.flat()
        : (geometry?.points ?? []);
  return { log, row, kind, corners: degreesOf(points, degrees) ?? [] };
};

/** Mean radius of the earth, metres (IUGG R1). */
const METRES_A_DEGREE = (6_371_008.8 * Math.PI) / 180;
type Box = readonly [west: number, south: number, east: number, north: number];

const boxOf = (corners: readonly Degrees2[]): Box => [
  Math.min(...corners.map(([x]) => x)),
  Math.min(...corners.map(([, y]) => y)),
  Math.max(...corners.map(([x]) => x)),
  Math.max(...corners.map(([, y]) => y)),
];

/** Metres between two boxes: never more than between what lies in them. */
const apart = (a: Box, b: Box): number => {
  const [x, y] = [0, 1].map((axis) => Math.max(0, a[axis]! - b[axis + 2]!, b[axis]! - a[axis + 2]!)) as [
    number,
    number,
  ];
  return METRES_A_DEGREE * Math.hypot(x * Math.cos((a[1] * Math.PI) / 180), y);
};

const cornersOf = ({ shape }: CountyFeature): readonly Degrees2[] =>
  shape.type === 'prism'
    ? shape.rings.flat()
    : shape.type === 'line'
      ? shape.line.map(([x, y]): Degrees2 => [x, y])
      : shape.trace;

/**
 * Of rows that belong to nobody, the kind is no longer recorded whole of any mine that they may belong to: whose land or things they lie
 * near, whose land nobody knows, and where they lie near nobody or nowhere, of every mine. Else a pair would be denied what the row says.
 * @param within metres: as near as pairs are looked at
 */
export const loseToNearMines = (
  rows: readonly OwnerlessRow[],
  mines: readonly MineDraft[],
  features: readonly CountyFeature[],
  within: number,
): void => {
  if (rows.length === 0) return;
  const own = Map.groupBy(features, ({ mine }) => mine);
  const lands = mines.map((mine) => ({
    mine,
    boxes: mine.right ? [...mine.right.rings, ...(own.get(mine.id) ?? []).map(cornersOf)].map(boxOf) : null,
  }));
  for (const { log, row, kind, corners } of rows) {
    const at = corners.length > 0 ? boxOf(corners) : null;
    const isNear = (boxes: readonly Box[]): boolean =>
      at !== null && boxes.some((box) => apart(at, box) <= within);
    const anyNear = lands.some(({ boxes }) => boxes !== null && isNear(boxes));
    const maybe = lands.filter(({ boxes }) => !anyNear || boxes === null || isNear(boxes));
    for (const { mine } of maybe) loseKind(mine, kind);
    const named = maybe.slice(0, MOST_NAMES).map(({ mine }) => mine.id);
    log.warn('county-row-ownerless', {
      row,
      params: {
        count: maybe.length,
        mines: named.join(', ') + (maybe.length > named.length ? ' …' : ''),
      },
    });
  }
};

const MOST_NAMES = 8;
