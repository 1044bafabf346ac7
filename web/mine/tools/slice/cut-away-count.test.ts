import { expect, test } from 'vitest';
import { type EntityColumns, entityState } from '../../../../domain/contracts/live/entity.ts';
import { cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import { cutAwayCount } from './cut-away-count.ts';

test('counts who is hidden by a cut: not who is in alarm, nor who has no place', () => {
  const rows = [
    { up: -10, state: entityState({ presence: 'fresh', kind: 'person' }) },
    { up: 10, state: entityState({ presence: 'fresh', kind: 'person' }) },
    { up: 10, state: entityState({ presence: 'lost', kind: 'vehicle' }) },
    { up: 10, state: entityState({ presence: 'fresh', kind: 'person', alarmed: true }) },
    { up: 10, state: entityState({ presence: 'stale', kind: 'person', sos: true }) },
    { up: 10, state: entityState({ presence: 'unknown', kind: 'person' }) },
  ];
  const entities = {
    count: rows.length,
    position: Int32Array.from(rows.flatMap(({ up }) => [0, 0, up * 100])),
    state: Uint8Array.from(rows, ({ state }) => state),
  } as unknown as EntityColumns;
  const level = cutRegion({ kind: 'level', up: 0, flipped: false }, 1000);
  expect(cutAwayCount(level, { entities })).toBe(2);
});
