import type { FiveFixed, Hazard } from '../../../domain/contracts/hazard.ts';

const empty = (text: string | null): boolean => text === null || text.trim() === '';

/** What of the five was left empty is not fixed. */
export const tidyFixed = ({
  responsible,
  measure,
  funding,
  deadline,
  contingencyPlan,
}: FiveFixed): FiveFixed => ({
  responsible: responsible && empty(responsible.person) && empty(responsible.department) ? null : responsible,
  measure: empty(measure) ? null : measure,
  funding: funding && Number.isNaN(funding.amount) && empty(funding.source) ? null : funding,
  deadline: empty(deadline) ? null : deadline,
  contingencyPlan: empty(contingencyPlan) ? null : contingencyPlan,
});

/** What was left empty in a form was not given: null, and not an empty text. What was begun and not finished stays, to be complained of. */
export const tidyDraft = (draft: Hazard): Hazard => {
  const { target, begun, accepted } = draft.treatment;
  return {
    ...draft,
    title: draft.title.trim(),
    category: draft.category.trim(),
    // A feature of the model has heights of its own.
    elevation: draft.place.kind === 'feature' ? undefined : draft.elevation,
    fiveFixed: tidyFixed(draft.fiveFixed),
    treatment: {
      target: target && empty(target.metric) && Number.isNaN(target.value) ? null : target,
      begun: empty(begun) ? null : begun,
      accepted,
    },
  };
};
