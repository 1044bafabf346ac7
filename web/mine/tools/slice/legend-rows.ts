import type { Bilingual } from '../../../../domain/contracts/bilingual.ts';
import { BODY_ORDER, BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import type { RockPattern } from '../../../../domain/drawing/rock-patterns.ts';
import type { BodyKind } from '../../../../domain/geology/geological-model.ts';
import { type CapPart, UNKNOWN_FILLS, unitPattern } from '../../../../domain/geology/slice/cap-mesh.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';

/** One sort of what is cut, as the cap draws it. */
export interface LegendRow {
  /** Body kind, id of the unit, `hole` or `unknown`. */
  readonly key: string;
  /** null: boreholes and unknown rock, which have their names from the texts. */
  readonly name: Bilingual | null;
  readonly colour: string;
  /** Of the pattern, or of the line where there is no fill. */
  readonly ink: string;
  /** As the cap's own patterns; `line`: no fill; `rock`: the pattern of a rock. */
  readonly pattern: string;
  /** Where `pattern` is `rock`. */
  readonly rock?: RockPattern | null;
  /** How many bodies of the kind, or boreholes; null for rock. */
  readonly count: number | null;
}

const HOLE_INK = '#14181c';

/** The key to a cap: bodies from what lies on top down, then the column's units, what nobody knows last. */
export const legendRows = (
  parts: readonly CapPart[],
  outlined: readonly number[],
  { bodies, model, holes }: Pick<CutSubject, 'bodies' | 'model' | 'holes'>,
  theme: keyof typeof UNKNOWN_FILLS,
): LegendRow[] => {
  const kinds = new Map<BodyKind, { own: string; count: number }>();
  const cut = parts.flatMap((part) => (part.kind === 'body' ? [part.body] : []));
  for (const body of [...cut, ...outlined]) {
    const { kind, colour } = bodies[body]!;
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { own: colour, count: 1 });
  }
  const rows: LegendRow[] = [];
  const drilled = parts.flatMap((part) => (part.kind === 'hole' ? [holes[part.interval]!] : []));
  if (drilled.length > 0)
    rows.push({
      key: 'hole',
      name: null,
      colour: drilled[0]!.colour,
      ink: HOLE_INK,
      pattern: 'hole',
      count: new Set(drilled.map(({ hole }) => hole)).size,
    });
  for (const kind of [...BODY_ORDER].reverse()) {
    const met = kinds.get(kind);
    if (!met) continue;
    const { name, fill, stroke } = BODY_STYLES[kind];
    const filled = fill(met.own);
    rows.push({
      key: kind,
      name,
      colour: filled?.colour ?? 'transparent',
      ink: filled?.patternColour ?? stroke.colour,
      pattern: filled?.colour ? (filled.pattern ?? 'plain') : 'line',
      count: met.count,
    });
  }
  const units = parts.flatMap((part) => (part.kind === 'unit' ? [part.unit] : []));
  for (const unit of units.sort((a, b) => a - b)) {
    const { id, name, colour, ...rest } = model!.units[unit]!;
    const rock = unitPattern({ name, ...rest });
    rows.push({ key: id, name, colour, ink: colour, pattern: rock ? 'rock' : 'plain', rock, count: null });
  }
  if (parts.some(({ kind }) => kind === 'unknown')) {
    const { colour, ink } = UNKNOWN_FILLS[theme];
    rows.push({ key: 'unknown', name: null, colour, ink, pattern: 'unknown', count: null });
  }
  return rows;
};
