import type { RegisterMine } from '../../contracts/county.ts';
import { rightPolygons } from '../../county/right-polygons.ts';
import type { XY } from '../../drawing/drawing.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import { areaInPlan } from '../../geometry/plan-polygon.ts';
import type { CountyGrid } from './county-grid.ts';

/** A field of a right in plan metres: its outline, then its holes. */
export type RightField = readonly (readonly XY[])[];

/** The fields of a mine's right from above; none where it has no right. */
export const rightFields = (
  { right }: Pick<RegisterMine, 'right'>,
  grid: Pick<CountyGrid, 'plan'>,
): RightField[] =>
  right === null
    ? []
    : rightPolygons(right).map((rings) =>
        rings.map((ring) => ring.map(([longitude, latitude]) => grid.plan([longitude, latitude]))),
      );

/** Where the mine's name stands: on its largest field, in no hole of it and between no two; null: it has none. */
export const rightNameAt = (fields: readonly RightField[]): XY | null => {
  const [largest] = fields.toSorted((a, b) => areaInPlan(b) - areaInPlan(a));
  return largest ? labelPoint({ type: 'Polygon', coordinates: largest }) : null;
};
