import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { SiteKind } from '../../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import type { SiteRules } from '../../../domain/contracts/site-rules.ts';
import { unknownMark } from '../../../domain/sites/site-standing.ts';

/** A mark of sites as legends list it. */
export interface SiteMarkRow {
  readonly mark: string;
  readonly name: Bilingual;
  readonly kinds: readonly SiteKind[];
  /** `unknown`: nobody can tell whether it is so; of classes, which it is. */
  readonly is: 'flag' | 'class' | 'unknown' | 'class-unknown';
}

/** All marks the rules of a county can give, flags first, each followed by those of which nobody can tell. */
export const siteMarkRows = ({ classes, flags }: SiteRules): SiteMarkRow[] => {
  const sorted = [...new Set(classes.map(({ kind }) => kind))];
  return [
    ...flags.flatMap(({ id, name, kinds }): SiteMarkRow[] => [
      { mark: id, name, kinds, is: 'flag' },
      { mark: unknownMark(id), name, kinds, is: 'unknown' },
    ]),
    ...sorted.flatMap((kind): SiteMarkRow[] => [
      ...classes
        .filter((one) => one.kind === kind)
        .map(({ id, name }): SiteMarkRow => ({ mark: id, name, kinds: [kind], is: 'class' })),
      { mark: unknownMark(kind), name: SITE_KINDS[kind].name, kinds: [kind], is: 'class-unknown' },
    ]),
  ];
};
