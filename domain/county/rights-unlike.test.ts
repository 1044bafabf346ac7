import { expect, it } from 'vitest';
import { rightsUnlike } from './rights-unlike.ts';

/** Metres for degrees: what is asked is which differ, not where they lie. */
const field = (west: number, east: number): [number, number][] => [
  [west, 0],
  [east, 0],
  [east, 100],
  [west, 100],
  [west, 0],
];
const right = (rings: [number, number][][], more: { bottom?: number | null; top?: number | null } = {}) => ({
  rings,
  bottom: -100,
  top: 50,
  ...more,
});
const unlike = (a: Parameters<typeof rightsUnlike>[0], b: typeof a) => rightsUnlike(a, b, ([x, y]) => [x, y]);

it('says nothing where outlines and heights are the same to a metre, whichever corner comes first', () => {
  const turned: [number, number][] = [
    [100.4, 100],
    [0, 100],
    [0, 0],
    [50, 0],
    [100, 0],
    [100.4, 100],
  ];
  expect(unlike(right([field(0, 100)]), right([turned], { bottom: -100.6 }))).toBeNull();
});

it('says by how many metres corners are off, whichever of the two is the larger', () => {
  const [small, large] = [right([field(0, 100)]), right([field(0, 130)])];
  expect(unlike(small, large)).toEqual({ plan: 30, heights: false });
  expect(unlike(large, small)).toEqual({ plan: 30, heights: false });
});

it('says that heights differ, that one states none, and that one has a field less', () => {
  const one = right([field(0, 100)]);
  expect(unlike(one, right([field(0, 100)], { top: 53 }))).toEqual({ plan: 0, heights: true });
  expect(unlike(one, right([field(0, 100)], { bottom: null }))).toEqual({ plan: 0, heights: true });
  expect(unlike(one, right([field(0, 100), field(500, 600)]))).toEqual({ plan: 500, heights: false });
  const heights = [
    { bottom: -100, top: 50 },
    { bottom: -300, top: 50 },
  ];
  const two = right([field(0, 100), field(500, 600)], { bottom: -300 });
  expect(unlike(two, { ...two, heights })).toEqual({ plan: 0, heights: true });
});
