import { useEffect, useState } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { drivingFactsSchema } from '../../../../domain/contracts/driving-facts.ts';
import { geologySchema } from '../../../../domain/contracts/geology.ts';
import type { HoleGain } from '../../../../domain/geology/next-hole/rank-next-holes.ts';
import { openGeology, useGeology } from '../../../boreholes/geology-store.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';
import { askNextHoles } from './ask-next-holes.ts';
import { type AskedNextHoles, nextHoleQuestion } from './next-hole-question.ts';

/** Where the next hole would help, on its way. */
export type NextHoles =
  | { readonly status: 'loading' }
  | { readonly status: 'asking'; readonly done: number; readonly of: number }
  | { readonly status: 'open'; readonly asked: AskedNextHoles; readonly gains: readonly HoleGain[] }
  /** Why nothing can be said. */
  | { readonly status: 'none'; readonly why: 'no-model' | 'no-headings' | 'no-basis' }
  | { readonly status: 'failed'; readonly detail: string };

/** Asks once for a mine; leaving it ends the work. @param bundleUrl absolute, ending in "/" */
export const useNextHoles = (catalog: Catalog, bundleUrl: string): NextHoles => {
  const geology = useGeology();
  const [state, setState] = useState<NextHoles>({ status: 'loading' });
  useEffect(() => void openGeology(catalog, bundleUrl), [catalog, bundleUrl]);
  useEffect(() => {
    if (geology.status === 'failed') setState({ status: 'failed', detail: geology.failure.url });
    if (geology.status !== 'open') return;
    const stop = new AbortController();
    const tell = (next: NextHoles): void => {
      if (!stop.signal.aborted) setState(next);
    };
    const run = async (): Promise<void> => {
      if (!geology.model || !catalog.geology) return tell({ status: 'none', why: 'no-model' });
      if (!catalog.driving) return tell({ status: 'none', why: 'no-headings' });
      const path = (file: string) => new URL(file, bundleUrl).pathname;
      const [list, driving] = await Promise.all([
        fetchJson(path(catalog.geology.file), geologySchema, { signal: stop.signal }),
        fetchJson(path(catalog.driving.file), drivingFactsSchema, { signal: stop.signal }),
      ]);
      if (!list.ok) return tell({ status: 'failed', detail: list.failure.url });
      if (!driving.ok) return tell({ status: 'failed', detail: driving.failure.url });
      if (driving.value.headings.length === 0) return tell({ status: 'none', why: 'no-headings' });
      const asked = nextHoleQuestion(geology.model, list.value, driving.value.headings);
      if (!asked) return tell({ status: 'none', why: 'no-basis' });
      const of = asked.candidates.length;
      tell({ status: 'asking', done: 0, of });
      const gains = await askNextHoles(asked.question, stop.signal, (done) =>
        tell({ status: 'asking', done, of }),
      );
      tell({ status: 'open', asked, gains });
    };
    run().catch((error: unknown) => tell({ status: 'failed', detail: String(error) }));
    return () => stop.abort();
  }, [geology, catalog, bundleUrl]);
  return state;
};
