import type { Bilingual } from '../contracts/bilingual.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { REFUSAL_TEXTS, type RefusalText } from './refusal-texts.ts';

/** A text with `{v}` filled in. */
export const filled = (text: Bilingual, value: string | Bilingual): Bilingual => {
  const { zh, en } = typeof value === 'string' ? { zh: value, en: value } : value;
  return { zh: text.zh.replace('{v}', () => zh), en: text.en.replace('{v}', () => en) };
};

/** Makes refusals with causes and mends of a list. */
export const refuser =
  <C extends string>(texts: Readonly<Record<C, RefusalText>>) =>
  (code: C, field: string | null = null, value: string | Bilingual = ''): LedgerRefusal => {
    const { what, mend } = texts[code];
    return { code, field, what: filled(what, value), mend };
  };
export const refusal = refuser(REFUSAL_TEXTS);
