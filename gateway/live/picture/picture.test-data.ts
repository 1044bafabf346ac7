import type { PositionTag } from '../../../domain/contracts/live/messages.ts';
import { type EnuPoint, enu, type SurveyPoint } from '../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../domain/frame/mine-frame.ts';
import { createHeightInRoadway } from '../../../domain/live/height-in-roadway.ts';
import { createSpotFinder } from '../../../domain/live/spots.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { buildNetwork } from '../../../domain/workings/network.ts';
import type { AcceptedPositions, AcceptedReadings } from '../ports.ts';
import { createLocator } from './locator.ts';
import { createPicture, type PictureOptions } from './picture.ts';

/** A mine whose survey coordinates are its ENU metres: two levels, 60 m apart, and the surface above. */
const line = (id: string, level: string, up: number) => ({
  id,
  name: `${level}m ${id}`,
  level,
  line: [enu(0, 0, up), enu(200, 0, up)],
  type: 'drift',
  width: 4,
  height: 3,
});
export const NETWORK = buildNetwork([line('main', '-50', -50), line('deep', '-110', -110)], metres(0.5));
export const HEIGHTS = createHeightInRoadway(NETWORK);
const GROUND = () => 90;
export const FINDER = createSpotFinder(NETWORK, [], GROUND);

const same = (p: SurveyPoint): EnuPoint => enu(p.easting, p.northing, p.height);
export const LOCATOR = createLocator({
  frame: { surveyToEnu: same } as unknown as MineFrame,
  patch: null,
  surveyPoint: (e, n, h) => ({ easting: metres(e), northing: metres(n), height: metres(h) }),
  gridToFrameDegrees: 0,
  heights: HEIGHTS,
  groundAt: GROUND,
  readerHeight: (reader) => ({ R1: -48, R2: -108 })[reader],
});

export const T0 = 1_790_000_000_000;

export const positions = (
  at: number,
  tags: readonly PositionTag[],
  o: Partial<Pick<AcceptedPositions, 'late' | 'receivedAt' | 'gateway'>> & { synthetic?: boolean } = {},
): AcceptedPositions => {
  const message = { v: 1 as const, boot: 'b', seq: 0, at, sent: at, synthetic: o.synthetic, tags: [...tags] };
  return {
    kind: 'position',
    county: 'yunxiu',
    mine: 'qingshi-iron',
    gateway: o.gateway ?? 'GW-1',
    receivedAt: o.receivedAt ?? at + 30,
    at,
    skewMs: 0,
    late: o.late ?? false,
    bytes: 100,
    message,
    located: LOCATOR.locate(message),
  };
};

export const readings = (
  at: number,
  device: string,
  values: Record<string, number | boolean>,
  o: { late?: boolean } = {},
): AcceptedReadings => ({
  kind: 'water',
  county: 'yunxiu',
  mine: 'qingshi-iron',
  gateway: 'GW-1',
  receivedAt: at + 30,
  at,
  skewMs: 0,
  late: o.late ?? false,
  bytes: 100,
  message: { v: 1, boot: 'b', seq: 1, at, sent: at, readings: [{ device, values }] },
});

export const person = (tag: string, name: string) => ({
  tag,
  name,
  team: '掘进一队',
  role: null,
  shift: null,
});

export const smallPicture = (o: Partial<PictureOptions> = {}) =>
  createPicture({
    mine: 'qingshi-iron',
    registered: {
      people: [person('T1', '张三'), person('T2', '李四')],
      vehicles: [{ tag: 'V1', name: '铲运机', team: null, type: 'LHD' }],
    },
    presence: { staleAfter: 10, lostAfter: 60 },
    finder: FINDER,
    heights: HEIGHTS,
    synthetic: false,
    last: null,
    lastReadings: [],
    ...o,
  });
