import type { Language } from '../../domain/contracts/bilingual.ts';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';

/** Chinese name → English name of everything live.yaml names. Alarms and pictures carry the Chinese one. */
const books = new WeakMap<LiveSetup, ReadonlyMap<string, string>>();

const bookOf = (setup: LiveSetup): ReadonlyMap<string, string> => {
  const known = books.get(setup);
  if (known) return known;
  const { devices, workPlaces, keyPlaces, restrictedZones, slopes, gateways = [] } = setup;
  const book = new Map([
    ...(setup.roadwayNames ?? []).map(({ zh, en }) => [zh, en] as const),
    ...[...gateways, ...devices, ...slopes, ...restrictedZones, ...keyPlaces, ...workPlaces].map(
      ({ name }) => [name.zh, name.en] as const,
    ),
  ]);
  books.set(setup, book);
  return book;
};

/** A place's name in the reader's language; where live.yaml has no English one, the name as it was surveyed. */
export const placeName = (name: string, setup: LiveSetup | null, language: Language): string =>
  (language === 'en' && setup && bookOf(setup).get(name)) || name;

const HAN = /\p{Script=Han}/u;

/** The `lang` attribute of a text that came with the data: Chinese in the English interface must be said to be so. */
export const langOf = (text: string | null, language: Language): 'zh' | undefined =>
  language === 'en' && text !== null && HAN.test(text) ? 'zh' : undefined;
