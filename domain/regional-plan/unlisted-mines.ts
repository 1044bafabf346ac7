import type { Bilingual } from '../contracts/bilingual.ts';
import type { NamedOutside } from '../contracts/mines-outside.ts';
import type { PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { filled } from './bilingual-text.ts';
import { type ChapterParts, field, type PlanGround } from './plan-sources.ts';
import { treatmentFields } from './treatment-fields.ts';

const CHAPTER = 'other-hazards';

export const unlistedMineId = (mine: string): string => `unlisted:${mine}`;

const BY_WORDS: Readonly<Record<NamedOutside['by'], Bilingual>> = {
  live: { zh: '其 live.yaml 写明属于本县', en: 'its live.yaml says it is of this county' },
  bundle: { zh: '其矿山数据包写明属于本县', en: 'its bundle says it is of this county' },
};

const NOT_TOLD: Bilingual = {
  zh: '位置、状态、等级、矿权、采空区与井巷、相邻关系、水文地质条件',
  en: 'where it is, its state, grade, right, goafs and workings, its neighbours, its waters',
};

/** Mines of the county that its register does not list, each with its hazards: all that the county knows of them, and a gap of every one. */
export const unlistedMines = (ground: PlanGround): ChapterParts => {
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = [];
  for (const { id: mine, name, by } of ground.outside) {
    const open = ground.openOfMine.get(mine) ?? [];
    const id = unlistedMineId(mine);
    objects.push({
      ...{ id, kind: 'unlisted-mine', chapter: CHAPTER, parent: null, title: name, mines: [mine] },
      fields: [
        field(
          'reasons',
          filled(
            { zh: '{by}；登记册未列入', en: '{by}; the register does not list it' },
            { by: BY_WORDS[by] },
          ),
          'doubt',
        ),
        field('notTold', NOT_TOLD, 'missing'),
        ...treatmentFields(open, ground),
      ],
    });
    gaps.push({
      ...{ kind: 'mine-not-in-register', chapter: CHAPTER, object: id, of: name },
      detail: openWords(ground, mine),
    });
  }
  return { objects, gaps };
};

/** How many of its hazards are open; without a word in the ledger nobody has looked. */
const openWords = ({ hazards, openOfMine }: PlanGround, mine: string): Bilingual => {
  const n = openOfMine.get(mine)?.length ?? 0;
  if (n === 0 && !hazards.some((one) => one.mine === mine))
    return {
      zh: '台账无记录，不等于没有隐患',
      en: 'nothing in the ledger, which does not mean that there are no hazards',
    };
  return filled({ zh: '未销号隐患 {n} 项', en: 'open hazards: {n}' }, { n });
};
