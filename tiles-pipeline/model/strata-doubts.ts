import type { StratumUnit } from '../../domain/geology/geological-model.ts';
import type { DoubtfulBase } from '../../domain/geology/stratigraphy/observations.ts';
import type { StackDoubt } from '../../domain/geology/stratigraphy/stack.ts';
import { LEAST_VALUES } from '../../domain/geology/stratigraphy/surface-fit.ts';
import type { Hole } from './holes.ts';
import type { MineContext } from './mine-context.ts';
import type { FindingPlace, SourceLog } from './source-log.ts';

const CODE_OF = {
  interrupted: 'contact-interrupted',
  'unknown-rock': 'contact-unknown-rock',
  repeated: 'contact-repeated',
  overlap: 'contact-overlap',
  'at-fault': 'contact-at-fault',
} as const;

/** Findings are written once for both languages. */
const nameOf = ({ name: { zh, en } }: StratumUnit): string => (zh === en ? zh : `${zh} (${en})`);

const short = (metres: number): string => metres.toFixed(2);

/** The log of the table a depth of a hole was read from, and its row there. */
const logAt = (hole: Hole, depth: number): { readonly log: SourceLog; readonly row: number } => {
  const interval = hole.intervals.find(({ from, to }) => from <= depth && depth <= to) ?? hole.intervals[0];
  return interval
    ? { log: interval.read.placed.log, row: interval.row }
    : { log: hole.placed.log, row: hole.row };
};

/** Lists every logged base that could mean two things, with the row it stands in. */
export const reportDoubtfulBases = (
  doubtful: readonly DoubtfulBase[],
  holes: readonly Hole[],
  units: readonly StratumUnit[],
): void => {
  for (const { unit, hole: h, doubt, from, to } of doubtful) {
    const hole = holes[h]!;
    const { log, row } = logAt(hole, from);
    log.warn(CODE_OF[doubt], {
      row,
      feature: hole.key,
      params: { unit: nameOf(units[unit]!), from: short(from), to: short(to) },
    });
  }
};

/** Says what is doubtful of the surfaces: by hole where a hole is concerned, else of mine.yaml. */
export const reportStackDoubts = (
  doubts: readonly StackDoubt[],
  holes: readonly Hole[],
  units: readonly StratumUnit[],
  { findings }: MineContext,
): void => {
  const general = (
    code: string,
    params: Record<string, string | number>,
    severity: 'note' | 'warning' = 'note',
  ) => findings.push({ severity, code, source: 'mine.yaml', file: 'mine.yaml', column: 'strata', params });
  const ofContact = ({ hole: h, depth }: { readonly hole: number; readonly depth: number }) => {
    const hole = holes[h]!;
    const { log, row } = logAt(hole, depth);
    return { log, at: { row, feature: hole.key } satisfies FindingPlace };
  };
  for (const doubt of doubts) {
    const unit = nameOf(units[doubt.unit]!);
    if (doubt.kind === 'too-few-contacts') {
      // Nobody met the base of the lowest unit in most mines: that is how a column ends.
      if (doubt.contacts > 0 || doubt.unit < units.length - 1)
        general('strata-too-few-contacts', { unit, count: doubt.contacts, least: LEAST_VALUES }, 'warning');
    } else if (doubt.kind === 'variogram') {
      const { origin, model, widened, doubts: of } = doubt.fit;
      const range = Math.round(model.range);
      if (origin === 'assumed') general('variogram-assumed', { unit, sill: short(model.partialSill), range });
      else if (of.length > 0) general('variogram-doubtful', { unit, range });
      if (widened > 1) general('variogram-widened', { unit, factor: Math.sqrt(widened).toFixed(2) });
    } else if (doubt.kind === 'outlier') {
      const { log, at } = ofContact(doubt.contact);
      const { error, deviation } = doubt;
      log.warn('contact-outlier', {
        ...at,
        params: { unit, depth: short(doubt.contact.depth), error: short(error), deviation: short(deviation) },
      });
    } else if (doubt.kind === 'contact-missed') {
      const { log, at } = ofContact(doubt.contact);
      log.warn('contact-missed', {
        ...at,
        params: { unit, depth: short(doubt.contact.depth), by: short(doubt.by) },
      });
    } else {
      const hole = holes[doubt.hole]!;
      logAt(hole, hole.depth).log.warn('strata-bound-broken', { feature: hole.key, params: { unit } });
    }
  }
};
