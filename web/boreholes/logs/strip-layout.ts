import type { HungLog } from '../../../domain/boreholes/hang-logs.ts';

/** Widths of what stands beside each other in the panel, CSS pixels. */
export const WIDTHS = {
  axis: 50,
  depths: 34,
  band: 56,
  water: 16,
  /** Between two holes, where contacts are joined. */
  gap: 56,
  names: 132,
  structures: 58,
  track: 66,
} as const;
/** Above the highest and below the lowest point. */
export const MARGIN = 14;
/** A panel of one metre a thousand pixels would be a panel of nothing. */
const LARGEST_SCALE = 24;

/** Where the parts of one hole are, CSS pixels from the panel's left. */
export interface StripPlace {
  readonly left: number;
  readonly depths: number;
  readonly band: number;
  readonly right: number;
}

export interface StripLayout {
  readonly places: readonly StripPlace[];
  readonly width: number;
  readonly height: number;
  /** Pixels a metre. */
  readonly scale: number;
  /** Metres of the panel's own axis at its upper margin. */
  readonly top: number;
  readonly base: number;
  readonly yOf: (metres: number) => number;
  readonly metresOf: (y: number) => number;
}

/**
 * Places holes beside each other. @param beside pixels of the columns right of a single hole's band
 * @param room height of the panel, pixels @param zoom 1 = all of it is seen
 */
export const stripLayout = (
  hung: readonly HungLog[],
  o: { readonly beside: number; readonly room: number; readonly zoom: number },
): StripLayout => {
  const top = Math.min(...hung.map((one) => one.top));
  const base = Math.max(...hung.map((one) => one.base));
  const fit = Math.max(0.05, (o.room - 2 * MARGIN) / Math.max(1, base - top));
  const scale = Math.min(Math.max(LARGEST_SCALE, fit), fit * o.zoom);
  const places: StripPlace[] = [];
  let x = WIDTHS.axis;
  for (const _ of hung) {
    const depths = x + WIDTHS.depths;
    const right = depths + WIDTHS.band + WIDTHS.water + (hung.length === 1 ? o.beside : 0);
    places.push({ left: x, depths, band: depths, right });
    x = right + WIDTHS.gap;
  }
  return {
    places,
    width: x - WIDTHS.gap + 8,
    height: (base - top) * scale + 2 * MARGIN,
    scale,
    top,
    base,
    yOf: (metres) => MARGIN + (metres - top) * scale,
    metresOf: (y) => top + (y - MARGIN) / scale,
  };
};
