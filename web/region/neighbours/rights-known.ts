import type { RegisterMine } from '../../../domain/contracts/county.ts';

/** Mines by what the register has of their rights: outline and heights, the outline only, or no more than the mine's point. */
export const rightsKnown = (
  mines: readonly RegisterMine[],
): Record<'inElevation' | 'planOnly' | 'pointOnly', RegisterMine[]> => ({
  inElevation: mines.filter(({ right }) => right !== null && right.bottom !== null && right.top !== null),
  planOnly: mines.filter(({ right }) => right !== null && (right.bottom === null || right.top === null)),
  pointOnly: mines.filter(({ right }) => right === null),
});
