import { ENTITY_STATE, type EntityFrame, presenceOf } from '../../../../domain/contracts/live/entity.ts';
import { type CutRegion, isCutAway } from '../../../../domain/geology/slice/cut-region.ts';

/** How many people and vehicles a cut hides: those in alarm are drawn wherever it is, and so are not counted. */
export const cutAwayCount = (region: CutRegion, { entities }: Pick<EntityFrame, 'entities'>): number => {
  const { count, state, position } = entities;
  let hidden = 0;
  for (let row = 0; row < count; row++) {
    if (presenceOf(state[row]!) === 'unknown') continue;
    if ((state[row]! & (ENTITY_STATE.ALARMED | ENTITY_STATE.SOS)) !== 0) continue;
    const i = row * 3;
    if (isCutAway(region, [position[i]! / 100, position[i + 1]! / 100, position[i + 2]! / 100])) hidden++;
  }
  return hidden;
};
