import type { LayerSpecification } from 'maplibre-gl';
import type { CountyPicture } from '../county-view.ts';
import { allOf, COUNTS_SOURCE, keepMines, SIGN_SCALE } from './mine-style.ts';

/** Layers that pulse: what is warned of, in the register or now, and calls for help. */
export const PULSING_LAYERS = ['mine-warnings', 'mine-live-warnings', 'mine-sos'] as const;

/**
 * What stands in the alarms of a mine now: its highest level over the register's flag, and calls for help on the other side of the
 * sign. From the source that comes anew every few seconds, not from tiles, which are kept.
 */
export const liveWarningLayers = ({ look, shown, mines }: CountyPicture): LayerSpecification[] => {
  const kept = keepMines(mines, 'id');
  const visibility = shown('warnings') && shown('mines') ? 'visible' : 'none';
  const common = { 'icon-size': SIGN_SCALE, 'icon-allow-overlap': true } as const;
  return [
    {
      id: 'mine-live-warnings',
      type: 'symbol',
      source: COUNTS_SOURCE,
      ...allOf(kept, ['has', 'warning']),
      layout: {
        ...common,
        visibility,
        'icon-image': ['concat', `warning/${look.theme}/${look.language}/`, ['get', 'warning']],
        'icon-offset': [13, -16],
      },
    },
    {
      id: 'mine-sos',
      type: 'symbol',
      source: COUNTS_SOURCE,
      ...allOf(kept, ['has', 'sos']),
      layout: {
        ...common,
        visibility,
        'icon-image': `sos/${look.theme}/${look.language}`,
        'icon-offset': [-15, -16],
      },
    },
  ];
};
