import type { Layer } from '@deck.gl/core';
import { LineLayer, PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { CORROBORATION_LOOKS, PATTERN_MARKS } from '../../ledger/corroboration-look.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { CountyLook, SceneHazard } from '../county-view.ts';
import { DashExtension, type Hatched } from './hatch-extension.ts';
import { noDepthLayer } from './no-depth-layer.ts';
import { type Point3, type Rgba, rgba, SCENE_FONT } from './scene-colours.ts';
import { type Solid, solidLayers } from './solid-layers.ts';

/** A sheet is large and hides much. */
const ALPHA = { fill: 190, sheet: 110, line: 255, plumb: 120 } as const;
/** What is closed out is history, faint as on the flat map. */
const CLOSED = 0.3;
const DASHED = [new DashExtension()];

/** A hazard drawn at a point: what is known of it is a height, or two. */
interface Mark {
  readonly body: SceneHazard;
  readonly bottom: number;
  readonly top: number;
}

/**
 * The ledger's hazards in depth, hatched and coloured by how well each is known, as on the flat map. One whose heights nobody knows
 * is at no depth: it stays on the sheet and says so.
 */
export const hazardBodyLayers = (
  hazards: readonly SceneHazard[],
  level: number,
  colours: CountyColours,
  look: Pick<CountyLook, 'theme'>,
): Layer[] => {
  const tone = ({ corroboration, isClosed }: SceneHazard, alpha: number): Rgba =>
    rgba(CORROBORATION_LOOKS[corroboration].colour[look.theme], alpha * (isClosed ? CLOSED : 1));
  const edge = (body: SceneHazard): Rgba => (body.isPicked ? rgba(colours.picked) : tone(body, ALPHA.line));
  const mark = ({ corroboration }: SceneHazard): number => PATTERN_MARKS[corroboration];
  const solids = hazards.flatMap((body): Solid[] =>
    body.shape === null || body.shape.type === 'mark'
      ? []
      : [
          {
            ...{ shape: body.shape, thing: body.thing, hasFaceEdges: true },
            ...{
              fill: tone(body, body.shape.type === 'faces' ? ALPHA.sheet : ALPHA.fill),
              edge: edge(body),
              width: body.isPicked ? 3.4 : 1.8,
            },
            ...{
              fillMark: mark(body),
              edgeMark: body.unknown === null ? mark(body) : PATTERN_MARKS.inferred,
            },
          },
        ],
  );
  const marks = hazards.flatMap((body): Mark[] =>
    body.shape?.type === 'mark' ? [{ body, bottom: body.shape.bottom, top: body.shape.top }] : [],
  );
  const ends = marks.flatMap(({ body, bottom, top }) =>
    [...new Set([top, bottom])].map((height) => ({ body, height })),
  );
  const plumbs = hazards.flatMap((body) => (body.highest === null ? [] : [{ body, highest: body.highest }]));
  const isAtNoDepth = ({ shape, isPicked }: SceneHazard): boolean => shape === null && !isPicked;
  const words = hazards.filter((body) => body.unknown !== null && !isAtNoDepth(body));
  const on = ([x, y]: SceneHazard['at'], height: number): Point3 => [x, y, height - level];
  return [
    ...solidLayers('scene-hazards', solids, level),
    new LineLayer<(typeof plumbs)[number]>({
      id: 'scene-hazard-plumbs',
      data: plumbs,
      getSourcePosition: ({ body: { at } }) => [...at, 0],
      getTargetPosition: ({ body: { at }, highest }) => on(at, highest),
      getColor: ({ body }) => tone(body, ALPHA.plumb),
      getWidth: 1,
    }),
    new PathLayer<Mark, Hatched<Mark>>({
      id: 'scene-hazard-spans',
      data: marks.filter(({ bottom, top }) => bottom < top),
      pickable: true,
      getPath: ({ body: { at }, bottom, top }) => [on(at, top), on(at, bottom)] as never,
      getColor: ({ body }) => edge(body),
      getWidth: 4,
      widthUnits: 'pixels',
      billboard: true,
      getHatch: ({ body }) => mark(body),
      extensions: DASHED,
    }),
    new ScatterplotLayer<(typeof ends)[number]>({
      id: 'scene-hazard-marks',
      data: ends,
      pickable: true,
      getPosition: ({ body: { at }, height }) => on(at, height),
      getRadius: 6,
      radiusUnits: 'pixels',
      billboard: true,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 2,
      // full: proven; a ring: not, as the dots of the flat map
      getFillColor: ({ body }) =>
        body.corroboration === 'proven' ? tone(body, ALPHA.line) : rgba(colours.sign),
      getLineColor: ({ body }) => edge(body),
    }),
    noDepthLayer<SceneHazard>(colours, {
      id: 'scene-hazard-no-depth',
      data: hazards.filter(isAtNoDepth),
      getColor: edge,
      getPixelOffset: [0, 8],
    }),
    new TextLayer<SceneHazard>({
      id: 'scene-hazard-unknown',
      pickable: true,
      data: words,
      characterSet: 'auto',
      getText: ({ unknown: text }) => text ?? '',
      getPosition: ({ at, highest }) => (highest === null ? [...at, 0] : on(at, highest)),
      getSize: 11,
      fontFamily: SCENE_FONT,
      getColor: ({ isClosed }) => rgba(isClosed ? colours.quietText : colours.text),
      background: true,
      getBackgroundColor: rgba(colours.halo, 225),
      backgroundPadding: [4, 2],
      getBorderColor: (body) => edge(body),
      getBorderWidth: 1,
      getPixelOffset: [0, 17],
      parameters: { depthCompare: 'always' },
    }),
    // of nothing the background of a label would be drawn all the same
  ].filter(({ props }) => (props.data as readonly unknown[]).length > 0);
};
