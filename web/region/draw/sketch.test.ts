import { describe, expect, it } from 'vitest';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { drawnPlace, positionsOf } from '../../ledger/edit/coordinate-text.ts';
import { nearestCorner } from './nearest-corner.ts';
import { added, moved, putAfter, type Sketch, shortOf, without } from './sketch.ts';

const of = (place: HazardPlace): Sketch => place as Sketch;
const draw = (kind: 'point' | 'line' | 'polygon', ...places: [number, number][]): Sketch =>
  places.reduce((sketch, at) => of(added(sketch, at)), of(drawnPlace(kind, [])));

describe('a sketch', () => {
  it('grows by clicks; the second click of a double click adds nothing', () => {
    const area = draw('polygon', [117, 35], [117.1, 35], [117.1, 35.1], [117.1, 35.1]);
    expect(positionsOf(area)).toEqual([
      [117, 35],
      [117.1, 35],
      [117.1, 35.1],
    ]);
    expect(draw('point', [117, 35], [118, 36])).toEqual({ kind: 'point', at: [118, 36] });
  });

  it('says how many corners it is short of', () => {
    expect([shortOf(draw('point')), shortOf(draw('line', [1, 2])), shortOf(draw('polygon', [1, 2]))]).toEqual(
      [1, 1, 2],
    );
    expect(shortOf(draw('line', [1, 2], [3, 4]))).toBeNull();
  });

  it('has corners moved, put in and taken away; holes stay', () => {
    const area: Sketch = {
      kind: 'polygon',
      rings: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
        [
          [2, 1],
          [3, 1],
          [3, 2],
          [2, 1],
        ],
      ],
    };
    const changed = of(without(of(putAfter(of(moved(area, 0, [1, 0])), 2, [0, 4])), 1));
    expect(positionsOf(changed)).toEqual([
      [1, 0],
      [4, 4],
      [0, 4],
    ]);
    expect(changed.kind === 'polygon' && changed.rings[1]).toEqual(area.rings[1]);
    expect(positionsOf(without(changed, -1))).toHaveLength(2);
  });
});

describe('the nearest corner', () => {
  const corners: [number, number][] = [
    [117, 35],
    [117.001, 35],
  ];
  const screen = ([x, y]: readonly [number, number]) => ({ x: (x - 117) * 1e5, y: (y - 35) * 1e5 });

  it('is taken within reach of the pointer only', () => {
    const near = (x: number) => nearestCorner(corners, [x, 35.00005], screen, 12);
    expect(near(117.00095)).toEqual([117.001, 35]);
    expect(near(117.0005)).toBeNull();
  });
});
