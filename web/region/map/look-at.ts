import { setView, useView } from '../../shell/view-store.ts';
import { useMap } from './map-store.ts';
import { SCENE_PITCH } from './scene-pitch.ts';

/** As near as a mine and what surrounds it fill the map. */
const NEAR_ZOOM = 13;

/** As near as the bodies of a mine are told apart, and as steep as one sees into it: from straight above nothing under the sheet is. */
const INTO = { zoom: 15, pitch: 60 } as const;

type Place = readonly [longitude: number, latitude: number];

/** Brings the map over a place, no farther out than it is. */
export const lookAt = (at: Place): void => look(at, NEAR_ZOOM);

/** Brings the map before a place so that what lies under it is seen; a map that is tilted already is left as it is. */
export const lookInto = (at: Place): void => {
  const pose = useMap.getState().view?.pose() ?? useView.getState().mapPose;
  if ((pose?.pitch ?? 0) < SCENE_PITCH) look(at, INTO.zoom, INTO.pitch);
};

const look = ([longitude, latitude]: Place, nearest: number, tilt?: number): void => {
  const { view } = useMap.getState();
  const pose = view?.pose() ?? useView.getState().mapPose;
  const { zoom = 0, bearing = 0, pitch = 0 } = pose ?? {};
  const wanted = { longitude, latitude, zoom: Math.max(zoom, nearest), bearing, pitch: tilt ?? pitch };
  if (view) view.setPose(wanted, { fly: true });
  else setView({ mapPose: wanted });
};
