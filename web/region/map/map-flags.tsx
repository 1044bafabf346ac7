import { LoadingOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { reloadCountyFiles, useFeatures, useSites } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { useOutsideMines } from '../outside/outside-store.ts';
import { keptMines } from './kept-mines.ts';
import { LiveStaleFlag } from './live-age.tsx';
import { useMap } from './map-store.ts';
import { sheetLevel } from './scene-bodies.ts';
import { SCENE_PITCH } from './scene-pitch.ts';
import { useMinesNow } from './use-live-counts.ts';
import { useMarkName } from './use-mark-name.ts';

/** What must be known of the picture: made-up data, a past day, a filter, depth drawn from a level, what is missing. */
export const MapFlags = () => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const failure = useMap((map) => map.failure);
  const bodies = useMap((map) => map.bodies);
  const isDrawn = useMap((map) => map.settled);
  const mines = useMinesNow();
  const day = useView((state) => state.day);
  const filter = useView((state) => state.mineFilter);
  const hazardFlags = useView((state) => state.hazardFlags);
  const siteMarks = useView((state) => state.siteMarks);
  const markName = useMarkName();
  const isTilted = useView((state) => (state.mapPose?.pitch ?? 0) >= SCENE_PITCH);
  const outside = useOutsideMines();
  // Not asked for here: whoever draws them has.
  const [sites, features] = [useSites(false), useFeatures(false)];
  const all = mines.status === 'open' ? mines.value : [];
  const kept = keptMines(all, filter, day);
  const retry = (
    <Button size="small" type="link" onClick={() => reloadCountyFiles(catalog.county, catalog.revision)}>
      {t('app.retry')}
    </Button>
  );
  return (
    <div className="hy-map-flags">
      {catalog.provenance === 'synthetic' && (
        <span className="hy-map-flag hy-map-flag-synthetic" data-flag="synthetic">
          {t('map.synthetic')}
        </span>
      )}
      {day !== null && (
        <span className="hy-map-flag" data-flag="past">
          {t('map.past', { day })}
        </span>
      )}
      {outside.length > 0 && (
        <span className="hy-map-flag" data-flag="outside">
          <WarningFilled /> {t('outside.flag', { n: formatCount(outside.length) })}
          <Button size="small" type="link" onClick={() => setView({ mapSide: 'towns', regionPick: null })}>
            {t('outside.flagShow')}
          </Button>
        </span>
      )}
      {kept !== null && (
        <span className="hy-map-flag" data-flag="filtered">
          {t('map.filtered', { kept: kept.size, all: all.length })}
          <Button size="small" type="link" onClick={() => setView({ mineFilter: {} })}>
            {t('map.clearFilter')}
          </Button>
        </span>
      )}
      {hazardFlags.length > 0 && (
        <span className="hy-map-flag" data-flag="hazards-filtered">
          {t('map.onlyFlagged', {
            flags: hazardFlags.map((flag) => t(`hazardFlag.${flag}`)).join(t('map.comma')),
          })}
          <Button size="small" type="link" onClick={() => setView({ hazardFlags: [] })}>
            {t('map.clearFilter')}
          </Button>
        </span>
      )}
      {siteMarks.length > 0 && (
        <span className="hy-map-flag" data-flag="sites-filtered">
          {t('map.onlyMarked', { marks: siteMarks.map(markName).join(t('map.comma')) })}
          <Button size="small" type="link" onClick={() => setView({ siteMarks: [] })}>
            {t('map.clearFilter')}
          </Button>
        </span>
      )}
      {isTilted && mines.status === 'open' && (
        <span className="hy-map-flag" data-flag="level">
          {t('map.level', { level: sheetLevel(all) })}
        </span>
      )}
      {bodies.leftOut > 0 && (
        <span className="hy-map-flag" data-flag="bodies-left-out">
          {t('map.bodiesLeftOut', { n: formatCount(bodies.leftOut) })}
        </span>
      )}
      {bodies.failed && (
        <span className="hy-map-flag" role="alert" data-flag="bodies-failed">
          <WarningFilled /> {t('map.bodiesFailed')}
        </span>
      )}
      <LiveStaleFlag />
      {!isDrawn && !failure && (
        <span className="hy-map-flag" role="status" data-flag="loading">
          <LoadingOutlined /> {t('map.loading')}
        </span>
      )}
      {(sites.status === 'failed' || features.status === 'failed') && (
        <span className="hy-map-flag" role="alert" data-flag="things-failed">
          <WarningFilled /> {t(sites.status === 'failed' ? 'map.sitesFailed' : 'map.featuresFailed')}
          {retry}
        </span>
      )}
      {mines.status === 'failed' && (
        <span className="hy-map-flag" role="alert" data-flag="register-failed">
          <WarningFilled /> {t('map.registerFailed')}
          {retry}
        </span>
      )}
      {failure && (
        <span className="hy-map-flag" role="alert" data-flag="map-failed" title={failure.detail}>
          <WarningFilled /> {t(`mapFailure.${failure.kind}`)}
        </span>
      )}
    </div>
  );
};
