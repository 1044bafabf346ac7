/** Depths are typed to a centimetre or a foot tenth: differences below this are rounding. Metres. */
export const DEPTH_SLACK = 0.02;
/** The deepest hole ever drilled reached 12 262 m. */
export const DEEPEST_HOLE = 15_000;

/** Metres to a centimetre. */
export const roundedDepth = (value: number): number => Number(value.toFixed(2));
