import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import { mutedColour } from './colours.ts';
import type { LegendKey } from './layer-draft.ts';

export const UNKNOWN_ROADWAY: LegendKey = {
  key: 'unknown',
  name: { zh: '类型不明', en: 'type unknown' },
  colour: '#9a9a9a',
};

export interface RoadwayTypes {
  /** Canonical type of a spelling; null gives null. */
  canonical(written: string | null): string | null;
  legendOf(type: string | null): LegendKey;
  /** Spellings that were mapped to another word, "written → canonical" with how often. */
  readonly mapped: readonly { readonly written: string; readonly type: string; readonly count: number }[];
  readonly order: readonly string[];
}

const KNOWN: Readonly<Record<string, { name: Bilingual; colour: string }>> = {
  ramp: { name: { zh: '斜坡道', en: 'ramp' }, colour: '#e39b3a' },
  斜坡道: { name: { zh: '斜坡道', en: 'ramp' }, colour: '#e39b3a' },
  adit: { name: { zh: '平硐', en: 'adit' }, colour: '#c9b458' },
  平硐: { name: { zh: '平硐', en: 'adit' }, colour: '#c9b458' },
  crosscut: { name: { zh: '石门', en: 'crosscut' }, colour: '#6f9fc8' },
  穿脉: { name: { zh: '穿脉', en: 'crosscut' }, colour: '#6f9fc8' },
  drift: { name: { zh: '沿脉', en: 'drift' }, colour: '#7fb59a' },
  沿脉: { name: { zh: '沿脉', en: 'drift' }, colour: '#7fb59a' },
};

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Brings the spellings of roadway types together: blanks and case never make a type, and the manifest's synonyms
 * join the rest. Among spellings that differ only in case the commonest is the canonical one.
 * @param written every type as the file has it, blanks included, so that the user is told what was mapped
 */
export const createRoadwayTypes = (
  written: readonly (string | null)[],
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): RoadwayTypes => {
  const counts = new Map<string, number>();
  for (const text of written) {
    if (text !== null && text.trim() !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const byFold = new Map<string, string>();
  for (const [type, spellings] of Object.entries(synonyms)) {
    for (const spelling of [type, ...spellings]) byFold.set(fold(spelling), type);
  }
  const spellings = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : a > b ? 1 : 0),
  );
  for (const [text] of spellings) {
    if (!byFold.has(fold(text))) byFold.set(fold(text), text.trim().replace(/\s+/g, ' '));
  }
  const canonical = (text: string | null): string | null =>
    text === null ? null : (byFold.get(fold(text)) ?? null);
  const types = [...new Set(spellings.map(([text]) => canonical(text)!))].sort();
  const mapped = spellings
    .map(([text, count]) => ({ written: text, type: canonical(text)!, count }))
    .filter(({ written: text, type }) => text !== type);
  return {
    canonical,
    legendOf: (type) => {
      if (type === null) return UNKNOWN_ROADWAY;
      const known = Object.hasOwn(KNOWN, fold(type)) ? KNOWN[fold(type)] : undefined;
      return {
        key: type,
        name: known?.name ?? { zh: type, en: type },
        colour: known?.colour ?? mutedColour(types.indexOf(type)),
      };
    },
    mapped,
    order: [...types, UNKNOWN_ROADWAY.key],
  };
};
