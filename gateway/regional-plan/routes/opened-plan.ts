import type { Account } from '../../../domain/contracts/account.ts';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type {
  PlanChange,
  PlanDocument,
  PlanText,
  PlanVersion,
  RegionalPlan,
} from '../../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../../domain/drawing/drawing.ts';
import { planDocument } from '../../../domain/regional-plan/plan-document.ts';
import type { Drafts } from '../compose-draft.ts';
import { readContent } from '../plan-content.ts';
import type { PlanContext } from '../plan-context.ts';
import { planVersions } from '../store/plan-versions.ts';
import type { AskedPlan } from './plan-request.ts';

/** A draft or a frozen version, to be shown. */
export interface OpenedPlan {
  readonly version: PlanVersion | null;
  readonly plan: RegionalPlan;
  readonly texts: readonly PlanText[];
  readonly changes: readonly PlanChange[];
  readonly document: PlanDocument;
  readonly figureIds: readonly string[];
  figures(language: Language): ReadonlyMap<string, Drawing>;
}

/** @returns null: the county has no such version. @throws CountyNotOpen, StoreDown, PlanFileChanged */
export const openPlan = async (
  context: PlanContext,
  drafts: Drafts,
  account: Account,
  county: string,
  asked: AskedPlan,
): Promise<OpenedPlan | null> => {
  if (asked.kind === 'draft') {
    const { draft, texts } = await drafts.compose(account, { county, year: asked.year, on: asked.on });
    const { plan, changes, rules } = draft;
    const figureIds = [...draft.figures('zh').keys()];
    const document = planDocument({
      plan,
      texts,
      changes,
      rules,
      figures: new Set(figureIds),
      version: null,
    });
    return { version: null, plan, texts, changes, document, figureIds, figures: draft.figures };
  }
  return context.as(account, async (tx) => {
    const version = (await planVersions(tx, county)).find(({ id }) => id === asked.id);
    const content = version && (await readContent(tx, county, version.id));
    if (!version || !content) return null;
    const { plan, texts, changes, document } = content;
    return {
      version,
      plan,
      texts,
      changes,
      document,
      figureIds: content.figures.zh.map(([id]) => id),
      figures: (language) => new Map(content.figures[language]),
    };
  });
};
