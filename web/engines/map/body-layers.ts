import type { Layer } from '@deck.gl/core';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { PATTERN_MARKS } from '../../ledger/corroboration-look.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { SceneBody } from '../county-view.ts';
import { DashExtension, HatchExtension, type Hatched } from './hatch-extension.ts';
import { type Point3, rgba } from './scene-colours.ts';

const ALPHA = {
  sure: 150,
  /** Of the stripes: between them little is left. */
  doubtful: 175,
  hull: 26,
  sheet: 90,
  doubtfulSheet: 140,
  picked: 60,
  pickedHull: 14,
} as const;
/** Rights and aquifers are hulls: one sees what is in them. */
const isHull = ({ kind }: SceneBody): boolean => kind === 'right' || kind === 'aquifer';
/** A hull is glass and has no room for stripes: its edges are dashed. */
const markOf = (body: SceneBody): number => (body.doubtful ? PATTERN_MARKS.inferred : PATTERN_MARKS.proven);
const hatchOf = (body: SceneBody): number => (isHull(body) ? PATTERN_MARKS.proven : markOf(body));
const HATCHED = [new HatchExtension()];
const DASHED = [new DashExtension()];
const alphaOf = (body: SceneBody): number =>
  (isHull(body) ? ALPHA.hull : body.doubtful ? ALPHA.doubtful : ALPHA.sure) +
  (body.isPicked ? (isHull(body) ? ALPHA.pickedHull : ALPHA.picked) : 0);

interface Prism extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'prism' }>;
}
interface Tube extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'line' }>;
}
interface Faces extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'faces' }>;
}
interface Edge {
  readonly body: SceneBody;
  readonly path: readonly (readonly [number, number, number])[];
}

const edgesOf = (body: Prism): Edge[] => {
  const { rings, bottom, top } = body.shape;
  const walls = (rings[0] ?? []).slice(0, -1);
  return [
    ...rings.flatMap((ring) =>
      [bottom, top].map((z) => ({ body, path: ring.map(([x, y]) => [x, y, z] as const) })),
    ),
    ...walls.map(([x, y]) => ({
      body,
      path: [
        [x, y, bottom],
        [x, y, top],
      ] as const,
    })),
  ];
};

/**
 * Bodies, hulls before what may lie in them. A hull writes no depth, so that what is in it is drawn and hit through it, and alone
 * it is hit itself.
 */
export const bodyLayers = (bodies: readonly SceneBody[], level: number, colours: CountyColours): Layer[] => {
  const prisms = bodies.filter((body): body is Prism => body.shape.type === 'prism');
  const tubes = bodies.filter((body): body is Tube => body.shape.type === 'line');
  const faces = bodies.filter((body): body is Faces => body.shape.type === 'faces');
  const colourOf = ({ kind, isPicked }: SceneBody): string =>
    isPicked ? colours.picked : colours.kind[kind];
  const fill = (body: SceneBody) => rgba(colours.kind[body.kind], alphaOf(body));
  const edge = (body: SceneBody) => rgba(colourOf(body));
  const width = (body: SceneBody): number => (body.isPicked ? 3 : isHull(body) ? 1 : 1.4);
  const flatFaces = faces.flatMap((body) => body.shape.faces.map((face) => ({ body, face })));
  const lower = ([x, y, z]: readonly [number, number, number]): Point3 => [x, y, z - level];
  const extruded = (id: string, data: readonly Prism[], isGlass: boolean) =>
    new SolidPolygonLayer<Prism, Hatched<Prism>>({
      id,
      data,
      pickable: true,
      extruded: true,
      getPolygon: ({ shape }) =>
        shape.rings.map((ring) => ring.map(([x, y]): Point3 => [x, y, shape.bottom - level])) as never,
      getElevation: ({ shape }) => shape.top - shape.bottom,
      getFillColor: fill,
      getHatch: hatchOf,
      extensions: HATCHED,
      parameters: isGlass ? { depthWriteEnabled: false } : {},
      updateTriggers: { getPolygon: level, getFillColor: colours },
    });
  const outlined = (id: string, data: readonly Edge[]) =>
    new PathLayer<Edge, Hatched<Edge>>({
      id,
      data,
      pickable: true,
      getPath: ({ path }) => path.map(lower) as never,
      getColor: ({ body }) => edge(body),
      getWidth: ({ body }) => width(body),
      widthUnits: 'pixels',
      billboard: true,
      getHatch: ({ body }) => markOf(body),
      extensions: DASHED,
      updateTriggers: { getPath: level, getColor: colours },
    });
  const hulls = prisms.filter(isHull);
  const solids = prisms.filter((body) => !isHull(body));
  return [
    extruded('scene-hulls', hulls, true),
    outlined('scene-hull-edges', hulls.flatMap(edgesOf)),
    extruded('scene-prisms', solids, false),
    new SolidPolygonLayer<(typeof flatFaces)[number], Hatched<(typeof flatFaces)[number]>>({
      id: 'scene-faces',
      data: flatFaces,
      pickable: true,
      _full3d: true,
      getPolygon: ({ face }) => face.map(lower) as never,
      getFillColor: ({ body }) =>
        rgba(
          colours.kind[body.kind],
          Math.min(
            255,
            (body.doubtful ? ALPHA.doubtfulSheet : ALPHA.sheet) + (body.isPicked ? ALPHA.picked : 0),
          ),
        ),
      getHatch: ({ body }) => markOf(body),
      extensions: HATCHED,
      updateTriggers: { getPolygon: level, getFillColor: colours },
    }),
    outlined('scene-edges', [
      ...solids.flatMap(edgesOf),
      // a sheet has an outline only where it is chosen: the trace on the map is that of all others
      ...flatFaces.flatMap(({ body, face }) =>
        body.isPicked && face[0] ? [{ body, path: [...face, face[0]] }] : [],
      ),
    ]),
    new PathLayer<Tube, Hatched<Tube>>({
      id: 'scene-tubes',
      data: tubes,
      pickable: true,
      getPath: ({ shape }) => shape.line.map(lower) as never,
      getColor: edge,
      getWidth: ({ shape }) => Math.max(1, shape.radius * 2),
      widthUnits: 'meters',
      widthMinPixels: 1.6,
      jointRounded: true,
      capRounded: true,
      billboard: true,
      getHatch: markOf,
      extensions: DASHED,
      updateTriggers: { getPath: level, getColor: colours },
    }),
  ];
};
