import type { LiveSetup } from '../contracts/live/setup.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { type CoverageTable, placeTargets } from './coverage-table.ts';
import { isFree, metresOf, type Surroundings, seenCells } from './line-of-sight.ts';
import { measured } from './roadway-cells.ts';
import { isInView, type View, viewCone } from './view-cone.ts';

/** The camera one would buy: its picture, its reach, how it is hung. Degrees and metres. */
export interface ProposedCamera {
  readonly tilt: number;
  readonly hfov: number;
  readonly vfov: number;
  readonly range: number;
  /** Above the floor; lower where the roadway is. */
  readonly mountedAt: number;
}

export interface Proposal {
  readonly view: View;
  readonly edge: string;
  /** Metres from the edge's start. */
  readonly along: number;
  /** What it adds to the cameras that are there and to the proposals before it. */
  readonly gain: {
    readonly keyPlaces: readonly string[];
    readonly workPlaces: readonly string[];
    readonly metres: number;
  };
}

/** Metres between candidate places along a roadway. */
export const CANDIDATE_STEP = 10;
/** A camera hangs under the roof by this share of the height at most. */
const UNDER_ROOF = 0.8;
/** Places weigh more than all the roadway a mine can have, metres. */
const PLACE_WEIGHT = 1e9;

interface Candidate {
  readonly edge: number;
  readonly along: number;
  readonly view: View;
  readonly cells: Int32Array;
  /** Numbers of key places and main work places, counted through. */
  readonly places: readonly number[];
}

/**
 * Where the next cameras gain most: greedy maximum coverage over both directions of every ~10 m of roadway and of every
 * junction. A place nobody's camera looks at (key places and main work places) counts before any length of roadway.
 * Greedy reaches at least 1 − 1/e of the best choice of as many cameras (Nemhauser, Wolsey, Fisher 1978); gains
 * never rise, so a candidate is only judged again when its old gain is still the best (Minoux 1978). Equal gains: the
 * first in network order. Fewer than `count` where nothing more is gained.
 * @param table what installed cameras look at, those that work and those that do not: a broken one is to be mended
 */
export function proposeCameras(
  surroundings: Surroundings,
  setup: Pick<LiveSetup, 'keyPlaces' | 'workPlaces'>,
  table: CoverageTable,
  camera: ProposedCamera,
  count: number,
): Proposal[] {
  const mainWork = setup.workPlaces.filter(({ main }) => main);
  const keys = placeTargets(surroundings, setup.keyPlaces);
  const targets = [...keys, ...placeTargets(surroundings, mainWork)];
  const placesAt = new Map<number, number[]>();
  targets.forEach(({ cells }, place) => {
    for (const cell of cells ?? []) placesAt.set(cell, [...(placesAt.get(cell) ?? []), place]);
  });

  const covered = new Uint8Array(surroundings.cells.count);
  const placeDone = new Uint8Array(targets.length);
  for (const { cone, stands } of table.cameras)
    if (cone && stands === 'roadway') for (const cell of seenCells(surroundings, cone)) covered[cell] = 1;
  for (const [cell, places] of placesAt) if (covered[cell]) for (const place of places) placeDone[place] = 1;

  const gainOf = ({ cells, places }: Candidate): number => {
    let gain = 0;
    for (const cell of cells) if (!covered[cell]) gain += surroundings.cells.step[cell]!;
    for (const place of places) if (!placeDone[place]) gain += PLACE_WEIGHT;
    return gain;
  };
  const waiting = candidates(surroundings, camera, placesAt).map((candidate, order) => ({
    candidate,
    order,
    gain: gainOf(candidate),
    judged: 0,
  }));
  const better = (a: (typeof waiting)[number], b: (typeof waiting)[number]) =>
    b.gain - a.gain || a.order - b.order;
  waiting.sort(better);

  const chosen: Proposal[] = [];
  while (chosen.length < count && waiting.length > 0 && waiting[0]!.gain > 0) {
    const best = waiting[0]!;
    if (best.judged < chosen.length) {
      best.gain = gainOf(best.candidate);
      best.judged = chosen.length;
      sink(waiting, better);
      continue;
    }
    waiting.shift();
    const { candidate } = best;
    const newPlaces = candidate.places.filter((place) => !placeDone[place]);
    const newCells = candidate.cells.filter((cell) => !covered[cell]);
    for (const cell of newCells) covered[cell] = 1;
    for (const place of newPlaces) placeDone[place] = 1;
    chosen.push({
      view: candidate.view,
      edge: surroundings.network.edges[candidate.edge]!.id,
      along: candidate.along,
      gain: {
        keyPlaces: newPlaces.filter((place) => place < keys.length).map((place) => targets[place]!.id),
        workPlaces: newPlaces.filter((place) => place >= keys.length).map((place) => targets[place]!.id),
        metres: metresOf(surroundings.cells, newCells),
      },
    });
  }
  return chosen;
}

/** Moves the first of an otherwise sorted list to where it belongs. */
function sink<T>(list: T[], compare: (a: T, b: T) => number): void {
  const first = list[0]!;
  let [low, high] = [1, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle]!, first) < 0) low = middle + 1;
    else high = middle;
  }
  list.copyWithin(0, 1, low);
  list[low - 1] = first;
}

function candidates(
  surroundings: Surroundings,
  camera: ProposedCamera,
  placesAt: ReadonlyMap<number, readonly number[]>,
): Candidate[] {
  const { network, space, cells } = surroundings;
  const { hfov, vfov, range, tilt } = camera;
  const found: Candidate[] = [];
  network.edges.forEach((edge, index) => {
    const line = measured(edge.line);
    const stops = Math.max(1, Math.round(line.length / CANDIDATE_STEP));
    for (let k = 0; k <= stops; k++) {
      // The ends are the junctions: each edge there looks into itself only, so that no direction comes twice.
      const along = (k * line.length) / stops;
      const heading = line.headingAt(along);
      if (heading === null) continue;
      const stand = space.inside(line.pointAt(along, Math.min(camera.mountedAt, edge.height * UNDER_ROOF)));
      if (!stand) continue;
      const at: Vec3 = stand.at;
      const near = space.near(at, range);
      const headings = [...(k < stops ? [heading] : []), ...(k > 0 ? [(heading + 180) % 360] : [])];
      const cones = headings.map((azimuth) => viewCone({ at, azimuth, tilt, hfov, vfov, range }));
      const seen: number[][] = cones.map(() => []);
      for (const cell of cells.near(at, range)) {
        const [x, y, z] = [cells.look[cell * 3]!, cells.look[cell * 3 + 1]!, cells.look[cell * 3 + 2]!];
        const inView = cones.map((cone) => isInView(cone, x, y, z));
        if (!inView.includes(true) || !isFree(space, at, x, y, z, near)) continue;
        for (let i = 0; i < cones.length; i++) if (inView[i]) seen[i]!.push(cell);
      }
      headings.forEach((azimuth, i) => {
        const list = Int32Array.from(seen[i]!);
        const places = new Set<number>();
        for (const cell of list) for (const place of placesAt.get(cell) ?? []) places.add(place);
        found.push({
          edge: index,
          along,
          view: { at, azimuth, tilt, hfov, vfov, range },
          cells: list,
          places: [...places],
        });
      });
    }
  });
  return found;
}
