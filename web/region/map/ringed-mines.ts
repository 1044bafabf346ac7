import { useMemo } from 'react';
import { useView } from '../../shell/view-store.ts';
import { useNeighbours } from '../county-files.ts';
import { clusterId } from '../neighbours/cluster-id.ts';

const NONE: readonly string[] = [];

/** The mines of the picked pair or mining area: they are ringed on the map. */
export const useRinged = (): readonly string[] => {
  const pick = useView((state) => state.regionPick);
  const isOfNeighbours = pick?.kind === 'pair' || pick?.kind === 'cluster';
  const report = useNeighbours(isOfNeighbours);
  return useMemo(() => {
    if (!isOfNeighbours || report.status !== 'open') return NONE;
    const { findings, clusters } = report.value;
    const found =
      pick.kind === 'pair'
        ? findings.find(({ id }) => id === pick.id)
        : clusters.find((cluster) => clusterId(cluster, clusters) === pick.id);
    return found?.mines ?? NONE;
  }, [pick, isOfNeighbours, report]);
};
