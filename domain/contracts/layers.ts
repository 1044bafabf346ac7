import type { Bilingual } from './bilingual.ts';

/** The layer tree's groups, in the order an engineer reads a mine: from the ground down, then its limits. */
export const LAYER_GROUPS = [
  'ground',
  'boreholes',
  'strata',
  'ore',
  'workings',
  'goafs',
  'water',
  'boundary',
] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** How a layer is drawn: the viewer chooses its material by this. */
export const LAYER_KINDS = [
  'terrain',
  'borehole-intervals',
  'solid',
  'surface',
  'tube',
  'goaf',
  'water',
  'boundary',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/**
 * Where a thing's shape comes from. `measured`: surveyed or logged; `derived`: computed by us from measured
 * data; `inferred`: somebody's interpretation, not touched by a hole or an instrument; `synthetic`: made up.
 */
export const PROVENANCES = ['measured', 'derived', 'inferred', 'synthetic'] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const PROVENANCE_TEXT: Readonly<Record<Provenance, Bilingual>> = {
  measured: { zh: '实测', en: 'measured' },
  derived: { zh: '由实测推算', en: 'derived' },
  inferred: { zh: '推断', en: 'inferred' },
  synthetic: { zh: '合成数据', en: 'synthetic' },
};
