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

/** A warning: a balloon over the sign, in a square of 18. */
export const WARNING_SIZE = 18;
export const WARNING_MARK = 'M2 2H16V13H11.5L9 16.5L6.5 13H2Z';
