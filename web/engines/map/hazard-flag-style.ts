import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { HAZARD_FLAGS, type HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { MAP_FONT } from './base-style.ts';
import { allOf, COUNTY_SOURCE, keepMines } from './mine-style.ts';

/**
 * From here on each hazard has its sign, and each sign its flags. Farther out they would lie on one another and cost the engine what
 * it may cost: there hazards are dots, and each mine says how many of them are flagged.
 */
export const SIGNS_FROM_ZOOM = 12;
/** From here on areas and lines have their flags too, most being smaller before than a flag is; until then mines count for all. */
export const AREA_FLAGS_FROM_ZOOM = 13;

export const FLAGS: ExpressionSpecification = ['coalesce', ['get', 'flags'], 'none'];
export const isFlagged = (flag: HazardFlag): ExpressionSpecification => ['in', flag, FLAGS];

/** Keeps hazards with one of the flags that are asked for; null: none is asked for. */
export const keepFlagged = (flags: readonly HazardFlag[]): FilterSpecification | null =>
  flags.length === 0 ? null : (['any', ...flags.map(isFlagged)] as FilterSpecification);

/** What a hazard's flags are called in the name of an image: the flags, and how many of the five-fixed are missing. */
export const FLAG_IMAGE: readonly ExpressionSpecification[] = [
  FLAGS,
  ['to-string', ['coalesce', ['get', 'fiveFixedMissing'], 0]],
];

type Line = { readonly flag: HazardFlag; readonly where: ExpressionSpecification };
const countOf = (flag: HazardFlag): ExpressionSpecification => ['get', flag];
const some = (flag: HazardFlag): ExpressionSpecification => ['>', countOf(flag), 0];

/** Which counts a mine's badge has: those asked for, else what is late (or of which nobody knows whether it is) and what is not fixed. */
const badgeLines = (asked: readonly HazardFlag[]): readonly Line[] =>
  asked.length > 0
    ? HAZARD_FLAGS.filter((flag) => asked.includes(flag)).map((flag) => ({ flag, where: some(flag) }))
    : [
        { flag: 'in-doubt', where: some('in-doubt') },
        { flag: 'overdue', where: some('overdue') },
        { flag: 'no-deadline', where: ['all', ['!', some('overdue')], some('no-deadline')] },
        { flag: 'five-fixed-missing', where: some('five-fixed-missing') },
      ];

/** The badge as text with signs in it: one label a mine, placed as one. */
const badge = (lines: readonly Line[], theme: string): ExpressionSpecification =>
  [
    'format',
    ...lines.flatMap(({ flag, where }, i): unknown[] => {
      const before = lines.slice(0, i).map((line) => line.where);
      const isLower = before.length > 0 ? ['all', where, ['any', ...before]] : false;
      return [
        ...(before.length > 0 ? [['case', isLower, '\n', ''], {}] : []),
        ['image', ['case', where, `flag/${theme}/${flag}`, `flag/${theme}/none`]],
        { 'vertical-align': 'center' },
        ['case', where, ['concat', ' ', ['to-string', countOf(flag)]], ''],
        {},
      ];
    }),
  ] as unknown as ExpressionSpecification;

/** How many hazards of a mine are flagged, to the left of its sign, where the hazards themselves have no room. */
export const flagBadges = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, mines, look, hazardFlags } = picture;
  const lines = badgeLines(hazardFlags);
  const hasSome = ['any', ...lines.map(({ where }) => where)] as FilterSpecification;
  return [
    {
      id: 'mine-flags',
      type: 'symbol',
      source: COUNTY_SOURCE,
      'source-layer': 'mineHazards',
      maxzoom: AREA_FLAGS_FROM_ZOOM,
      ...allOf(keepMines(mines, 'id'), hasSome),
      layout: {
        visibility: shown('hazards') ? 'visible' : 'none',
        'text-field': badge(lines, look.theme),
        'text-font': MAP_FONT,
        'text-size': 11,
        'text-line-height': 1.15,
        'text-anchor': 'right',
        'text-justify': 'right',
        // clear of the sign at every size until the next whole zoom
        'text-offset': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          ['literal', [-1.2, 0]],
          11,
          ['literal', [-1.9, 0]],
        ],
        'text-padding': 0,
        'symbol-sort-key': [
          '-',
          0,
          ['+', ['*', 100, ['+', countOf('in-doubt'), countOf('overdue')]], countOf('five-fixed-missing')],
        ],
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 },
    },
  ];
};
