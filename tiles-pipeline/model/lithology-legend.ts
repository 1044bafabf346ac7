import type { ManifestLithology } from '../../domain/contracts/manifest.ts';
import { mutedColour } from './colours.ts';
import type { LegendKey } from './layer-draft.ts';
import { KNOWN_ROCKS } from './rock-palette.ts';

/** A stretch of hole nobody logged: drawn thin and grey, never left out. */
export const NOT_LOGGED: LegendKey = {
  key: 'not-logged',
  name: { zh: '未编录', en: 'not logged' },
  colour: '#9a9a9a',
};

/** An interval that is in the log, but without a rock. */
export const NO_LITHOLOGY: LegendKey = {
  key: 'no-lithology',
  name: { zh: '有分层，无岩性', en: 'logged without a rock' },
  colour: '#7d8087',
};

export interface LithologyLegend {
  /** Legend keys in display order: as the manifest lists them, then known rocks, then unknown ones. */
  readonly order: readonly string[];
  /** The entry of a lithology as written; null or blank gives NO_LITHOLOGY. */
  entryOf(written: string | null): LegendKey;
  /** Lithologies that neither the manifest nor our palette knows, with how often they occur. */
  readonly unknown: ReadonlyMap<string, number>;
}

const normal = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Colours for every lithology in `written` (all values of the mine). The manifest's list wins, then known rocks;
 * the rest get muted colours in the order of their names, so the same data always look the same.
 */
export const createLithologyLegend = (
  lithologies: readonly ManifestLithology[],
  written: Iterable<string | null>,
): LithologyLegend => {
  const byText = new Map<string, LegendKey>();
  for (const rock of KNOWN_ROCKS) {
    const entry: LegendKey = { key: rock.code, name: rock.name, colour: rock.colour };
    for (const text of [rock.code, rock.name.zh, ...rock.synonyms]) byText.set(normal(text), entry);
  }
  for (const rock of lithologies) {
    const entry: LegendKey = { key: rock.code, name: rock.name, colour: rock.colour };
    for (const text of [rock.code, rock.name.zh, rock.name.en, ...rock.synonyms])
      byText.set(normal(text), entry);
  }
  const unknown = new Map<string, number>();
  for (const text of written) {
    if (text === null || normal(text) === '' || byText.has(normal(text))) continue;
    unknown.set(text.trim(), (unknown.get(text.trim()) ?? 0) + 1);
  }
  // Codes that differ in case alone are one entry, named by the commonest spelling.
  const spelling = new Map<string, string>();
  for (const [text, count] of [...unknown].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    if (count > 0 && !spelling.has(normal(text))) spelling.set(normal(text), text);
  }
  const strangers = [...spelling.values()].sort();
  strangers.forEach((text, index) => {
    byText.set(normal(text), {
      key: text,
      name: { zh: text, en: text },
      colour: mutedColour(index),
    });
  });
  return {
    order: [
      ...lithologies.map((rock) => rock.code),
      ...KNOWN_ROCKS.map((rock) => rock.code),
      ...strangers,
      NO_LITHOLOGY.key,
      NOT_LOGGED.key,
    ],
    entryOf: (text) => (text === null ? NO_LITHOLOGY : (byText.get(normal(text)) ?? NO_LITHOLOGY)),
    unknown: new Map([...unknown].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};
