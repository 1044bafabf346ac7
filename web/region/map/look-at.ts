import { setView, useView } from '../../shell/view-store.ts';
import { useMap } from './map-store.ts';

/** As near as a mine and what surrounds it fill the map. */
const NEAR_ZOOM = 13;

/** Brings the map over a place, no farther out than it is. */
export const lookAt = ([longitude, latitude]: readonly [number, number]): void => {
  const { view } = useMap.getState();
  const pose = view?.pose() ?? useView.getState().mapPose;
  const { zoom = 0, bearing = 0, pitch = 0 } = pose ?? {};
  const wanted = { longitude, latitude, zoom: Math.max(zoom, NEAR_ZOOM), bearing, pitch };
  if (view) view.setPose(wanted, { fly: true });
  else setView({ mapPose: wanted });
};
