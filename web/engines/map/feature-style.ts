import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { NeighbourKind } from '../../../domain/contracts/neighbours.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { allOf, COUNTY_SOURCE, keepMines } from './mine-style.ts';

/** Drawn in this order: what is wide first. */
export const FEATURE_KINDS = [
  'aquifer',
  'orebody',
  'goaf',
  'working',
  'fault',
  'closed-shaft',
] as const satisfies readonly NeighbourKind[];

const MIN_ZOOM = 9;
const KIND: ExpressionSpecification = ['get', 'kind'];
/** Known where it is by a method that goes and looks; all else is hatched or dashed. */
const MEASURED: FilterSpecification = [
  'in',
  ['coalesce', ['get', 'method'], 'unknown'],
  ['literal', ['drilling', 'geophysics', 'geochemistry', 'survey']],
];
const NOT_MEASURED = ['!', MEASURED] as FilterSpecification;
const IS_AREA: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const IS_POINT: FilterSpecification = ['==', ['geometry-type'], 'Point'];

/**
 * What lies under the county in plan: aquifers, ore, goafs, workings, faults and closed shafts of all mines. All kinds share their
 * layers: the engine walks every layer in every frame, and six times as many would cost six times as much.
 */
export const featureLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, look } = picture;
  const kinds = FEATURE_KINDS.filter((kind) => shown(kind));
  const isShown: FilterSpecification = ['in', KIND, ['literal', kinds]];
  const kept = keepMines(mines, 'mine');
  const visibility = kinds.length > 0 ? 'visible' : 'none';
  const from = { source: COUNTY_SOURCE, 'source-layer': 'features', minzoom: MIN_ZOOM } as const;
  const colour = [
    'match',
    KIND,
    ...FEATURE_KINDS.flatMap((kind) => [kind, colours.kind[kind]]),
    colours.unknown,
  ] as unknown as ExpressionSpecification;
  const order = [
    'match',
    KIND,
    ...FEATURE_KINDS.flatMap((kind, i) => [kind, i]),
    0,
  ] as unknown as ExpressionSpecification;
  const line = (id: string, where: FilterSpecification, dash: number[] | null): LayerSpecification => ({
    id: `feature-${id}`,
    type: 'line',
    ...from,
    ...allOf(kept, isShown, where),
    layout: { visibility, 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round', 'line-sort-key': order },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 9, ['match', KIND, 'fault', 1.6, 0.8], 14, 2.4],
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  });
  return [
    {
      id: 'feature-areas',
      type: 'fill',
      ...from,
      ...allOf(kept, isShown, IS_AREA, MEASURED),
      layout: { visibility, 'fill-sort-key': order },
      // their edges are lines of their own: smoothing the fill too would draw each once more
      paint: {
        'fill-color': colour,
        'fill-antialias': false,
        'fill-opacity': ['match', KIND, 'aquifer', 0.16, 0.4],
      },
    },
    {
      id: 'feature-doubtful-areas',
      type: 'fill',
      ...from,
      ...allOf(kept, isShown, IS_AREA, NOT_MEASURED),
      layout: { visibility, 'fill-sort-key': order },
      paint: {
        'fill-antialias': false,
        'fill-pattern': ['concat', `hatch/${look.theme}/`, KIND],
        'fill-opacity': 0.8,
      },
    },
    line('edges', MEASURED, null),
    line('doubtful-edges', NOT_MEASURED, [3, 2]),
    {
      // Upright workings: a dot, hollow where nobody measured it.
      id: 'feature-points',
      type: 'circle',
      ...from,
      ...allOf(kept, isShown, IS_POINT, ['!=', KIND, 'closed-shaft']),
      layout: { visibility },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 14, 4],
        'circle-color': colour,
        'circle-opacity': ['case', MEASURED as ExpressionSpecification, 1, 0],
        'circle-stroke-color': colour,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'closed-shaft-signs',
      type: 'symbol',
      ...from,
      ...allOf(kept, ['==', KIND, 'closed-shaft'], IS_POINT),
      layout: {
        visibility: shown('closed-shaft') ? 'visible' : 'none',
        'icon-image': `shaft/${look.theme}`,
        'icon-rotation-alignment': 'viewport',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
};
