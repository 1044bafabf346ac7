import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { BufferAttribute, BufferGeometry, Line3, Plane, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { type Catalog, catalogSchema } from '../../domain/contracts/catalog.ts';
import { bodiesSchema, geologySchema } from '../../domain/contracts/geology.ts';
import { holesSchema } from '../../domain/contracts/holes.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { invertRigid, multiply4 } from '../../domain/frame/matrix4.ts';
import type { GeologicalBody, GeologicalModel } from '../../domain/geology/geological-model.ts';
import { readBodies } from '../../domain/geology/read-bodies.ts';
import { readGeology } from '../../domain/geology/read-geology.ts';
import { curtainSection, type PlanPoint } from '../../domain/geology/section/curtain.ts';
import type { SectionBody } from '../../domain/geology/section/section.ts';
import { capMesh } from '../../domain/geology/slice/cap-mesh.ts';
import { type CutSubject, cutFaces } from '../../domain/geology/slice/cut-faces.ts';
import { type HoleInterval, readHoles } from '../../domain/geology/slice/cut-holes.ts';
import type { Slice } from '../../domain/geology/slice/slice.ts';
import { boundingBox, type TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { buildBundles, ROOT } from '../../e2e/app-server.ts';
import { TEST_BUNDLES } from '../../e2e/test-bundles.ts';
import { readRaster } from '../../tiles-pipeline/read/horizon-file.ts';
import { rockOfTile } from '../../web/mine/tools/slice/fetch-rock.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';
import { foldedModel } from './section-model.ts';

const MINE = 'qingshi-iron';
/** Half the length of a section, metres; over what is mined, in as many directions. */
const HALF = 1000;
const DIRECTIONS = 60;
const ROUNDS = 5;
/** Bodies within this of the middle are cut by the whole plane and by the 2 km of it alike, metres. */
const WHOLE_WITHIN = 900;

const line = (k: number): readonly [PlanPoint, PlanPoint] => {
  const angle = (k * Math.PI) / DIRECTIONS;
  const [e, n] = [HALF * Math.cos(angle), HALF * Math.sin(angle)];
  return [
    [-e, -n],
    [e, n],
  ];
};

/** CPU milliseconds of every piece of work but those of a first round, which warms up; others' work on the machine does not count. */
const times = (work: (k: number) => unknown): number[] => {
  const all: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (let k = 0; k < DIRECTIONS; k++) {
      const before = process.cpuUsage();
      work(k);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) all.push((user + system) / 1000);
    }
  return all;
};

const slowest = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)]!;

const bvhOf = ({ positions, indices }: TriangleMesh): MeshBVH => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setIndex(new BufferAttribute(indices.slice(), 1));
  return new MeshBVH(geometry);
};

/** The peer's own example of clipping edges: pieces of line in no order, to be drawn and not to be filled. */
const peerPieces = (tree: MeshBVH, plane: Plane): Float64Array => {
  const found: number[] = [];
  const [edge, at] = [new Line3(), new Vector3()];
  tree.shapecast({
    intersectsBounds: (box) => plane.intersectsBox(box),
    intersectsTriangle: ({ a, b, c }) => {
      let count = 0;
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        if (count === 2) break;
        if (plane.intersectLine(edge.set(from, to), at)) {
          found.push(at.x, at.y, at.z);
          count++;
        }
      }
      if (count === 1) found.length -= 3;
      return false;
    },
  });
  return Float64Array.from(found);
};

const lengthOf = ({ rings, lines }: SectionBody): number => {
  const along = (points: Float64Array, closed: boolean): number => {
    let sum = 0;
    const count = points.length / 2;
    for (let i = closed ? 0 : 1; i < count; i++) {
      const j = (i + count - 1) % count;
      sum += Math.hypot(points[i * 2]! - points[j * 2]!, points[i * 2 + 1]! - points[j * 2 + 1]!);
    }
    return sum;
  };
  return (
    rings.reduce((sum, ring) => sum + along(ring, true), 0) +
    lines.reduce((sum, one) => sum + along(one, false), 0)
  );
};

const piecesLength = (points: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i + 5 < points.length; i += 6)
    sum += Math.hypot(
      points[i + 3]! - points[i]!,
      points[i + 4]! - points[i + 1]!,
      points[i + 5]! - points[i + 2]!,
    );
  return sum;
};

interface DemoMine {
  readonly catalog: Catalog;
  readonly bodies: GeologicalBody[];
  readonly holes: HoleInterval[];
  readonly rock: TriangleMesh;
  /** As modelled from its logs. */
  readonly model: GeologicalModel;
}

const readMine = async (): Promise<DemoMine> => {
  buildBundles([join(ROOT, 'data', MINE, 'mine.yaml')]);
  const folder = join(TEST_BUNDLES, MINE);
  const json = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, path), 'utf8'));
  const catalog = catalogSchema.parse(await json('catalog.json'));
  const list = bodiesSchema.parse(await json(catalog.bodies!.file));
  const bytes = await readFile(join(folder, list.file));
  const bodies = readBodies(list, new Uint8Array(bytes).buffer);
  const tileset = (await json(catalog.layers.find(({ kind }) => kind === 'terrain')!.tileset)) as {
    root: { transform: number[]; content: { uri: string } };
  };
  const tile = new Uint8Array(await readFile(join(folder, 'terrain', tileset.root.content.uri)));
  const tileToEnu = multiply4(invertRigid(catalog.frame.enuToEcef), tileset.root.transform);
  const holes = readHoles(holesSchema.parse(await json(catalog.holes!.file)));
  const geology = geologySchema.parse(await json(catalog.geology!.file));
  const own = await readGeology(geology, frameOfCatalog(catalog), (path) => readRaster(join(folder, path)));
  if (!own) throw new Error('the demo mine has no model of its strata');
  return {
    catalog,
    bodies,
    holes,
    model: own,
    rock: await rockOfTile(tile, tileToEnu, Math.floor(catalog.extent.min[2])),
  };
};

/** What a dragging hand asks for in each picture: a 2 km section of the demo mine, and the filled cap of a slice. */
export const section: Bench = {
  name: 'section',
  about: `sections of the demo mine 2 km long in ${DIRECTIONS} directions, one thread, CPU of the process, median of ${ROUNDS} rounds`,
  async run(note) {
    const { catalog, bodies, holes, rock, model: own } = await readMine();
    const triangles = bodies.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
    note({
      bodies: `${bodies.length} bodies of ${triangles} triangles; ${holes.length} intervals of boreholes; rock of ${rock.indices.length / 3}`,
    });
    const trees = bodies.map(({ mesh }) => bvhOf(mesh));
    const planes = Array.from({ length: DIRECTIONS }, (_, k) => {
      const [, [e, n]] = line(k);
      return new Plane(new Vector3(n / HALF, -e / HALF, 0), 0);
    });
    const model = foldedModel();
    const { min, max } = catalog.extent;
    const subject = (of: GeologicalModel | null): CutSubject => ({
      extent: { min: [...min], max: [...max] },
      model: of,
      bodies,
      holes,
      rock,
    });
    const cap = (of: GeologicalModel | null, slice: (k: number) => Slice) => {
      const cut = subject(of);
      return times((k) => capMesh(cutFaces(slice(k), cut), cut, 'dark', 5));
    };
    const curtain = (k: number): Slice => ({ kind: 'line', line: line(k), flipped: false });
    const ours = times((k) => curtainSection(line(k), null, bodies));
    const peer = times((k) => trees.map((tree) => peerPieces(tree, planes[k]!)));
    const modelled = times((k) => curtainSection(line(k), model, bodies));
    const filled = cap(null, curtain);
    const filledModel = cap(model, curtain);
    const filledOwn = cap(own, curtain);
    const level = cap(null, (k) => ({ kind: 'level', up: -250 + k * 5, flipped: false }));
    const box = cap(null, (k) => ({
      kind: 'box',
      centre: [0, 0],
      azimuth: k * 3,
      length: 500,
      width: 400,
      low: -250,
      high: 100,
      flipped: false,
    }));
    const whole = bodies.flatMap(({ mesh }, body) => {
      const box3 = boundingBox(mesh);
      return Math.max(...[...box3.min, ...box3.max].map(Math.abs)) * Math.SQRT2 < WHOLE_WITHIN ? [body] : [];
    });
    const off = Math.max(
      ...planes.map((plane, k) => {
        const met = curtainSection(line(k), null, bodies).bodies.filter(({ body }) => whole.includes(body));
        const length = met.reduce((sum, one) => sum + lengthOf(one), 0);
        const peerLength = whole.reduce(
          (sum, body) => sum + piecesLength(peerPieces(trees[body]!, plane)),
          0,
        );
        return Math.abs(length - peerLength) / length;
      }),
    );
    const figures: Figure[] = [
      figure('section', 'bodies cut into closed outlines', 'ms', median(ours), {
        value: median(peer),
        name: 'three-mesh-bvh 0.9, loose pieces of line',
      }),
      figure('section', 'the slowest twentieth of them', 'ms', slowest(ours), {
        value: slowest(peer),
        name: 'three-mesh-bvh 0.9, loose pieces of line',
      }),
      figure('section', 'filled cap, rock unknown: cut and triangles', 'ms', median(filled)),
      figure('section', 'the slowest twentieth of filled caps', 'ms', slowest(filled)),
      figure('section', 'bodies and a made-up model (6 units, 2 faults, 20 m)', 'ms', median(modelled)),
      figure('section', 'filled cap with that model', 'ms', median(filledModel)),
      figure('section', "filled cap with the demo's own model", 'ms', median(filledOwn)),
      figure('section', 'the slowest twentieth of these', 'ms', slowest(filledOwn)),
      figure('section', 'filled cap of a level, 4 × 4 km', 'ms', median(level)),
      figure('section', 'filled caps of a box, six faces', 'ms', median(box)),
      figure(
        'section',
        `largest difference of outlines to the peer's (${whole.length} bodies)`,
        'share',
        off,
      ),
    ];
    return figures;
  },
};
