import type { Account } from '../../domain/contracts/account.ts';
import { PLAN_FILE_TYPES, type PlanVersion } from '../../domain/contracts/regional-plan.ts';
import { planDocument } from '../../domain/regional-plan/plan-document.ts';
import type { Drafts } from './compose-draft.ts';
import { renderPlan } from './files/render-plan.ts';
import { type PlanContent, packContent } from './plan-content.ts';
import type { PlanContext } from './plan-context.ts';
import { addPlanVersion, type NewVersion, planVersions } from './store/plan-versions.ts';

const LANGUAGES = ['zh', 'en'] as const;

/**
 * Composes the plan once more, writes its files in both languages, and keeps all of it for good with what it was made from.
 * @returns null where somebody else froze a version of the year meanwhile
 * @throws CountyNotOpen, StoreDown, Error where a file cannot be written
 */
export const freezePlan = async (
  context: PlanContext,
  drafts: Drafts,
  account: Account,
  {
    county,
    year,
    on,
    note,
  }: { readonly county: string; readonly year: number; readonly on: string; readonly note: string },
): Promise<PlanVersion | null> => {
  const { draft, texts } = await drafts.compose(account, { county, year, on });
  const before = await context.as(account, (tx) => planVersions(tx, county));
  const number = 1 + Math.max(0, ...before.filter((one) => one.year === year).map((one) => one.number));
  const { plan, changes, rules } = draft;
  const figures = { zh: [...draft.figures('zh')], en: [...draft.figures('en')] };
  const document = planDocument({
    plan,
    texts,
    changes,
    rules,
    figures: new Set(figures.zh.map(([id]) => id)),
    version: { number },
  });
  const content: PlanContent = {
    format: 'hyalite-regional-plan-content/1',
    plan,
    texts,
    changes,
    document,
    figures,
  };
  const at = context.clock();
  const files: NewVersion['files'][number][] = [];
  for (const type of PLAN_FILE_TYPES)
    for (const language of LANGUAGES) {
      const date = new Date(at);
      const bytes = await renderPlan({ type, document, figures: figures[language], language, date });
      files.push({ type, language, bytes });
    }
  const packed = await packContent(content);
  return context.as(account, async (tx) => {
    const id = await addPlanVersion(tx, {
      county,
      number,
      plan,
      note,
      by: account,
      at,
      content: packed,
      files,
    });
    return id === null ? null : (await planVersions(tx, county)).find((one) => one.id === id)!;
  });
};
