import { MAJOR_SOURCES, type MajorSource } from '../../../domain/contracts/major-hazard.ts';
import { SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import { MAP_LAYERS, type MapLayerId } from '../../engines/county-view.ts';

/** What a fresh map shows. What lies in wait is on; what only fills the picture is off until it is asked for. */
const ON_AT_START: ReadonlySet<MapLayerId> = new Set<MapLayerId>([
  'mines',
  'names',
  'warnings',
  'counts',
  'right',
  'goaf',
  'fault',
  'closed-shaft',
  'hazards',
  'major-self-reported',
  'major-inspection',
  'major-public-report',
  'relief',
  'site-tailings-pond',
  'site-waste-dump',
  'site-chemical-park',
]);

export const MAJOR_SOURCE_IDS = Object.keys(MAJOR_SOURCES) as MajorSource[];

export const ALL_MAP_LAYERS: readonly MapLayerId[] = [
  ...MAP_LAYERS,
  ...SITE_KIND_IDS.map((kind) => `site-${kind}` as const),
  ...MAJOR_SOURCE_IDS.map((source) => `major-${source}` as const),
];

export const isShown = (layers: Readonly<Record<string, boolean>>, layer: MapLayerId): boolean =>
  layers[layer] ?? ON_AT_START.has(layer);

/** The switches after one was set; those at their start are left out of the link. */
export const withLayer = (
  layers: Readonly<Record<string, boolean>>,
  layer: MapLayerId,
  shown: boolean,
): Record<string, boolean> => {
  const { [layer]: _, ...rest } = layers;
  return shown === ON_AT_START.has(layer) ? rest : { ...rest, [layer]: shown };
};
