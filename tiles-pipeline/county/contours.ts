import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { levelLines } from '../../domain/geometry/level-lines.ts';
import { metres } from '../../domain/units/quantities.ts';
import { resolveCrs } from '../read/crs-registry.ts';
import type { ElevationGrid } from '../read/read-result.ts';
import type { BaseFeature } from './read-base.ts';

/** Shorter ones are specks. */
const FEWEST_POINTS = 6;

/** Contour lines of the relief every so many metres; `height` on each, every fifth `class` "index". */
export const contourFeatures = (grid: ElevationGrid, crs: string, step: number): BaseFeature[] => {
  const { proj } = resolveCrs(crs, { source: 'relief', file: grid.file });
  const survey = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  const place = ([column, row]: readonly [number, number]): [number, number] => {
    const { longitude, latitude } = survey.toGeographic({
      easting: metres(grid.firstCell[0] + column * grid.cellSize[0]),
      northing: metres(grid.firstCell[1] - row * grid.cellSize[1]),
      height: metres(0),
    });
    return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
  };
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const height of grid.heights)
    if (!Number.isNaN(height)) [lowest, highest] = [Math.min(lowest, height), Math.max(highest, height)];
  const features: BaseFeature[] = [];
  for (let level = Math.ceil(lowest / step) * step; level <= highest; level += step) {
    const lines = levelLines(grid, level)
      .filter(({ length }) => length >= FEWEST_POINTS)
      .map((line) => line.map(place));
    if (lines.length > 0)
      features.push({
        type: 'Feature',
        properties: {
          height: level,
          class: Math.round(level / step) % 5 === 0 ? 'index' : 'plain',
        },
        geometry: { type: 'MultiLineString', coordinates: lines },
      });
  }
  return features;
};
