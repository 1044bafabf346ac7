import { expect, test } from 'vitest';
import {
  type EntityColumns,
  type EntityKind,
  entityState,
  type Presence,
} from '../../../domain/contracts/live/entity.ts';
import { peopleBelow } from './people-below.ts';

const columns = (rows: readonly [Presence, EntityKind?][]): EntityColumns => ({
  count: rows.length,
  handle: Uint32Array.from(rows, (_, i) => i + 1),
  position: new Int32Array(rows.length * 3),
  heading: new Uint8Array(rows.length),
  state: Uint8Array.from(rows, ([presence, kind = 'person']) => entityState({ presence, kind })),
  age: new Uint32Array(rows.length),
  spot: new Uint16Array(rows.length),
});
const roster = (people: number, vehicles = 0) =>
  [...Array(people).fill('person'), ...Array(vehicles).fill('vehicle')].map((kind: EntityKind, i) => ({
    ...{ handle: i + 1, id: `T${i}`, kind, name: null, team: null, role: null, shift: null },
  }));

test('everyone who is not known to be out is counted once, by how well they are known', () => {
  const picture = columns([['fresh'], ['stale'], ['lost'], ['fresh'], ['fresh'], ['fresh', 'vehicle']]);
  const inside = [true, true, true, false, null, true];
  expect(peopleBelow(picture, (row) => inside[row]!, roster(7, 1))).toEqual({
    ...{ fresh: 1, stale: 1, lost: 1, unplaced: 1, neverHeard: 2 },
  });
});
