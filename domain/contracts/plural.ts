/**
 * Words of an English text that follow a number: `{n} [n:row is|rows are] left out`. Chosen before the numbers are filled in, so that
 * nothing a value holds is taken for such a choice.
 */
const CHOICE = /\[(\w+):([^|[\]]*)\|([^|[\]]*)\]/g;
const RULES = new Intl.PluralRules('en');

/** A number as it is, or as it was written for a reader: "1,234". */
const numberOf = (value: unknown): number =>
  typeof value === 'number' ? value : Number(String(value).replace(/[^\d.-]/g, '') || Number.NaN);

/** @param valueNamed of a name; what is no number takes the plural */
export const withPlurals = (text: string, valueNamed: (name: string) => unknown): string =>
  text.replace(CHOICE, (_, name: string, one: string, other: string) => {
    const value = numberOf(valueNamed(name));
    return Number.isFinite(value) && RULES.select(value) === 'one' ? one : other;
  });

/** Names whose number a text chooses words by. */
export const pluralNames = (text: string): string[] => [...text.matchAll(CHOICE)].map(([, name]) => name!);
