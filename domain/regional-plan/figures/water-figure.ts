import type { Language } from '../../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../../contracts/county.ts';
import type { PlanObject, RegionalPlan } from '../../contracts/regional-plan.ts';
import type { Drawing, Shape, XY } from '../../drawing/drawing.ts';
import { labelShapes, leftOutLabels, type PointLabel } from '../../drawing/label-shapes.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import { featureKey, type PlanGround } from '../plan-sources.ts';
import { MINE_STATE_WORDS } from '../plan-words.ts';
import { waterHazards } from '../water-areas.ts';
import { isWater } from '../water-levels.ts';
import { areaLegend, drawnProofs } from './area-map.ts';
import type { CountyGrid } from './county-grid.ts';
import { layer, padded } from './county-map.ts';
import { type DrawnHazard, positionsOf } from './drawn-hazards.ts';
import { HAZARD_SYMBOLS, MINE_SYMBOLS } from './figure-looks.ts';
import {
  FIELD_WIDTH,
  type FigureExtent,
  type FigurePanel,
  type FigureView,
  figureSheet,
  PANEL_GAP,
  planView,
} from './figure-sheet.ts';
import { levelGroups, placeGroups } from './level-bars.ts';
import { levelPanel } from './level-panel.ts';
import { byDrawingOrder, kindLayers, nameAt, proofShapes, rightsLayer } from './plan-shapes.ts';
import { type RightField, rightFields, rightNameAt } from './right-shapes.ts';
import { waterNotes } from './water-notes.ts';
import { waterLabel, waterLegend, waterSign } from './water-signs.ts';

export interface WaterFigure {
  /** An area of complex hydrogeology, or a closed mine. */
  readonly object: PlanObject;
  readonly plan: Pick<RegionalPlan, 'provenance'>;
  readonly ground: PlanGround;
  readonly grid: CountyGrid;
  /** All drawn hazards of the county. */
  readonly hazards: readonly DrawnHazard[];
  readonly language: Language;
}

const NEIGHBOUR = { colour: '#b6bec5', width: 0.25, dash: [4, 1] };
/** Metres about a mine of which nothing but its place is known. */
const AROUND_PLACE = 450;
/** Millimetres: a figure with its caption must find room on a page. */
const ROOM = { beside: { least: 82, most: 100 }, below: { least: 70, most: 88 } };
const PANEL = { beside: 56, height: 66 };

/**
 * An area of complex hydrogeology, or a closed mine, from above, with what is known of its waters; and, where any level is known, its
 * waters against its workings. What nobody recorded or measured is said.
 */
export const waterFigure = (o: WaterFigure): Drawing => {
  const { object, ground, grid, language } = o;
  const at = (position: readonly number[]): XY => grid.plan([position[0]!, position[1]!]);
  const mines = object.mines.flatMap((id) => ground.mineById.get(id) ?? []);
  const rightOf = (mine: RegisterMine): RightField[] => rightFields(mine, grid);
  const findings = findingsOf(o);
  const proofs = drawnProofs({ findings, grid });
  const own = mines
    .flatMap(({ id }) => ground.featuresOf.get(id) ?? [])
    .filter(({ kind }) => kind !== 'right');
  const features = [...own, ...otherEnds(o, findings)].toSorted(byDrawingOrder);
  const hazards = hazardsOf(o);

  const groups = levelGroups(ground, object.mines);
  const hasLevels = groups.some(({ highest }) => highest !== null);
  const beside = placeGroups(groups, PANEL.beside);
  const isBeside = beside.leftOut.bars + beside.leftOut.mines === 0;
  const placed = isBeside ? beside : placeGroups(groups, FIELD_WIDTH);
  const panel: FigurePanel | undefined = hasLevels
    ? {
        side: isBeside ? 'right' : 'below',
        size: isBeside ? PANEL.beside : PANEL.height,
        draw: levelPanel(placed, language),
      }
    : undefined;

  const extent = extentOf([
    ...mines.flatMap((mine) => [at(mine.at), ...rightOf(mine).flat(2)]),
    ...own
      .filter(({ kind }) => kind !== 'aquifer' && kind !== 'fault')
      .flatMap((one) => positionsOf(one).map(at)),
    ...hazards.map((one) => one.at),
  ]);
  const width = panel?.side === 'right' ? FIELD_WIDTH - panel.size - PANEL_GAP.right : FIELD_WIDTH;
  const view = planView(extent, { width, ...ROOM[panel?.side === 'below' ? 'below' : 'beside'] });
  const paper = { scale: view.scale, exaggeration: 1 };
  const field = boxOf(extent, view, width);
  const others = neighboursIn(o, field);

  const names: PointLabel[] = [
    ...mines.map(
      (mine): PointLabel => ({
        at: rightNameAt(rightOf(mine)) ?? at(mine.at),
        lines: [mine.name[language]],
        size: 2.8,
        weight: 10,
        always: true,
      }),
    ),
    ...own.flatMap((one) => waterLabel(one, nameAt(one, grid), language)),
    ...others.map(
      ({ mine, rings }): PointLabel => ({
        at: rightNameAt([rings]) ?? at(mine.at),
        lines: [mine.name[language]],
        size: 2,
        bold: false,
        colour: '#78828b',
        weight: 1,
      }),
    ),
  ];
  const labels = labelShapes(
    names,
    proofs.map(({ here, there }) => [here.at, there.at]),
    paper,
    field,
  );
  const waters = own.filter(isWater);
  return figureSheet({
    kind: 'plan',
    title: object.title,
    language,
    extent,
    view,
    provenance: o.plan.provenance,
    layers: [
      layer(
        'NEIGHBOURS',
        { zh: '相邻矿权', en: 'Rights next to it' },
        others
          .flatMap(({ rings }) => rings)
          .map((ring): Shape => ({ type: 'line', closed: true, points: ring, stroke: NEIGHBOUR })),
      ),
      rightsLayer(mines.flatMap(rightOf)),
      ...kindLayers(features, grid, paper),
      layer(
        'PROOFS',
        { zh: '相邻关系', en: 'Neighbour findings' },
        proofs.flatMap((one) => proofShapes(one, paper)),
      ),
      layer(
        'MINES',
        { zh: '矿山', en: 'Mines' },
        mines.flatMap((mine) => symbolAt(MINE_SYMBOLS[mine.state], at(mine.at), paper)),
      ),
      layer(
        'WATER',
        { zh: '水位', en: 'Water levels' },
        waters.flatMap((one) => waterSign(one, nameAt(one, grid), paper)),
      ),
      layer(
        'HAZARDS',
        { zh: '隐患', en: 'Hazards' },
        hazards.flatMap((one) => symbolAt(HAZARD_SYMBOLS[one.look], one.at, paper)),
      ),
      layer('NAMES', { zh: '名称', en: 'Names' }, labels.flat()),
    ],
    legend: [
      ...[...new Set(mines.map(({ state }) => state))].map((state) => ({
        label: MINE_STATE_WORDS[state][language],
        symbol: MINE_SYMBOLS[state],
      })),
      ...areaLegend({ findings, language }, features, hazards).slice(
        mines.some(({ right }) => right) ? 0 : 1,
      ),
      ...(others.length > 0
        ? [{ label: { zh: '相邻矿权', en: 'Rights next to it' }[language], stroke: NEIGHBOUR }]
        : []),
      ...waterLegend(waters, panel !== undefined, language),
      ...leftOutLabels(labels, { zh: '名称', en: 'names' }, language),
    ],
    notes: waterNotes({ object, mines, groups, leftOut: panel ? placed.leftOut : null, language }),
    ...(panel ? { panel } : {}),
  });
};

const findingsOf = ({ object, ground }: WaterFigure) => {
  const own = new Set(object.mines);
  return ground.findings.filter(({ check, mines }) =>
    object.kind === 'water-area'
      ? check === 'shared-water-path' && mines.some((mine) => own.has(mine))
      : mines.some((mine) => own.has(mine)),
  );
};

/** What of other mines a finding leads to: a line must end at something. */
const otherEnds = (
  { object, ground }: WaterFigure,
  findings: ReturnType<typeof findingsOf>,
): CountyFeature[] => {
  const wanted = new Set(
    findings
      .filter(({ check }) => check !== 'contiguous' && check !== 'rights-distance')
      .flatMap(({ proofs }) =>
        proofs.flatMap(({ here, there }) =>
          [here, there]
            .filter(({ mine }) => !object.mines.includes(mine))
            .map(({ mine, feature }) => featureKey(mine, feature)),
        ),
      ),
  );
  return ground.features.filter(({ mine, id, kind }) => kind !== 'right' && wanted.has(featureKey(mine, id)));
};

const hazardsOf = ({ object, ground, hazards }: WaterFigure): DrawnHazard[] => {
  const told = new Set(
    object.kind === 'water-area'
      ? waterHazards(ground, object.mines)
      : object.mines.flatMap((mine) => ground.openOfMine.get(mine) ?? []),
  );
  return hazards.filter(({ hazard }) => told.has(hazard));
};

const extentOf = (points: readonly XY[]): FigureExtent => {
  const { left, right, bottom, top } = padded(points, 0.08);
  const more = Math.max(0, AROUND_PLACE - Math.max(right - left, top - bottom) / 2);
  return { left: left - more, right: right + more, bottom: bottom - more, top: top + more };
};

/** What of the ground the field shows, metres. */
const boxOf = (
  { left, right, bottom, top }: FigureExtent,
  { scale, fieldHeight }: FigureView,
  width: number,
): FigureExtent => {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const [dx, dy] = [(width * scale) / 2000, (fieldHeight * scale) / 2000];
  return { left: x - dx, right: x + dx, bottom: y - dy, top: y + dy };
};

/** Rights of other mines that reach into the map, each by its fields. */
const neighboursIn = (
  { object, ground, grid }: WaterFigure,
  { left, right, bottom, top }: FigureExtent,
): { readonly mine: RegisterMine; readonly rings: RightField }[] =>
  ground.mines.flatMap((mine) =>
    object.mines.includes(mine.id)
      ? []
      : rightFields(mine, grid)
          .filter((rings) => rings.flat().some(([x, y]) => x > left && x < right && y > bottom && y < top))
          .map((rings) => ({ mine, rings })),
  );
