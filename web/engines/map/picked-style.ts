import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { COUNTY_SOURCE, onlyIf } from './mine-style.ts';

export const GROUND_SOURCE = 'ground';

/** The ground a chosen pair is about, as the style's own source. */
export const groundData = ({ ground }: Pick<CountyPicture, 'ground'>): FeatureCollection => ({
  type: 'FeatureCollection',
  features: ground.map(({ kind, thing, polygons }) => ({
    type: 'Feature',
    properties: { kind, id: thing.pick.id, title: thing.name },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
    },
  })),
});

const isKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/**
 * What is chosen, in plan: the rights of the mines of a pair or a mining area (also where their layer is off, for they are what was
 * asked for), the outline of a chosen thing underground, the zones of subsidence and what they share.
 */
export const pickedLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { look, ringed, pick } = picture;
  const mines = [...new Set([...ringed, ...(pick?.kind === 'mine' ? [pick.id] : [])])];
  const feature = pick?.kind === 'feature' ? pick.id : '';
  const isOneOf: ExpressionSpecification = ['in', ['get', 'id'], ['literal', mines]];
  const rounded = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const onGround = { visibility: onlyIf(picture.ground.length > 0) };
  return [
    {
      id: 'picked-rights',
      type: 'line',
      source: COUNTY_SOURCE,
      'source-layer': 'rights',
      filter: isOneOf,
      layout: { ...rounded, visibility: onlyIf(mines.length > 0) },
      // a band under the line of the right, which says whether it is valid
      paint: { 'line-color': colours.picked, 'line-width': 6, 'line-opacity': 0.45 },
    },
    {
      id: 'picked-feature',
      type: 'line',
      source: COUNTY_SOURCE,
      'source-layer': 'features',
      filter: ['==', ['get', 'id'], feature],
      layout: { ...rounded, visibility: onlyIf(feature !== '') },
      paint: { 'line-color': colours.picked, 'line-width': 3.5 },
    },
    {
      id: 'picked-feature-point',
      type: 'circle',
      source: COUNTY_SOURCE,
      'source-layer': 'features',
      filter: ['all', ['==', ['get', 'id'], feature], ['==', ['geometry-type'], 'Point']],
      layout: { visibility: onlyIf(feature !== '') },
      paint: {
        'circle-radius': 11,
        'circle-opacity': 0,
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3.5,
      },
    },
    {
      // Crossed, for a single hatch says that nobody measured where a thing is.
      id: 'ground-overlap',
      type: 'fill',
      source: GROUND_SOURCE,
      filter: isKind('overlap'),
      layout: onGround,
      paint: { 'fill-pattern': `crossed/${look.theme}` },
    },
    {
      id: 'ground-overlap-edge',
      type: 'line',
      source: GROUND_SOURCE,
      filter: isKind('overlap'),
      layout: { ...rounded, ...onGround },
      paint: { 'line-color': colours.zone, 'line-width': 2.4 },
    },
    {
      id: 'ground-zones',
      type: 'line',
      source: GROUND_SOURCE,
      filter: isKind('zone'),
      layout: { 'line-join': 'round', ...onGround },
      paint: { 'line-color': colours.zone, 'line-width': 2, 'line-dasharray': [5, 2, 1, 2] },
    },
  ];
};
