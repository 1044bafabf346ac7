import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityState } from '../../../../domain/contracts/live/entity.ts';
import { cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import type { EntityRows } from './entity-rows.ts';
import { type EntitySight, entityAt, largestScale, nothingSeen, projector } from './entity-sight.ts';
import { chooseLabelled } from './label-choice.ts';
import { markRadius } from './mark-size.ts';

const FRESH = entityState({ presence: 'fresh', kind: 'person' });
const rowsOf = (
  places: readonly (readonly [number, number, number])[],
  states: readonly number[] = [],
): EntityRows => {
  const position = Int32Array.from(places.flat(), (metres) => Math.round(metres * 100));
  const zeros = new Uint8Array(places.length);
  const state = Uint8Array.from(places, (_, i) => states[i] ?? FRESH);
  return {
    count: places.length,
    position,
    positionBefore: position,
    heading: zeros,
    headingBefore: zeros,
    state,
  };
};

/** Looks north from the origin, level: the eye is 100 m south of the target. */
const sight: EntitySight = {
  pose: { target: [0, 0, 0.9], heading: 0, pitch: 0, range: 100 },
  tanHalfHeight: 0.5,
  width: 800,
  height: 600,
  exaggeration: 1,
  pivotUp: 0,
  slice: null,
};

describe('a thing on the screen', () => {
  it('is where the camera puts it, at its middle', () => {
    const seen = nothingSeen();
    expect(projector(sight)(rowsOf([[0, 0, 0]]), 0, 1, seen)).toBe(true);
    expect(seen.x).toBeCloseTo(400);
    expect(seen.y).toBeCloseTo(300);
    expect(seen.depth).toBeCloseTo(100);
    projector(sight)(rowsOf([[10, 0, 10]]), 0, 1, seen);
    expect(seen.x).toBeCloseTo(460);
    expect(seen.y).toBeCloseTo(240);
  });

  it('is stretched with the rest, but keeps its own height', () => {
    const seen = nothingSeen();
    projector({ ...sight, exaggeration: 3 })(rowsOf([[0, 0, 10]]), 0, 1, seen);
    expect(seen.y).toBeCloseTo(300 - 30 * 6);
  });

  it('is nowhere when it is behind the eye', () => {
    expect(projector(sight)(rowsOf([[0, -200, 0]]), 0, 1, nothingSeen())).toBe(false);
  });

  it('is never smaller than seven pixels nor a wall of badges', () => {
    for (const pixelsPerMetre of [1e-4, 0.01, 0.15, 1, 10, 1000])
      for (const kind of [0, 1, 2]) {
        expect(markRadius(pixelsPerMetre, kind) * 2).toBeGreaterThanOrEqual(7);
        expect(markRadius(pixelsPerMetre, kind)).toBeLessThanOrEqual(15);
      }
  });
});

describe('the thing one points at', () => {
  it('is the one there, and none where there is none', () => {
    const rows = rowsOf([
      [0, 0, 0],
      [20, 0, 0],
    ]);
    expect(entityAt(sight, rows, 1, 521, 300, -1)?.row).toBe(1);
    expect(entityAt(sight, rows, 1, 460, 300, -1)).toBeNull();
  });

  it('is the nearest to the eye of two in one place', () => {
    const rows = rowsOf([
      [0, 60, 0],
      [0, 10, 0],
    ]);
    expect(entityAt(sight, rows, 1, 400, 300, -1)?.row).toBe(1);
  });

  it('is the one who calls for attention before others, and the selected before all', () => {
    const sos = entityState({ presence: 'lost', kind: 'person', sos: true });
    const rows = rowsOf(
      [
        [0, 10, 0],
        [0, 60, 0],
        [0, 90, 0],
      ],
      [FRESH, sos, FRESH],
    );
    expect(entityAt(sight, rows, 1, 400, 300, -1)?.row).toBe(1);
    expect(entityAt(sight, rows, 1, 400, 300, 2)?.row).toBe(2);
  });

  it('is not one who is cut away, unless that one calls for attention', () => {
    const sos = entityState({ presence: 'fresh', kind: 'person', sos: true });
    const cut = { ...sight, slice: cutRegion({ kind: 'level', up: -5, flipped: false }, 1000) };
    const places = [[0, 0, 0]] as const;
    expect(entityAt(cut, rowsOf(places), 1, 400, 300, -1)).toBeNull();
    expect(entityAt(cut, rowsOf(places, [sos]), 1, 400, 300, -1)?.row).toBe(0);
  });

  it('is never one that was never heard', () => {
    const rows = rowsOf([[0, 0, 0]], [entityState({ presence: 'unknown', kind: 'person' })]);
    expect(entityAt(sight, rows, 1, 400, 300, -1)).toBeNull();
  });
});

describe('rejecting what cannot be meant', () => {
  const metres = fc.integer({ min: -20_000, max: 20_000 });
  const place = fc.tuple(metres, metres, fc.integer({ min: -3000, max: 3000 }));
  const looks = fc.record({
    heading: fc.integer({ min: 0, max: 359 }),
    pitch: fc.integer({ min: -89, max: 20 }),
    range: fc.integer({ min: 2, max: 9000 }),
    exaggeration: fc.integer({ min: 1, max: 5 }),
    pivotUp: fc.integer({ min: -500, max: 500 }),
    slice: fc.constant(null),
  });

  it('never rejects what is drawn at the point', () => {
    fc.assert(
      fc.property(
        place,
        place,
        looks,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, before, look, share) => {
          for (const kind of ['person', 'vehicle', 'device'] as const) {
            const rows = {
              ...rowsOf(
                [at.map((cm) => cm / 100) as [number, number, number]],
                [entityState({ presence: 'fresh', kind })],
              ),
              positionBefore: Int32Array.from(before),
            };
            const { exaggeration, pivotUp, ...angles } = look;
            const view = { ...sight, exaggeration, pivotUp, pose: { target: [0, 0, 0] as const, ...angles } };
            const seen = nothingSeen();
            if (!projector(view)(rows, 0, share, seen)) continue;
            for (const [dx, dy] of [
              [0, 0],
              [0.99, 0],
              [0, 0.99],
              [-0.7, -0.7],
            ] as const) {
              const width = Math.min(seen.halfWidth, seen.radius * (kind === 'person' ? 0.45 : 1));
              expect(
                entityAt(view, rows, share, seen.x + dx * width, seen.y + dy * seen.radius, -1)?.row,
              ).toBe(0);
            }
          }
        },
      ),
    );
  });

  it('knows how large at most anything in a box is', () => {
    fc.assert(
      fc.property(place, place, looks, (a, b, look) => {
        const { exaggeration: _, pivotUp: __, ...angles } = look;
        const view = { ...sight, pose: { target: [0, 0, 0] as const, ...angles } };
        const most = largestScale(view, [a, b]);
        const seen = nothingSeen();
        const middle = rowsOf(
          [[0, 1, 2].map((axis) => (a[axis]! + b[axis]!) / 2) as [number, number, number]],
          [entityState({ presence: 'fresh', kind: 'device' })],
        );
        for (const rows of [middle, rowsOf([a], [entityState({ presence: 'fresh', kind: 'device' })])])
          if (projector(view)(rows, 0, 1, seen))
            expect(300 / 0.5 / seen.depth).toBeLessThanOrEqual(most * (1 + 1e-3));
      }),
    );
  });
});

describe('who is labelled', () => {
  const line = Array.from({ length: 300 }, (_, i): [number, number, number] => [0, i, 0]);
  const none = rowsOf([]);

  it('is a hundred at most, the nearest', () => {
    const chosen = chooseLabelled(sight, rowsOf(line.toReversed()), none, 1, [], 100);
    expect(chosen).toHaveLength(100);
    expect(chosen[0]).toEqual({ rows: 'entities', row: 299 });
    expect(chosen.at(-1)).toEqual({ rows: 'entities', row: 200 });
  });

  it('is first the selected, then who calls for help however far, none twice', () => {
    const states = line.map((_, i) =>
      i === 280 ? entityState({ presence: 'fresh', kind: 'person', sos: true }) : FRESH,
    );
    const selected = { rows: 'entities', row: 150 } as const;
    const chosen = chooseLabelled(sight, rowsOf(line, states), none, 1, [selected, selected], 5);
    expect(chosen.map(({ row }) => row)).toEqual([150, 280, 0, 1, 2]);
  });
});
