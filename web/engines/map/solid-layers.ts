import type { Layer } from '@deck.gl/core';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { SceneBody, SceneThing } from '../county-view.ts';
import { DashExtension, HatchExtension, type Hatched } from './hatch-extension.ts';
import type { Point3, Rgba } from './scene-colours.ts';

/** A shape of the scene with how it is drawn. */
export interface Solid<S extends SceneBody['shape'] = SceneBody['shape']> {
  readonly shape: S;
  readonly thing: SceneThing;
  readonly fill: Rgba;
  readonly edge: Rgba;
  /** Of its edges, CSS pixels. */
  readonly width: number;
  /** A sheet without: the trace on the map is that of all. */
  readonly hasFaceEdges: boolean;
  /** Of hazard-pattern.glsl: what fills it, and whether its edges are dashed. */
  readonly fillMark: number;
  readonly edgeMark: number;
}

type Prism = Solid<Extract<SceneBody['shape'], { type: 'prism' }>>;
type Tube = Solid<Extract<SceneBody['shape'], { type: 'line' }>>;
type Faces = Solid<Extract<SceneBody['shape'], { type: 'faces' }>>;
const isOf =
  <S extends Solid>(type: S['shape']['type']) =>
  (solid: Solid): solid is S =>
    solid.shape.type === type;

type Position3 = readonly [number, number, number];
interface Edge {
  readonly body: Solid;
  readonly path: readonly Position3[];
}
interface Face {
  readonly body: Solid;
  readonly face: readonly Position3[];
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

const HATCHED = [new HatchExtension()];
const DASHED = [new DashExtension()];

/**
 * Shapes, metres of height lowered by the sheet's level. Glass writes no depth, so that what is in it is drawn and hit through it, and
 * alone it is hit itself.
 */
export const solidLayers = (
  name: string,
  solids: readonly Solid[],
  level: number,
  isGlass = false,
): Layer[] => {
  const prisms = solids.filter(isOf<Prism>('prism'));
  const tubes = solids.filter(isOf<Tube>('line'));
  const faces = solids
    .filter(isOf<Faces>('faces'))
    .flatMap((body) => body.shape.faces.map((face): Face => ({ body, face })));
  const lower = ([x, y, z]: Position3): Point3 => [x, y, z - level];
  const edges = [
    ...prisms.flatMap(edgesOf),
    ...faces.flatMap(({ body, face }): Edge[] =>
      body.hasFaceEdges && face[0] ? [{ body, path: [...face, face[0]] }] : [],
    ),
  ];
  const layers = [
    prisms.length > 0 &&
      new SolidPolygonLayer<Prism, Hatched<Prism>>({
        id: `${name}-prisms`,
        data: prisms,
        pickable: true,
        extruded: true,
        getPolygon: ({ shape }) =>
          shape.rings.map((ring) => ring.map(([x, y]): Point3 => [x, y, shape.bottom - level])) as never,
        getElevation: ({ shape }) => shape.top - shape.bottom,
        getFillColor: ({ fill }) => fill,
        getHatch: ({ fillMark }) => fillMark,
        extensions: HATCHED,
        parameters: isGlass ? { depthWriteEnabled: false } : {},
      }),
    faces.length > 0 &&
      new SolidPolygonLayer<Face, Hatched<Face>>({
        id: `${name}-faces`,
        data: faces,
        pickable: true,
        _full3d: true,
        getPolygon: ({ face }) => face.map(lower) as never,
        getFillColor: ({ body }) => body.fill,
        getHatch: ({ body }) => body.fillMark,
        extensions: HATCHED,
      }),
    edges.length > 0 &&
      new PathLayer<Edge, Hatched<Edge>>({
        id: `${name}-edges`,
        data: edges,
        pickable: true,
        getPath: ({ path }) => path.map(lower) as never,
        getColor: ({ body }) => body.edge,
        getWidth: ({ body }) => body.width,
        widthUnits: 'pixels',
        // Facing the map's sheet upright edges would have no width.
        billboard: true,
        getHatch: ({ body }) => body.edgeMark,
        extensions: DASHED,
      }),
    tubes.length > 0 &&
      new PathLayer<Tube, Hatched<Tube>>({
        id: `${name}-tubes`,
        data: tubes,
        pickable: true,
        getPath: ({ shape }) => shape.line.map(lower) as never,
        getColor: ({ edge }) => edge,
        getWidth: ({ shape }) => Math.max(1, shape.radius * 2),
        widthUnits: 'meters',
        widthMinPixels: 1.6,
        jointRounded: true,
        capRounded: true,
        billboard: true,
        getHatch: ({ edgeMark }) => edgeMark,
        extensions: DASHED,
      }),
  ];
  return layers.filter((layer) => layer !== false);
};
