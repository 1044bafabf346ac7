import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SceneHazard } from '../../engines/county-view.ts';
import { useView } from '../../shell/view-store.ts';
import { useFeatures } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { keptMines } from './kept-mines.ts';
import { setMap } from './map-store.ts';
import { hazardsShown, MOST_BODIES, sceneHazard } from './scene-hazards.ts';
import { isShown } from './start-layers.ts';
import { useHasLedger } from './use-has-ledger.ts';
import { useHazardBodies } from './use-hazard-bodies.ts';
import { useMinesNow } from './use-live-counts.ts';

const NONE: readonly SceneHazard[] = [];

/** The ledger's hazards under the sheet where the map looks, as far as its layers and filters show them. */
export const useSceneHazards = (o: {
  readonly day: string | null;
  readonly isWanted: boolean;
  /** Id of a mine whose own bundle stands in its place and shows what of the model is hazardous; null: of none. */
  readonly instead: string | null;
}): readonly SceneHazard[] => {
  const { day, instead } = o;
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const hasLedger = useHasLedger();
  const pose = useView((state) => state.mapPose);
  const pick = useView((state) => state.regionPick);
  const filter = useView((state) => state.mineFilter);
  const flags = useView((state) => state.hazardFlags);
  const isOn = useView((state) => isShown(state.mapLayers, 'hazards'));
  const isWanted = o.isWanted && hasLedger && isOn;
  const mines = useMinesNow();
  const features = useFeatures(isWanted);
  const { bodies, failed } = useHazardBodies({ county: catalog.county, day, pose, isWanted });
  // Nearer or farther matters only where there are too many: else a move would draw all anew.
  const nearTo = bodies.length > MOST_BODIES && pose ? `${pose.longitude} ${pose.latitude}` : '0 0';
  const { shown, leftOut } = useMemo(() => {
    if (mines.status !== 'open') return { shown: [], leftOut: 0 };
    const [longitude = 0, latitude = 0] = nearTo.split(' ').map(Number);
    return hazardsShown(bodies, {
      ...{ kept: keptMines(mines.value, filter, day), flags, most: MOST_BODIES, instead },
      from: [longitude, latitude],
    });
  }, [bodies, mines, filter, day, flags, instead, nearTo]);
  useEffect(() => setMap({ bodies: { leftOut, failed } }), [leftOut, failed]);
  return useMemo(() => {
    if (shown.length === 0 || features.status === 'loading') return NONE;
    const known = new Map(
      features.status === 'open' ? features.value.map((one) => [one.id, one] as const) : [],
    );
    const unknown = {
      both: t('map.depthUnknown'),
      top: t('map.topUnknown'),
      bottom: t('map.bottomUnknown'),
    };
    return shown.map((body) =>
      sceneHazard(body, {
        feature: body.feature === null ? null : (known.get(body.feature) ?? null),
        ...{ unknown, pick },
      }),
    );
  }, [shown, features, pick, t]);
};
