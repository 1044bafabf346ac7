import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import { degrees, metres } from '../../../domain/units/quantities.ts';
import type { CameraPose } from '../../engines/mine-view.ts';
import type { MapPose } from '../../shell/region-choice.ts';
import { type FeatureRef, forMine } from '../../shell/view-state.ts';
import { setView } from '../../shell/view-store.ts';
import { useMap } from './map-store.ts';

/** The map's camera stands so many of its picture's heights away: half over the tangent of half its field of view, 36.87°. */
const HEIGHTS_AWAY = 1.5;
/** Metres along the equator a pixel of zoom 0 is. */
const METRES_A_PIXEL = 78_271.51696;
const STEEPEST = -15;

/**
 * The pose of the Mine workspace that shows what the map shows: the same middle at the height of the mine's frame, the same
 * direction and distance. A mine that is not in the map's middle is looked at as its catalog says: null.
 */
export const samePose = (pose: MapPose, pictureHeight: number, catalog: Catalog): CameraPose | null => {
  const frame = frameOfCatalog(catalog);
  const [east, north] = frame.geographicToEnu({
    longitude: degrees(pose.longitude),
    latitude: degrees(pose.latitude),
    ellipsoidHeight: metres(catalog.frame.origin.ellipsoidHeight),
  });
  const { min, max } = catalog.extent;
  if (east < min[0] || east > max[0] || north < min[1] || north > max[1]) return null;
  const pixel = (METRES_A_PIXEL * Math.cos((pose.latitude * Math.PI) / 180)) / 2 ** pose.zoom;
  return {
    target: [east, north, (min[2] + max[2]) / 2],
    heading: pose.bearing,
    // straight down shows a mine from its lid: a glass mine is looked into
    pitch: Math.min(STEEPEST, pose.pitch - 90),
    range: HEIGHTS_AWAY * pictureHeight * pixel,
  };
};

/** Leads into the Mine workspace at the same spot, with a body of it selected. */
export const openInMine = (mine: string, catalog: Catalog, selected: FeatureRef | null = null): void => {
  const { view } = useMap.getState();
  const pose = view ? samePose(view.pose(), window.innerHeight, catalog) : null;
  setView({ ...forMine(mine), pose, selected, workspace: 'mine' });
};
