import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { AsBuiltPlan, PlanFeature } from '../../../domain/contracts/plans.ts';
import { differenceLayers } from '../../../domain/drawing/difference-layers.ts';
import { differenceTitle } from '../../../domain/drawing/drawing-titles.ts';
import { planDifference } from '../../../domain/plans/plan-difference.ts';
import { planFeatures } from '../../../domain/plans/plan-features.ts';
import type { SectionMine } from '../section-data.ts';
import { type DrawingContent, eastingOffset } from './drawing-content.ts';

/** An earlier plan, to which the mine of now is compared. */
export interface ComparedPlan {
  readonly plan: AsBuiltPlan;
  readonly features: readonly PlanFeature[];
}

/** What came, went and changed in the mine since an as-built plan. */
export const differenceContent = (
  { bodies, logs, frame, catalog }: SectionMine,
  { plan, features }: ComparedPlan,
  language: Language,
): DrawingContent => {
  const difference = planDifference(features, planFeatures(bodies, logs, frame));
  const offset = eastingOffset(catalog);
  // Whatever the scale, the outlines are the same: they are what must have room.
  const { layers } = differenceLayers(difference, {
    paper: { scale: 1000, exaggeration: 1 },
    language,
    eastingOffset: offset,
  });
  return {
    kind: 'plan',
    title: differenceTitle(plan.surveyDate)[language],
    layers: [],
    legend: [],
    onPaper: (paper) => [differenceLayers(difference, { paper, language, eastingOffset: offset })],
    points: layers
      .filter(({ id }) => id !== 'DIFFERENCE-NAME')
      .flatMap(({ shapes }) =>
        shapes.flatMap((shape) => (shape.type === 'line' && shape.points.length > 3 ? shape.points : [])),
      ),
    corners: null,
    ends: null,
    least: null,
    toSurvey: null,
    people: null,
  };
};
