import type { LogContact } from './log-contacts.ts';

/** Two contacts of neighbouring logs that are the same boundary, by their places in the lists. */
export interface ContactPair {
  readonly a: number;
  readonly b: number;
  /** False: joined by interpretation, so its line is broken. */
  readonly certain: boolean;
}

/**
 * Joins like contacts of two logs without crossing lines. What occurs once in either log is one boundary, and the largest set
 * of those that keeps its order in both is taken. What repeats is joined only between two of those, in order, and only where
 * both logs have it equally often there: nothing else says which is which, and even then it is an interpretation. A contact whose
 * depth is in doubt, that is missing or lies deeper than a log, is joined as inferred; two that lie deeper are not joined.
 */
export const correlate = (a: readonly LogContact[], b: readonly LogContact[]): ContactPair[] => {
  const [onceA, onceB] = [occurringOnce(a), occurringOnce(b)];
  const alike = [...onceA].flatMap(([key, i]) => {
    const k = onceB.get(key);
    return k === undefined ? [] : [{ a: i, b: k }];
  });
  const anchors = longestRising(alike.sort((one, other) => one.a - other.a));
  const pairs: ContactPair[] = [];
  let from = { a: -1, b: -1 };
  for (const to of [...anchors, { a: a.length, b: b.length }]) {
    pairs.push(...repeatedBetween(a, b, from, to));
    if (to.a < a.length) pairs.push({ ...to, certain: isLogged(a[to.a]!) && isLogged(b[to.b]!) });
    from = to;
  }
  return pairs.filter(({ a: i, b: k }) => a[i]!.kind !== 'deeper' || b[k]!.kind !== 'deeper');
};

const isLogged = ({ kind, to }: LogContact): boolean => kind === 'contact' && to === null;

interface Places {
  readonly a: number;
  readonly b: number;
}

const occurringOnce = (contacts: readonly LogContact[]): Map<string, number> => {
  const places = Map.groupBy(contacts.keys(), (i) => contacts[i]!.key);
  return new Map(
    [...places].flatMap(([key, [first, ...more]]) => (more.length === 0 ? [[key, first!]] : [])),
  );
};

/** The longest of its parts in which b rises; `pairs` rise in a. */
const longestRising = (pairs: readonly Places[]): Places[] => {
  const best: { readonly length: number; readonly before: number }[] = [];
  let last = -1;
  for (const [i, { b }] of pairs.entries()) {
    let [length, before] = [1, -1];
    for (let k = 0; k < i; k++)
      if (pairs[k]!.b < b && best[k]!.length + 1 > length) [length, before] = [best[k]!.length + 1, k];
    best.push({ length, before });
    if (last < 0 || length > best[last]!.length) last = i;
  }
  const chosen: Places[] = [];
  for (let i = last; i >= 0; i = best[i]!.before) chosen.unshift(pairs[i]!);
  return chosen;
};

/** What occurs equally often in both stretches between two anchors, in order; a line that would cross another is left out. */
const repeatedBetween = (
  a: readonly LogContact[],
  b: readonly LogContact[],
  from: Places,
  to: Places,
): ContactPair[] => {
  const within = (contacts: readonly LogContact[], low: number, high: number) => {
    const places: number[] = [];
    for (let i = low + 1; i < high; i++) places.push(i);
    return Map.groupBy(places, (i) => contacts[i]!.key);
  };
  const inA = within(a, from.a, to.a);
  const inB = within(b, from.b, to.b);
  const pairs: Places[] = [];
  for (const [key, places] of inA) {
    const others = inB.get(key);
    if (others?.length === places.length)
      for (const [i, place] of places.entries()) pairs.push({ a: place, b: others[i]! });
  }
  return longestRising(pairs.sort((one, other) => one.a - other.a)).map((pair) => ({
    ...pair,
    certain: false,
  }));
};
