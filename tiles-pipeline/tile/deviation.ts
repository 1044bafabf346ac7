import type { CatalogLayer } from '../../domain/contracts/catalog.ts';
import type { LayerModel } from '../model/layer-model.ts';

/** What the catalog says of the deviation in a layer's tiles; nothing where they carry none. */
export const deviationOf = ({ features }: Pick<LayerModel, 'features'>): Pick<CatalogLayer, 'deviation'> => {
  if (features.length === 0 || !features.every(({ mesh }) => mesh.deviation)) return {};
  let most = 0;
  for (const { mesh } of features) for (const value of mesh.deviation!) if (value > most) most = value;
  return { deviation: { most: Math.round(most * 100) / 100 } };
};
