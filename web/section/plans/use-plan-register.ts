import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AsBuiltPlan, PlanList } from '../../../domain/contracts/plans.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { type PlanRoutes, planRoutes } from './plan-routes.ts';

export interface PlanRegister {
  readonly routes: PlanRoutes;
  /** null: it has not come, or the mine has none. */
  readonly list: PlanList | null;
  readonly failure: FetchFailure | null;
  readonly setFailure: (failure: FetchFailure | null) => void;
  /** A plan that was made or changed. */
  readonly take: (plan: AsBuiltPlan) => void;
}

/**
 * A mine's register of as-built plans, asked for once.
 * @param live the mine has a live side, so its gateway has a database
 */
export const usePlanRegister = (mine: string, live: boolean): PlanRegister => {
  const [list, setList] = useState<PlanList | null>(null);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const routes = useMemo(() => planRoutes(mine), [mine]);
  const take = useCallback((plan: AsBuiltPlan) => {
    setFailure(null);
    setList((old) => old && { ...old, plans: [plan, ...old.plans.filter(({ id }) => id !== plan.id)] });
  }, []);
  useEffect(() => {
    if (!live) return;
    const stop = new AbortController();
    routes.list(stop.signal).then(
      (answer) => (answer.ok ? setList(answer.value) : setFailure(answer.failure)),
      () => {}, // only an abort rejects
    );
    return () => stop.abort();
  }, [live, routes]);
  return { routes, list, failure, setFailure, take };
};
