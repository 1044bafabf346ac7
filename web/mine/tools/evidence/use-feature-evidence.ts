import { useEffect, useState } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { drivingFactsSchema } from '../../../../domain/contracts/driving-facts.ts';
import { type FeatureEvidence, featureEvidence } from '../../../../domain/evidence/feature-evidence.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';

export type EvidenceState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly evidence: FeatureEvidence }
  | { readonly status: 'failed'; readonly url: string };

/** How the mine's hidden things were found. @param bundleUrl absolute, ending in "/" */
export const useFeatureEvidence = (catalog: Catalog, bundleUrl: string): EvidenceState => {
  const [state, setState] = useState<EvidenceState>({ status: 'loading' });
  useEffect(() => {
    // A bundle of an older version says nothing: all that is not drilled is unknown.
    if (!catalog.driving) {
      setState({ status: 'open', evidence: featureEvidence(catalog.layers, []) });
      return;
    }
    const stop = new AbortController();
    const url = new URL(catalog.driving.file, bundleUrl).pathname;
    fetchJson(url, drivingFactsSchema, { signal: stop.signal }).then(
      (fetched) =>
        setState(
          fetched.ok
            ? { status: 'open', evidence: featureEvidence(catalog.layers, fetched.value.obstacles) }
            : { status: 'failed', url: fetched.failure.url },
        ),
      () => {}, // only an abort rejects: the filter was ended meanwhile
    );
    return () => stop.abort();
  }, [catalog, bundleUrl]);
  return state;
};
