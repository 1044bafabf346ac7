import { useMemo } from 'react';
import type { NeighbourFinding } from '../../../domain/contracts/neighbours.ts';
import { useView } from '../../shell/view-store.ts';
import { useNeighbours } from '../county-files.ts';

const NONE: readonly NeighbourFinding[] = [];

/** The findings that name a thing underground, each with what of its proof does. */
export const findingsOfFeature = (
  findings: readonly NeighbourFinding[],
  feature: string,
): NeighbourFinding[] =>
  findings.flatMap((finding) => {
    const proofs = finding.proofs.filter(
      ({ here, there }) => here.feature === feature || there.feature === feature,
    );
    return proofs.length > 0 ? [{ ...finding, proofs }] : [];
  });

/** The chosen finding, or those of the chosen thing underground. */
export const usePickedFindings = (): readonly NeighbourFinding[] => {
  const pick = useView((state) => state.regionPick);
  const isAsked = pick?.kind === 'pair' || pick?.kind === 'feature';
  const report = useNeighbours(isAsked);
  return useMemo(() => {
    if (!isAsked || report.status !== 'open') return NONE;
    const { findings } = report.value;
    return pick.kind === 'pair'
      ? findings.filter(({ id }) => id === pick.id)
      : findingsOfFeature(findings, pick.id);
  }, [pick, isAsked, report]);
};
