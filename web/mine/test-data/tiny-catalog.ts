import type { Catalog, CatalogLayer } from '../../../domain/contracts/catalog.ts';

/** A layer for tests: valid, and as small as the contract allows. */
export const tinyLayer = (patch: Partial<CatalogLayer> = {}): CatalogLayer => ({
  id: 'goafs',
  group: 'goafs',
  kind: 'goaf',
  name: { zh: '采空区', en: 'Goafs' },
  tileset: 'goafs/tileset.json',
  inputHash: '0',
  provenance: 'measured',
  features: 2,
  triangles: 24,
  tiles: 1,
  bytes: 1000,
  extent: { min: [0, 0, 0], max: [1, 1, 1] },
  legend: [{ key: 'flooded', name: { zh: '积水', en: 'flooded' }, colour: '#2f7fd1', count: 1 }],
  properties: [],
  shownAtStart: true,
  ...patch,
});

/** A catalog for tests. */
export const tinyCatalog = (layers: CatalogLayer[] = [tinyLayer()]): Catalog => ({
  format: 'hyalite-bundle/1',
  mineId: 'a',
  revision: '0',
  name: { zh: '甲矿', en: 'Mine A' },
  type: 'underground-metal',
  state: 'closed',
  provenance: 'measured',
  survey: {
    crs: 'EPSG:4527',
    crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
    proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m',
    units: 'metre',
    axes: 'x-north-y-east',
    verticalDatum: '1985',
    geoidSeparation: { metres: -9.8, source: 'EGM96', uncertaintyMetres: 0.5 },
  },
  frame: {
    origin: { longitude: 117, latitude: 40, ellipsoidHeight: 0 },
    enuToEcef: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  },
  extent: { min: [0, 0, 0], max: [1, 1, 1] },
  layers,
  sources: [],
  findings: [],
});
