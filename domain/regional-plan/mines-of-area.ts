import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanFieldValue } from '../contracts/regional-plan.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { field, mineName, type PlanGround } from './plan-sources.ts';
import { MINE_STATE_WORDS } from './plan-words.ts';

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

/** A mine with its state, grade and owner. */
export const mineWords = (ground: PlanGround, id: string): Bilingual => {
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
