import type { NamedOutside } from '../../domain/contracts/mines-outside.ts';
import type { OutsideMine } from '../../domain/county/outside-register.ts';
import { mineSummary } from '../mines-route.ts';

/** Mines outside a register with what their bundles say of themselves; of one without a bundle its id is all there is. */
export const outsideNames = (bundlesRoot: string, mines: readonly OutsideMine[]): Promise<NamedOutside[]> =>
  Promise.all(
    mines.map(async ({ mine: id, by }): Promise<NamedOutside> => {
      const { name, broken, provenance } = await mineSummary(bundlesRoot, id);
      const bundle = broken === undefined;
      return { id, name, by, bundle, provenance: bundle ? provenance : null };
    }),
  );
