import {
  NEIGHBOUR_CHECKS,
  type NeighbourFinding,
  type NeighbourProof,
  type NeighboursReport,
  type SubsidenceZones,
} from '../contracts/neighbours.ts';

/** Stands for what a reader may not know the name of; no mine and no feature can be called so. */
export const OUTSIDE = 'outside:';

type Named = { readonly mine: string; readonly feature: string };
type Settles = NeighbourFinding['settles'][number];

/** What both zones share is bounded by the other's: it would draw the other's goaf. */
const ownZones = (zones: SubsidenceZones, seesHere: boolean, seesThere: boolean): SubsidenceZones => {
  const isWhole = seesHere && seesThere;
  return {
    ...zones,
    here: seesHere ? zones.here : null,
    there: seesThere ? zones.there : null,
    ...(isWhole ? {} : { overlap: null, squareMetres: null, least: null, most: null }),
  };
};

const isCheck = (of: string): boolean => (NEIGHBOUR_CHECKS as readonly string[]).includes(of);

/**
 * The report for a reader of single mines (docs/adr/0027-the-danger-is-told-not-the-neighbour.md): every finding about one of
 * them, with the check, how near, how certain, how much water stands over it, and of the other side the kind and the one nearest
 * point; of zones of subsidence its own. The other side's mine is a number that means something in this report only; its feature has no name. Findings, gaps and
 * mines that concern none of them are not in it.
 */
export const reportForReader = (
  report: NeighboursReport,
  sees: (mine: string) => boolean,
): NeighboursReport => {
  const numbers = new Map<string, string>();
  const called = (mine: string): string => {
    if (sees(mine)) return mine;
    const known = numbers.get(mine);
    if (known) return known;
    const name = `${OUTSIDE}${numbers.size + 1}`;
    numbers.set(mine, name);
    return name;
  };
  const mineNamed = <T extends Named>(side: T): T =>
    sees(side.mine) ? side : { ...side, mine: called(side.mine), feature: OUTSIDE };

  const findings = report.findings.filter(({ mines }) => mines.some(sees));
  const ids = new Map(findings.map(({ id }, i) => [id, `${OUTSIDE}finding-${i + 1}`]));
  const told = findings.map((finding): NeighbourFinding => {
    const own = new Set(
      finding.proofs.flatMap(({ here, there }) =>
        [here, there].filter(({ mine }) => sees(mine)).map(({ feature }) => feature),
      ),
    );
    const featureCalled = (feature: string): string => (own.has(feature) ? feature : OUTSIDE);
    const proof = (one: NeighbourProof): NeighbourProof => ({
      ...one,
      here: mineNamed(one.here),
      there: mineNamed(one.there),
      ...(one.zones ? { zones: ownZones(one.zones, sees(one.here.mine), sees(one.there.mine)) } : {}),
      water: one.water.map((water) => ({ ...water, feature: featureCalled(water.feature) })),
    });
    const settles = (one: Settles): Settles => ({
      ...one,
      of: own.has(one.of) || isCheck(one.of) || sees(one.of) ? one.of : OUTSIDE,
    });
    return {
      ...finding,
      id: ids.get(finding.id)!,
      mines: finding.mines.map(called),
      drawAngles: finding.drawAngles.filter(({ mine }) => sees(mine)),
      // Of a thing that many share there is a proof a mine: how near it comes to the others is theirs to know.
      proofs: finding.proofs.filter(({ here, there }) => sees(here.mine) || sees(there.mine)).map(proof),
      settles: finding.settles.map(settles),
    };
  });
  const kept = told.filter(({ proofs }) => proofs.length > 0);
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    ...report,
    mines: report.mines.filter(sees),
    findings: kept,
    gaps: report.gaps.filter(({ mine }) => mine === null || sees(mine)),
    ...(report.notCompared ? { notCompared: report.notCompared.filter(({ mine }) => sees(mine)) } : {}),
    ...(report.zones ? { zones: report.zones.filter(({ mine }) => sees(mine)) } : {}),
    clusters: report.clusters
      .filter(({ mines }) => mines.some(sees))
      .map((cluster) => ({
        ...cluster,
        mines: cluster.mines.map(called),
        findings: cluster.findings.flatMap((id) => {
          const name = ids.get(id);
          return name && keptIds.has(name) ? [name] : [];
        }),
      })),
  };
};
