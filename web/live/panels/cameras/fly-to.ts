import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { flyToLive } from '../../live-context.ts';

/** Near enough to read a place, far enough to see the roadways round it, metres. */
const PLACE_RANGE = 90;
const PLACE_PITCH = -35;

/** Flies to a point, ENU metres, keeping the direction one looks in. */
export const flyToPoint = (at: Vec3): void => {
  const { view } = useSession.getState();
  view?.flyTo({
    target: [at[0], at[1], at[2]],
    heading: view.pose().heading,
    pitch: PLACE_PITCH,
    range: PLACE_RANGE,
  });
};

/** Chooses a camera and flies to it. */
export const goToCamera = (id: string): void => flyToLive({ type: 'device', id });
