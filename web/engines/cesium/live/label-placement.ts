/** A label that wants a place beside its mark. CSS pixels. */
export interface LabelWish {
  /** Middle of the mark, half its height and half its width. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly halfWidth: number;
  readonly width: number;
  readonly height: number;
  /** Where it stood last: kept while it can be, so that labels do not jump from side to side. */
  readonly side: LabelSide | null;
}

export const LABEL_SIDES = ['right', 'left', 'above', 'below'] as const;
export type LabelSide = (typeof LABEL_SIDES)[number];

export interface LabelPlace {
  readonly left: number;
  readonly top: number;
  readonly side: LabelSide;
}

/** Between mark and label, and between two labels. */
const GAP = 5;
const AIR = 2;

const placeAt = ({ x, y, radius, halfWidth, width, height }: LabelWish, side: LabelSide): LabelPlace => {
  const off = radius + GAP;
  const beside = halfWidth + GAP;
  if (side === 'right') return { left: x + beside, top: y - height / 2, side };
  if (side === 'left') return { left: x - beside - width, top: y - height / 2, side };
  if (side === 'above') return { left: x - width / 2, top: y - off - height, side };
  return { left: x - width / 2, top: y + off, side };
};

/**
 * Places labels in their order, each at the first side where it lies whole in the area and over no label and no mark
 * of one placed before; null where there is none. No two places overlap.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  area: { readonly width: number; readonly height: number },
): (LabelPlace | null)[] {
  const taken: { left: number; top: number; right: number; bottom: number }[] = [];
  return wishes.map((wish) => {
    const sides = wish.side ? [wish.side, ...LABEL_SIDES] : LABEL_SIDES;
    for (const side of sides) {
      const place = placeAt(wish, side);
      const right = place.left + wish.width;
      const bottom = place.top + wish.height;
      if (place.left < 0 || place.top < 0 || right > area.width || bottom > area.height) continue;
      const free = taken.every(
        (box) =>
          right + AIR <= box.left ||
          box.right + AIR <= place.left ||
          bottom + AIR <= box.top ||
          box.bottom + AIR <= place.top,
      );
      if (!free) continue;
      taken.push({ left: place.left, top: place.top, right, bottom });
      const { x, y, radius, halfWidth } = wish;
      taken.push({ left: x - halfWidth, top: y - radius, right: x + halfWidth, bottom: y + radius });
      return place;
    }
    return null;
  });
}
