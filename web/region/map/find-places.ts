import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { CountySite, RegisterMine } from '../../../domain/contracts/county.ts';
import type { MineType } from '../../../domain/contracts/manifest.ts';
import type { NamedOutside } from '../../../domain/contracts/mines-outside.ts';
import type { SiteKind } from '../../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { wordRank } from '../../../domain/search/word-rank.ts';

interface Found {
  readonly id: string;
  readonly name: Bilingual;
  readonly at: readonly [longitude: number, latitude: number];
}
/** A mine the register does not list: nobody knows where it is. */
interface FoundOutside extends Omit<Found, 'at'> {
  readonly kind: 'mine';
  readonly at: null;
}
export type FoundPlace =
  | (Found & { readonly kind: 'mine'; readonly type: MineType })
  | (Found & { readonly kind: 'site'; readonly type: SiteKind })
  | FoundOutside;

interface FoundPlaces {
  readonly places: readonly FoundPlace[];
  /** So many more were found that are not listed. */
  readonly more: number;
}

const MOST = 12;

const namesOf = ({ name, kind, id }: CountySite): string[] => [
  name.zh,
  name.en,
  id,
  SITE_KINDS[kind].name.zh,
  SITE_KINDS[kind].name.en,
];

/** What a site is beside its name: words of its choices and its free texts, so that a settling basin is found by that. */
const wordsOf = ({ kind, fields }: CountySite): string[] =>
  SITE_KINDS[kind].fields.flatMap(({ id, type, values }) => {
    const value = fields[id];
    if (typeof value !== 'string' || type === 'date') return [];
    const word = values?.[value];
    return word ? [word.zh, word.en] : [value];
  });

/**
 * Mines before sites, names that begin with the text before those that hold it, and sites found by what they are last. Words may stand in
 * any order.
 */
export const findPlaces = (
  text: string,
  {
    mines,
    sites,
    outside = [],
  }: {
    readonly mines: readonly RegisterMine[];
    readonly sites: readonly CountySite[];
    readonly outside?: readonly Pick<NamedOutside, 'id' | 'name'>[];
  },
): FoundPlaces => {
  const rankOf = wordRank(text);
  if (rankOf === null) return { places: [], more: 0 };
  const rank = (texts: readonly (string | null)[]): number | null =>
    rankOf(texts.flatMap((one) => (one === null ? [] : one.toLowerCase())));
  const ranked = [
    ...mines.map((mine) => ({
      rank: rank([mine.name.zh, mine.name.en, mine.owner, mine.id]),
      place: { kind: 'mine', id: mine.id, name: mine.name, at: mine.at, type: mine.type } as FoundPlace,
    })),
    ...outside.map(({ id, name }) => ({
      rank: rank([name.zh, name.en, id]),
      place: { kind: 'mine', id, name, at: null } as FoundPlace,
    })),
    ...sites.map((site) => ({
      rank:
        rank([site.name.zh, site.name.en, site.id]) ??
        (rank([...namesOf(site), ...wordsOf(site)]) === null ? null : 2),
      place: { kind: 'site', id: site.id, name: site.name, at: site.at, type: site.kind } as FoundPlace,
    })),
  ];
  const all = [0, 1, 2].flatMap((wanted) =>
    ranked.filter(({ rank }) => rank === wanted).map(({ place }) => place),
  );
  return { places: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
};
