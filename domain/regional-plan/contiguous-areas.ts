import type { Hazard } from '../contracts/hazard.ts';
import type { MineCluster, NeighbourFinding } from '../contracts/neighbours.ts';
import type { PlanFieldValue, PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { checksOf } from '../county/not-compared.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { hazardsOfFinding } from './hazards-of-finding.ts';
import { areaName, leaderFields, mineWords } from './mines-of-area.ts';
import { neighbourGroupId, neighbourGroupObject, neighbourGroups } from './neighbour-groups.ts';
import { HARMLESS, pairObject } from './pair-object.ts';
import { type ChapterParts, featureKey, field, grouped, mineName, type PlanGround } from './plan-sources.ts';
import { CHECK_WORDS } from './plan-words.ts';
import { treatmentFields } from './treatment-fields.ts';
import { neighbourGaps, pairsField } from './untold-checks.ts';

const CHAPTER = 'contiguous';

export const clusterObjectId = ({ mines, certain }: Pick<MineCluster, 'mines' | 'certain'>): string =>
  `cluster:${certain ? '' : '?'}${mines.join('+')}`;

/** Findings between mines of the cluster; of a shared thing two of its mines are enough. */
export const findingsOfCluster = (
  { findings }: Pick<PlanGround, 'findings'>,
  { mines }: Pick<MineCluster, 'mines'>,
): NeighbourFinding[] => {
  const inside = new Set(mines);
  return findings.filter((finding) => finding.mines.filter((mine) => inside.has(mine)).length >= 2);
};

/**
 * The clusters of the neighbours report, the largest first, then the findings between mines that no cluster holds together. A cluster
 * that holds together only by doubtful findings around one that is certain is told of too, and says so.
 */
export const contiguousAreas = (
  ground: PlanGround,
): ChapterParts & { readonly hazards: ReadonlyMap<string, string> } => {
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = [];
  /** Hazard → area whose finding it is about; the first that names it keeps it. */
  const hazards = new Map<string, string>();
  const pairsTold = new Set<string>();
  const tell = (
    id: string,
    findings: readonly NeighbourFinding[],
    area: (hazards: readonly Hazard[]) => PlanObject,
  ): void => {
    const own = new Map<string, Hazard>();
    for (const finding of findings)
      for (const { hazard } of hazardsOfFinding(ground, finding)) {
        const key = featureKey(hazard.mine, hazard.id);
        own.set(key, hazard);
        if (!hazards.has(key)) hazards.set(key, id);
      }
    objects.push(area([...own.values()]));
    for (const finding of findings) {
      if (pairsTold.has(finding.id)) continue;
      pairsTold.add(finding.id);
      const pair = pairObject(ground, finding, CHAPTER, id);
      objects.push(pair.object);
      gaps.push(...pair.gaps);
    }
  };
  const { clusters } = ground.neighbours;
  for (const cluster of clusters) {
    const findings = findingsOfCluster(ground, cluster);
    tell(clusterObjectId(cluster), findings, (own) => clusterObject(ground, cluster, findings, own));
  }
  const apart = ground.findings.filter(({ id }) => !pairsTold.has(id));
  for (const group of neighbourGroups(apart))
    tell(neighbourGroupId(group), group.findings, (own) => neighbourGroupObject(ground, group, own));
  gaps.push(
    ...leaderGaps(ground, clusters),
    ...untoldGaps(ground),
    ...notComparedGaps(ground),
    ...neighbourGaps(ground),
  );
  return { objects, gaps, hazards };
};

/** By mine, with the things' names and what was not looked for. */
const notComparedGaps = (ground: PlanGround): PlanGap[] =>
  [...grouped(ground.notCompared, ({ mine }) => mine)].map(([mine, things]) => {
    const names = things.map(
      ({ feature }) =>
        ground.featuresOf.get(mine)?.find(({ id }) => id === feature)?.name ?? asWritten(feature),
    );
    const checks = new Set(things.flatMap(({ kind }) => checksOf(kind)));
    return {
      kind: 'feature-not-compared',
      chapter: CHAPTER,
      object: null,
      of: mineName(ground, mine),
      detail: filled(
        { zh: '{names}：{checks}', en: '{names}: {checks}' },
        {
          names: joined(names, '、', ', '),
          checks: joined(
            [...checks].map((check) => CHECK_WORDS[check]),
            '、',
            ', ',
          ),
        },
      ),
    };
  });

/** Findings of things that are not there on the day, by the area that would tell of them; of no area, by themselves. */
const untoldGaps = (ground: PlanGround): PlanGap[] =>
  ground.untold.map(({ finding, mines }) => {
    const area = ground.neighbours.clusters.find(
      (cluster) => finding.mines.filter((mine) => cluster.mines.includes(mine)).length >= 2,
    );
    return {
      kind: 'pair-not-of-that-day',
      chapter: CHAPTER,
      object: area ? clusterObjectId(area) : null,
      of: joined(
        mines.map((mine) => mineName(ground, mine)),
        ' — ',
        ' — ',
      ),
      detail: CHECK_WORDS[finding.check],
    };
  });

const clusterObject = (
  ground: PlanGround,
  cluster: MineCluster,
  findings: readonly NeighbourFinding[],
  hazards: readonly Hazard[],
): PlanObject => {
  const { mines, certain } = cluster;
  return {
    id: clusterObjectId(cluster),
    kind: 'cluster',
    chapter: CHAPTER,
    parent: null,
    title: areaName(ground, mines, { zh: '连片矿区', en: 'contiguous mining area' }),
    mines,
    fields: [
      field('mines', joined(mines.map((mine) => mineWords(ground, mine)))),
      field(
        'certainty',
        certain
          ? { zh: '确定', en: 'certain' }
          : {
              zh: '不确定：仅凭位置或限值不明的结论连成一片',
              en: 'not certain: it holds together only by findings that are not',
            },
        certain ? 'plain' : 'doubt',
      ),
      ...leaderFields(ground, mines),
      pairsField(ground, mines, findings),
      ...(findings.every(({ check }) => HARMLESS.has(check)) && hazards.length === 0
        ? [ownHazardsField(ground, mines)]
        : treatmentFields(hazards, ground)),
    ],
  };
};

/**
 * Of an area in which nothing was found that endangers a neighbour: there is nothing to treat together, only in each mine. Checks
 * that could not be made for want of data are counted: nothing found is no safety there.
 */
const ownHazardsField = (ground: PlanGround, mines: readonly string[]): PlanFieldValue => {
  const own = mines.reduce((sum, mine) => sum + (ground.openOfMine.get(mine)?.length ?? 0), 0);
  const open =
    ground.neighbours.gaps.filter(
      ({ mine, check }) => !HARMLESS.has(check) && (mine === null || mines.includes(mine)),
    ).length +
    ground.notCompared
      .filter(({ mine }) => mines.includes(mine))
      .flatMap(({ kind }) => checksOf(kind).filter((check) => !HARMLESS.has(check))).length;
  const value = filled(
    {
      zh: '未发现危及相邻矿山的关系；各矿自身未销号隐患 {own} 项，见其他各章',
      en: 'nothing found that endangers a neighbour; {own} open hazards of the mines themselves, in the other chapters',
    },
    { own },
  );
  if (open === 0) return field('hazards', value);
  const unsaid = filled(
    { zh: '另有 {open} 项检查因缺资料无法判定', en: '{open} checks cannot be made for want of data' },
    { open },
  );
  return field('hazards', joined([value, unsaid]), 'doubt');
};

/** Gaps of several areas' mines are told once a mine, by the first of its areas. */
const leaderGaps = (ground: PlanGround, clusters: readonly MineCluster[]): PlanGap[] => {
  const areaOf = new Map<string, string>();
  for (const cluster of clusters)
    for (const mine of cluster.mines) if (!areaOf.has(mine)) areaOf.set(mine, clusterObjectId(cluster));
  return [...areaOf].flatMap(([id, object]) => {
    const mine = ground.mineById.get(id);
    const gap = (kind: PlanGap['kind']): PlanGap => ({
      kind,
      chapter: CHAPTER,
      object,
      of: mineName(ground, id),
      detail: null,
    });
    return [...(mine?.leader ? [] : [gap('no-leader')]), ...(mine?.owner ? [] : [gap('no-mine-owner')])];
  });
};
