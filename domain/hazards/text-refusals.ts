import { HAZARD_CATEGORIES, type Hazard } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { refusal } from './refuser.ts';

/**
 * Not what XML and databases cannot hold, and nobody can see: control characters but for tab and new line, halves of pairs; nor nothing but
 * marks without a letter and blanks of whatever width, which fills a field and says nothing.
 */
const isPrintable = (text: string): boolean =>
  text.isWellFormed() &&
  !/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u.test(text) &&
  (text === '' || /[^\p{C}\p{Z}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u.test(text));

const textFields = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textFields(one, path ? `${path}.${key}` : key));
};

const CATEGORY_NAMES: ReadonlySet<string> = new Set(Object.values(HAZARD_CATEGORIES).map(({ zh }) => zh));

/** Texts of what is written, and why, that no table can hold. */
export const unprintable = (written: object, reason: string): LedgerRefusal[] =>
  [...textFields(written, ''), ['reason', reason] as const].flatMap(([field, text]) =>
    isPrintable(text) ? [] : [refusal('text-unprintable', field)],
  );

/** An id stands in addresses, where browsers take "." and ".." for folders and routers cut what is long. */
const LONGEST_ID = 100;

/** @param id of something new: what is in a ledger keeps the id it has */
export const idRefusals = (id: string): LedgerRefusal[] =>
  id.length > LONGEST_ID || /^\.{1,2}$/u.test(id) ? [refusal('id-unusable', 'id', id.slice(0, 40))] : [];

export const textRefusals = (after: Hazard, reason: string): LedgerRefusal[] => [
  ...unprintable(after, reason),
  ...(CATEGORY_NAMES.has(after.category) ? [refusal('category-by-name', 'category', after.category)] : []),
];
