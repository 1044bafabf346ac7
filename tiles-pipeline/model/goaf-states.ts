import type { LegendKey } from './layer-draft.ts';

/** What is known of a void: the order is that of the legend, the worst first. */
export const GOAF_STATES = {
  flooded: { key: 'flooded', name: { zh: '积水', en: 'flooded' }, colour: '#2f7fd0' },
  dry: { key: 'dry', name: { zh: '无水空区', en: 'dry void' }, colour: '#e07b39' },
  filled: { key: 'filled', name: { zh: '已充填', en: 'filled' }, colour: '#8a9a5b' },
  inferred: {
    key: 'inferred',
    name: { zh: '推断（未验证）', en: 'inferred, not proven' },
    colour: '#b884d6',
  },
  unknown: { key: 'unknown', name: { zh: '状态不明', en: 'state unknown' }, colour: '#b9b2a6' },
} as const satisfies Record<string, LegendKey>;
export type GoafState = keyof typeof GOAF_STATES;

const WORDS: readonly (readonly [GoafState, RegExp])[] = [
  ['inferred', /infer|suspect|推断|推测|疑似/iu],
  ['flooded', /flood|water|积水|充水|水淹/iu],
  // 未充填 holds 充填, so "not filled" is asked first.
  ['dry', /^(dry|empty|open|void|none|no|unfilled|not filled)$|未充填|无水|空|干/iu],
  ['filled', /fill|stow|充填|回填/iu],
];

const stateIn = (text: string | null): GoafState | null =>
  text === null ? null : (WORDS.find(([, words]) => words.test(text))?.[0] ?? null);

/** Geophysics sees an anomaly, not a void: without a hole or a survey the void is inferred. */
const isUnproven = (evidence: string | null): boolean =>
  evidence !== null &&
  /infer|geophys|物探|推断|推测/iu.test(evidence) &&
  !/drill|survey|scan|borehole|钻|实测|测量|扫描/iu.test(evidence);

/**
 * State of a goaf from what the file says: its own state first, then evidence, water above the floor, fill.
 * Nothing said gives `unknown`: a void is never called dry because no water was recorded.
 */
export const goafState = (o: {
  readonly state: string | null;
  readonly fill: string | null;
  readonly evidence: string | null;
  /** Whether water stands above the lowest floor; null where no level is recorded. */
  readonly waterInside: boolean | null;
  readonly inferred: boolean;
}): GoafState => {
  const said = stateIn(o.state);
  if (said === 'inferred' || o.inferred || isUnproven(o.evidence)) return 'inferred';
  if (said === 'flooded' || o.waterInside === true) return 'flooded';
  return said ?? stateIn(o.fill) ?? 'unknown';
};
