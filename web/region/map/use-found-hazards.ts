import { useEffect, useState } from 'react';
import { type HazardSearch, hazardSearchSchema } from '../../../domain/contracts/hazard-search.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { useHasLedger } from './use-has-ledger.ts';

/** Whoever types asks with what it became. */
const TYPING_MS = 150;

/** `idle`: nothing is asked, or there is no ledger to ask. */
export type FoundHazards =
  | { readonly status: 'idle' | 'loading' | 'failed' }
  | { readonly status: 'open'; readonly found: HazardSearch };

/** Hazards of the ledger that answer a text, as of the day shown; asked of the gateway, for a county has 50 000. */
export const useFoundHazards = (text: string): FoundHazards => {
  const { county } = useOpenCounty().catalog;
  const day = useView((state) => state.day);
  const hasLedger = useHasLedger();
  const typed = text.trim();
  const wanted = hasLedger && typed !== '' ? `${countyApi(county)}/hazard-search?${asked(typed, day)}` : null;
  const [read, setRead] = useState<{ readonly of: string; readonly state: FoundHazards } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchJson(wanted, hazardSearchSchema, { signal: stop.signal }).then(
        (fetched) =>
          setRead({
            of: wanted,
            state: fetched.ok ? { status: 'open', found: fetched.value } : { status: 'failed' },
          }),
        () => {}, // only an abort rejects: something else is looked for
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  if (wanted === null) return { status: 'idle' };
  return read?.of === wanted ? read.state : { status: 'loading' };
};

const asked = (text: string, day: string | null): URLSearchParams =>
  new URLSearchParams({ text, ...(day !== null && { on: day }) });
