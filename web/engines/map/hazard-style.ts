import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { CORROBORATION_LOOKS, CORROBORATIONS } from '../../ledger/corroboration-look.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { MAP_FONT } from './base-style.ts';
import { allOf, keepMines } from './mine-style.ts';

export const HAZARDS_SOURCE = 'hazards';

const STATUS: ExpressionSpecification = ['coalesce', ['get', 'corroboration'], 'unverified'];
/** What is closed out stays on the map, faint: it is history and no danger now. */
const FAINT_WHEN_CLOSED: ExpressionSpecification = ['case', ['==', ['get', 'state'], 'closed'], 0.3, 1];
const isGeometry = (type: string): FilterSpecification => ['==', ['geometry-type'], type];

/** The ledger's hazards, drawn as the ledger draws them: the pattern says how well each is known, a sign repeats it. */
export const hazardLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, look, pick } = picture;
  const layout = { visibility: shown('hazards') ? 'visible' : 'none' } as const;
  const from = { source: HAZARDS_SOURCE, 'source-layer': 'hazards' } as const;
  const kept = keepMines(mines, 'mine');
  const colourOf = Object.fromEntries(
    CORROBORATIONS.map((status) => [status, CORROBORATION_LOOKS[status].colour[look.theme]]),
  ) as Record<(typeof CORROBORATIONS)[number], string>;
  const colour: ExpressionSpecification = [
    'match',
    STATUS,
    ...(['proven', 'inferred', 'contradicted', 'refuted'] as const).flatMap((status) => [
      status,
      colourOf[status],
    ]),
    colourOf.unverified,
  ] as unknown as ExpressionSpecification;
  const isPicked: FilterSpecification = ['==', ['get', 'id'], pick?.kind === 'hazard' ? pick.id : ''];
  const isProven: FilterSpecification = ['==', STATUS, 'proven'];
  const line = (id: string, where: FilterSpecification, dash: number[] | null): LayerSpecification => ({
    id: `hazard-${id}`,
    type: 'line',
    ...from,
    minzoom: 9,
    ...allOf(kept, ['!', isGeometry('Point')] as FilterSpecification, where),
    layout,
    paint: {
      'line-color': colour,
      'line-width': 1.8,
      'line-opacity': FAINT_WHEN_CLOSED,
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  });
  return [
    {
      id: 'hazard-areas',
      type: 'fill',
      ...from,
      minzoom: 9,
      ...allOf(kept, isGeometry('Polygon')),
      layout,
      paint: {
        'fill-pattern': ['concat', `corroboration/${look.theme}/`, STATUS],
        'fill-opacity': ['*', FAINT_WHEN_CLOSED, ['case', isProven as ExpressionSpecification, 0.55, 0.85]],
      },
    },
    line('edges', isProven, null),
    line('doubtful-edges', ['!', isProven] as FilterSpecification, [2.5, 1.5]),
    {
      id: 'hazard-dots',
      type: 'circle',
      ...from,
      maxzoom: 12,
      ...allOf(kept, isGeometry('Point')),
      layout,
      paint: { 'circle-radius': 1.8, 'circle-color': colour, 'circle-opacity': FAINT_WHEN_CLOSED },
    },
    {
      id: 'hazard-points',
      type: 'symbol',
      ...from,
      minzoom: 12,
      ...allOf(kept, isGeometry('Point')),
      layout: {
        ...layout,
        'icon-image': ['concat', `hazard/${look.theme}/`, STATUS],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 14, 1],
      },
      paint: { 'icon-opacity': FAINT_WHEN_CLOSED },
    },
    {
      id: 'hazard-places-unknown',
      type: 'symbol',
      ...from,
      minzoom: 12,
      ...allOf(kept, ['==', ['get', 'placeUnknown'], true]),
      layout: {
        ...layout,
        'text-field': '?',
        'text-font': MAP_FONT,
        'text-size': 13,
        'text-offset': [0.9, -0.7],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 2 },
    },
    {
      id: 'hazard-ring',
      type: 'line',
      ...from,
      filter: isPicked,
      paint: { 'line-color': colours.picked, 'line-width': 3.5 },
    },
    {
      id: 'hazard-point-ring',
      type: 'circle',
      ...from,
      ...allOf(isGeometry('Point'), isPicked),
      paint: {
        'circle-radius': 13,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3,
      },
    },
  ];
};
