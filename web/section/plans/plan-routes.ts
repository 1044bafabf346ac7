import {
  type AsBuiltPlan,
  asBuiltPlanSchema,
  type MakePlan,
  type PlanFeature,
  type PlanList,
  planFeaturesSchema,
  planListSchema,
} from '../../../domain/contracts/plans.ts';
import { type Fetched, fetchJson } from '../../shell/fetch-json.ts';

const base = (mine: string): string => `/api/mines/${encodeURIComponent(mine)}/plans`;

/** The gateway's register of as-built plans. Nothing here throws but an abort. */
export const planRoutes = (mine: string) => ({
  list: (signal: AbortSignal): Promise<Fetched<PlanList>> =>
    fetchJson(base(mine), planListSchema, { signal }),
  make: (plan: MakePlan): Promise<Fetched<AsBuiltPlan>> =>
    fetchJson(base(mine), asBuiltPlanSchema, {
      fetch: (url) =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(plan),
        }),
    }),
  features: async (id: string): Promise<Fetched<readonly PlanFeature[]>> => {
    const answer = await fetchJson(`${base(mine)}/${id}/features`, planFeaturesSchema);
    return answer.ok ? { ok: true, value: answer.value.features } : answer;
  },
  attach: (id: string, scan: File, by: string): Promise<Fetched<AsBuiltPlan>> =>
    fetchJson(`${base(mine)}/${id}/scan?${new URLSearchParams({ by })}`, asBuiltPlanSchema, {
      fetch: (url) => fetch(url, { method: 'PUT', headers: { 'content-type': scan.type }, body: scan }),
    }),
  scanUrl: (id: string): string => `${base(mine)}/${id}/scan`,
});
export type PlanRoutes = ReturnType<typeof planRoutes>;
