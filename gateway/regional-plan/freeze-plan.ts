import type { Account } from '../../domain/contracts/account.ts';
import { PLAN_FILE_TYPES, type PlanVersion } from '../../domain/contracts/regional-plan-api.ts';
import { openPlan } from './drafting/open-plan.ts';
import { packed } from './drafting/plan-content.ts';
import type { PlanDesks } from './drafting/plan-desks.ts';
import type { PlanContext } from './plan-context.ts';
import { addPlanVersion, type NewVersion, planVersions } from './store/plan-versions.ts';

const LANGUAGES = ['zh', 'en'] as const;

/**
 * Composes the plan once more, writes its files in both languages, and keeps all of it for good with what it was made from.
 * @returns null where somebody else froze a version of the year meanwhile
 * @throws as PlanDesks
 */
export const freezePlan = async (
  context: PlanContext,
  desks: PlanDesks,
  account: Account,
  {
    county,
    year,
    on,
    note,
  }: { readonly county: string; readonly year: number; readonly on: string; readonly note: string },
): Promise<PlanVersion | null> => {
  const draft = (await openPlan(context, account, county, { kind: 'draft', year, on }))!;
  const before = await context.as(account, (tx) => planVersions(tx, county));
  const number = 1 + Math.max(0, ...before.filter((one) => one.year === year).map((one) => one.number));
  const { bytes: content, summary } = await desks.content(draft, {
    texts: draft.texts,
    number,
    languages: LANGUAGES,
  });
  const at = context.clock();
  // Each language's files one after the other, the languages side by side: a core each where there are two.
  const written = await Promise.all(
    LANGUAGES.map(async (language) => {
      const files: NewVersion['files'][number][] = [];
      for (const type of PLAN_FILE_TYPES)
        files.push({
          type,
          language,
          bytes: await desks.write(content, { type, language, date: new Date(at) }),
        });
      return files;
    }),
  );
  const stored = await packed(content);
  return context.as(account, async (tx) => {
    const id = await addPlanVersion(tx, {
      county,
      number,
      plan: summary,
      note,
      by: account,
      at,
      content: stored,
      files: written.flat(),
    });
    return id === null ? null : (await planVersions(tx, county)).find((one) => one.id === id)!;
  });
};
