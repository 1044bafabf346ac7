import { describe, expect, it } from 'vitest';
import type { EnuBox } from '../../../../domain/contracts/catalog.ts';
import type { Ray } from '../../../../domain/geology/slice/cap-pick.ts';
import type { BoxSlice, LineSlice, PlaneSlice } from '../../../../domain/geology/slice/slice.ts';
import { sliceHandles } from './slice-handles.ts';

const EXTENT: EnuBox = { min: [-2000, -2000, -300], max: [2000, 2000, 300] };
const WORKED: EnuBox = { min: [-400, -300, -200], max: [400, 300, 0] };
const EYE = [200, -1500, 900] as const;
/** The ray from the eye through a point. */
const through = (point: readonly [number, number, number]): Ray => ({
  origin: EYE,
  direction: [point[0] - EYE[0], point[1] - EYE[1], point[2] - EYE[2]],
});
const handle = (slice: Parameters<typeof sliceHandles>[0], id: string) =>
  sliceHandles(slice, EXTENT, WORKED).find((one) => one.id === id)!;

describe('handles of a slice', () => {
  const plane: PlaneSlice = { kind: 'plane', at: [0, 0], azimuth: 90, flipped: false };

  it('move a plane by as much as the pointer went across it, and not along it', () => {
    const { at, dragged } = handle(plane, 'move');
    // To the right of east is south.
    const moved = dragged(through(at), through([at[0], at[1] - 40, at[2]])) as PlaneSlice;
    expect(moved.at).toEqual([0, -40]);
    expect(handle(plane, 'move').nudged(1, 0, false)).toMatchObject({ at: [0, -10] });
    expect(handle(plane, 'move').nudged(0, -1, true)).toMatchObject({ at: [0, 1] });
  });

  it('turn a plane about its middle towards the pointer, from either end', () => {
    const to = through([300, 300, 70]);
    expect(handle(plane, 'turn-b').dragged(to, to)).toMatchObject({ azimuth: 45, at: [0, 0] });
    expect(handle(plane, 'turn-a').dragged(to, to)).toMatchObject({ azimuth: 225, at: [0, 0] });
    expect(handle({ ...plane, azimuth: 358 }, 'turn-b').nudged(1, 0, false)).toMatchObject({ azimuth: 3 });
  });

  it('move one face of a box and leave the one opposite, and never turn it inside out', () => {
    const box: BoxSlice = {
      kind: 'box',
      centre: [0, 0],
      azimuth: 0,
      length: 200,
      width: 100,
      low: -150,
      high: -50,
      flipped: false,
    };
    const { at, dragged } = handle(box, 'right');
    expect(at).toEqual([50, 0, -100]);
    const wider = dragged(through(at), through([80, 0, -100])) as BoxSlice;
    expect(wider.width).toBeCloseTo(130, 6);
    expect(wider.centre[0] - wider.width / 2).toBeCloseTo(-50, 6);
    expect(handle(box, 'top').nudged(0, 1, false)).toMatchObject({ high: -40, low: -150 });
    expect(handle(box, 'bottom').nudged(0, -99, false)).toMatchObject({ low: -51, high: -50 });
  });

  it('move one corner of a line over its level, but never onto all the others', () => {
    const line: LineSlice = {
      kind: 'line',
      line: [
        [0, 0],
        [10, 0],
      ],
      flipped: false,
    };
    const { at, dragged, nudged } = handle(line, 'corner-2');
    expect(at).toEqual([10, 0, 70]);
    expect(dragged(through(at), through([60, 70, 70]))).toMatchObject({
      line: [
        [0, 0],
        [60, 70],
      ],
    });
    expect(dragged(through(at), through([0, 0, 70]))).toBeNull();
    expect(nudged(-1, 0, false)).toEqual(line);
  });

  it('raise a level', () => {
    const level = { kind: 'level', up: -120, flipped: false } as const;
    const { at, dragged } = handle(level, 'level');
    expect(dragged(through(at), through([at[0], at[1], at[2] + 25]))).toMatchObject({ up: -95 });
  });
});
