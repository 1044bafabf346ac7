import { basesOfHole, type LithologyPlace, type LoggedStretch } from './contacts.ts';
import type { BaseDoubt, Observations } from './observations.ts';

/** What a hole says of the base of a unit. Metres along the hole. */
export type HoleBase =
  | { readonly kind: 'contact'; readonly unit: number; readonly depth: number; readonly absent: boolean }
  | { readonly kind: 'deeper'; readonly unit: number; readonly depth: number }
  | {
      readonly kind: 'ambiguous';
      readonly unit: number;
      readonly depth: number;
      readonly to: number;
      readonly doubt: BaseDoubt;
    };

/**
 * For every hole what the model's surfaces took from it and what they left, from the top down; a unit that a fault repeats is
 * there as often as it was met. A unit above where a hole underground began is not there: the hole says nothing of it.
 * @param holes how many were observed
 */
export const basesByHole = (
  { contacts, absent, deeper, doubtful }: Omit<Observations, 'bounds'>,
  holes: number,
): HoleBase[][] => {
  const found: HoleBase[][] = Array.from({ length: holes }, () => []);
  for (const { hole, unit, depth } of contacts)
    found[hole]!.push({ kind: 'contact', unit, depth, absent: false });
  for (const { hole, unit, depth } of absent)
    found[hole]!.push({ kind: 'contact', unit, depth, absent: true });
  for (const { hole, unit, from, to, doubt } of doubtful)
    found[hole]!.push({ kind: 'ambiguous', unit, depth: from, to, doubt });
  const met = found.map((bases) => new Set(bases.map(({ unit }) => unit)));
  // Of a unit met in another piece of the hole it is no news that one piece ends before it.
  const last = new Map<string, (typeof deeper)[number]>();
  for (const one of deeper) {
    const key = `${one.hole}/${one.unit}`;
    if (!met[one.hole]!.has(one.unit) && !(one.depth < (last.get(key)?.depth ?? 0))) last.set(key, one);
  }
  for (const { hole, unit, depth } of last.values()) found[hole]!.push({ kind: 'deeper', unit, depth });
  return found.map(fromTheTop);
};

/**
 * What the log of a hole says that has no place in the mine, so that no fault is known to pass it. Nobody knows either whether it
 * began at the ground: units above its first rock are left out.
 * @param stretches as in `basesOfHole`
 */
export const basesOfUnplaced = (
  stretches: readonly LoggedStretch[],
  placeOf: (lithology: string) => LithologyPlace | undefined,
  units: number,
): HoleBase[] => {
  const places = stretches.flatMap(({ from, lithology }) => {
    const place = lithology === null ? undefined : placeOf(lithology);
    return typeof place === 'number' ? [{ from, place }] : [];
  });
  if (places.length === 0) return [];
  const first = places.reduce((top, one) => (one.from < top.from ? one : top));
  return fromTheTop(
    basesOfHole(stretches, placeOf, units).flatMap((base): HoleBase[] => {
      if (base.unit < first.place) return [];
      if (base.kind !== 'ambiguous') return [base];
      const { kind, unit, from, to, doubt } = base;
      return [{ kind, unit, depth: from, to, doubt }];
    }),
  );
};

const fromTheTop = (bases: readonly HoleBase[]): HoleBase[] =>
  bases.toSorted((a, b) => a.depth - b.depth || a.unit - b.unit);
