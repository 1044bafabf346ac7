import type { LogsFile } from '../../domain/contracts/logs.ts';
import type { StratumUnit } from '../../domain/geology/geological-model.ts';
import type { HoleBase } from '../../domain/geology/stratigraphy/hole-bases.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { LayerLogs } from './hole-logs.ts';
import type { Hole } from './holes.ts';
import type { MineGeology } from './mine-geology.ts';

type LoggedHoleEntry = LogsFile['holes'][number];

/** Millimetres, as all depths of the file. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const entryOf = (
  base: HoleBase,
  units: readonly StratumUnit[],
): NonNullable<LoggedHoleEntry['bases']>[number] => ({
  unit: units[base.unit]!.id,
  kind: base.kind,
  depth: rounded(base.depth),
  ...(base.kind === 'ambiguous' ? { to: rounded(base.to), doubt: base.doubt } : {}),
  ...(base.kind === 'contact' && base.absent ? { absent: true } : {}),
});

/**
 * The logs with what the strata model read in each of the bases of its units; as they were where the mine has no such model.
 * @param holes that have a place, in the order of the logs
 * @throws Error where they are in another order
 */
export const withBases = (
  logs: readonly LayerLogs[],
  holes: readonly Hole[],
  geology: MineGeology | null,
): readonly LayerLogs[] => {
  const read = geology?.logBases;
  if (!geology || !read) return logs;
  let placed = 0;
  const basesOf = (entry: LoggedHoleEntry): readonly HoleBase[] => {
    if (entry.path === null)
      return read.ofUnplaced(
        entry.intervals.map(({ from, to, lithology }) => ({ from: metres(from), to: metres(to), lithology })),
      );
    const index = placed++;
    if (holes[index]?.key !== entry.hole)
      throw new Error(`hole ${entry.hole} is not the log's number ${index}: ${holes[index]?.key}`);
    return read.placed[index]!;
  };
  return logs.map(({ layer, holes: entries }) => ({
    layer,
    holes: entries.map((entry) => ({
      ...entry,
      bases: basesOf(entry).map((base) => entryOf(base, geology.model.units)),
    })),
  }));
};
