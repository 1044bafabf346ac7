import type { Catalog, CatalogLayer } from '../../domain/contracts/catalog.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { MineModel } from '../model/model-mine.ts';

/** What holds all layers; there must be one. */
export const unionExtent = (layers: readonly CatalogLayer[]): Catalog['extent'] => {
  const axis = (pick: (...values: number[]) => number, side: 'min' | 'max', i: 0 | 1 | 2) =>
    pick(...layers.map((layer) => layer.extent[side][i]));
  return {
    min: [axis(Math.min, 'min', 0), axis(Math.min, 'min', 1), axis(Math.min, 'min', 2)],
    max: [axis(Math.max, 'max', 0), axis(Math.max, 'max', 1), axis(Math.max, 'max', 2)],
  };
};

/** Of a mine of whose holes nobody knows the height: where they lie in plan, flat. */
export const collarExtent = ({ logs, frame }: MineModel): Catalog['extent'] => {
  const middle = frame.enuToSurvey(enu(0, 0, 0));
  const points = logs
    .flatMap(({ holes }) => holes.flatMap(({ plan }) => plan ?? []))
    .map(({ easting, northing }) =>
      frame.surveyToEnu({ easting: metres(easting), northing: metres(northing), height: middle.height }),
    );
  const axis = (i: 0 | 1): [number, number] => {
    const all = points.map((point) => point[i]);
    return all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
  };
  const [[west, east], [south, north]] = [axis(0), axis(1)];
  return { min: [west, south, 0], max: [east, north, 0] };
};
