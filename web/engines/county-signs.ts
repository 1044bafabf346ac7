import type { RISK_LEVELS } from '../../domain/contracts/county.ts';
import type { MINE_STATES, MineType } from '../../domain/contracts/manifest.ts';

type MineState = (typeof MINE_STATES)[number];

/**
 * Signs of the county's map as paths in a square of 24, drawn by the map on a canvas and by the legend as SVG. The type of a mine
 * is its outline, its state a mark in the corner; both are read without colour.
 */
export const SIGN_SIZE = 24;

export const MINE_OUTLINES: Readonly<Record<MineType, string>> = {
  // a shield pointing down: metal from below
  'underground-metal': 'M4 3H20V13L12 21L4 13Z',
  'underground-coal': 'M4 4H20V20H4Z',
  'underground-nonmetal': 'M12 2.5L20.5 7.3V16.7L12 21.5L3.5 16.7V7.3Z',
  // benches going down
  'open-pit': 'M2.5 5H21.5L18.5 12H16.5L14.5 19H9.5L7.5 12H5.5Z',
  tailings: 'M12 2L22 12L12 22L2 12Z',
  exploration: 'M12 3A9 9 0 1 1 11.99 3Z',
};

/** Stroked in the corner. Producing has none: the sign itself is it. */
export const STATE_MARKS: Readonly<Record<MineState, string | null>> = {
  producing: null,
  construction: 'M3 9H9M6 3V9M3.8 4.6L8.2 4.6',
  suspended: 'M4 3V9M8 3V9',
  closed: 'M3 3L9 9M9 3L3 9',
  unknown: 'M4 4.4C4 2.4 8 2.4 8 4.6C8 6 6 6 6 7.4M6 9.2V9.4',
};

/** Ticks under the sign of a site: the worse its risk, the more. */
export const SITE_TICKS: Readonly<Record<(typeof RISK_LEVELS)[number], number>> = {
  major: 4,
  larger: 3,
  general: 2,
  low: 1,
};

/** A major hazard: eight corners in a square of 24, ink with the letter of who found it; dashed and hollow until it is confirmed. */
export const MAJOR_OUTLINE = 'M8.3 3H15.7L21 8.3V15.7L15.7 21H8.3L3 15.7V8.3Z';

/** A warning: a balloon over the sign, in a square of 18. */
export const WARNING_SIZE = 18;
export const WARNING_MARK = 'M2 2H16V13H11.5L9 16.5L6.5 13H2Z';

/**
 * Flags of hazards, in a square of 14: a clock for the deadline, five corners for the five-fixed, two rings that do not meet for
 * evidence that lacks its second witness. They are ink, for every colour of this map means something else already.
 */
export const FLAG_SIZE = 14;
export const FLAG_SIGNS = {
  /** Filled. */
  clock: 'M7 1A6 6 0 1 1 6.99 1Z',
  /** Stroked over it. */
  hands: 'M7 3.6V7.3L9.4 9',
  /** Stroked in its place where there is no deadline. */
  noHands: 'M5.2 5.5C5.2 3 8.9 3 8.9 5.5C8.9 7.1 7 6.9 7 8.5M7 10.4V10.6',
  corners: 'M7 0.8L13.3 5.4L10.9 12.8H3.1L0.7 5.4Z',
  /** Stroked within, where no number stands: one of the five is not there. */
  gap: 'M4.9 5.6L9.1 9.8M9.1 5.6L4.9 9.8',
  /** Stroked and filled: what was decided stands in doubt. */
  triangle: 'M7 1L13.4 12.6H0.6Z',
  /** Stroked within. */
  bang: 'M7 4.8V8.6M7 10.5V10.7',
  /** Filled and stroked, with a tick stroked within: accepted, and not closed. */
  box: 'M1.6 1.6H12.4V12.4H1.6Z',
  tick: 'M4 7.2L6.3 9.5L10.2 4.8',
  rings:
    'M4.6 3.6A3.4 3.4 0 1 0 4.6 10.4M9.4 3.6A3.4 3.4 0 1 1 9.4 10.4M4.6 3.6C6 3.6 6.6 4.3 7 5M9.4 10.4C8 10.4 7.4 9.7 7 9',
} as const;
