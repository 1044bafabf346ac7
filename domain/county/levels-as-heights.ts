import type { NeighboursReport } from '../contracts/neighbours.ts';
import { waterHead } from '../drive-on/water-head.ts';
import type { CountyFrame } from './county-frame.ts';

/**
 * A report whose water levels are heights above the county's datum, as somebody measured them, and whose heads are between such
 * heights. Up in the frame they were compared in is another thing: 20 km from its middle the two differ by 30 m, and by a third of
 * a metre more every hundred metres.
 * @param levels height of the water by feature, metres above the datum; a feature left out keeps what the report says
 */
export const levelsAsHeights = (
  report: NeighboursReport,
  levels: ReadonlyMap<string, number>,
  { heightAt }: CountyFrame,
): NeighboursReport => ({
  ...report,
  findings: report.findings.map((finding) => ({
    ...finding,
    proofs: finding.proofs.map((proof) => ({
      ...proof,
      water: proof.water.map((water) => {
        const level = levels.get(water.feature);
        if (level === undefined || water.level === null) return water;
        const reached = water.feature === proof.here.feature ? proof.there : proof.here;
        return { ...water, ...waterHead({ water: { level } }, heightAt(reached.at)) };
      }),
    })),
  })),
});
