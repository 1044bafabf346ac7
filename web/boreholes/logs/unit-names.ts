import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';

/** Names of the stratigraphic units by id, from the legend of the layer that draws them. */
export const unitNames = ({ layers }: Pick<Catalog, 'layers'>): Map<string, Bilingual> =>
  new Map(
    layers
      .filter(({ group }) => group === 'strata')
      .flatMap(({ legend }) => legend.map(({ key, name }) => [key, name] as const)),
  );
