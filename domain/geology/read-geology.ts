import type { GeologyFile } from '../contracts/geology.ts';
import type { MineFrame } from '../frame/mine-frame.ts';
import { metres } from '../units/quantities.ts';
import type { FaultSurface, GeologicalModel, GridSpec } from './geological-model.ts';
import { type HorizonRaster, readHorizon } from './horizon-raster.ts';

/**
 * The geological model of model/geology.json and the rasters beside it, in doubles in the ENU frame; null where the mine
 * has no stratigraphic column.
 * @param raster reads one of the files: the caller knows where they are and which library reads TIFF
 * @throws RangeError naming the file where its raster does not fit the grid; whatever `raster` throws
 */
export const readGeology = async (
  file: GeologyFile,
  frame: MineFrame,
  raster: (file: string) => Promise<HorizonRaster>,
): Promise<GeologicalModel | null> => {
  if (file.blocks.length === 0) return null;
  const { grid: g } = file;
  const grid: GridSpec = { ...g, east: metres(g.east), north: metres(g.north), cell: metres(g.cell) };
  const horizon = async ({ file: path }: { readonly file: string }) => {
    const read = await raster(path);
    try {
      return readHorizon(read, grid, frame);
    } catch (error) {
      throw new RangeError(`${path}: ${(error as Error).message}`, { cause: error });
    }
  };
  return {
    grid,
    units: file.units.map(({ id, name, colour, lithology, relation }) => ({
      id,
      name,
      colour,
      lithology,
      relation,
    })),
    ground: await horizon(file.ground),
    floor: metres(file.floor),
    faults: file.faults.map(readFault),
    blocks: await Promise.all(
      file.blocks.map(async ({ id, sides, bases, contacts }) => ({
        id,
        sides: Int8Array.from(sides),
        bases: await Promise.all(bases.map(horizon)),
        contacts,
      })),
    ),
  };
};

const readFault = ({
  offsets,
  sheet,
  throw: vertical,
  ...fault
}: GeologyFile['faults'][number]): FaultSurface => ({
  ...fault,
  throw: vertical === null ? null : metres(vertical),
  offsets: {
    ...offsets,
    s: metres(offsets.s),
    t: metres(offsets.t),
    cell: metres(offsets.cell),
    values: Float64Array.from(offsets.values),
  },
  sheet: { positions: Float64Array.from(sheet.positions), indices: Uint32Array.from(sheet.indices) },
});
