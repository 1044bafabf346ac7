import type { LayerSpecification } from 'maplibre-gl';
import { SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { allOf, COUNTY_SOURCE, onlyIf } from './mine-style.ts';

const hasMark = (mark: string) => ['in', `|${mark}|`, ['coalesce', ['get', 'marks'], '']];

/** Other places of risk: a letter for the kind, ticks for the risk. Far out each is a dot, none is left away for want of room. */
export const siteLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { shown, look, pick, filter, siteMarks } = picture;
  const kinds = SITE_KIND_IDS.filter((kind) => shown(`site-${kind}`));
  const from = { source: COUNTY_SOURCE, 'source-layer': 'sites' } as const;
  const visibility = kinds.length > 0 ? 'visible' : 'none';
  const towns = filter.town ?? [];
  const kept = allOf(
    ['in', ['get', 'kind'], ['literal', kinds]],
    towns.length > 0 ? ['in', ['coalesce', ['get', 'town'], 'unknown'], ['literal', [...towns]]] : null,
    siteMarks.length > 0 ? (['any', ...siteMarks.map(hasMark)] as never) : null,
  );
  const byGrade = ['match', ['coalesce', ['get', 'parkGrade'], ''], 'A', 0, 'B', 1, 'unknown', 2, 'C', 3, 4];
  const byRisk = [
    'match',
    ['coalesce', ['get', 'risk'], 'unknown'],
    'major',
    0,
    'larger',
    1,
    'unknown',
    2,
    'general',
    3,
    4,
  ];
  const byFlag = ['match', ['coalesce', ['get', 'flagged'], ''], 'found', 0, 'unknown', 2, 4];
  // A park is graded by letters of its own; the worst of all is placed first.
  const worst = ['min', byRisk, byGrade, byFlag];
  return [
    {
      id: 'site-ring',
      type: 'circle',
      ...from,
      filter: ['==', ['get', 'id'], pick?.kind === 'site' ? pick.id : ''],
      layout: { visibility: onlyIf(pick?.kind === 'site') },
      paint: {
        'circle-radius': 15,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'site-dots',
      type: 'circle',
      ...from,
      ...kept,
      layout: { visibility },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.6, 12, 3],
        'circle-color': colours.site,
        'circle-stroke-color': colours.halo,
        'circle-stroke-width': 0.8,
      },
    },
    {
      id: 'sites',
      type: 'symbol',
      ...from,
      ...kept,
      minzoom: 10.5,
      layout: {
        visibility,
        'icon-image': [
          'concat',
          `site/${look.theme}/${look.language}/`,
          ['get', 'kind'],
          '/',
          ['coalesce', ['get', 'risk'], 'unknown'],
          '/',
          ['coalesce', ['get', 'parkGrade'], ''],
          '/',
          ['coalesce', ['get', 'flagged'], ''],
        ],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10.5, 0.75, 14, 1],
        'icon-padding': 0,
        'symbol-sort-key': worst as never,
      },
    },
  ];
};
