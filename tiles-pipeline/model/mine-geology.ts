import type { GeologyFile } from '../../domain/contracts/geology.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import type { LoggedStretch } from '../../domain/geology/stratigraphy/contacts.ts';
import type { HoleBase } from '../../domain/geology/stratigraphy/hole-bases.ts';
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
  /** What each log says of the bases of the units; left out where the model is not from logs read here. */
  readonly logBases?: {
    /** In the order of the placed holes. */
    readonly placed: readonly (readonly HoleBase[])[];
    readonly ofUnplaced: (stretches: readonly LoggedStretch[]) => readonly HoleBase[];
  };
}
