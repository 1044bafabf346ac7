import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type { CaveSurvey, Position3 } from '../read/read-result.ts';

/** A leg of a cave survey in the mine's frame. */
export interface PlacedLeg {
  readonly index: number;
  readonly label: string;
  readonly kind: 'centreline' | 'splay' | 'surface' | 'duplicate';
  readonly from: EnuPoint;
  readonly to: EnuPoint;
  readonly fromKey: string;
  readonly toKey: string;
}

/** Stations are told apart by their coordinates: the file stores centimetres, and a splay's end has no name. */
const keyOf = ([x, y, z]: Position3): string => `${x}/${y}/${z}`;

export const placedLegs = (cave: CaveSurvey, toEnu: (p: Position3) => EnuPoint): PlacedLeg[] =>
  cave.legs.map((leg, index) => ({
    index,
    label: leg.label,
    kind: leg.splay ? 'splay' : leg.surface ? 'surface' : leg.duplicate ? 'duplicate' : 'centreline',
    from: toEnu(leg.from),
    to: toEnu(leg.to),
    fromKey: keyOf(leg.from),
    toKey: keyOf(leg.to),
  }));

/** Names of stations by place, for titles. */
export const stationNames = (cave: CaveSurvey): ReadonlyMap<string, string> =>
  new Map(cave.stations.filter(({ name }) => name !== '').map(({ name, at }) => [keyOf(at), name]));

type Vector = readonly [number, number, number];

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);

/** A splay within this of the leg's own direction measures along the passage, not across it. */
const ALONG_DEGREES = 30;
/** Fewer wall shots than this give no size. */
const FEWEST_SHOTS = 2;

/**
 * Mean distance from a leg to the walls, metres, from the splays at its two stations; null where too few look
 * sideways. A mean radius, because splays are too few for a section: what is drawn is a size, not a wall.
 */
export const passageRadius = (
  leg: PlacedLeg,
  splaysAt: ReadonlyMap<string, readonly PlacedLeg[]>,
): { readonly radius: number; readonly shots: number } | null => {
  const along = minus(leg.to, leg.from);
  const size = length(along);
  if (size === 0) return null;
  const axis: Vector = [along[0] / size, along[1] / size, along[2] / size];
  const across: number[] = [];
  for (const splay of [leg.fromKey, leg.toKey].flatMap((key) => splaysAt.get(key) ?? [])) {
    const shot = minus(splay.to, splay.from);
    const reach = length(shot);
    const parallel = Math.abs(dot(shot, axis));
    if (reach === 0 || parallel > reach * Math.cos((ALONG_DEGREES * Math.PI) / 180)) continue;
    across.push(Math.sqrt(Math.max(0, reach * reach - parallel * parallel)));
  }
  if (across.length < FEWEST_SHOTS) return null;
  return { radius: across.reduce((sum, one) => sum + one, 0) / across.length, shots: across.length };
};
