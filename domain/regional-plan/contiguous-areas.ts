import type { Bilingual } from '../contracts/bilingual.ts';
import type { Hazard } from '../contracts/hazard.ts';
import type { MineCluster, NeighbourFinding } from '../contracts/neighbours.ts';
import type { PlanFieldValue, PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { checksOf } from '../county/not-compared.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { hazardsOfFinding } from './hazards-of-finding.ts';
import { HARMLESS, pairObject } from './pair-object.ts';
import { type ChapterParts, field, grouped, mineName, type PlanGround } from './plan-sources.ts';
import { CHECK_WORDS, MINE_STATE_WORDS } from './plan-words.ts';
import { treatmentFields } from './treatment-fields.ts';

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
 * The clusters of the neighbours report, the largest first. One that holds together only by doubtful findings around one that is
 * certain is told of too, and says so.
 */
export const contiguousAreas = (
  ground: PlanGround,
): ChapterParts & { readonly hazards: ReadonlyMap<string, string> } => {
  const { clusters } = ground.neighbours;
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = [];
  /** Hazard → cluster whose finding it is about; the first that names it keeps it. */
  const hazards = new Map<string, string>();
  const pairsTold = new Set<string>();
  for (const cluster of clusters) {
    const id = clusterObjectId(cluster);
    const findings = findingsOfCluster(ground, cluster);
    const own = new Map<string, Hazard>();
    for (const finding of findings)
      for (const { hazard } of hazardsOfFinding(ground, finding)) {
        own.set(`${hazard.mine}\n${hazard.id}`, hazard);
        if (!hazards.has(`${hazard.mine}\n${hazard.id}`)) hazards.set(`${hazard.mine}\n${hazard.id}`, id);
      }
    objects.push(clusterObject(ground, cluster, findings, [...own.values()]));
    for (const finding of findings) {
      if (pairsTold.has(finding.id)) continue;
      pairsTold.add(finding.id);
      const pair = pairObject(ground, finding, CHAPTER, id);
      objects.push(pair.object);
      gaps.push(...pair.gaps);
    }
    gaps.push(...leaderGaps(ground, cluster, id));
  }
  return { objects, gaps: [...gaps, ...untoldGaps(ground), ...notComparedGaps(ground)], hazards };
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
      field('pairs', pairWords(findings)),
      ...(findings.every(({ check }) => HARMLESS.has(check)) && hazards.length === 0
        ? [ownHazardsField(ground, mines)]
        : treatmentFields(hazards, ground.on)),
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

/** "青石铁矿等 3 矿连片矿区". */
export const areaName = (
  ground: Pick<PlanGround, 'nameOf'>,
  mines: readonly string[],
  what: Bilingual,
): Bilingual =>
  filled(
    mines.length === 1
      ? { zh: '{first}{what}', en: '{first}: {what}' }
      : { zh: '{first}等 {n} 矿{what}', en: '{first} and {more} more: {what}' },
    { first: mineName(ground, mines[0]!), n: mines.length, more: mines.length - 1, what },
  );

const mineWords = (ground: PlanGround, id: string): Bilingual => {
  const mine = ground.mineById.get(id);
  if (!mine) return filled({ zh: '{id}（未列入登记册）', en: '{id} (not in the register)' }, { id });
  return filled(
    { zh: '{name}（{state}，{grade}，矿主：{owner}）', en: '{name} ({state}, {grade}, owner: {owner})' },
    {
      name: mine.name,
      state: MINE_STATE_WORDS[mine.state],
      grade: mine.grade
        ? { zh: `${mine.grade} 级`, en: `grade ${mine.grade}` }
        : { zh: '未评级', en: 'no grade' },
      owner: mine.owner ? asWritten(mine.owner) : { zh: '不明', en: 'unknown' },
    },
  );
};

/** Who answers for each mine, and apart from them the mines nobody answers for. */
export const leaderFields = (ground: PlanGround, mines: readonly string[]): PlanFieldValue[] => {
  const leaderOf = (mine: string) => ground.mineById.get(mine)?.leader ?? null;
  const led = mines.flatMap((mine) => {
    const leader = leaderOf(mine);
    if (!leader) return [];
    const who = `${leader.name} (${leader.office})`;
    return [filled({ zh: '{mine}：{who}', en: '{mine}: {who}' }, { mine: mineName(ground, mine), who })];
  });
  const alone = mines.filter((mine) => leaderOf(mine) === null).map((mine) => mineName(ground, mine));
  return [
    field('leaders', led.length === 0 ? null : joined(led)),
    ...(alone.length === 0 || led.length === 0
      ? []
      : [field('withoutLeader', joined(alone, '、', ', '), 'missing')]),
  ];
};

/** How many of each check: found, and not to be told. */
export const pairWords = (findings: readonly NeighbourFinding[]): Bilingual => {
  if (findings.length === 0) return { zh: '未发现', en: 'none found' };
  return joined(
    [...grouped(findings, ({ check }) => check)].map(([check, those]) => {
      const unknown = those.filter(({ answer, certain }) => answer === 'unknown' || !certain).length;
      return filled(
        unknown === 0
          ? asWritten('{check} {n}')
          : { zh: '{check} {n}（{unknown} 条不确定）', en: '{check} {n} ({unknown} not certain)' },
        { check: CHECK_WORDS[check], n: those.length, unknown },
      );
    }),
  );
};

const leaderGaps = (ground: PlanGround, { mines }: MineCluster, object: string): PlanGap[] =>
  mines.flatMap((id) => {
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
