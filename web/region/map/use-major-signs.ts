import { useEffect, useState } from 'react';
import { type MajorSign, majorSignsSchema } from '../../../domain/contracts/major-signs.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';

export type MajorSignsState =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'open'; readonly majors: readonly MajorSign[] };

/** Major hazards that are not done with on the day shown, placed or not; read anew after each write. */
export const useMajorSigns = (): MajorSignsState => {
  const { county } = useOpenCounty().catalog;
  const day = useView((state) => state.day);
  const attempt = useMajor((store) => store.attempt);
  const wanted = `${county} ${day} ${attempt}`;
  const [read, setRead] = useState<{ readonly of: string; readonly state: MajorSignsState } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const on = day === null ? '' : `?on=${day}`;
    fetchJson(`${countyApi(county)}/major-signs${on}`, majorSignsSchema, { signal: stop.signal }).then(
      (fetched) =>
        setRead({
          of: wanted,
          state: fetched.ok ? { status: 'open', majors: fetched.value.majors } : { status: 'failed' },
        }),
      () => {}, // only an abort rejects: another day is shown
    );
    return () => stop.abort();
  }, [county, day, wanted]);
  return read?.of === wanted ? read.state : { status: 'loading' };
};
