import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SceneMajor } from '../../engines/county-view.ts';
import { useView } from '../../shell/view-store.ts';
import { keptMines } from './kept-mines.ts';
import { sceneMajors } from './scene-majors.ts';
import { isShown } from './start-layers.ts';
import { useHasLedger } from './use-has-ledger.ts';
import { BODIES_FROM_ZOOM } from './use-hazard-bodies.ts';
import { useMinesNow } from './use-live-counts.ts';
import { useMajorSignsOn } from './use-major-signs.ts';

const NONE: readonly SceneMajor[] = [];

/** The major hazards under the sheet, as far as their layers and the filter of mines show them; from as near as hidden ones. */
export const useSceneMajors = (o: {
  readonly day: string | null;
  readonly isWanted: boolean;
}): readonly SceneMajor[] => {
  const { day } = o;
  const { t } = useTranslation();
  const isNear = useView((state) => (state.mapPose?.zoom ?? 0) >= BODIES_FROM_ZOOM);
  const isWanted = useHasLedger() && o.isWanted && isNear;
  const pick = useView((state) => state.regionPick);
  const filter = useView((state) => state.mineFilter);
  const layers = useView((state) => state.mapLayers);
  const mines = useMinesNow();
  const signs = useMajorSignsOn(day, isWanted);
  return useMemo(() => {
    if (!isWanted || signs.status !== 'open' || mines.status !== 'open') return NONE;
    const unknown = {
      both: t('map.depthUnknown'),
      top: t('map.topUnknown'),
      bottom: t('map.bottomUnknown'),
    };
    return sceneMajors(signs.majors, {
      ...{ kept: keptMines(mines.value, filter, day), unknown, pick },
      shown: (source) => isShown(layers, `major-${source}`),
    });
  }, [isWanted, signs, mines, filter, layers, day, pick, t]);
};
