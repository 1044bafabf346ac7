import type { HangOn } from '../../../domain/boreholes/hang-logs.ts';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { StripSide } from './correlation-lines.tsx';

const AT = 'at:';

/** What the link's word means. */
export const hangOf = (hang: string): HangOn =>
  hang === 'depth'
    ? { on: 'depth' }
    : hang.startsWith(AT)
      ? { on: 'contact', key: hang.slice(AT.length) }
      : { on: 'elevation' };

/** What the chosen holes can hang on: contacts that are met once in two of them or more; in the only one, in it. */
export const hangOptions = (
  sides: readonly Pick<StripSide, 'contacts'>[],
  language: Language,
  words: { readonly elevation: string; readonly depth: string; readonly contacts: string },
) => {
  const names = new Map<string, { name: string; holes: number }>();
  for (const { contacts } of sides) {
    const met = Map.groupBy(
      contacts.filter(({ kind, to }) => kind !== 'deeper' && to === null),
      ({ key }) => key,
    );
    for (const [key, [first, ...more]] of met) {
      if (more.length > 0) continue;
      names.set(key, { name: first!.name[language], holes: (names.get(key)?.holes ?? 0) + 1 });
    }
  }
  const contacts = [...names]
    .filter(([, { holes }]) => holes >= Math.min(2, sides.length))
    .map(([key, { name, holes }]) => ({ value: `${AT}${key}`, label: `${name} (${holes}/${sides.length})` }));
  return [
    { value: 'elevation', label: words.elevation },
    { value: 'depth', label: words.depth },
    ...(contacts.length > 0 ? [{ label: words.contacts, options: contacts }] : []),
  ];
};
