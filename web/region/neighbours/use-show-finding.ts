import { useCallback } from 'react';
import type { NeighbourFinding } from '../../../domain/contracts/neighbours.ts';
import { placesOfFrame } from '../../../domain/county/county-places.ts';
import { setView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { useMap } from '../map/map-store.ts';
import { boundsOf, widened } from '../map/proofs-of-finding.ts';

const PROOF_PITCH = 60;

/** Picks a finding and brings the map before its proof, tilted so that heights are seen. */
export const useShowFinding = (): ((finding: NeighbourFinding) => void) => {
  const { catalog } = useOpenCounty();
  return useCallback(
    (finding) => {
      setView({ regionPick: { kind: 'pair', id: finding.id }, mineInPlace: false });
      const place = placesOfFrame(catalog);
      const bounds = boundsOf(finding.proofs.flatMap(({ here, there }) => [place(here.at), place(there.at)]));
      if (bounds) useMap.getState().view?.fit(widened(bounds), { pitch: PROOF_PITCH });
    },
    [catalog],
  );
};
