import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { NeighbourKind } from '../../../domain/contracts/neighbours.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { allOf, keepMines } from './mine-style.ts';

export const FEATURES_SOURCE = 'features';
export const FEATURE_KINDS = [
  'aquifer',
  'orebody',
  'goaf',
  'working',
  'fault',
  'closed-shaft',
] as const satisfies readonly NeighbourKind[];

const MIN_ZOOM = 9;
/** Known where it is by a method that goes and looks; all else is hatched or dashed. */
const MEASURED: FilterSpecification = [
  'in',
  ['coalesce', ['get', 'method'], 'unknown'],
  ['literal', ['drilling', 'geophysics', 'geochemistry', 'survey']],
];
const NOT_MEASURED = ['!', MEASURED] as FilterSpecification;
const IS_AREA: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const IS_LINE: FilterSpecification = ['==', ['geometry-type'], 'LineString'];

/** What lies under the county in plan: aquifers, ore, goafs, workings, faults and closed shafts of all mines. */
export const featureLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, look } = picture;
  const kept = keepMines(mines, 'mine');
  const from = { source: FEATURES_SOURCE, 'source-layer': 'features', minzoom: MIN_ZOOM } as const;
  return FEATURE_KINDS.flatMap((kind): LayerSpecification[] => {
    const visibility = shown(kind) ? 'visible' : 'none';
    const colour = colours.kind[kind];
    const isKind: FilterSpecification = ['==', ['get', 'kind'], kind];
    const line = (id: string, where: FilterSpecification, dash: number[] | null): LayerSpecification => ({
      id: `${kind}-${id}`,
      type: 'line',
      ...from,
      ...allOf(kept, isKind, where),
      layout: { visibility, 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, kind === 'fault' ? 1.6 : 0.8, 14, 2.4],
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    });
    return [
      {
        id: `${kind}-area`,
        type: 'fill',
        ...from,
        ...allOf(kept, isKind, IS_AREA, MEASURED),
        layout: { visibility },
        paint: { 'fill-color': colour, 'fill-opacity': kind === 'aquifer' ? 0.16 : 0.4 },
      },
      {
        id: `${kind}-doubtful-area`,
        type: 'fill',
        ...from,
        ...allOf(kept, isKind, IS_AREA, NOT_MEASURED),
        layout: { visibility },
        paint: { 'fill-pattern': `hatch/${look.theme}/${kind}`, 'fill-opacity': 0.8 },
      },
      line('edge', MEASURED, null),
      line('doubtful-edge', NOT_MEASURED, [3, 2]),
      ...(kind === 'closed-shaft'
        ? [
            {
              id: 'closed-shaft-signs',
              type: 'symbol',
              ...from,
              ...allOf(kept, isKind, IS_LINE),
              layout: {
                visibility,
                'symbol-placement': 'line-center',
                'icon-image': `shaft/${look.theme}`,
                'icon-rotation-alignment': 'viewport',
                'icon-allow-overlap': true,
                'icon-ignore-placement': true,
              },
            } as const,
          ]
        : []),
    ];
  });
};
