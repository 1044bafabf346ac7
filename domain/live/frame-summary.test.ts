import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ENTITY_KINDS,
  type EntityColumns,
  entityState,
  PRESENCES,
  presenceOf,
} from '../contracts/live/entity.ts';
import { summaryOf } from './frame-summary.ts';

const centimetres = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const thing = fc.record({
  at: fc.tuple(centimetres, centimetres, centimetres),
  state: fc
    .record({
      presence: fc.constantFrom(...PRESENCES),
      kind: fc.constantFrom(...ENTITY_KINDS),
      sos: fc.boolean(),
      alarmed: fc.boolean(),
      headingKnown: fc.boolean(),
    })
    .map(entityState),
});

const columns = (things: readonly { at: readonly number[]; state: number }[]): EntityColumns => ({
  count: things.length,
  handle: Uint32Array.from(things, (_, row) => row + 1),
  position: Int32Array.from(things.flatMap(({ at }) => at)),
  heading: new Uint8Array(things.length),
  state: Uint8Array.from(things, ({ state }) => state),
  age: new Uint32Array(things.length),
  spot: new Uint16Array(things.length),
});

it('holds all placed things and touches one on every side', () => {
  fc.assert(
    fc.property(fc.array(thing), (things) => {
      const placed = things.filter(({ state }) => presenceOf(state) !== 'unknown').map(({ at }) => at);
      const { bounds } = summaryOf(columns(things));
      expect(bounds === null).toBe(placed.length === 0);
      if (bounds === null) return;
      for (const axis of [0, 1, 2]) {
        const along = placed.map((at) => at[axis]!);
        expect(bounds.min[axis]).toBe(Math.min(...along));
        expect(bounds.max[axis]).toBe(Math.max(...along));
      }
    }),
  );
});

it.each([
  ['a call for help', entityState({ presence: 'lost', kind: 'person', sos: true }), true],
  ['an alarm', entityState({ presence: 'fresh', kind: 'device', alarmed: true }), true],
  ['nothing', entityState({ presence: 'stale', kind: 'vehicle', headingKnown: true }), false],
])('is urgent by %s: %s', (_, state, urgent) => {
  expect(summaryOf(columns([{ at: [0, 0, 0], state }])).urgent).toBe(urgent);
});
