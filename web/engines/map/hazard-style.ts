import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { CORROBORATION_LOOKS, CORROBORATIONS } from '../../ledger/corroboration-look.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { MAP_FONT } from './base-style.ts';
import {
  AREA_FLAGS_FROM_ZOOM,
  FLAG_IMAGE,
  FLAGS,
  isFlagged,
  keepFlagged,
  SIGNS_FROM_ZOOM,
} from './hazard-flag-style.ts';
import { allOf, COUNTY_SOURCE, keepMines, onlyIf } from './mine-style.ts';

const STATUS: ExpressionSpecification = ['coalesce', ['get', 'corroboration'], 'unverified'];
/** What is closed out stays on the map, faint: it is history and no danger now, unless that is in doubt. */
const FAINT_WHEN_CLOSED: ExpressionSpecification = [
  'case',
  ['all', ['==', ['get', 'state'], 'closed'], ['==', FLAGS, 'none']],
  0.3,
  1,
];
const isGeometry = (type: string): FilterSpecification => ['==', ['geometry-type'], type];

/** The ledger's hazards, drawn as the ledger draws them: the pattern says how well each is known, a sign repeats it. */
export const hazardLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, look, pick, hazardFlags } = picture;
  const layout = { visibility: shown('hazards') ? 'visible' : 'none' } as const;
  const from = { source: COUNTY_SOURCE, 'source-layer': 'hazards' } as const;
  const kept = keepMines(mines, 'mine');
  const flagged = keepFlagged(hazardFlags);
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
    ...allOf(kept, flagged, ['!', isGeometry('Point')] as FilterSpecification, where),
    layout,
    paint: {
      'line-color': colour,
      'line-width': 1.8,
      'line-opacity': FAINT_WHEN_CLOSED,
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  });
  const unplaced = {
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.8, 14, 1.05] as ExpressionSpecification,
  };
  return [
    {
      id: 'hazard-areas',
      type: 'fill',
      ...from,
      minzoom: 9,
      ...allOf(kept, flagged, isGeometry('Polygon')),
      layout,
      // their edges are lines of their own
      paint: {
        'fill-antialias': false,
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
      maxzoom: SIGNS_FROM_ZOOM,
      ...allOf(kept, flagged, isGeometry('Point')),
      layout,
      paint: {
        // full: proven; a ring: not; thick: past its deadline, or closed in doubt
        'circle-radius': 2,
        'circle-color': ['case', isProven as ExpressionSpecification, colour, colours.sign],
        'circle-stroke-color': colour,
        'circle-stroke-width': ['case', ['any', isFlagged('overdue'), isFlagged('in-doubt')], 2.2, 1.1],
        'circle-opacity': FAINT_WHEN_CLOSED,
        'circle-stroke-opacity': FAINT_WHEN_CLOSED,
      },
    },
    {
      id: 'hazard-points',
      type: 'symbol',
      ...from,
      minzoom: SIGNS_FROM_ZOOM,
      ...allOf(kept, flagged, isGeometry('Point')),
      layout: {
        ...layout,
        'icon-image': [
          'concat',
          `hazard/${look.theme}/`,
          STATUS,
          ...FLAG_IMAGE.flatMap((part) => ['/', part]),
        ],
        ...unplaced,
      },
      paint: { 'icon-opacity': FAINT_WHEN_CLOSED },
    },
    {
      id: 'hazard-flags',
      type: 'symbol',
      source: COUNTY_SOURCE,
      'source-layer': 'hazardFlags',
      minzoom: AREA_FLAGS_FROM_ZOOM,
      // that it lacks corroboration its pattern says
      ...allOf(kept, flagged, ['!=', FLAGS, 'uncorroborated']),
      layout: {
        ...layout,
        'icon-image': ['concat', `flags/${look.theme}`, ...FLAG_IMAGE.flatMap((part) => ['/', part])],
        ...unplaced,
      },
    },
    {
      id: 'hazard-places-unknown',
      type: 'symbol',
      ...from,
      minzoom: SIGNS_FROM_ZOOM,
      ...allOf(kept, flagged, ['==', ['get', 'placeUnknown'], true]),
      layout: {
        ...layout,
        'text-field': '?',
        'text-font': MAP_FONT,
        'text-size': 13,
        'text-offset': [-0.9, -0.7],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 2 },
    },
    {
      id: 'hazard-ring',
      type: 'line',
      ...from,
      filter: isPicked,
      layout: { visibility: onlyIf(pick?.kind === 'hazard') },
      paint: { 'line-color': colours.picked, 'line-width': 3.5 },
    },
    {
      id: 'hazard-point-ring',
      type: 'circle',
      ...from,
      ...allOf(isGeometry('Point'), isPicked),
      layout: { visibility: onlyIf(pick?.kind === 'hazard') },
      paint: {
        'circle-radius': 13,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3,
      },
    },
  ];
};
