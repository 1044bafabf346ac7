import { useEffect } from 'react';
import { create } from 'zustand';
import { hazardCountsSchema, type MineHazardCounts } from '../../../domain/contracts/hazard-counts.ts';
import { HAZARD_FLAGS, type HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import { useLedgerAttempt } from '../../ledger/ledger-store.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { countyApi } from '../county-files.ts';

type OfMines = ReadonlyMap<string, MineHazardCounts>;

/** null: not known, yet or at all. */
const useCounts = create<{ readonly mines: OfMines | null; readonly attempt: number | null }>(() => ({
  ...{ mines: null, attempt: null },
}));

/** Keeps what the ledger counts on the day shown while the map is open. After a failure nothing is known. */
export const useKeepHazardCounts = (county: string, day: string | null, hasLedger: boolean): void => {
  // Counted anew after each write.
  const attempt = useLedgerAttempt();
  useEffect(() => {
    if (!hasLedger) return;
    const stop = new AbortController();
    const on = day === null ? '' : `?on=${day}`;
    fetchJson(`${countyApi(county)}/hazard-counts${on}`, hazardCountsSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (stop.signal.aborted) return;
        useCounts.setState({
          mines: fetched.ok ? new Map(fetched.value.mines.map((one) => [one.id, one])) : null,
          attempt,
        });
      },
      () => {}, // only an abort rejects: another day is shown, or the map is closed
    );
    return () => {
      stop.abort();
      useCounts.setState({ mines: null, attempt: null });
    };
  }, [county, day, hasLedger, attempt]);
};

/** Open hazards of mines; a mine that is not there has nothing in the ledger. null: not known. */
export const useHazardCounts = (): OfMines | null => useCounts(({ mines }) => mines);

/** Of how many open hazards of the county each flag holds. */
export const flagTotals = (mines: OfMines): Readonly<Record<HazardFlag, number>> => {
  const totals = Object.fromEntries(HAZARD_FLAGS.map((flag) => [flag, 0])) as Record<HazardFlag, number>;
  for (const one of mines.values()) for (const flag of HAZARD_FLAGS) totals[flag] += one[flag];
  return totals;
};
