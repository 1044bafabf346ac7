import type { Layer } from '@deck.gl/core';
import { Tile3DLayer } from '@deck.gl/geo-layers';
import { LineLayer, PathLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers';
import { COUNTY_COLOURS, type CountyColours } from '../../theme/county-colours.ts';
import type { CountyLook, CountyScene, SceneBody, SceneProof, SceneTileset } from '../county-view.ts';
import { ColouredSceneLayer } from './coloured-scene.ts';

type Rgba = [number, number, number, number];
type Point3 = [number, number, number];

export const rgba = (colour: string, alpha = 255): Rgba => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
  alpha,
];

const colourOf = ({ kind }: SceneBody, colours: CountyColours): string =>
  kind === 'zone' ? colours.risk.larger : colours.kind[kind];

const ALPHA = { sure: 150, doubtful: 45, hull: 26 } as const;
/** Rights, zones and aquifers are hulls: one sees what is in them. */
const alphaOf = ({ kind, doubtful }: SceneBody): number =>
  kind === 'right' || kind === 'zone' || kind === 'aquifer'
    ? ALPHA.hull
    : doubtful
      ? ALPHA.doubtful
      : ALPHA.sure;

interface Prism extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'prism' }>;
}
interface Tube extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'line' }>;
}
interface Faces extends SceneBody {
  readonly shape: Extract<SceneBody['shape'], { type: 'faces' }>;
}

const bodyLayers = (bodies: readonly SceneBody[], level: number, colours: CountyColours): Layer[] => {
  const prisms = bodies.filter((body): body is Prism => body.shape.type === 'prism');
  const tubes = bodies.filter((body): body is Tube => body.shape.type === 'line');
  const faces = bodies.filter((body): body is Faces => body.shape.type === 'faces');
  const fill = (body: SceneBody) => rgba(colourOf(body, colours), alphaOf(body));
  const edge = (body: SceneBody) => rgba(colourOf(body, colours), body.doubtful ? 150 : 255);
  const flatFaces = faces.flatMap((body) => body.shape.faces.map((face) => ({ body, face })));
  const edges = prisms.flatMap((body) => {
    const { rings, bottom, top } = body.shape;
    const outer = rings[0] ?? [];
    return [
      ...rings.flatMap((ring) =>
        [bottom, top].map((z) => ({ body, path: ring.map(([x, y]): Point3 => [x, y, z - level]) })),
      ),
      ...outer.slice(0, -1).map(([x, y]) => ({
        body,
        path: [
          [x, y, bottom - level],
          [x, y, top - level],
        ] as Point3[],
      })),
    ];
  });
  return [
    new SolidPolygonLayer<Prism>({
      id: 'scene-prisms',
      data: prisms,
      extruded: true,
      getPolygon: ({ shape }) =>
        shape.rings.map((ring) => ring.map(([x, y]): Point3 => [x, y, shape.bottom - level])) as never,
      getElevation: ({ shape }) => shape.top - shape.bottom,
      getFillColor: fill,
      updateTriggers: { getPolygon: level, getFillColor: colours },
    }),
    new SolidPolygonLayer<(typeof flatFaces)[number]>({
      id: 'scene-faces',
      data: flatFaces,
      _full3d: true,
      getPolygon: ({ face }) => face.map(([x, y, z]): Point3 => [x, y, z - level]) as never,
      getFillColor: ({ body }) => rgba(colourOf(body, colours), body.doubtful ? 40 : 90),
      updateTriggers: { getPolygon: level, getFillColor: colours },
    }),
    new PathLayer<(typeof edges)[number]>({
      id: 'scene-edges',
      data: edges,
      getPath: ({ path }) => path as never,
      getColor: ({ body }) => edge(body),
      getWidth: ({ body }) => (body.doubtful ? 0.8 : 1.4),
      widthUnits: 'pixels',
      updateTriggers: { getPath: level, getColor: colours },
    }),
    new PathLayer<Tube>({
      id: 'scene-tubes',
      data: tubes,
      getPath: ({ shape }) => shape.line.map(([x, y, z]): Point3 => [x, y, z - level]) as never,
      getColor: edge,
      getWidth: ({ shape }) => Math.max(1, shape.radius * 2),
      widthUnits: 'meters',
      widthMinPixels: 1.6,
      jointRounded: true,
      capRounded: true,
      billboard: true,
      updateTriggers: { getPath: level, getColor: colours },
    }),
  ];
};

const proofLayers = (proofs: readonly SceneProof[], level: number, colours: CountyColours): Layer[] => {
  const at = ([x, y, z]: SceneProof['from']): Point3 => [x, y, z - level];
  const ends = proofs.flatMap(({ from, to, certain }) => [
    { point: from, certain },
    { point: to, certain },
  ]);
  return [
    // plumb lines: without them nobody can tell where on the sheet a point lies
    new LineLayer<(typeof ends)[number]>({
      id: 'scene-plumbs',
      data: ends,
      getSourcePosition: ({ point }) => at(point),
      getTargetPosition: ({ point: [x, y] }) => [x, y, 0],
      getColor: rgba(colours.quietText, 150),
      getWidth: 1,
      updateTriggers: { getSourcePosition: level, getColor: colours },
    }),
    new LineLayer<SceneProof>({
      id: 'scene-proofs',
      data: proofs,
      getSourcePosition: ({ from }) => at(from),
      getTargetPosition: ({ to }) => at(to),
      getColor: rgba(colours.text),
      getWidth: ({ certain }) => (certain ? 4 : 2.5),
      parameters: { depthCompare: 'always' },
      updateTriggers: { getSourcePosition: level, getTargetPosition: level, getColor: colours },
    }),
    new ScatterplotLayer<(typeof ends)[number]>({
      id: 'scene-ends',
      data: ends,
      getPosition: ({ point }) => at(point),
      getRadius: 5,
      radiusUnits: 'pixels',
      billboard: true,
      stroked: true,
      getFillColor: ({ certain }) => rgba(certain ? colours.text : colours.halo),
      getLineColor: rgba(colours.text),
      lineWidthUnits: 'pixels',
      getLineWidth: 2,
      parameters: { depthCompare: 'always' },
      updateTriggers: { getPosition: level, getFillColor: colours, getLineColor: colours },
    }),
    new TextLayer<SceneProof>({
      id: 'scene-labels',
      data: proofs,
      characterSet: 'auto',
      getText: ({ label }) => label,
      getPosition: ({ from, to }) =>
        at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2]),
      getSize: 14,
      fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
      fontWeight: 700,
      getColor: rgba(colours.text),
      background: true,
      getBackgroundColor: rgba(colours.halo, 235),
      backgroundPadding: [6, 3],
      getPixelOffset: [0, -18],
      parameters: { depthCompare: 'always' },
      updateTriggers: { getPosition: level, getColor: colours, getBackgroundColor: colours },
    }),
  ];
};

/** How far a tileset's ellipsoidal heights are let down so that it stands on the same sheet: its datum's separation and the level. */
export const loweredBy = (level: number, geoidSeparation: number): number => level + geoidSeparation;

const tilesetLayer = (
  { id, url, geoidSeparation }: SceneTileset,
  level: number,
  onFailure: (detail: string) => void,
): Layer =>
  new Tile3DLayer({
    id: `scene-tileset-${id}`,
    data: url,
    _subLayerProps: { scenegraph: { type: ColouredSceneLayer } },
    // Our own origin only: without this the loaders would ask a CDN for their workers.
    loadOptions: {
      core: { worker: false },
      tileset: { throttleRequests: true, maximumScreenSpaceError: 16 },
    },
    onTileLoad: (tile) => {
      const origin = tile.content?.cartographicOrigin;
      if (origin) origin[2] -= loweredBy(level, geoidSeparation);
    },
    onTileError: (_tile, message) => onFailure(message),
  });

/** The layers of a scene, from what lies deepest in the picture's order to what must be read. */
export const sceneLayers = (
  { level, bodies, proofs, tilesets }: CountyScene,
  look: CountyLook,
  onFailure: (detail: string) => void,
): Layer[] => {
  const colours = COUNTY_COLOURS[look.theme];
  return [
    ...tilesets.map((one) => tilesetLayer(one, level, onFailure)),
    ...(bodies.length > 0 ? bodyLayers(bodies, level, colours) : []),
    ...(proofs.length > 0 ? proofLayers(proofs, level, colours) : []),
  ];
};
