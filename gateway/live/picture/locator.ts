import { ENTITY_STATE } from '../../../domain/contracts/live/entity.ts';
import type { PositionMessage } from '../../../domain/contracts/live/messages.ts';
import type { SurveyPoint } from '../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../domain/frame/mine-frame.ts';
import type { SurveyPatch } from '../../../domain/frame/survey-patch.ts';
import type { HeightInRoadway } from '../../../domain/live/height-in-roadway.ts';
import type { GroundAt } from '../../../domain/live/spots.ts';
import type { LocatedTags, Locator } from '../ports.ts';

export interface LocatorOptions {
  readonly frame: MineFrame;
  /** The frame's quick way about the mine; null where it has none. */
  readonly patch: SurveyPatch | null;
  /** As devices write coordinates, metres → survey point (LiveMine.surveyPoint). */
  readonly surveyPoint: (easting: number, northing: number, height: number) => SurveyPoint;
  /** Degrees to add to an azimuth from grid north to have one from the frame's north. */
  readonly gridToFrameDegrees: number;
  readonly heights: HeightInRoadway;
  /** null: the mine has no terrain. */
  readonly groundAt: GroundAt | null;
  /** ENU height of a reader, metres; undefined where it is not in live.yaml. */
  readonly readerHeight: (reader: string) => number | undefined;
}

/** Farther from the mine's origin than this a tag is not in the mine, but wrong. Metres. */
export const FARTHEST_METRES = 50_000;
/** What stands in for a position that cannot be: FARTHEST_METRES and more from everything, so that no one shows it. */
const NOWHERE_CM = 1_000_000_000;

/** No height told, no reader known, no roadway near: nothing is known of it. */
export const NO_HEIGHT_METRES = 0;

/** A told 0 as near as this to the ground may be meant. Metres. */
const NEAR_METRES = 15;

export const isNowhere = (eastCm: number, northCm: number): boolean =>
  Math.abs(eastCm) > FARTHEST_METRES * 100 || Math.abs(northCm) > FARTHEST_METRES * 100;

/**
 * Puts the tags of a message into the mine's frame. A tag that tells no height gets the roadway's, of its reader's
 * level where the reader is known, and HEIGHT_GUESSED; where levels lie above each other and nobody says which, its
 * height lies between them and picture/ names no spot.
 */
export const createLocator = (o: LocatorOptions): Locator => {
  const place = new Float64Array(3);
  const put = ({ easting, northing, height }: SurveyPoint): void => {
    if (!o.patch?.toEnu(easting, northing, height, place))
      place.set(o.frame.surveyToEnu({ easting, northing, height }));
  };
  /** Many systems write 0 where they know no height. It is one only where the ground or a roadway is near it. */
  const isNoHeight = (east: number, north: number, up: number): boolean => {
    const ground = o.groundAt?.(east, north) ?? null;
    if (ground !== null && Math.abs(ground - up) <= NEAR_METRES) return false;
    const roadway = o.heights.at(east, north, up);
    return roadway === null && (ground !== null || o.heights.at(east, north, null) !== null);
  };
  const locate = ({ tags }: PositionMessage): LocatedTags => {
    const count = tags.length;
    const tag = new Array<string>(count);
    const position = new Int32Array(count * 3);
    const heading = new Uint8Array(count);
    const state = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const { id, e, n, h, hd, sos, reader } = tags[i]!;
      tag[i] = id;
      let bits = sos ? ENTITY_STATE.SOS : 0;
      put(o.surveyPoint(e, n, h ?? 0));
      const east = place[0]!;
      const north = place[1]!;
      let up = place[2]!;
      if (h === undefined || (h === 0 && isNoHeight(east, north, up))) {
        bits |= ENTITY_STATE.HEIGHT_GUESSED;
        const near = reader === undefined ? undefined : o.readerHeight(reader);
        up = o.heights.at(east, north, near ?? null)?.up ?? near ?? NO_HEIGHT_METRES;
      }
      if (hd !== undefined) {
        bits |= ENTITY_STATE.HEADING_KNOWN;
        heading[i] = Math.round(((hd + o.gridToFrameDegrees) * 256) / 360);
      }
      // Written so that what is not a number fails it as well.
      const isSomewhere = Math.max(Math.abs(east), Math.abs(north), Math.abs(up)) <= FARTHEST_METRES;
      position[i * 3] = isSomewhere ? Math.round(east * 100) : NOWHERE_CM;
      position[i * 3 + 1] = isSomewhere ? Math.round(north * 100) : NOWHERE_CM;
      position[i * 3 + 2] = isSomewhere ? Math.round(up * 100) : 0;
      state[i] = bits;
    }
    return { tag, position, heading, state };
  };
  return { locate };
};
