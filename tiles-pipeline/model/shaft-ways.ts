import { nearestOfFlat, nothingNearer } from '../../domain/clearance/flat-distance.ts';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type { NetworkLine } from '../../domain/workings/network.ts';
import type { ShaftAxis } from './shafts.ts';

/** Where a roadway opens into a shaft: a point of the roadway and one of the axis. */
interface Station {
  readonly roadway: EnuPoint;
  readonly axis: EnuPoint;
  readonly gap: number;
  /** Metres of height within which it is the same opening. */
  readonly height: number;
  /** The roadway ends here, so that the network joins it by itself within its tolerance. */
  readonly isEnd: boolean;
}

/**
 * The shafts one can leave a mine by, as lines of its network: the axis of each shaft in use, and where the roadway's line
 * stops at the lining, the step from there to the axis. A roadway meets a shaft where its line comes within the shaft's
 * radius of the axis, give or take the network's tolerance; one that stops short of that is not joined. What is closed is
 * no way, and what nobody calls in use is not taken for one: both are left out, the latter with a finding.
 * @param tolerance of the network, metres
 */
export const shaftWays = (
  shafts: readonly ShaftAxis[],
  roadways: readonly NetworkLine[],
  tolerance: number,
): NetworkLine[] =>
  shafts.flatMap((shaft): NetworkLine[] => {
    const { id, name, top, bottom, diameter, state, placed, row } = shaft;
    if (state === 'closed') return [];
    if (state !== 'open') {
      placed.log.warn('shaft-not-a-way', { row, feature: id });
      return [];
    }
    const stations = roadways.flatMap((roadway) => stationsOf(shaft, roadway, tolerance));
    if (stations.length === 0) {
      placed.log.warn('shaft-meets-no-roadway', { row, feature: id, params: { diameter } });
      return [];
    }
    const way = { id, name, type: 'shaft', width: diameter, height: diameter, kind: 'shaft' } as const;
    const heights = new Map(stations.map(({ axis }) => [axis[2], axis]));
    const between = [...heights.values()].filter(
      (at) => distance(at, top) > tolerance && distance(at, bottom) > tolerance,
    );
    const line = [top, ...between.sort((a, b) => b[2] - a[2]), bottom];
    const steps = stations.filter(({ gap, isEnd }) => gap > tolerance || !isEnd);
    return [
      { ...way, line },
      ...steps.map(({ roadway, axis }): NetworkLine => ({ ...way, line: [roadway, axis] })),
    ];
  });

const stationsOf = (
  { top, bottom, diameter }: ShaftAxis,
  { line, height }: NetworkLine,
  tolerance: number,
): Station[] => {
  const reach = diameter / 2 + tolerance;
  const axis = Float64Array.of(...top, ...bottom);
  const found: Station[] = [];
  const put = (station: Station): void => {
    // Pieces of one roadway about one opening: the end of the line counts, else what comes nearest.
    const same = found.findIndex((one) => Math.abs(one.axis[2] - station.axis[2]) < station.height);
    if (same < 0) found.push(station);
    else if (better(station, found[same]!)) found[same] = station;
  };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const pair = nothingNearer();
    nearestOfFlat(Float64Array.of(...a, ...b), 0, 2, axis, 0, 2, pair);
    const gap = Math.sqrt(pair.square);
    if (gap > reach) continue;
    const ends = [...(i === 1 ? [a] : []), ...(i === line.length - 1 ? [b] : [])];
    for (const end of ends) {
      const spot = nothingNearer();
      nearestOfFlat(Float64Array.of(...end), 0, 1, axis, 0, 2, spot);
      if (Math.sqrt(spot.square) <= reach)
        put({ roadway: end, axis: pointOf(spot), gap: Math.sqrt(spot.square), height, isEnd: true });
    }
    const roadway = [pair.hereX, pair.hereY, pair.hereZ] as unknown as EnuPoint;
    put({ roadway, axis: pointOf(pair), gap, height, isEnd: false });
  }
  return found;
};

const better = (a: Station, b: Station): boolean => (a.isEnd === b.isEnd ? a.gap < b.gap : a.isEnd);

const pointOf = ({ thereX, thereY, thereZ }: { thereX: number; thereY: number; thereZ: number }): EnuPoint =>
  [thereX, thereY, thereZ] as unknown as EnuPoint;

const distance = (a: EnuPoint, b: EnuPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
