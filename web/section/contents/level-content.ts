import type { XY } from '../../../domain/drawing/drawing.ts';
import { levelTitle } from '../../../domain/drawing/drawing-titles.ts';
import { holePlanLayers, holePlanPoints } from '../../../domain/drawing/hole-plan-layers.ts';
import { peopleBandText } from '../../../domain/drawing/people-layers.ts';
import { cutLayers } from '../../../domain/drawing/section-layers.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import { levelPlan } from '../../../domain/geology/section/level-plan.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { defaultLevel } from '../usual-cut.ts';
import { type ContentRequest, type DrawingContent, eastingOffset } from './drawing-content.ts';

/** A level plan, with the boreholes over it. */
export const levelContent = ({ mine, choice, language, certainBelow }: ContentRequest): DrawingContent => {
  const { bodies, frame, catalog, model } = mine;
  const height = choice.cutLevel ?? defaultLevel(bodies, catalog, frame);
  const middle = frame.enuToSurvey(enu(0, 0, 0));
  const [, , up] = frame.surveyToEnu({ ...middle, height: metres(height) });
  const offset = eastingOffset(catalog);
  const toDrawing = (east: number, north: number): XY => {
    const { easting, northing } = frame.enuToSurvey(enu(east, north, up));
    return [easting + offset, northing];
  };
  const plan = cutLayers(levelPlan(up, model, bodies), { model, bodies, toDrawing, certainBelow, language });
  const logs = choice.drawingHoles ? mine.logs : [];
  return {
    kind: 'plan',
    title: levelTitle(height)[language],
    ...plan,
    onPaper: (paper) => [holePlanLayers(logs, { up, paper, language, toDrawing, eastingOffset: offset })],
    // The plan is of what is mined; holes far from it do not shrink it. Without anything else it is of the holes.
    points: plan.layers.length === 0 ? holePlanPoints(logs, { toDrawing, eastingOffset: offset }) : [],
    corners: null,
    ends: null,
    least: null,
    toSurvey: null,
    people: {
      where: peopleBandText(choice.holeBand, 'level', language),
      place: (east, north, at) => (Math.abs(at - up) <= choice.holeBand ? toDrawing(east, north) : null),
    },
  };
};
