import type { StyleSpecification } from 'maplibre-gl';
import type { CountyCatalog } from '../../../domain/contracts/county.ts';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { baseLayers, baseNames, baseSources, type TileAddresses } from './base-style.ts';
import { featureLayers } from './feature-style.ts';
import { flagBadges } from './hazard-flag-style.ts';
import { hazardLayers } from './hazard-style.ts';
import { liveWarningLayers, PULSING_LAYERS } from './live-warning-style.ts';
import { majorLayers } from './major-style.ts';
import { COUNTS_SOURCE, COUNTY_SOURCE, mineLayers, rightLayers } from './mine-style.ts';
import { GROUND_SOURCE, groundData, pickedLayers } from './picked-style.ts';
import { siteLayers } from './site-style.ts';

/** Layers a click takes, the first found counts: small things before large ones. */
export const CLICKED_LAYERS: readonly string[] = [
  ...PULSING_LAYERS,
  'mines',
  'majors',
  'hazard-points',
  'hazard-flags',
  'sites',
  'site-dots',
  'hazard-dots',
  'closed-shaft-signs',
  'feature-points',
  'hazard-areas',
  'hazard-edges',
  'hazard-doubtful-edges',
  'feature-edges',
  'feature-doubtful-edges',
  'feature-areas',
  'feature-doubtful-areas',
  'ground-overlap',
];
/** From here on they are no signs: what stands in depth over them is hit before them. */
export const AREAS_FROM = CLICKED_LAYERS.indexOf('hazard-areas');

/** Address template of the county's own vector tiles on a day; null: now. */
export const tilesOn = (api: string, day: string | null): string =>
  `${api}/tiles/{z}/{x}/{y}.mvt${day === null ? '' : `?on=${day}`}`;

/** Deeper than this the tiles of zoom 14 are stretched: nothing finer is in them. */
const TILES_MAX_ZOOM = 14;

/**
 * The whole style of a picture. No `glyphs` and no `sprite`: letters come from local fonts and signs are drawn in the page, so
 * nothing but our own tiles is fetched.
 */
export const countyStyle = (
  catalog: CountyCatalog,
  addresses: TileAddresses,
  picture: CountyPicture,
): StyleSpecification => {
  const colours = COUNTY_COLOURS[picture.look.theme];
  return {
    version: 8,
    sources: {
      ...baseSources(catalog, addresses),
      [COUNTY_SOURCE]: {
        type: 'vector',
        tiles: [tilesOn(addresses.api, picture.day)],
        minzoom: 0,
        maxzoom: TILES_MAX_ZOOM,
        bounds: [...catalog.extent] as [number, number, number, number],
        promoteId: 'id',
      },
      [COUNTS_SOURCE]: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        promoteId: 'id',
      },
      [GROUND_SOURCE]: { type: 'geojson', data: groundData(picture) },
    },
    layers: [
      ...baseLayers(catalog, colours, picture.shown),
      ...featureLayers(picture, colours),
      ...rightLayers(picture, colours),
      ...pickedLayers(picture, colours),
      ...(picture.hasLedger ? hazardLayers(picture, colours) : []),
      ...baseNames(catalog, colours, picture.look.language),
      ...siteLayers(picture, colours),
      ...(picture.hasLedger ? majorLayers(picture, colours) : []),
      ...mineLayers(picture, colours, picture.hasLedger ? flagBadges(picture, colours) : []),
      ...liveWarningLayers(picture),
    ],
    transition: { duration: 0, delay: 0 },
  };
};
