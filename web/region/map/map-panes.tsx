import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyView } from '../../engines/county-view.ts';
import { useView } from '../../shell/view-store.ts';
import { SketchOverlay } from '../draw/sketch-overlay.tsx';
import { MapPane } from './map-pane.tsx';
import { setMap } from './map-store.ts';

/** One map, or two days side by side that move together. */
export const MapPanes = () => {
  const { t } = useTranslation();
  const day = useView((state) => state.day);
  const otherDay = useView((state) => state.otherDay);
  const views = useRef<{ first: CountyView | null; second: CountyView | null }>({
    first: null,
    second: null,
  });
  const isFollowing = useRef(false);
  const follow = useCallback((moved: CountyView) => {
    const { first, second } = views.current;
    const other = moved === first ? second : first;
    // the other's own move must not move this one again
    if (!other || isFollowing.current) return;
    isFollowing.current = true;
    other.setPose(moved.pose());
    isFollowing.current = false;
  }, []);
  const onFirst = useCallback((view: CountyView | null) => {
    views.current.first = view;
    setMap({ view });
  }, []);
  const onSecond = useCallback((view: CountyView | null) => {
    views.current.second = view;
  }, []);
  return (
    <div className="hy-map-panes" data-compared={otherDay !== null}>
      <div className="hy-map-pane">
        <MapPane day={day} isFirst onView={onFirst} onPose={follow} />
        <SketchOverlay />
        {(otherDay !== null || day !== null) && (
          <span className="hy-map-day" data-pane="first">
            {day ?? t('map.today')}
          </span>
        )}
      </div>
      {otherDay !== null && (
        <div className="hy-map-pane">
          <MapPane day={otherDay} isFirst={false} onView={onSecond} onPose={follow} />
          <span className="hy-map-day" data-pane="second">
            {otherDay}
          </span>
        </div>
      )}
    </div>
  );
};
