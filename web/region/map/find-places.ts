import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { CountySite, RegisterMine, SiteKind } from '../../../domain/contracts/county.ts';
import type { MineType } from '../../../domain/contracts/manifest.ts';

interface Found {
  readonly id: string;
  readonly name: Bilingual;
  readonly at: readonly [longitude: number, latitude: number];
}
export type FoundPlace =
  | (Found & { readonly kind: 'mine'; readonly type: MineType })
  | (Found & { readonly kind: 'site'; readonly type: SiteKind });

const MOST = 12;

/** Mines before sites, names that begin with the text before those that hold it. Words may stand in any order. */
export const findPlaces = (
  text: string,
  { mines, sites }: { readonly mines: readonly RegisterMine[]; readonly sites: readonly CountySite[] },
): FoundPlace[] => {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return [];
  const rank = (texts: readonly (string | null)[]): number | null => {
    const all = texts.flatMap((one) => (one === null ? [] : one.toLowerCase()));
    if (!words.every((word) => all.some((one) => one.includes(word)))) return null;
    return all.some((one) => one.startsWith(first)) ? 0 : 1;
  };
  const ranked = [
    ...mines.map((mine) => ({
      rank: rank([mine.name.zh, mine.name.en, mine.owner, mine.id]),
      place: { kind: 'mine', id: mine.id, name: mine.name, at: mine.at, type: mine.type } as FoundPlace,
    })),
    ...sites.map((site) => ({
      rank: rank([site.name.zh, site.name.en, site.id]),
      place: { kind: 'site', id: site.id, name: site.name, at: site.at, type: site.kind } as FoundPlace,
    })),
  ];
  return [0, 1]
    .flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ place }) => place))
    .slice(0, MOST);
};
