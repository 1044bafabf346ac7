import type { LayerSpecification } from 'maplibre-gl';
import { MAJOR_SOURCES, type MajorSource } from '../../../domain/contracts/major-hazard.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyPicture } from '../county-view.ts';
import { allOf, COUNTY_SOURCE, keepMines, onlyIf } from './mine-style.ts';

/** Farther out they would cover the mines they are of. */
const FROM_ZOOM = 10.5;
const SOURCES = Object.keys(MAJOR_SOURCES) as MajorSource[];

/** Major hazards that are not done with, from the ledger's tiles: ink with the letter of who found them, for colours here mean levels. */
export const majorLayers = (picture: CountyPicture, colours: CountyColours): LayerSpecification[] => {
  const { look, mines, pick, shown } = picture;
  const sources = SOURCES.filter((source) => shown(`major-${source}`));
  const from = { source: COUNTY_SOURCE, 'source-layer': 'majors' } as const;
  return [
    {
      id: 'major-ring',
      type: 'circle',
      ...from,
      filter: ['==', ['get', 'id'], pick?.kind === 'major' ? pick.id : ''],
      layout: { visibility: onlyIf(pick?.kind === 'major') },
      paint: {
        'circle-radius': 15,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.picked,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'majors',
      type: 'symbol',
      ...from,
      minzoom: FROM_ZOOM,
      ...allOf(keepMines(mines, 'mine'), ['in', ['get', 'source'], ['literal', sources]]),
      layout: {
        visibility: onlyIf(sources.length > 0),
        'icon-image': [
          'concat',
          `major/${look.theme}/${look.language}/`,
          ['get', 'source'],
          '/',
          ['get', 'state'],
        ],
        // beside the sign of the hidden hazard it is about, so that both are seen and reached
        'icon-offset': ['case', ['get', 'atHidden'], ['literal', [18, -18]], ['literal', [0, 0]]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 14, 1.05],
      },
    },
  ];
};
