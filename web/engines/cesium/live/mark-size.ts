/** How large marks are on the screen, CSS pixels; twins of the shaders' figures, for picking and labels. */

/** Least and greatest radius of a mark that is not shown in true size. */
const LEAST = 3.6;
export const MOST = 15;

/** By index of ENTITY_KINDS; a device stands for a small thing. */
export const KIND_SIZE: readonly number[] = [1, 1.1, 0.9];

/** Metres; figures of people and lorries are drawn in true size near by. */
export const TRUE_HEIGHT: readonly number[] = [1.8, 2.4, 0];

/** Half the width of a figure as a share of half its height. */
export const FIGURE_WIDTH: readonly number[] = [0.45, 2, 1];

/** Half the height, CSS pixels, at which the mark has given way to the figure. */
export const FIGURE_FROM = 18;
export const FIGURE_WHOLE = 24;

/** Metres along one axis: whoever moved further between two pictures stands at the new place at once. */
export const LEAP_METRES = 300;

/** @param pixelsPerMetre CSS pixels a metre covers at the mark. Twin of shaders/mark-radius.glsl. */
export const markRadius = (pixelsPerMetre: number, kind: number): number =>
  Math.min(
    MOST,
    Math.max(LEAST, 4 * (Math.max(pixelsPerMetre, 1e-6) / 0.15) ** 0.34 * (KIND_SIZE[kind] ?? 1)),
  );

/** CSS pixels; below it a mark is its bare shape: symbols and wedges begin above. */
export const PLAIN_RADIUS = 6;

/** CSS pixels a metre covers below which no mark is larger than plain, whatever its kind. Inverse of markRadius. */
export const ALL_PLAIN_BELOW = 0.15 * (PLAIN_RADIUS / (4 * Math.max(...KIND_SIZE))) ** (1 / 0.34);
