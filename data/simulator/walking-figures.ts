/**
 * How people walk and how tags err, measured in the reference data 11-personnel; walking-figures.test.ts works the
 * figures out again where that data is present.
 */

/**
 * Speed of a walk, m/s: path length over time of each of the 137 people in pedpy_corner_traj.txt (PedPy, MIT licence,
 * 16 frames a second, a corridor with a corner).
 */
export const WALKING_SPEED = { mean: 1.177, sd: 0.2008, least: 0.832, most: 1.802 } as const;

/**
 * Noise of one tag on one axis, metres, one standard deviation: what 827 fixes of raw_uwbtags.csv (CC BY 4.0) differ
 * from the line between the fix before and the fix after, over pairs less than 0.6 s apart.
 */
export const TAG_NOISE_METRES = 0.0819;

/** 826 of the 827 fixes said a height of exactly 0: a known fault of such tags. */
export const ZERO_HEIGHT_SHARE = 826 / 827;

/** Where it was measured, for the screen and for reports. */
export const WALKING_SOURCE = '11-personnel: pedpy_corner_traj.txt, raw_uwbtags.csv';
