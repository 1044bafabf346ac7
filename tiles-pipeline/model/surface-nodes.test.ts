import { expect, test } from 'vitest';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { buildNetwork, type NetworkLine } from '../../domain/workings/network.ts';
import { type GroundAt, withSurface } from './surface-nodes.ts';

const line = (
  id: string,
  points: readonly (readonly number[])[],
  more: Partial<NetworkLine> = {},
): NetworkLine => ({
  ...{ id, line: points as unknown as EnuPoint[], type: 'adit', width: 4, height: 4 },
  ...more,
});
const shaft = { kind: 'shaft', type: 'shaft' } as const;

/** Heights of the nodes that are out. */
const out = (lines: readonly NetworkLine[], ground: GroundAt = () => 100): number[] =>
  withSurface(buildNetwork(lines, metres(0.1)), ground, ([, , up]) => up)
    .nodes.filter(({ surface }) => surface)
    .map(({ at }) => at[2]);

test('a roadway whose end breaks through the ground is a portal; one that ends below it is not', () => {
  expect(
    out([
      line('portal', [
        [0, 0, 50],
        [90, 0, 97],
      ]),
    ]),
  ).toEqual([97]);
  expect(
    out([
      line('blind', [
        [0, 0, 50],
        [90, 0, 95],
      ]),
    ]),
  ).toEqual([]);
});

test('where roadways go on from, one is out only in the open air', () => {
  const ramp = [
    line('a', [
      [0, 0, 50],
      [90, 0, 97],
    ]),
    line('b', [
      [90, 0, 97],
      [99, 9, 90],
    ]),
  ];
  expect(out(ramp)).toEqual([]);
  expect(out(ramp, () => 96)).toEqual([97]);
});

test('the collar of a shaft is out, its foot and a blind shaft are not', () => {
  expect(
    out([
      line(
        'S',
        [
          [0, 0, 98],
          [0, 0, 60],
          [0, 0, -50],
        ],
        shaft,
      ),
    ]),
  ).toEqual([98]);
  expect(
    out([
      line(
        'blind',
        [
          [0, 0, 40],
          [0, 0, -50],
        ],
        shaft,
      ),
    ]),
  ).toEqual([]);
});

test('without terrain nobody is known to be out', () => {
  expect(
    out(
      [
        line('portal', [
          [0, 0, 50],
          [90, 0, 97],
        ]),
      ],
      () => null,
    ),
  ).toEqual([]);
});
