import type { FaultBlock, FaultSurface, GeologicalModel } from './geological-model.ts';

/** Metres from the fault along its mean normal, positive in the hanging wall. */
export const faultDistance = (fault: FaultSurface, east: number, north: number, up: number): number => {
  const { origin, alongStrike, downDip, normal, offsets } = fault;
  const [x, y, z] = [east - origin[0], north - origin[1], up - origin[2]];
  const s = (x * alongStrike[0] + y * alongStrike[1] + z * alongStrike[2] - offsets.s) / offsets.cell;
  const t = (x * downDip[0] + y * downDip[1] + z * downDip[2] - offsets.t) / offsets.cell;
  const { columns, rows, values } = offsets;
  // Constant beyond the edge.
  const cs = Math.max(0, Math.min(columns - 1, s));
  const ct = Math.max(0, Math.min(rows - 1, t));
  const i = Math.max(0, Math.min(columns - 2, Math.floor(cs)));
  const j = Math.max(0, Math.min(rows - 2, Math.floor(ct)));
  const [fs, ft] = [cs - i, ct - j];
  const at = j * columns + i;
  const right = columns > 1 ? 1 : 0;
  const down = rows > 1 ? columns : 0;
  const offset =
    (1 - fs) * (1 - ft) * values[at]! +
    fs * (1 - ft) * values[at + right]! +
    (1 - fs) * ft * values[at + down]! +
    fs * ft * values[at + down + right]!;
  return x * normal[0] + y * normal[1] + z * normal[2] - offset;
};

/** Whether a point whose distances from the faults are these lies in the block. */
const fits = (block: FaultBlock, distances: Float64Array): boolean => {
  for (let f = 0; f < distances.length; f++) {
    const side = block.sides[f]!;
    if (side !== 0 && (distances[f]! >= 0 ? 1 : -1) !== side) return false;
  }
  return true;
};

/** Index of the block of a point by its distances from all faults; −1 where no block has it. */
export const blockOfDistances = (model: GeologicalModel, distances: Float64Array): number => {
  for (let b = 0; b < model.blocks.length; b++) if (fits(model.blocks[b]!, distances)) return b;
  return -1;
};

export const blockAt = (model: GeologicalModel, east: number, north: number, up: number): number =>
  blockOfDistances(
    model,
    Float64Array.from(model.faults, (fault) => faultDistance(fault, east, north, up)),
  );
