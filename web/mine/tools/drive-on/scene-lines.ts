import type { DriveReason, HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import type { PlannedHeadingFacts } from '../../../../domain/contracts/driving-facts.ts';
import { dashes, lineBetween } from '../../../../domain/drive-on/along-line.ts';
import type { EnuPoint } from '../../../../domain/frame/coordinates.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { circleSection, sweepTube } from '../../../../domain/geometry/tube.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { crosses, type Rgb, rgbOf, type Stroke, strokesOverlay } from '../scene-strokes.ts';
import { ANSWER_LOOKS } from './answer-look.ts';

const ANSWER_WIDTH = 4;
/** A sleeve stands so far off the section it is drawn about. */
const SLEEVE = 1.05;
const SLEEVE_SIDES = 12;
const HOLE_WIDTH = 3;
const NEAREST_WIDTH = 2;
const HOLE_COLOUR: Rgb = [76, 194, 184];
/** As text is on the ground of the theme. */
const NEAREST_COLOUR = { dark: [228, 233, 237], light: [24, 33, 42] } as const satisfies Record<string, Rgb>;

/** The middle of a heading, which its line may follow along the floor. */
export const middleLine = ({ line, section }: PlannedHeadingFacts): Vec3[] => {
  const lift = section.lineIs === 'floor' ? section.height / 2 : 0;
  return line.map(([x, y, z]) => [x, y, z + lift]);
};

/**
 * The answers as sleeves about each heading, whole, in bands or in rings: a line alone would lie hidden within the tube of
 * the heading itself.
 */
export const answerSleeves = (
  headings: readonly HeadingAnswer[],
  facts: readonly PlannedHeadingFacts[],
): Overlay | null => {
  const positions: number[] = [];
  const indices: number[] = [];
  const colours: number[] = [];
  for (const { heading, stretches } of headings) {
    const planned = facts.find(({ id }) => id === heading);
    if (!planned) continue;
    const { width, height } = planned.section;
    const outline = circleSection((Math.hypot(width, height) / 2) * SLEEVE, SLEEVE_SIDES);
    const line = middleLine(planned);
    for (const { answer, from, to } of stretches) {
      const { colour, stroke, gap } = ANSWER_LOOKS[answer];
      const [r, g, b] = rgbOf(colour);
      for (let at = from; at < to; at += stroke + gap) {
        const points = lineBetween(line, at, Math.min(to, at + stroke));
        if (points.length < 2) continue;
        const mesh = sweepTube(points as unknown as EnuPoint[], outline, { frame: 'upright' });
        const first = positions.length / 3;
        for (const value of mesh.positions) positions.push(value);
        for (const index of mesh.indices) indices.push(first + index);
        for (let i = 0; i < mesh.positions.length; i += 3) colours.push(r, g, b, 255);
      }
    }
  }
  return indices.length === 0
    ? null
    : {
        kind: 'triangles',
        positions: Float64Array.from(positions),
        indices: Uint32Array.from(indices),
        colours: Uint8Array.from(colours),
        throughRock: true,
      };
};

/** The answers as lines, which are seen from afar too: whole, dashed, dotted, or whole with crosses. */
export const answerLines = (
  headings: readonly HeadingAnswer[],
  facts: readonly PlannedHeadingFacts[],
): Overlay | null =>
  strokesOverlay(
    headings.flatMap((heading) => {
      const planned = facts.find(({ id }) => id === heading.heading);
      if (!planned) return [];
      const line = middleLine(planned);
      return heading.stretches.flatMap(({ answer, from, to }): Stroke[] => {
        const { colour, stroke, gap } = ANSWER_LOOKS[answer];
        const rgb = rgbOf(colour);
        const strokes = dashes(line, from, to, stroke, gap).map(([a, b]): Stroke => [a, b, rgb]);
        return answer === 'stop' ? [...strokes, ...crosses(line, from, to, rgb)] : strokes;
      });
    }),
    ANSWER_WIDTH,
  );

/** The proposed holes of a heading, and where they run into something known. */
export const holeLines = ({ fan }: HeadingAnswer, chosen: number | null): Overlay | null =>
  strokesOverlay(
    (fan?.holes ?? []).flatMap(({ number, collar, end, length, pierces }): Stroke[] => {
      const rgb: Rgb = chosen === null || chosen === number ? HOLE_COLOUR : [120, 140, 145];
      const whole: Stroke = [collar, end, rgb];
      const inside = pierces.map(({ at, to }): Stroke => {
        const [a, b] = [
          lineBetween([collar, end], at, at)[0]!,
          lineBetween([collar, end], Math.min(length, to), Math.min(length, to))[0]!,
        ];
        return [a, b, rgbOf(ANSWER_LOOKS.stop.colour)];
      });
      return [whole, ...inside];
    }),
    HOLE_WIDTH,
  );

/** From the heading to each obstacle of these reasons, where it is nearest. */
export const nearestLines = (
  reasons: readonly DriveReason[],
  theme: keyof typeof NEAREST_COLOUR,
): Overlay | null =>
  strokesOverlay(
    reasons.flatMap(({ nearest }): Stroke[] =>
      nearest ? [[nearest.here, nearest.there, NEAREST_COLOUR[theme]]] : [],
    ),
    NEAREST_WIDTH,
  );
