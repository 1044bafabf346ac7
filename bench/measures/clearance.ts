import { BufferAttribute, BufferGeometry, Matrix4 } from 'three';
import { type HitPointInfo, MeshBVH } from 'three-mesh-bvh';
import { type Body, meshBody } from '../../domain/clearance/body.ts';
import { nearestOfFlat, nothingNearer } from '../../domain/clearance/flat-distance.ts';
import { createHeading, type Heading } from '../../domain/clearance/heading.ts';
import { chainagesWithin, leastDistance } from '../../domain/clearance/heading-clearance.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { sweepTube } from '../../domain/geometry/tube.ts';
import { crossSection } from '../../domain/workings/cross-section.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';

const RUNS = 3;
const HEADINGS = 1000;
const GOAFS = 100;
/** Triangles of a goaf: 2 · turns · sides. */
const TURNS = 25;
const SIDES = 20;
/** Metres; a pillar, a probing line and something beyond. */
const DISTANCES = [20, 40, 60];
/** Headings compared with every triangle one by one. */
const SAMPLE = 5;

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Rough-walled rings all over 2 × 2 km and 300 m of height. */
const goafs = (): TriangleMesh => {
  const next = numbers(1);
  const positions: number[] = [];
  const indices: number[] = [];
  for (let goaf = 0; goaf < GOAFS; goaf++) {
    const start = positions.length / 3;
    const [x, y, z, major] = [next() * 2000, next() * 2000, next() * -300, 15 + next() * 35];
    for (let i = 0; i < TURNS; i++)
      for (let j = 0; j < SIDES; j++) {
        const [a, b] = [(2 * Math.PI * i) / TURNS, (2 * Math.PI * j) / SIDES];
        const minor = 6 + 3 * next();
        const r = major + minor * Math.cos(b);
        positions.push(x + r * Math.cos(a), y + r * Math.sin(a), z + minor * Math.sin(b));
        const at = (p: number, q: number): number => start + (p % TURNS) * SIDES + (q % SIDES);
        indices.push(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i, j + 1));
      }
  }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};

const SECTION = crossSection('arch', 4.2, 3.8, 'floor');

const lines = (): Vec3[][] => {
  const next = numbers(2);
  return Array.from({ length: HEADINGS }, () => {
    const line: Vec3[] = [[next() * 2000, next() * 2000, next() * -300]];
    let azimuth = next() * 2 * Math.PI;
    for (let piece = 0; piece < 4; piece++) {
      const [x, y, z] = line.at(-1)!;
      line.push([x + 40 * Math.cos(azimuth), y + 40 * Math.sin(azimuth), z - 2]);
      azimuth += (next() - 0.5) * 1.2;
    }
    return line;
  });
};

/** CPU seconds of a piece of work; other people's work on the machine does not count. */
const cpu = <T>(work: () => T): { seconds: number; result: T } => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
};

const geometryOf = ({ positions, indices }: TriangleMesh): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setIndex(new BufferAttribute(indices.slice(), 1));
  return geometry;
};

/** The peer has no heading and no chainage: it gets the tube of each heading as a mesh. */
const peerDistances = (mesh: TriangleMesh, tubes: readonly TriangleMesh[]): number[] => {
  const tree = new MeshBVH(geometryOf(mesh));
  const unmoved = new Matrix4();
  const [here, there] = [{} as HitPointInfo, {} as HitPointInfo];
  return tubes.map((tube) => {
    const geometry = geometryOf(tube);
    geometry.boundsTree = new MeshBVH(geometry);
    return tree.closestPointToGeometry(geometry, unmoved, here, there)?.distance ?? 0;
  });
};

const bruteDistance = (mesh: TriangleMesh, tube: TriangleMesh): number => {
  const corners = ({ positions, indices }: TriangleMesh): Float64Array =>
    Float64Array.from([...indices].flatMap((i) => [...positions.subarray(i * 3, i * 3 + 3)]));
  const [a, b] = [corners(tube), corners(mesh)];
  const pair = nothingNearer();
  for (let i = 0; i < a.length; i += 9)
    for (let j = 0; j < b.length; j += 9) nearestOfFlat(a, i, 3, b, j, 3, pair);
  return Math.sqrt(pair.square);
};

/** How near 1 000 planned headings come to 100 000 triangles of goaf, and where they enter and leave a distance. */
export const clearance: Bench = {
  name: 'clearance',
  about: `${HEADINGS} headings × ${(GOAFS * TURNS * SIDES * 2) / 1000}k triangles, CPU of the main thread, median of ${RUNS}`,
  async run() {
    const mesh = goafs();
    const planned = lines();
    const runs = Array.from({ length: RUNS }, () => {
      const built = cpu((): { body: Body; headings: Heading[] } => ({
        body: meshBody(mesh, true),
        headings: planned.map((line) => createHeading(line, SECTION)),
      }));
      const { body, headings } = built.result;
      const least = cpu(() => headings.map((heading) => leastDistance(heading, body)!.distance));
      const along = cpu(() =>
        headings.map((heading) => DISTANCES.map((distance) => chainagesWithin(heading, body, distance))),
      );
      return { built, least, along };
    });
    const tubes = planned.map((line) =>
      sweepTube(
        line.map((p) => enu(...p)),
        SECTION,
        { frame: 'upright' },
      ),
    );
    const peers = Array.from({ length: RUNS }, () => cpu(() => peerDistances(mesh, tubes)));
    const ours = runs[0].least.result;
    const brute = cpu(() => tubes.slice(0, SAMPLE).map((tube) => bruteDistance(mesh, tube)));
    const off = Math.max(
      // Where a heading runs through a goaf both say 0; inside one the surfaces alone would say more.
      ...brute.result.map((distance, i) => (ours[i] === 0 ? 0 : Math.abs(distance - ours[i]))),
    );
    const peer = (value: number) => ({ value, name: 'three-mesh-bvh 0.9' });
    const seconds = (part: 'built' | 'least' | 'along') => median(runs.map((run) => run[part].seconds));
    const stretches = runs[0].along.result.flat(2).length;
    const figures: Figure[] = [
      figure('clearance', 'trees and headings', 's', seconds('built')),
      figure('clearance', 'least distance of each heading, its points and chainage', 's', seconds('least')),
      figure('clearance', `chainages of ${DISTANCES.length} distances, exact`, 's', seconds('along')),
      figure(
        'clearance',
        'all of it',
        's',
        median(runs.map((r) => r.built.seconds + r.least.seconds + r.along.seconds)),
      ),
      figure(
        'clearance',
        'tree and least distances only',
        's',
        seconds('built') + seconds('least'),
        peer(median(peers.map((p) => p.seconds))),
      ),
      figure('clearance', 'stretches found', 'count', stretches),
      figure('clearance', `largest difference to every pair of triangles (${SAMPLE} headings)`, 'm', off),
      figure(
        'clearance',
        'largest difference to the peer (float32)',
        'm',
        Math.max(...ours.map((d, i) => (d === 0 ? 0 : Math.abs(d - peers[0].result[i])))),
      ),
      figure(
        'clearance',
        `every pair of triangles, one heading (mean of ${SAMPLE})`,
        's',
        brute.seconds / SAMPLE,
      ),
    ];
    return figures;
  },
};
