import { useEffect, useState } from 'react';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import type { GeologicalModel } from '../../../domain/geology/geological-model.ts';
import { fetchGeology } from '../../shell/fetch-geology.ts';

/**
 * The mine's strata model; null while it is on its way, where there is none and where it cannot be had: lines then say what the logs
 * say, and the legend claims no more. @param bundleUrl absolute, ending in "/" @param isWanted nothing is fetched before
 */
export const useStrataModel = (
  catalog: Catalog,
  bundleUrl: string,
  isWanted: boolean,
): GeologicalModel | null => {
  const [model, setModel] = useState<GeologicalModel | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    fetchGeology(catalog, frameOfCatalog(catalog), bundleUrl, stop.signal).then(
      (fetched) => setModel('model' in fetched ? fetched.model : null),
      () => {}, // only an abort rejects
    );
    return () => {
      stop.abort();
      setModel(null);
    };
  }, [catalog, bundleUrl, isWanted]);
  return model;
};
