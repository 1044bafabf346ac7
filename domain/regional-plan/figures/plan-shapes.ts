import type { CountyFeature } from '../../contracts/county.ts';
import type { DrawingLayer, Shape, XY } from '../../drawing/drawing.ts';
import { type PaperScale, symbolAt } from '../../drawing/paper-scale.ts';
import type { CountyGrid } from './county-grid.ts';
import { middleOf } from './county-grid.ts';
import { layer } from './county-map.ts';
import { positionsOf } from './drawn-hazards.ts';
import { DOUBTED_PROOF, FEATURE_LOOKS, faultLook, lookOf, PROOF_LOOK, SHAFT_SYMBOL } from './figure-looks.ts';
import type { RightField } from './right-shapes.ts';

/** Kinds from the ground of a map to its top. */
export const DRAWING_ORDER: readonly CountyFeature['kind'][] = [
  'aquifer',
  'orebody',
  'goaf',
  'working',
  'fault',
  'closed-shaft',
];
export const byDrawingOrder = (a: CountyFeature, b: CountyFeature): number =>
  DRAWING_ORDER.indexOf(a.kind) - DRAWING_ORDER.indexOf(b.kind);

/** Where a feature's name stands on a map. */
export const nameAt = (feature: CountyFeature, grid: Pick<CountyGrid, 'plan'>): XY => {
  const { shape } = feature;
  if (shape.type !== 'sheet') return grid.plan(middleOf(positionsOf(feature)));
  const [longitude, latitude] = shape.trace[Math.floor(shape.trace.length / 2)]!;
  return grid.plan([longitude, latitude]);
};

/** A feature from above, as its look has it. */
export const planShape = (
  feature: CountyFeature,
  grid: Pick<CountyGrid, 'plan'>,
  paper: PaperScale,
): Shape[] => {
  const { shape, kind } = feature;
  const look = lookOf(feature);
  const at = (position: readonly number[]): XY => grid.plan([position[0]!, position[1]!]);
  if (kind === 'closed-shaft') return symbolAt(SHAFT_SYMBOL, nameAt(feature, grid), paper);
  if (shape.type === 'prism')
    return look.fill
      ? [
          {
            type: 'area',
            rings: shape.rings.map((ring) => ring.map(at)),
            fill: look.fill,
            stroke: look.stroke,
          },
        ]
      : shape.rings.map((ring) => ({
          type: 'line',
          closed: true,
          points: ring.map(at),
          stroke: look.stroke,
        }));
  if (shape.type === 'sheet')
    return [{ type: 'line', points: shape.trace.map(at), stroke: faultLook(feature).stroke }];
  return [{ type: 'line', points: shape.line.map(at), stroke: look.stroke }];
};

const PROOF_END: readonly Shape[] = [
  {
    type: 'area',
    rings: [
      [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.5],
        [-0.5, 0.5],
      ],
    ],
    fill: { colour: '#ffffff' },
    stroke: { colour: PROOF_LOOK.stroke.colour, width: 0.25 },
  },
];

/** Where a pair is nearest: a line between two ends, dashed where it is not certain. */
export const proofShapes = (
  {
    here,
    there,
    isSure,
  }: { readonly here: { readonly at: XY }; readonly there: { readonly at: XY }; readonly isSure: boolean },
  paper: PaperScale,
): Shape[] => [
  { type: 'line', points: [here.at, there.at], stroke: (isSure ? PROOF_LOOK : DOUBTED_PROOF).stroke },
  ...[here.at, there.at].flatMap((end) => symbolAt(PROOF_END, end, paper)),
];

/** Rights as plain fields under everything else; what lies in a hole is nobody's. */
export const rightsLayer = (fields: readonly RightField[]): DrawingLayer =>
  layer(
    'RIGHTS',
    { zh: '矿权', en: 'Rights' },
    fields.map(
      (rings): Shape => ({
        type: 'area',
        rings,
        fill: { colour: '#f7f9fa' },
        stroke: FEATURE_LOOKS.right.stroke,
      }),
    ),
  );

/** What lies underground, a layer a kind. */
export const kindLayers = (
  features: readonly CountyFeature[],
  grid: CountyGrid,
  paper: PaperScale,
): DrawingLayer[] =>
  DRAWING_ORDER.map((kind) =>
    layer(
      kind.toUpperCase(),
      FEATURE_LOOKS[kind].name,
      features.filter((one) => one.kind === kind).flatMap((one) => planShape(one, grid, paper)),
    ),
  );
