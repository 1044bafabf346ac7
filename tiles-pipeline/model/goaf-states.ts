import type { LegendKey } from './layer-draft.ts';

/**
 * What is known of a void: the order is that of the legend, the worst first. `open` is a void that is not filled and of
 * whose water nothing was recorded; `dry` is kept for those the survey itself calls free of water.
 */
export const GOAF_STATES = {
  flooded: { key: 'flooded', name: { zh: '积水', en: 'flooded' }, colour: '#12a5a0' },
  open: { key: 'open', name: { zh: '未充填（积水不明）', en: 'open, water unknown' }, colour: '#e0563b' },
  partlyFilled: { key: 'partlyFilled', name: { zh: '部分充填', en: 'partly filled' }, colour: '#c9a227' },
  dry: { key: 'dry', name: { zh: '未充填、无水', en: 'open, no water' }, colour: '#e0954a' },
  filled: { key: 'filled', name: { zh: '已充填', en: 'filled' }, colour: '#8a9a5b' },
  inferred: {
    key: 'inferred',
    name: { zh: '推断（未验证）', en: 'inferred, not proven' },
    colour: '#b884d6',
  },
  unknown: { key: 'unknown', name: { zh: '状态不明', en: 'state unknown' }, colour: '#b9b2a6' },
} as const satisfies Record<string, LegendKey>;
export type GoafState = keyof typeof GOAF_STATES;

/** Asked in this order: "no water" holds "water", 未充填 and 部分充填 hold 充填. */
const WORDS: readonly (readonly [GoafState, RegExp])[] = [
  ['inferred', /infer|suspect|推断|推测|疑似/iu],
  ['dry', /\b(dry|drained|dewatered|no water|without water)\b|无积水|无水|未积水|疏干|干燥/iu],
  ['flooded', /flood|water|积水|充水|水淹/iu],
  ['partlyFilled', /part(ly|ially)?[ -]*(back)?(fill|stow)|部分充填|半充填/iu],
  ['open', /^(empty|open|void|none|no)$|\b(un|not )(back)?filled\b|未充填|未回填|空区|空场/iu],
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
