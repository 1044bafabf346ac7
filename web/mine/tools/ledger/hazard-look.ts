import { dashes } from '../../../../domain/drive-on/along-line.ts';
import type { Corroboration } from '../../../../domain/hazards/cross-validation.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { crosses, type Rgb, type Stroke } from '../scene-strokes.ts';
import type { DrawnHazard } from './drawn-hazards.ts';

/** Stroke and gap, metres, by how well it is known. */
const DASHES: Readonly<Record<Corroboration, readonly [stroke: number, gap: number]>> = {
  proven: [Infinity, 0],
  inferred: [10, 8],
  contradicted: [Infinity, 0],
  unverified: [2.5, 6],
  refuted: [1.5, 14],
};
/** Stroke and gap of the upright from a hazard in the rock to the ground over it. */
const TIE = [1.5, 4] as const;

/** The lines of a drawn hazard: whole where proven, dashed where inferred, with crosses where contradicted. */
export const hazardStrokes = (
  { lines, tie }: Pick<DrawnHazard, 'lines' | 'tie'>,
  status: Corroboration,
  colour: Rgb,
): Stroke[] => [
  ...lines.flatMap((line) => {
    const length = line
      .slice(1)
      .reduce((sum, b, i) => sum + Math.hypot(...b.map((v, k) => v - line[i]![k]!)), 0);
    const [stroke, gap] = DASHES[status];
    return [
      ...dashes(line, 0, length, stroke, gap).map(([a, b]): Stroke => [a, b, colour]),
      ...(status === 'contradicted' ? crosses(line, 0, length, colour) : []),
    ];
  }),
  ...(tie
    ? dashes(tie, 0, tie[0][2] < tie[1][2] ? tie[1][2] - tie[0][2] : 0, ...TIE).map(
        ([a, b]): Stroke => [a, b, colour],
      )
    : []),
];

/** Of what is laid over the ground one sees the ground as well; 0…255. */
const OPACITY = 200;

/** The faces of drawn hazards that are known equally well, in the pattern that says how well; null: there are none. */
export const hazardFaces = (
  hazards: readonly Pick<DrawnHazard, 'faces'>[],
  status: Corroboration,
  [red, green, blue]: Rgb,
): Overlay | null => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { points, triangles } of hazards.flatMap(({ faces }) => faces)) {
    const first = positions.length / 3;
    for (const point of points) positions.push(...point);
    for (const corner of triangles) indices.push(first + corner);
  }
  if (indices.length === 0) return null;
  const colours = new Uint8Array((positions.length / 3) * 4);
  for (let i = 0; i < colours.length; i += 4) colours.set([red, green, blue, OPACITY], i);
  return {
    ...{ kind: 'triangles', colours, throughRock: true, sliced: true, marked: status },
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
  };
};
