import type { Hazard } from '../contracts/hazard.ts';
import type { NeighbourFinding } from '../contracts/neighbours.ts';
import type { PlanObject } from '../contracts/regional-plan.ts';
import { joined } from './bilingual-text.ts';
import { areaName, leaderFields, mineWords } from './mines-of-area.ts';
import { field, type PlanGround } from './plan-sources.ts';
import { treatmentFields } from './treatment-fields.ts';
import { pairsField } from './untold-checks.ts';

/** Mines that findings bind to one another though no cluster holds them together: their rights lie far apart, or nobody knows where. */
export interface NeighbourGroup {
  /** In the order of their ids. */
  readonly mines: readonly string[];
  readonly findings: readonly NeighbourFinding[];
}

export const neighbourGroupId = ({ mines }: Pick<NeighbourGroup, 'mines'>): string =>
  `neighbours:${mines.join('+')}`;

/** Every finding stands in one group, with all that shares a mine with it; the largest group first. */
export const neighbourGroups = (findings: readonly NeighbourFinding[]): NeighbourGroup[] => {
  let groups: { mines: Set<string>; findings: NeighbourFinding[] }[] = [];
  for (const finding of findings) {
    const joining = groups.filter(({ mines }) => finding.mines.some((mine) => mines.has(mine)));
    groups = groups.filter((group) => !joining.includes(group));
    groups.push({
      mines: new Set([...joining.flatMap(({ mines }) => [...mines]), ...finding.mines]),
      findings: [...joining.flatMap((group) => group.findings), finding],
    });
  }
  return groups
    .map((group) => ({ mines: [...group.mines].toSorted(), findings: group.findings }))
    .toSorted((a, b) => b.mines.length - a.mines.length || (a.mines[0]! < b.mines[0]! ? -1 : 1));
};

export const neighbourGroupObject = (
  ground: PlanGround,
  group: NeighbourGroup,
  hazards: readonly Hazard[],
): PlanObject => {
  const { mines, findings } = group;
  return {
    id: neighbourGroupId(group),
    kind: 'neighbour-group',
    chapter: 'contiguous',
    parent: null,
    title: areaName(ground, mines, { zh: '相邻关系（未连片）', en: 'neighbours that are not contiguous' }),
    mines: [...mines],
    fields: [
      field('mines', joined(mines.map((mine) => mineWords(ground, mine)))),
      ...leaderFields(ground, mines),
      pairsField(ground, mines, findings),
      ...treatmentFields(hazards, ground),
    ],
  };
};
