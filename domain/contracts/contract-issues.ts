import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';

/** One place where a value does not follow its contract. */
export interface ContractIssue {
  readonly path: readonly PropertyKey[];
  readonly message: Bilingual;
}

const say = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** Where a value does not follow its contract, in both languages; empty: it does. */
export const contractIssues = (schema: z.ZodType, value: unknown): ContractIssue[] => {
  const zh = schema.safeParse(value, { error: say.zh }).error?.issues ?? [];
  const en = schema.safeParse(value, { error: say.en }).error?.issues ?? [];
  return en.map((issue, at) => ({
    path: issue.path,
    message: { zh: zh[at]?.message ?? issue.message, en: issue.message },
  }));
};
