import type {
  NeighbourFinding,
  NeighbourProof,
  NeighbourRules,
  NeighboursReport,
} from '../contracts/neighbours.ts';
import { type MineRecord, type PlacedFeature, placeFeatures } from './mine-features.ts';
import { drawCone } from './subsidence-gap.ts';
import { drawAngleOf, groundOver, zoneOff } from './subsidence-question.ts';
import { subsidenceZones, type ZoneSide } from './subsidence-zones.ts';

/**
 * The report with the zones of every two goafs whose zones overlap or may. Apart from finding them: whoever only asks which
 * mines endanger each other does not wait for outlines.
 * @param mines those the report was made of
 */
export function withSubsidenceZones(
  report: NeighboursReport,
  mines: readonly MineRecord[],
  rules: NeighbourRules,
): NeighboursReport {
  if (!report.findings.some(({ check }) => check === 'subsidence-overlap')) return report;
  const goafs = new Map(placeFeatures(mines, ['goaf']).map((one) => [one.feature.id, one]));
  const side = (one: PlacedFeature): ZoneSide | null => {
    const angle = drawAngleOf(mines[one.mine]!.id, rules);
    if (!angle) return null;
    const cone = drawCone(angle.degrees);
    return { body: one.body(), cone, off: zoneOff(mines, one, cone, rules) };
  };
  const withZones = (proof: NeighbourProof): NeighbourProof => {
    const [a, b] = [goafs.get(proof.here.feature), goafs.get(proof.there.feature)];
    const [here, there] = [a && side(a), b && side(b)];
    if (!a || !b || !here || !there) return proof;
    const ground = Math.max(groundOver(mines, a), groundOver(mines, b));
    return { ...proof, zones: subsidenceZones(here, there, ground) };
  };
  return {
    ...report,
    findings: report.findings.map(
      (finding): NeighbourFinding =>
        finding.check === 'subsidence-overlap'
          ? { ...finding, proofs: finding.proofs.map(withZones) }
          : finding,
    ),
  };
}
