import { PROJECTION_TITLE } from '../../../domain/drawing/drawing-titles.ts';
import {
  isProjected,
  levelLineLayer,
  oreMarks,
  type ProjectedBody,
  projectionLayers,
  projectionReach,
} from '../../../domain/drawing/projection-layers.ts';
import { surveyChainage } from '../../../domain/drawing/survey-chainage.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import type { GeologicalBody } from '../../../domain/geology/geological-model.ts';
import { curtainFrame, type PlanPoint } from '../../../domain/geology/section/curtain.ts';
import { mainLevels } from '../../../domain/geology/section/level-heights.ts';
import { projectedOutline } from '../../../domain/geology/section/projected-outline.ts';
import { defaultStrike } from '../usual-cut.ts';
import { type ContentRequest, type DrawingContent, eastingOffset } from './drawing-content.ts';

/** Outlines are dear, and stay the same while scale, paper and holes are chosen. */
let kept: {
  readonly bodies: readonly GeologicalBody[];
  readonly key: string;
  readonly outlines: readonly ProjectedBody[];
} | null = null;

const outlinesOf = (
  bodies: readonly GeologicalBody[],
  line: readonly PlanPoint[],
): readonly ProjectedBody[] => {
  const key = line.join(' ');
  if (kept?.bodies === bodies && kept.key === key) return kept.outlines;
  const { plane } = curtainFrame(line).pieces[0]!;
  const outlines = bodies.flatMap((one, body): ProjectedBody[] => {
    const outline = isProjected(one) ? projectedOutline(one.mesh, plane) : null;
    return outline ? [{ body, outline }] : [];
  });
  kept = { bodies, key, outlines };
  return outlines;
};

/** Ore, goafs, stopes and roadways seen at right angles to a vertical plane along the strike, with level lines and where holes met ore. */
export const projectionContent = ({ mine, choice, language }: ContentRequest): DrawingContent => {
  const { bodies, frame, catalog } = mine;
  const drawn = choice.strikeLine ?? defaultStrike(bodies, catalog.extent);
  // A projection has one plane: from the first corner to the last.
  const line = [drawn[0]!, drawn.at(-1)!];
  const cut = curtainFrame(line);
  const band = choice.projectionBand;
  const projected = outlinesOf(bodies, line).filter(
    ({ outline: { off } }) => band === null || (off[0] <= band && off[1] >= -band),
  );
  const chainage = surveyChainage(cut, frame, eastingOffset(catalog));
  const { toDrawing } = chainage;
  const { layers, legend } = projectionLayers(projected, { bodies, toDrawing, language });
  const heights = mainLevels(projected.map(({ body }) => bodies[body]!)).map(({ up }) =>
    Math.round(frame.enuToSurvey(enu(0, 0, up)).height),
  );
  const length = chainage.corners.at(-1)!.chainage;
  const logs = choice.drawingHoles ? mine.logs : [];
  return {
    kind: 'projection',
    title: PROJECTION_TITLE[language],
    layers,
    legend: layers.length > 0 ? [...legend, { label: projectionReach(band, language) }] : legend,
    onPaper: (paper) => [
      levelLineLayer(heights, length, language, paper),
      oreMarks(logs, { frame: cut, band, paper, language, toDrawing }),
    ],
    points: [],
    corners: chainage.corners,
    ends: ['B', 'B′'],
    least: {
      left: 0,
      right: length,
      bottom: Number.POSITIVE_INFINITY,
      top: Number.NEGATIVE_INFINITY,
    },
    toSurvey: chainage.toSurvey,
    people: null,
  };
};
