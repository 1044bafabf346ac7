import type { UrlField } from '../shell/url-state.ts';

const PLAN = /^(2\d{3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const planField = (key: string, name: 'openPlan' | 'planAgainst'): UrlField => ({
  key,
  write: (state) => state[name],
  read: (text) => (PLAN.test(text) ? { [name]: text } : null),
});

/** The link's keys of the regional plan; grammar in docs/url-state.md. */
export const PLAN_FIELDS: readonly UrlField[] = [
  planField('plan', 'openPlan'),
  planField('against', 'planAgainst'),
];
