import type { Judgement, ReadyFinding } from './finding.ts';
import { slopeKey } from './mine-situation.ts';
import type { MineWatch } from './mine-watch.ts';

/** Slope warnings of one threshold, or forecasts, as the slopes' own reckoning has found them. */
export const slopeFindings = (
  { situation: { slopes } }: MineWatch,
  check: ReadyFinding['check'],
  threshold: string | null,
): Judgement => ({
  findings: (slopes?.findings ?? []).filter(
    (finding) => finding.check === check && (threshold === null || finding.threshold === threshold),
  ),
  denies: (id) => slopes?.denied.has(slopeKey(check, threshold, id)) ?? false,
});
