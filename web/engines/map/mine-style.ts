import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { SEVERITY_OF_BAD, SEVERITY_OF_WARNED } from '../../../domain/county/mine-severity.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { MAP_FONT } from './base-style.ts';

/** The county's own tiles: all of the register and the ledger in one source, for every source has tiles of its own to keep in step. */
export const COUNTY_SOURCE = 'county';
export const COUNTS_SOURCE = 'counts';

const orUnknown = (property: string): ExpressionSpecification => ['coalesce', ['get', property], 'unknown'];

/** Visibility of what shows only what is chosen: the engine walks every layer it may draw, in every tile and frame. */
export const onlyIf = (isAny: boolean): 'visible' | 'none' => (isAny ? 'visible' : 'none');

/** @returns a filter that keeps the chosen mines by `property`; null: all are kept */
export const keepMines = (
  mines: ReadonlySet<string> | null,
  property: 'id' | 'mine',
): FilterSpecification | null => {
  if (mines === null) return null;
  if (mines.size === 0) return false as unknown as FilterSpecification;
  // `match` is looked up in a table; `in` with a list would walk it for every feature
  return ['match', ['get', property], [...mines], true, false] as FilterSpecification;
};

/** Filters of which some may be null, all of which must hold. */
export const allOf = (
  ...filters: readonly (FilterSpecification | null)[]
): { filter?: FilterSpecification } => {
  const held = filters.filter((one) => one !== null);
  if (held.length === 0) return {};
  return { filter: held.length === 1 ? held[0]! : (['all', ...held] as FilterSpecification) };
};

/** Greater is worse. */
const SEVERITY: ExpressionSpecification = ['get', 'severity'];
/**
 * Which signs are drawn above others: the warned ones by their level, then the bad ones. Of signs alike in this the tile has the worst
 * last. By the severity itself each of its values would be a drawing call of its own, a third of all there are.
 */
const ABOVE: ExpressionSpecification = [
  'step',
  SEVERITY,
  0,
  ...[SEVERITY_OF_BAD, ...[1, 2, 3, 4].map((level) => level * SEVERITY_OF_WARNED)].flatMap((from, i) => [
    from,
    i + 1,
  ]),
] as unknown as ExpressionSpecification;

/** Mines as signs: outline by type, filling by grade or by risk, mark by state. `styleimagemissing` draws what is asked for. */
export const mineIcon = ({ look, colouring }: CountyPicture): ExpressionSpecification => [
  'concat',
  `mine/${look.theme}/${look.language}/${colouring}/`,
  ['get', 'type'],
  '/',
  orUnknown('state'),
  '/',
  orUnknown(colouring),
];

/** How large signs are drawn, by the zoom. */
export const SIGN_SCALE: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  7,
  0.5,
  10,
  0.8,
  13,
  1.1,
];

/**
 * Where a name may stand: below its sign first. Clear of the sign, or it is never placed: a tile's offset is of its whole zoom, and
 * the sign grows until the next. @param ems from the middle of the sign; above and below letters begin 0.3 nearer
 */
const around = (ems: number): ExpressionSpecification => [
  'literal',
  ['top', [0, ems + 0.3], 'bottom', [0, -ems - 0.3], 'right', [-ems, 0], 'left', [ems, 0]],
];

/** @param badges stand before names and after signs: no sign is covered, and a name gives way */
export const mineLayers = (
  picture: CountyPicture,
  colours: CountyColours,
  badges: readonly LayerSpecification[],
): LayerSpecification[] => {
  const { look, shown, mines, ringed, pick } = picture;
  const kept = keepMines(mines, 'id');
  const from = { source: COUNTY_SOURCE, 'source-layer': 'mines' } as const;
  const pickedMine = pick?.kind === 'mine' ? [pick.id] : [];
  const rings = [...new Set([...ringed, ...pickedMine])];
  const visible = shown('mines') ? 'visible' : 'none';
  return [
    {
      id: 'mine-rings',
      type: 'circle',
      ...from,
      // Chosen mines are ringed also where a filter leaves them out: what is chosen is not lost from sight.
      filter: ['in', ['get', 'id'], ['literal', rings]],
      layout: { visibility: onlyIf(rings.length > 0) },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 10, 13, 20],
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3,
      },
    },
    // Names first: what stands later is placed first, and no name covers a sign.
    {
      id: 'mine-counts',
      type: 'symbol',
      source: COUNTS_SOURCE,
      ...allOf(kept),
      minzoom: 11.5,
      layout: {
        visibility: shown('counts') && shown('mines') ? 'visible' : 'none',
        'text-field': ['get', 'text'],
        'text-font': MAP_FONT,
        'text-size': 11,
        'text-anchor': 'left',
        // clear of the sign and of a warning over it
        'text-offset': [1.9, 0.6],
        'text-padding': 0,
      },
      paint: {
        'text-color': colours.quietText,
        // what is not of now any more is faint, and its text says of when it is
        'text-opacity': ['case', ['has', 'isStale'], 0.6, 1],
        'text-halo-color': colours.halo,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'mine-names',
      type: 'symbol',
      ...from,
      ...allOf(kept),
      minzoom: 9.5,
      layout: {
        visibility: shown('names') && shown('mines') ? 'visible' : 'none',
        'text-field': ['coalesce', ['get', look.language], ['get', 'zh']],
        'text-font': MAP_FONT,
        'text-size': 12,
        'text-variable-anchor-offset': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          around(1.45),
          12,
          around(1.9),
        ],
        'text-max-width': 9,
        'symbol-sort-key': ['-', 0, SEVERITY],
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 },
    },
    ...badges,
    {
      id: 'mines',
      type: 'symbol',
      ...from,
      ...allOf(kept),
      layout: {
        visibility: visible,
        'icon-image': mineIcon(picture),
        'icon-size': SIGN_SCALE,
        'icon-padding': 0,
        'icon-allow-overlap': true,
        'symbol-sort-key': ABOVE,
      },
    },
    {
      id: 'mine-warnings',
      type: 'symbol',
      ...from,
      ...allOf(kept, ['has', 'warning']),
      layout: {
        visibility: shown('warnings') ? 'visible' : 'none',
        'icon-image': ['concat', `warning/${look.theme}/${look.language}/`, ['get', 'warning']],
        'icon-size': SIGN_SCALE,
        'icon-offset': [13, -16],
        'icon-allow-overlap': true,
        'symbol-sort-key': ABOVE,
      },
    },
  ];
};

/** Mining rights in plan; one that has ended, or of which nobody says until when it is valid, is dashed. */
export const rightLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, ringed, pick } = picture;
  const from = { source: COUNTY_SOURCE, 'source-layer': 'rights' } as const;
  const visibility = shown('right') ? 'visible' : 'none';
  const kept = keepMines(mines, 'id');
  const rings = [...new Set([...ringed, ...(pick?.kind === 'mine' ? [pick.id] : [])])];
  const isValid: FilterSpecification = ['==', ['get', 'valid'], true];
  return [
    {
      id: 'rights-area',
      type: 'fill',
      ...from,
      ...allOf(kept),
      layout: { visibility },
      paint: {
        'fill-color': colours.kind.right,
        'fill-antialias': false,
        'fill-opacity': ['case', ['in', ['get', 'id'], ['literal', rings]], 0.2, 0.05],
      },
    },
    {
      id: 'rights-valid',
      type: 'line',
      ...from,
      ...allOf(kept, isValid),
      layout: { visibility },
      paint: { 'line-color': colours.kind.right, 'line-width': 1.4 },
    },
    {
      id: 'rights-doubtful',
      type: 'line',
      ...from,
      ...allOf(kept, ['!', isValid] as FilterSpecification),
      layout: { visibility },
      paint: { 'line-color': colours.kind.right, 'line-width': 1.4, 'line-dasharray': [2, 2] },
    },
  ];
};
