import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type EntityColumns,
  entityState,
  PRESENCES,
  type RosterEntry,
  type Spot,
} from '../contracts/live/entity.ts';
import { countHeads, headsOf } from './head-count.ts';

const SPOTS: Spot[] = [
  { id: '', name: '', level: null, kind: 'unknown' },
  { id: 'a', name: 'a', level: '-50', kind: 'roadway' },
  { id: 'b', name: 'b', level: '-50', kind: 'place' },
  { id: 'c', name: 'c', level: '-110', kind: 'roadway' },
  { id: 's', name: 's', level: null, kind: 'surface' },
];
const entry = (handle: number, team: string | null, kind: 'person' | 'vehicle' = 'person'): RosterEntry => ({
  handle,
  id: `T${handle}`,
  kind,
  name: null,
  team,
  role: null,
  shift: null,
});
const columns = (
  rows: { handle: number; presence: (typeof PRESENCES)[number]; spot: number }[],
): EntityColumns => ({
  count: rows.length,
  handle: Uint32Array.from(rows, (r) => r.handle),
  position: new Int32Array(rows.length * 3),
  heading: new Uint8Array(rows.length),
  state: Uint8Array.from(rows, (r) => entityState({ presence: r.presence, kind: 'person' })),
  age: new Uint32Array(rows.length),
  spot: Uint16Array.from(rows, (r) => r.spot),
});

it('every table adds up to the roster, whoever was heard where', () => {
  const row = fc.record({
    handle: fc.integer({ min: 1, max: 40 }),
    presence: fc.constantFrom(...PRESENCES),
    spot: fc.integer({ min: 0, max: 7 }),
  });
  const heard = fc.uniqueArray(row, { selector: (r) => r.handle });
  const people = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('drill', 'blast', null)),
    { selector: ([handle]) => handle },
  );
  fc.assert(
    fc.property(heard, people, (rows, listed) => {
      const roster = listed.map(([handle, team]) => entry(handle, team));
      const counts = countHeads(columns(rows), roster, SPOTS, 'person');
      expect(headsOf(counts.total)).toBe(roster.length);
      for (const table of [counts.byLevel, counts.bySpot, counts.byTeam])
        for (const presence of PRESENCES)
          expect([...table.values()].reduce((sum, one) => sum + one[presence], 0)).toBe(
            counts.total[presence],
          );
    }),
  );
});

it('who was never heard is unknown and nowhere; the lost count where they were last', () => {
  const counts = countHeads(
    columns([
      { handle: 1, presence: 'fresh', spot: 1 },
      { handle: 2, presence: 'lost', spot: 2 },
      { handle: 9, presence: 'fresh', spot: 3 },
    ]),
    [entry(1, 'drill'), entry(2, 'drill'), entry(3, null), entry(4, null, 'vehicle')],
    SPOTS,
    'person',
  );
  expect(counts.total).toEqual({ fresh: 1, stale: 0, lost: 1, unknown: 1 });
  expect(counts.byLevel.get('-50')).toEqual({ fresh: 1, stale: 0, lost: 1, unknown: 0 });
  expect(counts.bySpot.get(0)).toEqual({ fresh: 0, stale: 0, lost: 0, unknown: 1 });
  expect(counts.bySpot.has(3)).toBe(false);
  expect(counts.byTeam.get('drill')).toEqual({ fresh: 1, stale: 0, lost: 1, unknown: 0 });
});
