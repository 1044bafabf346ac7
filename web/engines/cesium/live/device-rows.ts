import { ENTITY_STATE, PRESENCES } from '../../../../domain/contracts/live/entity.ts';
import type { DeviceMark } from '../../mine-view.ts';
import { type EntityRows, MARK_KIND } from './entity-rows.ts';

/** Symbols of fixed devices, in the order the shader counts them in from its gauge on. */
const SYMBOLS: readonly string[] = ['gauge', 'camera', 'reader'];

/** Working is drawn whole, failing like what is stale, silent like what is lost. */
const PRESENCE_OF: Readonly<Record<DeviceMark['state'], (typeof PRESENCES)[number]>> = {
  working: 'fresh',
  failing: 'stale',
  silent: 'lost',
  unknown: 'unknown',
};

/**
 * Fixed devices as rows that never move. Their kind bits say MARK_KIND; the bits that say SOS and "height guessed" of a
 * person hold the symbol's number instead.
 */
export function deviceRows(devices: readonly DeviceMark[]): EntityRows {
  const count = devices.length;
  const position = new Int32Array(count * 3);
  const heading = new Uint8Array(count);
  const state = new Uint8Array(count);
  devices.forEach((device, row) => {
    for (let axis = 0; axis < 3; axis++) position[row * 3 + axis] = Math.round(device.enu[axis]! * 100);
    const symbol = Math.max(0, SYMBOLS.indexOf(device.kind));
    state[row] =
      PRESENCES.indexOf(PRESENCE_OF[device.state]) |
      (symbol & 1 ? ENTITY_STATE.SOS : 0) |
      (symbol & 2 ? ENTITY_STATE.HEIGHT_GUESSED : 0) |
      (device.alarmed ? ENTITY_STATE.ALARMED : 0) |
      (device.azimuth === null ? 0 : ENTITY_STATE.HEADING_KNOWN) |
      (MARK_KIND << ENTITY_STATE.KIND_SHIFT);
    if (device.azimuth !== null) heading[row] = Math.round((device.azimuth / 360) * 256) & 255;
  });
  return { count, position, positionBefore: position, heading, headingBefore: heading, state };
}
