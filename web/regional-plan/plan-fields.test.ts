import { expect, it } from 'vitest';
import { formatUrl, parseUrl } from '../shell/url-state.ts';
import { DEFAULT_VIEW } from '../shell/view-state.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

const VERSION = '0b54ad5c-8b79-4f0e-9df6-2f2b7f1f0a11';

it('carry the plan that is read and what it is compared with', () => {
  const patch = { openPlan: VERSION, planAgainst: '2025' };
  const link = formatUrl({ ...DEFAULT_VIEW, ...patch }, PLAN_FIELDS);
  expect(link).toBe(`?v=1&plan=${VERSION}&against=2025`);
  expect(parseUrl(link, PLAN_FIELDS)).toEqual({ state: { ...DEFAULT_VIEW, ...patch }, dropped: [] });
});

it('drop what is no plan', () => {
  expect(parseUrl('?v=1&plan=../x', PLAN_FIELDS).dropped).toHaveLength(1);
});
