import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalog, type CatalogLayer, catalogSchema } from '../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../domain/frame/catalog-frame.ts';
import type { GeologicalModel, HorizonGrid } from '../domain/geology/geological-model.ts';
import { faultedModel } from '../domain/geology/small-model.test-kit.ts';
import { writeGeology } from '../tiles-pipeline/build/geology-file.ts';
import type { MineGeology } from '../tiles-pipeline/model/mine-geology.ts';
import { strataLayer } from '../tiles-pipeline/model/strata.ts';
import { deviationOf } from '../tiles-pipeline/tile/deviation.ts';
import { tileLayer } from '../tiles-pipeline/tile/tile-layer.ts';

export const STRATA_MINE = 'strata-mine';

const NAMES = [
  ['第四系', 'Quaternary', '#d9c58a'],
  ['石灰岩', 'Limestone', '#4f8fc9'],
  ['片岩', 'Schist', '#a5609b'],
] as const;

/** Three units cut by a fault, surely known in the west and less and less towards the east: 1 m to 9 m. */
export const stratifiedModel = (): GeologicalModel => {
  const model = faultedModel();
  const { columns, cell } = model.grid;
  const known = (base: HorizonGrid): HorizonGrid => ({
    up: base.up,
    deviation: base.up.map((up, k) => (Number.isNaN(up) ? Number.NaN : 1 + ((k % columns) * cell) / 100)),
  });
  return {
    ...model,
    units: model.units.map((unit, u) => {
      const [zh, en, colour] = NAMES[u]!;
      return { ...unit, name: { zh, en }, colour };
    }),
    blocks: model.blocks.map((block) => ({ ...block, bases: block.bases.map(known) })),
  };
};

/** A bundle that holds strata and nothing else, under `<root>/<STRATA_MINE>`. */
export const writeStrataBundle = async (root: string): Promise<void> => {
  const folder = join(root, STRATA_MINE);
  await mkdir(folder, { recursive: true });
  const survey: Catalog['survey'] = {
    crs: 'EPSG:4527',
    crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
    proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    units: 'metre',
    axes: 'x-north-y-east',
    verticalDatum: '1985',
    geoidSeparation: { metres: -8.2, source: 'manifest' },
  };
  const origin = { longitude: 117.1, latitude: 35.3, ellipsoidHeight: 0 };
  const frame = frameOfCatalog({ survey, frame: { origin, enuToEcef: [] } });
  const model = stratifiedModel();
  const geology: MineGeology = {
    model,
    accounts: model.units.map(() => ({
      contacts: 12,
      ambiguous: 0,
      method: 'elevation',
      variogram: null,
      crossValidation: null,
      residual: null,
    })),
  };
  const { layer, units } = await strataLayer(geology, { frame }, 'synthetic', ['collars']);
  const enuToEcef = [...frame.enuToEcefMatrix];
  const tiled = await tileLayer(layer, { enuToEcef, folder: join(folder, layer.id) });
  const { id, group, kind, name, provenance, legend, properties } = layer;
  const entry: CatalogLayer = {
    id,
    group,
    kind,
    name,
    tileset: `${id}/tileset.json`,
    inputHash: 'test',
    provenance,
    features: layer.features.length,
    ...tiled,
    legend: [...legend],
    properties: [...properties],
    shownAtStart: true,
    ...deviationOf(layer),
  };
  const catalog: Catalog = {
    format: 'hyalite-bundle/1',
    mineId: STRATA_MINE,
    revision: 'test',
    name: { zh: '地层试验矿', en: 'Strata test mine' },
    type: 'exploration',
    state: 'unknown',
    provenance: 'synthetic',
    survey,
    frame: { origin, enuToEcef },
    extent: tiled.extent,
    layers: [entry],
    sources: [],
    findings: [],
    geology: await writeGeology(geology, units, { frame, survey }, folder),
  };
  await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalogSchema.parse(catalog)));
};
