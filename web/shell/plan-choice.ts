/** What is seen of the county's regional treatment plan: a year (its draft) or the id of a frozen version. */
export interface PlanChoice {
  /** null: the draft of this year. */
  readonly openPlan: string | null;
  /** What it is compared with; null: it is read. */
  readonly planAgainst: string | null;
}

export const DEFAULT_PLAN: PlanChoice = { openPlan: null, planAgainst: null };
