import type { XY } from './drawing.ts';
import type { PaperBox } from './sheet.ts';
import { textWidth } from './text-width.ts';

/** Lines of text at a point of the paper, millimetres. */
export interface WantedLabel {
  readonly at: XY;
  readonly lines: readonly string[];
  readonly size: number;
  /** The higher, the sooner it is placed: what is left out for want of room is the least. 0 where left out. */
  readonly weight?: number;
  /** Written over others where there is no free place: it must never be left out. */
  readonly always?: boolean;
}

type Box = PaperBox;

/** Lower left corner of the first line, and of those below it. */
export interface PlacedLabel {
  readonly lines: readonly XY[];
  /** It is further away than beside its point, and wants a line that leads to it. */
  readonly leads: boolean;
}

const LEADING = 1.15;
const AWAY = 1.8;
/** Directions that are tried, nearest first. */
const SIDES: readonly XY[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];
const RINGS = [1, 2.5, 4.5, 7, 10];
/** Half the side of the square that is kept free around an obstacle, millimetres. */
const CLEAR = 1.5;

/** Millimetres; labels are looked for in the squares they reach. */
const SQUARE = 20;

/** Boxes by the squares they reach: a plan may hold thousands of names. */
const createTaken = () => {
  const squares = new Map<string, { readonly box: Box; readonly own: number }[]>();
  const keys = ({ left, right, bottom, top }: Box): string[] => {
    const found: string[] = [];
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
      for (let y = Math.floor(bottom / SQUARE); y <= Math.floor(top / SQUARE); y++) found.push(`${x} ${y}`);
    return found;
  };
  return {
    add(box: Box, own: number): void {
      for (const key of keys(box)) squares.set(key, [...(squares.get(key) ?? []), { box, own }]);
    },
    isFree: (box: Box, own: number): boolean =>
      keys(box).every((key) =>
        (squares.get(key) ?? []).every((other) => other.own === own || !overlaps(box, other.box)),
      ),
  };
};

const holds = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.bottom >= outer.bottom &&
  inner.top <= outer.top;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;

/**
 * Puts labels beside their points, each where it covers none before it, no point and no obstacle, further away where it is crowded.
 * @param within what they must not reach out of, as far as they are not written `always`
 * @returns null for a label that finds no free place: two names over one another are none; whoever draws says how many are left out
 */
export const placeLabels = (
  labels: readonly WantedLabel[],
  obstacles: readonly XY[] = [],
  within: PaperBox | null = null,
): (PlacedLabel | null)[] => {
  const taken = createTaken();
  for (const [x, y] of obstacles)
    taken.add({ left: x - CLEAR, right: x + CLEAR, bottom: y - CLEAR, top: y + CLEAR }, -1);
  labels.forEach(({ at: [x, y] }, own) => {
    taken.add({ left: x - 1, right: x + 1, bottom: y - 1, top: y + 1 }, own);
  });
  const placed: (PlacedLabel | null)[] = labels.map(() => null);
  const order = labels
    .map((label, own) => ({ label, own }))
    .sort((a, b) => (b.label.weight ?? 0) - (a.label.weight ?? 0));
  for (const {
    label: { at, lines, size, always },
    own,
  } of order) {
    const width = Math.max(...lines.map((text) => textWidth(text, size)));
    const height = lines.length * size * LEADING;
    const boxAt = ([dx, dy]: XY, away: number): Box => {
      const x = at[0] + dx * away * AWAY + (dx > 0 ? 0 : dx < 0 ? -width : -width / 2);
      const y = at[1] + dy * away * AWAY + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2);
      return { left: x, right: x + width, bottom: y, top: y + height };
    };
    const tries = RINGS.flatMap((away) => SIDES.map((side) => ({ box: boxAt(side, away), away })));
    const inside = within === null ? tries : tries.filter(({ box: one }) => holds(within, one));
    const free = inside.find(({ box: one }) => taken.isFree(one, own));
    if (!free && !always) continue;
    const { box, away } = free ?? inside[0] ?? tries[0]!;
    taken.add(box, own);
    placed[own] = {
      lines: lines.map((_, i): XY => [box.left, box.top - (i + 0.85) * size * LEADING]),
      leads: away > 1,
    };
  }
  return placed;
};
