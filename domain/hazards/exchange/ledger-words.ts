import type { EvidenceMethod } from '../../contracts/driving.ts';
import {
  type EVIDENCE_SAYS,
  HAZARD_CATEGORIES,
  type HazardPlace,
  type HazardState,
} from '../../contracts/hazard.ts';

/** Words of a table for values of the ledger. A table is read with either: the word or the value itself. */
export type Words<V extends string> = Readonly<Record<V, string>>;

export const METHOD_WORDS: Words<EvidenceMethod> = {
  geophysics: '物探',
  drilling: '钻探',
  geochemistry: '化探',
  survey: '测量',
  document: '资料',
};
export const SAYS_WORDS: Words<(typeof EVIDENCE_SAYS)[number]> = {
  present: '存在',
  absent: '不存在',
  unclear: '不明确',
};
export const STATE_WORDS: Words<HazardState> = {
  found: '已发现',
  verifying: '核实中',
  treating: '治理中',
  accepted: '已验收',
  closed: '已销号',
};
export const PLACE_WORDS: Words<HazardPlace['kind']> = {
  feature: '模型要素',
  point: '点',
  line: '线',
  polygon: '面',
};
export const DIRECTION_WORDS: Words<'at-most' | 'at-least'> = { 'at-most': '不大于', 'at-least': '不小于' };
export const CATEGORY_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(HAZARD_CATEGORIES).map(([id, { zh }]) => [id, zh]),
);

/** The dictionary is open: other words stay as they are. */
export const categoryWord = (category: string): string =>
  Object.hasOwn(CATEGORY_WORDS, category) ? CATEGORY_WORDS[category]! : category;

/** @returns null: no such word */
export const valueOfWord = <V extends string>(words: Words<V>, text: string): V | null => {
  if (Object.hasOwn(words, text)) return text as V;
  const found = Object.entries(words).find(([, word]) => word === text);
  return found ? (found[0] as V) : null;
};
