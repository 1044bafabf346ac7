import { ENTITY_STATE } from '../../../../domain/contracts/live/entity.ts';
import { type EntityRows, isPlaced, isUrgent, kindIndex, LOST, MARK_KIND } from './entity-rows.ts';

/** Two triangles a thing over its four vertices, whose numbers say its row; and `spare` more. */
export function squares(rows: ArrayLike<number>, spare: number): Uint32Array {
  const indices = new Uint32Array((rows.length + spare) * 6);
  for (let i = 0; i < rows.length; i++) {
    const first = rows[i]! * 4;
    const at = i * 6;
    indices[at] = first;
    indices[at + 1] = first + 1;
    indices[at + 2] = first + 2;
    indices[at + 3] = first;
    indices[at + 4] = first + 2;
    indices[at + 5] = first + 3;
  }
  return indices;
}

/** Placed rows in the order they are drawn in, as the textures count them: devices, vehicles, and people uppermost. */
export function drawnOrder(entities: EntityRows, devices: EntityRows, deviceBase: number): Uint32Array {
  const lists: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < entities.count; row++) {
    const state = entities.state[row]!;
    if (isPlaced(state)) lists[kindIndex(state)]!.push(row);
  }
  for (let row = 0; row < devices.count; row++) lists[kindIndex(devices.state[row]!)]!.push(deviceBase + row);
  const order = new Uint32Array(lists[0].length + lists[1].length + lists[2].length);
  order.set(lists[2]);
  order.set(lists[1], lists[2].length);
  order.set(lists[0], lists[2].length + lists[1].length);
  return order;
}

const { PRESENCE_MASK, KIND_SHIFT } = ENTITY_STATE;

/** More than its bare shape has to be seen of it, however small. Twin of `special` in entity-shader.ts. */
export const needsRich = (state: number): boolean => {
  const presence = state & PRESENCE_MASK;
  const device = state >> KIND_SHIFT === MARK_KIND;
  return presence === LOST || (device && presence !== 0) || isUrgent(state);
};

/** Rows that stand out by their state, as the textures count them: those who call for attention last, uppermost. */
export function outstandingRows(entities: EntityRows, devices: EntityRows, deviceBase: number): number[] {
  const quiet: number[] = [];
  const urgent: number[] = [];
  const look = (rows: EntityRows, base: number): void => {
    const { count, state } = rows;
    for (let row = 0; row < count; row++) {
      const bits = state[row]!;
      if (bits === 0 || !needsRich(bits) || !isPlaced(bits)) continue;
      (isUrgent(bits) ? urgent : quiet).push(base + row);
    }
  };
  look(devices, deviceBase);
  look(entities, 0);
  return quiet.concat(urgent);
}
