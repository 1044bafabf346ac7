import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog, CatalogLayer } from '../../domain/contracts/catalog.ts';
import type { LayerModel } from '../model/layer-model.ts';
import { deviationOf } from '../tile/deviation.ts';
import { tileLayer } from '../tile/tile-layer.ts';

/** East-north-up at 117° E 35° N, column-major. */
export const FRAME = (() => {
  const [lon, lat] = [(117 * Math.PI) / 180, (35 * Math.PI) / 180];
  const [sl, cl, sp, cp] = [Math.sin(lon), Math.cos(lon), Math.sin(lat), Math.cos(lat)];
  const radius = 6_371_000;
  return [
    -sl,
    cl,
    0,
    0,
    -sp * cl,
    -sp * sl,
    cp,
    0,
    cp * cl,
    cp * sl,
    sp,
    0,
    radius * cp * cl,
    radius * cp * sl,
    radius * sp,
    1,
  ];
})();

/** Tiles the models into a new temporary folder with a catalog that says the truth about them, but for what is in `over`. */
export const writeBundle = async (
  models: readonly LayerModel[],
  over: Partial<CatalogLayer> = {},
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-bundle-'));
  const layers: CatalogLayer[] = [];
  for (const model of models) {
    const tiled = await tileLayer(model, { enuToEcef: FRAME, folder: join(folder, model.id) });
    layers.push({
      id: model.id,
      group: model.group,
      kind: model.kind,
      name: model.name,
      tileset: `${model.id}/tileset.json`,
      inputHash: 'test',
      provenance: model.provenance,
      features: model.features.length,
      ...tiled,
      legend: [...model.legend],
      properties: [...model.properties],
      shownAtStart: model.shownAtStart,
      ...deviationOf(model),
      ...over,
    });
  }
  const catalog: Catalog = {
    format: 'hyalite-bundle/1',
    mineId: 'test',
    revision: 'test',
    name: { zh: '试验矿', en: 'test mine' },
    type: 'underground-metal',
    state: 'producing',
    provenance: 'synthetic',
    survey: {
      crs: 'EPSG:4527',
      crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
      proj: '+proj=tmerc',
      units: 'metre',
      axes: 'x-north-y-east',
      verticalDatum: '1985',
      geoidSeparation: { metres: 0, source: 'manifest' },
    },
    frame: { origin: { longitude: 117, latitude: 35, ellipsoidHeight: 0 }, enuToEcef: FRAME },
    extent: { min: [-2500, -2500, -1000], max: [2500, 2500, 500] },
    layers,
    sources: [
      {
        id: 'test',
        kind: 'roadways',
        files: [{ path: 'roadways.csv', sha256: createHash('sha256').update('').digest('hex'), bytes: 0 }],
        rowsRead: 1,
        featuresMade: 1,
        rowsRejected: 0,
        counts: {},
      },
    ],
    findings: [],
  };
  await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
  return folder;
};
