import type { GroundEntry } from '../contracts/ground.ts';
import { metres } from '../units/quantities.ts';
import type { GridSpec } from './geological-model.ts';
import { heightAt } from './horizon-height.ts';

/** The ground as heights on a grid, ENU up; NaN where nobody knows. */
export interface GroundField {
  readonly grid: GridSpec;
  readonly up: Float64Array;
}

/**
 * The ground of model/ground.bin.
 * @throws RangeError where the file has not as many values as the catalog says
 */
export const readGround = (entry: GroundEntry, bytes: ArrayBuffer): GroundField => {
  const { columns, rows, base } = entry;
  if (bytes.byteLength !== columns * rows * 4)
    throw new RangeError(
      `${entry.file}: ${bytes.byteLength} bytes, expected ${columns * rows * 4} for ${columns} × ${rows} nodes`,
    );
  const values = new DataView(bytes);
  const up = Float64Array.from({ length: columns * rows }, (_, k) => base + values.getFloat32(k * 4, true));
  return {
    grid: { east: metres(entry.east), north: metres(entry.north), cell: metres(entry.cell), columns, rows },
    up,
  };
};

/** Height of the ground at a place in plan, ENU up, for those who ask place by place; null where nobody knows. */
export const terrainOf =
  ({ grid, up }: GroundField) =>
  (east: number, north: number): number | null => {
    const height = heightAt(grid, up, east, north);
    return Number.isNaN(height) ? null : height;
  };
