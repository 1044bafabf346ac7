import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { crossingOf, enclosesNothing } from './drawn-outline.ts';
import { canonicalJson } from './ledger-chain.ts';
import { refusal } from './refuser.ts';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** Rings that do not close. */
export const ringRefusals = (place: HazardPlace | null, field: string): LedgerRefusal[] =>
  place?.kind !== 'polygon'
    ? []
    : place.rings.flatMap((ring, i) =>
        same(ring[0], ring.at(-1)) ? [] : [refusal('ring-open', `${field}.rings.${i}`, String(i + 1))],
      );

/** What is wrong with the outline of a drawn area, as it is drawn. */
export const drawnRefusals = (place: HazardPlace): LedgerRefusal[] =>
  place.kind === 'polygon' && place.rings.every((ring) => ring.length > 3)
    ? outlineRefusals(null, place, 'place')
    : [];

/** Rings that do not close, and of a newly drawn area those that cross themselves: what stands in the ledger so is no reason to refuse the rest. */
export const outlineRefusals = (
  before: HazardPlace | null,
  after: HazardPlace | null,
  field: string,
): LedgerRefusal[] => [
  ...ringRefusals(after, field),
  ...(after?.kind !== 'polygon' || same(before, after)
    ? []
    : after.rings.flatMap((ring, i): LedgerRefusal[] => {
        const at = `${field}.rings.${i}`;
        const crossing = crossingOf(ring);
        if (crossing)
          return [
            refusal('ring-crosses-itself', at, {
              zh: `第 ${crossing[0]} 边与第 ${crossing[1]} 边`,
              en: `side ${crossing[0]} and side ${crossing[1]}`,
            }),
          ];
        return enclosesNothing(ring) ? [refusal('ring-without-area', at)] : [];
      })),
];

export const elevationRefusals = ({ place, elevation }: Hazard): LedgerRefusal[] => {
  if (!elevation) return [];
  if (place.kind === 'feature') return [refusal('elevation-of-feature', 'elevation')];
  const { top, bottom } = elevation;
  return top !== null && bottom !== null && top < bottom
    ? [refusal('elevation-upside-down', 'elevation', `${top} < ${bottom}`)]
    : [];
};
