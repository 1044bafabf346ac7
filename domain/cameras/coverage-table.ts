import type { LiveSetup, SetupDevice } from '../contracts/live/setup.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import {
  freeOverGround,
  metresOf,
  type Standpoint,
  type Stretch,
  type Surroundings,
  seenCells,
  standpoint,
  stretchesOf,
} from './line-of-sight.ts';
import { isInView, type ViewCone, viewCone } from './view-cone.ts';

/** What a camera must be told to have before anything can be said of what it sees. */
export const VIEW_FIELDS = ['azimuth', 'tilt', 'hfov', 'vfov', 'range'] as const;
export type ViewField = (typeof VIEW_FIELDS)[number];

/** What one camera looks at, whether it works or not. */
export interface CameraSight {
  readonly camera: string;
  /** Of VIEW_FIELDS, those the setup does not give. With any of them missing nothing is called seen. */
  readonly missing: readonly ViewField[];
  readonly stands: Standpoint['in'];
  /** Metres the camera was taken off the wall it was drawn in; 0 where it hangs free. */
  readonly movedBy: number;
  /** Seen from here; null where fields are missing. */
  readonly cone: ViewCone | null;
  readonly stretches: readonly Stretch[];
  /** Of roadway. */
  readonly metres: number;
  readonly keyPlaces: readonly string[];
  readonly workPlaces: readonly string[];
}

/** Which cameras look at a place; null: the place is on no roadway and not above ground, so nobody can say. */
export interface PlaceSight {
  readonly id: string;
  readonly cameras: readonly string[] | null;
}

export interface CoverageTable {
  readonly cameras: readonly CameraSight[];
  /** In the order of the setup. */
  readonly keyPlaces: readonly PlaceSight[];
  readonly workPlaces: readonly PlaceSight[];
}

/**
 * A place is seen where its own point is, within this many metres along the roadways, or less where it is smaller: a
 * glimpse of the far end of a long work place or level is not that place.
 */
export const PLACE_REACH = 5;

/** Which cells or which point must be seen for a place to be seen. */
export interface PlaceTarget {
  readonly id: string;
  /** Cells of which one must be seen; null: not on the network. */
  readonly cells: Int32Array | null;
  /** The place itself, above ground; null: it is not. */
  readonly point: Vec3 | null;
}

/** Height above a place at which it is looked at on the surface, metres. */
const SURFACE_LOOK = 1.2;

export const placeTargets = (
  surroundings: Surroundings,
  places: readonly { readonly id: string; readonly enu: Vec3; readonly radius: number }[],
  reachAtMost: number = PLACE_REACH,
): PlaceTarget[] =>
  places.map(({ id, enu, radius }) => {
    const foot = surroundings.cells.footOf(enu);
    if (foot)
      return { id, cells: surroundings.cells.around(foot, Math.min(radius, reachAtMost)), point: null };
    const above = standpoint(surroundings, enu).in === 'surface';
    return { id, cells: null, point: above ? [enu[0], enu[1], enu[2] + SURFACE_LOOK] : null };
  });

/**
 * What every camera of a setup looks at, and which cameras look at every key place and work place. Depends on where
 * things are, not on how they are now: compute it once, then ask `coverage` at every change of state.
 * A camera in a roadway sees along the hollow of the roadways only; one above ground sees over the terrain where its
 * height is known. Cameras elsewhere, and those whose view is not described, see nothing that could be counted.
 */
export function coverageTable(
  surroundings: Surroundings,
  setup: Pick<LiveSetup, 'devices' | 'keyPlaces' | 'workPlaces'>,
): CoverageTable {
  const keyTargets = placeTargets(surroundings, setup.keyPlaces);
  const workTargets = placeTargets(surroundings, setup.workPlaces);
  const cameras = setup.devices
    .filter(({ kind }) => kind === 'camera')
    .map((device) => sightOf(surroundings, device, keyTargets, workTargets));
  const sights = (targets: readonly PlaceTarget[], of: 'keyPlaces' | 'workPlaces'): PlaceSight[] =>
    targets.map(({ id, cells, point }) => ({
      id,
      cameras:
        cells === null && point === null
          ? null
          : cameras.filter((camera) => camera[of].includes(id)).map(({ camera }) => camera),
    }));
  return {
    cameras,
    keyPlaces: sights(keyTargets, 'keyPlaces'),
    workPlaces: sights(workTargets, 'workPlaces'),
  };
}

/** Work place → the cameras that look at it, for the rule "no camera, no work". Places nobody can judge are left out. */
export const camerasByWorkPlace = (table: CoverageTable): ReadonlyMap<string, readonly string[]> =>
  new Map(table.workPlaces.flatMap(({ id, cameras }) => (cameras ? [[id, cameras] as const] : [])));

function sightOf(
  surroundings: Surroundings,
  device: SetupDevice,
  keyTargets: readonly PlaceTarget[],
  workTargets: readonly PlaceTarget[],
): CameraSight {
  const stand = standpoint(surroundings, device.enu);
  const missing = VIEW_FIELDS.filter((field) => device[field] === undefined);
  const { azimuth, tilt, hfov, vfov, range } = device;
  const cone =
    azimuth === undefined ||
    tilt === undefined ||
    hfov === undefined ||
    vfov === undefined ||
    range === undefined
      ? null
      : viewCone({ at: stand.at, azimuth, tilt, hfov, vfov, range });
  const seen = cone && stand.in === 'roadway' ? seenCells(surroundings, cone) : new Int32Array();
  const inSight = new Set(seen);
  const seesPoint = ([x, y, z]: Vec3): boolean => {
    if (!cone || stand.in !== 'surface' || !surroundings.terrain || !isInView(cone, x, y, z)) return false;
    const [dx, dy, dz] = [x - stand.at[0], y - stand.at[1], z - stand.at[2]];
    const far = Math.hypot(dx, dy, dz);
    return freeOverGround(surroundings.terrain, stand.at, [dx / far, dy / far, dz / far], far) >= far;
  };
  const sees = ({ cells, point }: PlaceTarget): boolean =>
    cells ? cells.some((cell) => inSight.has(cell)) : point !== null && seesPoint(point);
  return {
    camera: device.id,
    missing,
    stands: stand.in,
    movedBy: stand.in === 'roadway' ? stand.movedBy : 0,
    cone,
    stretches: stretchesOf(surroundings, seen),
    metres: metresOf(surroundings.cells, seen),
    keyPlaces: keyTargets.filter(sees).map(({ id }) => id),
    workPlaces: workTargets.filter(sees).map(({ id }) => id),
  };
}
