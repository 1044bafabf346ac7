import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { textIn } from '../../../domain/contracts/bilingual.ts';
import type { CountyCatalog } from '../../../domain/contracts/county.ts';
import type { CountyColours } from '../../theme/county-colours.ts';

/** Where the county's tiles are asked for. */
export interface TileAddresses {
  /** Address of the county's files, with a slash at the end. */
  readonly files: string;
  /** Address of the county's API, without a slash at the end. */
  readonly api: string;
}

export const BASE_SOURCE = 'base';
const RELIEF_SOURCE = 'relief';
const OUTSIDE_SOURCE = 'outside';
/** The world as far as the map's projection goes. */
const WORLD: [number, number][] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** The one font of the map: local fonts draw it, nothing is fetched. */
export const MAP_FONT = ['sans-serif'];

/** The county's own ground: what its bundle holds, nothing from elsewhere. */
export const baseSources = (
  { base, relief, extent, revision, attribution, towns }: CountyCatalog,
  { files }: TileAddresses,
): Record<string, SourceSpecification> => {
  const bounds = [...extent] as [number, number, number, number];
  const revised = `?r=${encodeURIComponent(revision)}`;
  return {
    // All that is of no town: relief ends where its file ends, and the county does not look like that.
    [OUTSIDE_SOURCE]: {
      type: 'geojson',
      data: {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: [
            WORLD,
            ...towns.flatMap(({ rings }) => rings.flatMap(([outer]) => (outer ? [outer] : []))),
          ],
        },
      },
    },
    [BASE_SOURCE]: {
      type: 'vector',
      tiles: [`${files}${base.tiles}${revised}`],
      minzoom: base.minZoom,
      maxzoom: base.maxZoom,
      bounds,
      ...(attribution ? { attribution: textIn(attribution, 'en') } : {}),
    },
    ...(relief
      ? {
          [RELIEF_SOURCE]: {
            type: 'raster-dem',
            encoding: 'mapbox',
            tiles: [`${files}${relief.tiles}${revised}`],
            tileSize: 256,
            minzoom: relief.minZoom,
            maxzoom: relief.maxZoom,
            bounds,
          } as const,
        }
      : {}),
  };
};

type Shown = (layer: 'relief' | 'contours') => boolean;
const visibility = (isShown: boolean): 'visible' | 'none' => (isShown ? 'visible' : 'none');

const from = (layer: string) => ({ source: BASE_SOURCE, 'source-layer': layer });

/** Everything below the mines: ground, relief, water, roads, borders. Names are placed above: baseNames. */
export const baseLayers = (
  { base, relief, towns }: CountyCatalog,
  colours: CountyColours,
  shown: Shown,
): LayerSpecification[] => {
  const of = (
    layer: CountyCatalog['base']['layers'][number],
    made: LayerSpecification,
  ): LayerSpecification[] => (base.layers.includes(layer) ? [made] : []);
  return [
    { id: 'outside', type: 'background', paint: { 'background-color': colours.outside } },
    ...of('county', {
      id: 'county-ground',
      type: 'fill',
      ...from('county'),
      paint: { 'fill-color': colours.ground, 'fill-antialias': false },
    }),
    ...(relief
      ? [
          {
            id: 'hillshade',
            type: 'hillshade',
            source: RELIEF_SOURCE,
            layout: { visibility: visibility(shown('relief')) },
            paint: {
              'hillshade-exaggeration': 0.45,
              'hillshade-shadow-color': colours.hillShade,
              'hillshade-highlight-color': colours.hillLight,
              'hillshade-accent-color': colours.hillShade,
            },
          } as const,
        ]
      : []),
    ...(relief && shown('relief') && towns.length > 0
      ? [
          {
            id: 'outside-cover',
            type: 'fill',
            source: OUTSIDE_SOURCE,
            paint: { 'fill-color': colours.outside, 'fill-antialias': false },
          } as const,
        ]
      : []),
    ...of('contour', {
      id: 'contours',
      type: 'line',
      ...from('contour'),
      minzoom: 11,
      layout: { visibility: visibility(shown('contours')) },
      paint: { 'line-color': colours.contour, 'line-width': 0.6, 'line-opacity': 0.7 },
    }),
    ...of('water', {
      id: 'water',
      type: 'fill',
      ...from('water'),
      paint: { 'fill-color': colours.water, 'fill-outline-color': colours.waterLine },
    }),
    ...of('river', {
      id: 'rivers',
      type: 'line',
      ...from('river'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colours.waterLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 2, 15, 5],
      },
    }),
    ...of('town', {
      id: 'town-borders',
      type: 'line',
      ...from('town'),
      paint: {
        'line-color': colours.border,
        'line-width': 0.8,
        'line-dasharray': [3, 2],
        'line-opacity': 0.8,
      },
    }),
    ...of('road', {
      id: 'road-edges',
      type: 'line',
      ...from('road'),
      minzoom: 9,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colours.roadEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 1, 13, 4, 16, 10],
      },
    }),
    ...of('road', {
      id: 'roads',
      type: 'line',
      ...from('road'),
      minzoom: 10,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colours.road,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.4, 13, 2.4, 16, 7.5],
      },
    }),
    ...of('county', {
      id: 'county-border',
      type: 'line',
      ...from('county'),
      paint: { 'line-color': colours.border, 'line-width': 1.6 },
    }),
  ];
};

/** Names of the ground, in the reader's language. */
export const baseNames = (
  { base }: CountyCatalog,
  colours: CountyColours,
  language: 'zh' | 'en',
): LayerSpecification[] => {
  const name: ExpressionSpecification = [
    'coalesce',
    ['get', language === 'zh' ? 'name' : 'name_en'],
    ['get', 'name'],
  ];
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.4 };
  const text = { 'text-field': name, 'text-font': MAP_FONT };
  const made: readonly [CountyCatalog['base']['layers'][number], SymbolLayerSpecification][] = [
    [
      'river',
      {
        id: 'river-names',
        type: 'symbol',
        ...from('river'),
        minzoom: 10,
        layout: { ...text, 'symbol-placement': 'line', 'text-size': 11, 'text-letter-spacing': 0.1 },
        paint: { 'text-color': colours.waterText, ...halo },
      },
    ],
    [
      'water',
      {
        id: 'water-names',
        type: 'symbol',
        ...from('water'),
        minzoom: 11,
        layout: { ...text, 'text-size': 11 },
        paint: { 'text-color': colours.waterText, ...halo },
      },
    ],
    [
      'place',
      {
        id: 'place-names',
        type: 'symbol',
        ...from('place'),
        layout: {
          ...text,
          'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 13, 14],
          'text-padding': 6,
        },
        paint: { 'text-color': colours.quietText, ...halo },
      },
    ],
  ];
  return made.flatMap(([layer, one]) => (base.layers.includes(layer) ? [one] : []));
};
