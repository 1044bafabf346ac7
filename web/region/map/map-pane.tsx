import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyView } from '../../engines/county-view.ts';
import type { MapPose } from '../../shell/region-choice.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { roundMapPose } from '../region-fields.ts';
import { loadMapEngine } from './load-map-engine.ts';
import { addParts, setMap } from './map-store.ts';
import { usePicture } from './use-picture.ts';
import { mineOfPick, useScene } from './use-scene.ts';

interface MapPaneProps {
  readonly day: string | null;
  /** The first of two maps: its camera is the link's, and what is said of the map is of this one. */
  readonly isFirst: boolean;
  /** Told of every pose, so that a second map can follow; and given the view when it is there. */
  readonly onView: (view: CountyView | null) => void;
  readonly onPose?: (view: CountyView) => void;
}

const samePose = (a: MapPose, b: MapPose): boolean =>
  a.longitude === b.longitude &&
  a.latitude === b.latitude &&
  a.zoom === b.zoom &&
  a.bearing === b.bearing &&
  a.pitch === b.pitch;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One map on one day. */
export const MapPane = ({ day, isFirst, onView, onPose }: MapPaneProps) => {
  const { t } = useTranslation();
  const container = useRef<HTMLElement>(null);
  const { catalog, baseUrl } = useOpenCounty();
  const picture = usePicture(day);
  const [view, setOwnView] = useState<CountyView | null>(null);
  const latest = useRef({ picture, onView, onPose });
  latest.current = { picture, onView, onPose };

  useEffect(() => {
    let ended = false;
    let end = () => {};
    if (isFirst) setMap({ settled: false, failure: null });
    loadMapEngine().then(
      (createCountyView) => {
        if (ended || !container.current) return;
        try {
          const created = createCountyView({
            container: container.current,
            catalog,
            baseUrl,
            apiUrl: new URL(countyApi(catalog.county), window.location.href).href,
            pose: useView.getState().mapPose,
            picture: latest.current.picture,
            events: {
              onPose: (pose) => {
                if (isFirst) setView({ mapPose: roundMapPose(pose) });
              },
              onMove: () => latest.current.onPose?.(created),
              onPick: (pick) => {
                const { regionPick, mineInPlace } = useView.getState();
                // What is of the mine that stands in place leaves it there.
                const stays = mineInPlace && pick !== null && mineOfPick(pick) === mineOfPick(regionPick);
                setView({ regionPick: pick, mineInPlace: stays });
              },
              onParts: addParts,
              onHover: (hover) => setMap({ hover }),
              onCursor: (cursor) => setMap({ cursor }),
              onSettled: () => {
                if (isFirst) setMap({ settled: true });
              },
              onFailure: (failure) => setMap({ failure }),
            },
          });
          setOwnView(created);
          latest.current.onView(created);
          end = () => {
            latest.current.onView(null);
            setOwnView(null);
            created.destroy();
          };
        } catch (error) {
          setMap({ failure: { kind: 'no-webgl', detail: messageOf(error) } });
        }
      },
      (error) => {
        if (!ended) setMap({ failure: { kind: 'engine', detail: messageOf(error) } });
      },
    );
    return () => {
      ended = true;
      end();
    };
  }, [catalog, baseUrl, isFirst]);

  useEffect(() => view?.show(picture), [view, picture]);

  const scene = useScene(day);
  useEffect(() => view?.setScene(scene), [view, scene]);

  // The link may move the camera: the browser's back button, a search, a picked pair.
  const wanted = useView((state) => state.mapPose);
  useEffect(() => {
    if (isFirst && view && wanted && !samePose(roundMapPose(view.pose()), wanted))
      view.setPose(wanted, { fly: true });
  }, [isFirst, view, wanted]);
  useEffect(() => {
    // The engine names its canvas in English; it is what the keyboard reaches.
    if (view) container.current?.querySelector('canvas')?.setAttribute('aria-label', t('map.canvas'));
  }, [view, t]);
  return (
    <section
      ref={container}
      className="hy-map-canvas"
      data-map={isFirst ? 'first' : 'second'}
      aria-label={t('map.canvas')}
    />
  );
};
