import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import { createSurveySystem, type SurveySystem } from '../../domain/frame/survey-system.ts';
import { type LengthUnit, toMetres } from '../../domain/units/quantities.ts';
import type { Placement } from './mine-context.ts';

/** What a source's coordinates are in, where they are not the mine's own. */
export interface SourceSystem {
  readonly system: SurveySystem;
  /** The same CRS read easting first, in its own unit: rasters and geographic columns. */
  readonly raster: SurveySystem;
  readonly units: LengthUnit;
  readonly axes: 'x-north-y-east' | 'x-east-y-north';
  /** False where the source's CRS is the mine's. */
  readonly foreign: boolean;
}

/** From a file's coordinates to the mine's survey system; another CRS goes by way of WGS 84, heights unchanged. */
export const createPlacement = (source: SourceSystem, mine: SurveySystem): Placement => {
  const carry = (from: SurveySystem, p: SurveyPoint): SurveyPoint => {
    if (!source.foreign) return p;
    const { longitude, latitude } = from.toGeographic(p);
    return mine.fromGeographic(longitude, latitude, p.height);
  };
  return {
    point: (x, y, z) => carry(source.system, source.system.fromFile(x, y, z)),
    geographic: (longitude, latitude, z) =>
      mine.fromGeographic(longitude, latitude, toMetres(z, source.units)),
    raster: (easting, northing, z) => carry(source.raster, source.raster.fromFile(easting, northing, z)),
    toRaster: (at) => {
      if (!source.foreign) {
        const { x, y } = source.raster.toFile(at);
        return [x, y];
      }
      const { longitude, latitude } = mine.toGeographic(at);
      const { x, y } = source.raster.toFile(source.raster.fromGeographic(longitude, latitude, at.height));
      return [x, y];
    },
    metres: (value) => toMetres(value, source.units),
    convergence: (at) => mine.convergenceDegrees(at),
    mirrors: source.axes === 'x-north-y-east',
  };
};

/** The raster twin of a system: no axis swap, no zone prefix, no local grid. */
export const rasterSystem = (proj: string, units: LengthUnit): SurveySystem =>
  createSurveySystem({ proj, axes: 'x-east-y-north', units });
