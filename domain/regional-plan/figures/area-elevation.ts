import type { Bilingual } from '../../contracts/bilingual.ts';
import type { CountyFeature } from '../../contracts/county.ts';
import { withPlurals } from '../../contracts/plural.ts';
import { heightsOf } from '../../county/feature-heights.ts';
import { rightParcels } from '../../county/right-polygons.ts';
import type { Drawing, Shape, XY } from '../../drawing/drawing.ts';
import { WATER_MARK } from '../../drawing/hole-marks.ts';
import { labelShapes, leftOutLabels, type PointLabel } from '../../drawing/label-shapes.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import { measure } from '../bilingual-text.ts';
import { type AreaFigure, areaLegend, drawnProofs, featuresOfArea, hazardsOfArea } from './area-map.ts';
import { layer, padded } from './county-map.ts';
import { positionsOf } from './drawn-hazards.ts';
import { elevationShape } from './elevation-shapes.ts';
import { DOUBTED_PROOF, FEATURE_LOOKS, HAZARD_SYMBOLS, PROOF_LOOK } from './figure-looks.ts';
import { elevationView, figureSheet } from './figure-sheet.ts';
import { endsOf, longAxis } from './long-axis.ts';

const WATER_LEVEL: Bilingual = { zh: '水位', en: 'Water level' };
const GROUND: Bilingual = { zh: '地面最高处', en: 'Highest ground' };
const GROUND_STROKE = { colour: '#4e342e', width: 0.35, dash: [3, 1] };
const OPEN_RIGHT = { colour: '#1f2933', width: 0.3, dash: [0.6, 1] };

/**
 * The area from the side, looked at across its longer direction: rights with the heights they allow, workings, goafs, shafts,
 * faults with their dip, water levels, and where the pairs are nearest. What has no known height is left out here and counted.
 */
export const areaElevation = (o: AreaFigure): Drawing => {
  const { area, ground, grid, language } = o;
  const at = (position: readonly number[]): XY => grid.plan([position[0]!, position[1]!]);
  const mines = area.mines.flatMap((id) => ground.mineById.get(id) ?? []);
  const all = mines.flatMap(({ right, at: place }) => [...(right?.rings.flat() ?? []), place]).map(at);
  const axis = longAxis(all);
  const along = (point: XY): number =>
    (point[0] - axis.from[0]) * axis.direction[0] + (point[1] - axis.from[1]) * axis.direction[1];
  const spanOf = (points: readonly XY[]): readonly [number, number] => {
    const values = points.map(along);
    return [Math.min(...values), Math.max(...values)];
  };
  const side = { at, along, spanOf };
  const features = featuresOfArea(o);
  const proofs = drawnProofs(o);
  const hazards = hazardsOfArea(o);
  const placed = hazards.flatMap((one) =>
    one.height === null ? [] : [{ ...one, point: [along(one.at), one.height] as XY }],
  );

  const heights = [
    ...features
      .filter(({ kind }) => kind !== 'fault' && kind !== 'aquifer')
      .flatMap((one) => {
        const { bottom, top } = heightsOf(one.shape);
        return [bottom, top];
      }),
    ...mines.flatMap(({ right, ground: top }) =>
      [right?.bottom, right?.top, top?.highest].flatMap((z) => z ?? []),
    ),
    ...proofs.flatMap(({ here, there }) => [here.height, there.height]),
  ];
  const [low, high] = heights.length > 0 ? [Math.min(...heights), Math.max(...heights)] : [0, 100];
  const sides = spanOf(all);
  const margin = (high - low) * 0.05 + 5;
  const extent = {
    ...padded(sides.map((x): XY => [x, 0])),
    bottom: low - margin,
    top: high + margin,
  };
  const view = elevationView(extent);
  const paper = { scale: view.scale, exaggeration: view.exaggeration };

  const rights = mines.flatMap(({ right, ground: top, name }) => {
    if (!right) return [];
    const x = spanOf(right.rings.flat().map(at));
    const to = right.top ?? top?.highest ?? extent.top;
    const from = right.bottom ?? extent.bottom;
    const edges = rightParcels(right).flatMap((parcel) => {
      const sides = spanOf(parcel.rings.flat().map(at));
      const upper = parcel.top ?? top?.highest ?? extent.top;
      const lower = parcel.bottom ?? extent.bottom;
      // An edge nobody stated is dotted: the right may go on there.
      const edge = (a: XY, b: XY, isStated = true): Shape => ({
        type: 'line',
        points: [a, b],
        stroke: isStated ? FEATURE_LOOKS.right.stroke : OPEN_RIGHT,
      });
      return [
        edge([sides[0], lower], [sides[0], upper]),
        edge([sides[1], lower], [sides[1], upper]),
        edge([sides[0], lower], [sides[1], lower], parcel.bottom !== null),
        edge([sides[0], upper], [sides[1], upper], parcel.top !== null),
      ];
    });
    const surface: Shape[] = top
      ? [
          {
            type: 'line',
            points: [
              [x[0], top.highest],
              [x[1], top.highest],
            ],
            stroke: GROUND_STROKE,
          },
        ]
      : [];
    return [
      {
        shapes: [...edges, ...surface],
        label: { at: [(x[0] + x[1]) / 2, to - (to - from) * 0.06] as XY, name },
      },
    ];
  });

  const levels = features.flatMap((feature) => {
    const { waterLevel, name } = feature;
    if (waterLevel === null) return [];
    const [from, to] = spanOf(positionsOf(feature).map(at));
    const middle: XY = [(from + to) / 2, waterLevel];
    return [
      {
        middle,
        line: [
          [from, waterLevel],
          [to, waterLevel],
        ] as XY[],
        text: `${name[language]} ${measure(waterLevel)}`,
      },
    ];
  });
  const names: PointLabel[] = [
    ...rights.map(
      ({ label }): PointLabel => ({
        at: label.at,
        lines: [label.name[language]],
        size: 2.8,
        weight: 10,
        always: true,
      }),
    ),
    ...levels.map(
      ({ middle, text }): PointLabel => ({
        at: middle,
        lines: [text],
        size: 2,
        bold: false,
        colour: '#1f5f95',
        weight: 7,
      }),
    ),
    ...proofs.map(
      ({ here, there, text }): PointLabel => ({
        at: [(along(here.at) + along(there.at)) / 2, (here.height + there.height) / 2],
        lines: [text],
        size: 2,
        bold: false,
        colour: PROOF_LOOK.stroke.colour,
        weight: 6,
      }),
    ),
    ...features
      .filter(({ kind }) => kind === 'goaf' || kind === 'closed-shaft')
      .map((one): PointLabel => {
        const [from, to] = spanOf(positionsOf(one).map(at));
        const { bottom, top } = heightsOf(one.shape);
        return {
          at: [(from + to) / 2, (bottom + top) / 2],
          lines: [one.name[language]],
          size: 1.9,
          bold: false,
          weight: 2,
        };
      }),
  ];
  const labels = labelShapes(names, [], paper);
  const without = hazards.length - placed.length;
  return figureSheet({
    kind: 'projection',
    title: area.title,
    language,
    extent,
    view,
    provenance: o.plan.provenance,
    ends: endsOf(axis.direction),
    layers: [
      ...['aquifer', 'orebody', 'goaf', 'working', 'fault', 'closed-shaft'].map((kind) =>
        layer(
          kind.toUpperCase(),
          FEATURE_LOOKS[kind as CountyFeature['kind']].name,
          features.filter((one) => one.kind === kind).flatMap((one) => elevationShape(one, side)),
        ),
      ),
      layer(
        'RIGHTS',
        { zh: '矿权', en: 'Rights' },
        rights.flatMap(({ shapes }) => shapes),
      ),
      layer(
        'LEVELS',
        WATER_LEVEL,
        levels.flatMap(({ middle, line }): Shape[] => [
          { type: 'line', points: line, stroke: { colour: '#1f5f95', width: 0.35 } },
          ...symbolAt(WATER_MARK, middle, paper),
        ]),
      ),
      layer(
        'PROOFS',
        PROOF_LOOK.name,
        proofs.map(
          ({ here, there, isSure }): Shape => ({
            type: 'line',
            points: [
              [along(here.at), here.height],
              [along(there.at), there.height],
            ],
            stroke: (isSure ? PROOF_LOOK : DOUBTED_PROOF).stroke,
          }),
        ),
      ),
      layer(
        'HAZARDS',
        { zh: '隐患', en: 'Hazards' },
        placed.flatMap(({ point, look }) => symbolAt(HAZARD_SYMBOLS[look], point, paper)),
      ),
      layer('NAMES', { zh: '名称', en: 'Names' }, labels.flat()),
    ],
    legend: [
      ...areaLegend(o, features, placed),
      ...(mines.some(({ ground: top }) => top) ? [{ label: GROUND[language], stroke: GROUND_STROKE }] : []),
      ...(levels.length > 0 ? [{ label: WATER_LEVEL[language], symbol: WATER_MARK }] : []),
      ...(without > 0
        ? [
            {
              label: {
                zh: `${without} 项隐患未按标高画`,
                en: withPlurals(`${without} [n:hazard|hazards] not drawn by height`, () => without),
              }[language],
            },
          ]
        : []),
      ...leftOutLabels(labels, { zh: '名称', en: 'names' }, language),
    ],
  });
};
