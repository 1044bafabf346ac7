import type { Vec3 } from '../../../domain/geometry/bounds.ts';
import type { CameraPose } from '../../engines/mine-view.ts';
import { roundPose } from '../../shell/url-fields.ts';
import { setView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';

/** Nearer than this one sees the rock and not the heading, metres. */
const NEAREST_RANGE = 120;

/** Half the engine's angle of view across the picture, radians. */
const HALF_VIEW = Math.PI / 6;

/** How much of the picture's width the panel lies over, 0…1. */
const coveredShare = (): number => {
  const panel = document.querySelector('.hy-over-tools')?.getBoundingClientRect();
  const picture = document.querySelector('.hy-canvas')?.getBoundingClientRect();
  if (!panel || !picture || picture.width === 0) return 0;
  return Math.min(0.8, Math.max(0, (panel.right - picture.left) / picture.width));
};

/** Brings a point into the middle of what of the picture the tools' panels leave free. @param size metres to be seen */
export const flyBesidePanel = (target: Vec3, size: number): void => {
  const { view } = useSession.getState();
  if (!view) return;
  const { heading, pitch } = view.pose();
  const range = Math.max(NEAREST_RANGE, size * 2.2);
  const turn = (heading * Math.PI) / 180;
  const aside = coveredShare() * range * Math.tan(HALF_VIEW);
  const pose: CameraPose = {
    // The panel lies over the left of the picture: the middle of what is left of it is to the right.
    target: [target[0] - Math.cos(turn) * aside, target[1] + Math.sin(turn) * aside, target[2]],
    heading,
    // From where the mine looks flat, or from below, one finds nothing again.
    pitch: Math.min(-20, Math.max(-60, pitch)),
    range,
  };
  setView({ pose: roundPose(pose) });
};
