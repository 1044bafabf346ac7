import type { Language } from '../../../domain/contracts/bilingual.ts';
import { hazardSchema } from '../../../domain/contracts/hazard.ts';
import type { PlanDocument } from '../../../domain/contracts/plan-document.ts';
import type { PlanChange, PlanText, RegionalPlan } from '../../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../../domain/drawing/drawing.ts';
import { comparePlans } from '../../../domain/regional-plan/compare-plans.ts';
import { composePlan } from '../../../domain/regional-plan/compose-plan.ts';
import { figureIds, planFigures } from '../../../domain/regional-plan/figures/plan-figures.ts';
import { planDocument } from '../../../domain/regional-plan/plan-document.ts';
import type { PlanSources } from '../../../domain/regional-plan/plan-sources.ts';
import { createCounties } from '../../county/counties.ts';
import { CountyNotOpen } from '../plan-context.ts';
import type { PlanSource } from './drafting-errands.ts';
import { layerNamesOf } from './layer-names.ts';
import { contentOf, unpacked } from './plan-content.ts';

/** A draft or a frozen version, opened in the thread that composes. */
export interface ThreadPlan {
  readonly plan: RegionalPlan;
  readonly changes: readonly PlanChange[];
  readonly figureIds: readonly string[];
  /** @param texts of a draft; a version has its own */
  written(
    texts: readonly PlanText[],
    version: { readonly number: number } | null,
  ): { readonly texts: readonly PlanText[]; readonly document: PlanDocument };
  figures(language: Language): ReadonlyMap<string, Drawing>;
}

/** @throws CountyNotOpen */
export const openInThread = async (source: PlanSource): Promise<ThreadPlan> =>
  source.kind === 'frozen' ? openFrozen(source.content) : openDraft(source);

const openFrozen = async (bytes: Uint8Array): Promise<ThreadPlan> => {
  const { plan, changes, texts, document, figures } = contentOf(await unpacked(bytes));
  return {
    plan,
    changes,
    figureIds: figures.zh.map(([id]) => id),
    written: () => ({ texts, document }),
    figures: (language) => new Map(figures[language]),
  };
};

const openDraft = async (source: Extract<PlanSource, { kind: 'draft' }>): Promise<ThreadPlan> => {
  const { county, year, on, countiesRoot, rules, pins, comparedWith, earlier } = source;
  const { closedOn, moved, outside } = source;
  const opened = await createCounties(countiesRoot).open(county);
  if (!opened || 'broken' in opened)
    throw new CountyNotOpen(opened ? opened.broken : `There is no county "${county}" here.`);
  const { catalog, mines, features, neighbours } = opened.bundle;
  if (catalog.revision !== pins.county)
    throw new CountyNotOpen(`"${county}" was built anew while its plan was composed; ask again.`);
  const hazards = source.hazards.map((content) => hazardSchema.parse(JSON.parse(content)));
  const listed = { catalog, mines, features, neighbours };
  const layerNames = await layerNamesOf(source.bundlesRoot, hazards);
  const sources: PlanSources = { ...listed, layerNames, outside, hazards, closedOn, moved, rules, pins };
  const before = earlier && contentOf(await unpacked(earlier)).plan;
  const plan = composePlan(sources, { year, on, comparedWith });
  const changes = before ? comparePlans(before, plan).changes : [];
  const ids = figureIds(sources, plan);
  const drawn = new Map<Language, ReadonlyMap<string, Drawing>>();
  return {
    plan,
    changes,
    figureIds: ids,
    written: (texts, version) => ({
      texts,
      document: planDocument({ plan, texts, changes, rules, figures: new Set(ids), version }),
    }),
    figures: (language) => {
      const figures = drawn.get(language) ?? planFigures(sources, plan, language);
      drawn.set(language, figures);
      return figures;
    },
  };
};
