import type { Hazard } from '../contracts/hazard.ts';
import type { PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { foundMines } from '../neighbours/reach-of-mine.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { judgeWater, type WaterAnswer } from './judge-water.ts';
import { areaName, leaderFields } from './mines-of-area.ts';
import { type ChapterParts, field, grouped, mineName, type PlanGround } from './plan-sources.ts';
import { CRITERION_WORDS } from './plan-words.ts';
import { treatmentFields } from './treatment-fields.ts';

const CHAPTER = 'hydrogeology';

export const waterAreaId = (mines: readonly string[]): string => `water:${mines.join('+')}`;

export interface WaterAreas extends ChapterParts {
  /** Mine → its area. */
  readonly areaOf: ReadonlyMap<string, string>;
  /** Mines of which some rule cannot be answered and none says yes. */
  readonly notTold: readonly string[];
}

/**
 * Areas of complex hydrogeology: mines of which at least one rule of the county holds, those that share a found water path
 * together. Mines of which nothing can be told are gaps, never "simple".
 */
export const waterAreas = (ground: PlanGround): WaterAreas => {
  const rules = ground.rules?.complexHydrogeology.filter(({ active }) => active) ?? [];
  const nowhere = { objects: [], areaOf: new Map<string, string>(), notTold: [] };
  if (rules.length === 0)
    return {
      ...nowhere,
      gaps: [
        { kind: 'no-water-rule', chapter: CHAPTER, object: null, of: ground.catalog.name, detail: null },
      ],
    };
  const answers = new Map(ground.mines.map((mine) => [mine.id, judgeWater(ground, mine, rules)]));
  const complex = ground.mines.filter(({ id }) => answers.get(id)!.some(({ answer }) => answer === 'found'));
  const areas = groupsByPath(ground, new Set(complex.map(({ id }) => id)));
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = rules
    .filter(({ criterion, value }) => criterion === 'water-over-workings' && value === undefined)
    .map(({ id, criterion }) => ({
      kind: 'rule-not-configured',
      chapter: CHAPTER,
      object: null,
      of: asWritten(id),
      detail: CRITERION_WORDS[criterion],
    }));
  const areaOf = new Map<string, string>();
  for (const mines of areas) {
    const object = areaObject(ground, mines, answers);
    objects.push(object);
    for (const mine of mines) areaOf.set(mine, object.id);
  }
  const notTold: string[] = [];
  for (const { id } of ground.mines) {
    const open = answers.get(id)!.filter(({ answer }) => answer === 'unknown');
    if (open.length === 0) continue;
    const area = areaOf.get(id) ?? null;
    if (area === null) notTold.push(id);
    gaps.push({
      kind: 'water-not-told',
      chapter: CHAPTER,
      object: area,
      of: mineName(ground, id),
      detail: joined(open.flatMap(({ why }) => why ?? [])),
    });
  }
  return { objects, gaps, areaOf, notTold };
};

/** Mines that hang together by found shared water paths, the largest first; each of the others alone. */
const groupsByPath = (ground: PlanGround, complex: ReadonlySet<string>): string[][] => {
  const parent = new Map([...complex].map((mine) => [mine, mine]));
  const root = (mine: string): string => {
    let at = mine;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const finding of ground.findings) {
    if (finding.check !== 'shared-water-path') continue;
    const inside = foundMines(finding).filter((mine) => complex.has(mine));
    for (const mine of inside.slice(1)) parent.set(root(mine), root(inside[0]!));
  }
  return [...grouped(complex, root).values()]
    .map((mines) => mines.toSorted())
    .sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
};

export const waterHazards = (ground: PlanGround, mines: readonly string[]): Hazard[] => {
  const categories = new Set(
    ground.rules?.complexHydrogeology.flatMap((rule) => (rule.active ? rule.categories : [])) ?? [],
  );
  return mines.flatMap((mine) =>
    (ground.openOfMine.get(mine) ?? []).filter(({ category }) => categories.has(category)),
  );
};

const areaObject = (
  ground: PlanGround,
  mines: readonly string[],
  answers: ReadonlyMap<string, readonly WaterAnswer[]>,
): PlanObject => {
  const told = (wanted: WaterAnswer['answer']) =>
    mines.flatMap((mine) => {
      const own = answers.get(mine)!.filter(({ answer, why }) => answer === wanted && why !== null);
      return own.length === 0
        ? []
        : [
            filled(
              { zh: '{mine}：{why}', en: '{mine}: {why}' },
              {
                mine: mineName(ground, mine),
                why: joined(
                  own.map(({ why }) => why!),
                  '，',
                  ', ',
                ),
              },
            ),
          ];
    });
  const open = told('unknown');
  return {
    id: waterAreaId(mines),
    kind: 'water-area',
    chapter: CHAPTER,
    parent: null,
    title: areaName(ground, mines, { zh: '水文地质条件复杂区域', en: 'area of complex hydrogeology' }),
    mines: [...mines],
    fields: [
      field('reasons', joined(told('found'))),
      field(
        'notTold',
        open.length === 0 ? { zh: '无', en: 'nothing' } : joined(open),
        open.length === 0 ? 'plain' : 'missing',
      ),
      ...leaderFields(ground, mines),
      ...treatmentFields(waterHazards(ground, mines), ground),
    ],
  };
};
