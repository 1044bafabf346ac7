import type { GeologyFile } from '../../domain/contracts/geology.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import type { Stack } from '../../domain/geology/stratigraphy/stack.ts';

/** How a unit's base came about, and how well it holds against the holes. */
export type UnitAccount = Pick<
  GeologyFile['units'][number],
  'contacts' | 'ambiguous' | 'method' | 'variogram' | 'crossValidation' | 'residual'
>;

/** A mine's strata as modelled from its holes. */
export interface MineGeology {
  readonly model: GeologicalModel;
  /** One for each unit of the model, in its order. */
  readonly accounts: readonly UnitAccount[];
  /** What its standard deviations rest on; left out where it was not kriged here. */
  readonly kriged?: Pick<Stack, 'fits' | 'frames'>;
}
