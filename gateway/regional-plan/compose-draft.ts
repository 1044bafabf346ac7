import type { Account } from '../../domain/contracts/account.ts';
import type { Language } from '../../domain/contracts/bilingual.ts';
import type {
  PlanChange,
  PlanText,
  PlanVersion,
  RegionalPlan,
} from '../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../domain/drawing/drawing.ts';
import { comparePlans } from '../../domain/regional-plan/compare-plans.ts';
import { composePlan } from '../../domain/regional-plan/compose-plan.ts';
import { planFigures } from '../../domain/regional-plan/figures/plan-figures.ts';
import type { PlanSources } from '../../domain/regional-plan/plan-sources.ts';
import { hazardsAt, pinCounty } from './gather-sources.ts';
import { type PlanContent, readContent } from './plan-content.ts';
import type { PlanContext } from './plan-context.ts';
import { planTexts } from './store/plan-texts.ts';
import { planVersions } from './store/plan-versions.ts';

/** A draft of a year: composed from what there is, not stored. */
export interface Draft {
  readonly plan: RegionalPlan;
  readonly changes: readonly PlanChange[];
  readonly rules: PlanSources['rules'];
  figures(language: Language): ReadonlyMap<string, Drawing>;
}

/** Drafts that were asked for last; each holds the county's objects and drawings. */
const MOST_DRAFTS = 3;

export interface Drafts {
  /** The texts of its year are read anew each time. @throws CountyNotOpen, StoreDown */
  compose(
    account: Account,
    of: { readonly county: string; readonly year: number; readonly on: string },
  ): Promise<{ readonly draft: Draft; readonly texts: PlanText[] }>;
}

/** The newest version of the last year before `year` that has one. */
const lastYears = (versions: readonly PlanVersion[], year: number): PlanVersion | null =>
  versions.find((one) => one.year < year) ?? null;

export const createDrafts = (context: PlanContext): Drafts => {
  const kept = new Map<string, Draft>();
  return {
    compose: async (account, { county, year, on }) =>
      context.as(account, async (tx) => {
        const pinned = await pinCounty(context, tx, county, on);
        const texts = await planTexts(tx, county, year);
        const before = lastYears(await planVersions(tx, county), year);
        const key = JSON.stringify([county, year, on, before?.id, pinned.pins]);
        const known = kept.get(key);
        if (known) return { draft: known, texts };
        const { bundle, pins, rules } = pinned;
        const sources: PlanSources = {
          catalog: bundle.catalog,
          mines: bundle.mines,
          features: bundle.features,
          neighbours: bundle.neighbours,
          hazards: await hazardsAt(tx, pins.ledger),
          rules,
          pins,
        };
        const earlier: PlanContent | null = before && (await readContent(tx, county, before.id));
        const plan = composePlan(sources, {
          year,
          on,
          comparedWith: before && earlier ? { id: before.id, year: before.year, on: before.on } : null,
        });
        const drawn = new Map<Language, ReadonlyMap<string, Drawing>>();
        const draft: Draft = {
          plan,
          changes: earlier ? comparePlans(earlier.plan, plan).changes : [],
          rules,
          figures: (language) => {
            const figures = drawn.get(language) ?? planFigures(sources, plan, language);
            drawn.set(language, figures);
            return figures;
          },
        };
        kept.set(key, draft);
        for (const old of [...kept.keys()].slice(0, -MOST_DRAFTS)) kept.delete(old);
        return { draft, texts };
      }),
  };
};
