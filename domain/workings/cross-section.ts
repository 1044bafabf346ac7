import type { Section } from '../geometry/tube.ts';

export type SectionShape = 'arch' | 'rectangle' | 'circle';

const ARC_STEPS = 8;

/** Points from `from` to `to` (radians) on an ellipse about (0, centreUp), both ends included. */
const arc = (
  halfWidth: number,
  rise: number,
  centreUp: number,
  from: number,
  to: number,
  steps: number,
): [number, number][] =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [halfWidth * Math.cos(angle), centreUp + rise * Math.sin(angle)];
  });

/**
 * Outline of a roadway across its line, [right, up] metres, counter-clockwise looking along the line.
 * An arch has straight walls and a half-round roof (flattened to an ellipse where the roadway is lower than half
 * its width); a circle takes width and height as its two diameters.
 * @param lineIs whether the surveyed line runs on the floor or through the centre of the section
 * @throws RangeError where width or height is not a positive number
 */
export function crossSection(
  shape: SectionShape,
  width: number,
  height: number,
  lineIs: 'floor' | 'centre',
): Section {
  if (!(width > 0 && height > 0 && Number.isFinite(width + height)))
    throw new RangeError(`cross-section needs a positive width and height, got ${width} × ${height}`);
  const half = width / 2;
  const floor = lineIs === 'floor' ? 0 : -height / 2;
  if (shape === 'rectangle')
    return [
      [-half, floor],
      [half, floor],
      [half, floor + height],
      [-half, floor + height],
    ];
  if (shape === 'circle')
    return arc(half, height / 2, floor + height / 2, 0, 2 * Math.PI, 2 * ARC_STEPS).slice(0, -1);
  const rise = Math.min(half, height);
  const spring = floor + height - rise;
  const roof = arc(half, rise, spring, 0, Math.PI, ARC_STEPS);
  return rise < height ? [[-half, floor], [half, floor], ...roof] : roof;
}
