import { describe, expect, it } from 'vitest';
import { entityState, PRESENCES } from '../../../../domain/contracts/live/entity.ts';
import { deviceRows } from './device-rows.ts';
import { type EntityRows, NO_ROWS } from './entity-rows.ts';
import { drawnOrder, needsRich, outstandingRows } from './mark-order.ts';

const rowsOf = (state: readonly number[]): EntityRows => ({
  ...NO_ROWS,
  count: state.length,
  state: Uint8Array.from(state),
});
const person = (more: object = {}): number => entityState({ presence: 'fresh', kind: 'person', ...more });
const device = (state: 'working' | 'failing' | 'silent') =>
  ({ id: state, kind: 'camera', enu: [0, 0, 0], azimuth: null, state, alarmed: false }) as const;

describe('order of drawing', () => {
  it('has people over vehicles over devices, and leaves out who was never heard', () => {
    const rows = rowsOf([
      person(),
      entityState({ presence: 'fresh', kind: 'vehicle' }),
      person({ presence: 'unknown' }),
      entityState({ presence: 'fresh', kind: 'device' }),
      person({ presence: 'lost' }),
    ]);
    expect([...drawnOrder(rows, deviceRows([device('working')]), 1024)]).toEqual([3, 1024, 1, 0, 4]);
  });

  it('has who calls for attention over who is lost, and a failing device among them', () => {
    const rows = rowsOf([
      person({ sos: true }),
      person(),
      person({ presence: 'lost' }),
      person({ alarmed: true }),
    ]);
    const devices = deviceRows([device('working'), device('failing'), device('silent')]);
    expect(outstandingRows(rows, devices, 1024)).toEqual([1025, 1026, 2, 0, 3]);
  });

  it('tells of everyone whose sign says more than the bare shape', () => {
    for (const presence of PRESENCES)
      for (const sos of [false, true])
        for (const alarmed of [false, true])
          expect(needsRich(person({ presence, sos, alarmed }))).toBe(presence === 'lost' || sos || alarmed);
  });
});
