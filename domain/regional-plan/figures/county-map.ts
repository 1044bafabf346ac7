import type { Language } from '../../contracts/bilingual.ts';
import { MINE_STATES } from '../../contracts/manifest.ts';
import type { PlanObject, RegionalPlan } from '../../contracts/regional-plan.ts';
import type { Drawing, DrawingLayer, Shape, XY } from '../../drawing/drawing.ts';
import { labelShapes, leftOutLabels, type PointLabel } from '../../drawing/label-shapes.ts';
import type { LegendItem } from '../../drawing/legend-box.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import type { PlanGround } from '../plan-sources.ts';
import { MINE_STATE_WORDS } from '../plan-words.ts';
import { type CountyGrid, middleOf } from './county-grid.ts';
import type { DrawnHazard } from './drawn-hazards.ts';
import { HAZARD_NAMES, HAZARD_SYMBOLS, type HazardLook, MINE_SYMBOLS } from './figure-looks.ts';
import { type FigureExtent, figureSheet, planView } from './figure-sheet.ts';
import { rightFields } from './right-shapes.ts';

const TOWN_STROKE = { colour: '#9aa3ab', width: 0.25, dash: [2.5, 0.8, 0.5, 0.8] };
const CLUSTER = { sure: '#f6c38b', unsure: '#fdf0dd' };
const WATER = { colour: '#bcd9ee' };
const PLAIN = { colour: '#eceff1' };

/** Every mine of the county by its state, contiguous areas and areas of complex hydrogeology by their rights, hazards by their proof. */
export const countyMap = (
  ground: PlanGround,
  plan: Pick<RegionalPlan, 'objects' | 'provenance' | 'countyName'>,
  {
    grid,
    hazards,
    language,
  }: {
    readonly grid: CountyGrid;
    readonly hazards: readonly DrawnHazard[];
    readonly language: Language;
  },
): Drawing => {
  const towns = ground.catalog.towns.map(({ name, rings }) => ({
    name,
    rings: rings.map((polygon) => polygon.map((ring) => ring.map((at) => grid.plan(at)))),
  }));
  const mines = ground.mines.map((mine) => ({
    mine,
    at: grid.plan(mine.at),
    fields: rightFields(mine, grid),
  }));
  const extent = padded([
    ...mines.flatMap(({ at, fields }) => [at, ...fields.flat(2)]),
    ...towns.flatMap(({ rings }) => rings.flat(2)),
  ]);
  const view = planView(extent);
  const paper = { scale: view.scale, exaggeration: 1 };
  // Hazards of a mine lie so near one another here that full signs would hide the mine.
  const small = { ...paper, scale: view.scale * 0.6 };
  const clusters = plan.objects.filter(({ kind }) => kind === 'cluster');
  const sure = clusters.filter(({ id }) => !id.startsWith('cluster:?'));
  const isIn = (those: readonly PlanObject[]) => new Set(those.flatMap(({ mines: inside }) => inside));
  const [inSure, inAny] = [isIn(sure), isIn(clusters)];
  const inWater = isIn(plan.objects.filter(({ kind }) => kind === 'water-area'));

  const rights = mines.flatMap(({ mine: { id }, fields }) =>
    fields.map(
      (rings): Shape => ({
        type: 'area',
        rings,
        fill: {
          colour: inSure.has(id)
            ? CLUSTER.sure
            : inAny.has(id)
              ? CLUSTER.unsure
              : inWater.has(id)
                ? WATER.colour
                : PLAIN.colour,
          ...(inWater.has(id) ? { pattern: 'water' as const, patternColour: '#1f5f95' } : {}),
        },
        stroke: { colour: '#546e7a', width: inAny.has(id) ? 0.35 : 0.18 },
      }),
    ),
  );
  const numbers = clusters.map(({ mines: inside }, i): PointLabel => {
    const points = mines.filter(({ mine }) => inside.includes(mine.id)).map(({ at }) => at);
    return {
      at: points.length > 0 ? middleOf(points) : [0, 0],
      lines: [`3.${i + 1}`],
      size: 3.2,
      colour: '#7a3d00',
      weight: 10,
      always: true,
    };
  });
  const names = mines.map(
    ({ mine, at }): PointLabel => ({
      at,
      lines: [mine.name[language]],
      size: 2,
      bold: false,
      weight: inAny.has(mine.id) ? 3 : mine.state === 'closed' ? 2 : 1,
    }),
  );
  const townNames = towns.map(
    ({ name, rings }): PointLabel => ({
      at: middleOf(rings.flat(2)),
      lines: [name[language]],
      size: 2.6,
      bold: false,
      colour: '#78909c',
      weight: 5,
    }),
  );
  const labels = labelShapes([...numbers, ...townNames, ...names], [], paper);
  const left = leftOutLabels(
    labels.slice(numbers.length + townNames.length),
    { zh: '矿名', en: 'names of mines' },
    language,
  );
  const layers: DrawingLayer[] = [
    layer(
      'TOWNS',
      { zh: '乡镇界', en: 'Towns' },
      towns.flatMap(({ rings }) =>
        rings
          .flat()
          .map((ring): Shape => ({ type: 'line', closed: true, points: ring, stroke: TOWN_STROKE })),
      ),
    ),
    layer('RIGHTS', { zh: '矿权', en: 'Rights' }, rights),
    layer(
      'HAZARDS',
      { zh: '隐患', en: 'Hazards' },
      hazards.flatMap(({ at, look }) => symbolAt(HAZARD_SYMBOLS[look], at, small)),
    ),
    layer(
      'MINES',
      { zh: '矿山', en: 'Mines' },
      mines.flatMap(({ mine, at }) => symbolAt(MINE_SYMBOLS[mine.state], at, paper)),
    ),
    layer('NAMES', { zh: '名称', en: 'Names' }, labels.flat()),
  ];
  const states = MINE_STATES.filter((state) => mines.some(({ mine }) => mine.state === state));
  const looks = (Object.keys(HAZARD_SYMBOLS) as HazardLook[]).filter((look) =>
    hazards.some((one) => one.look === look),
  );
  const legend: LegendItem[] = [
    ...states.map((state) => ({ label: MINE_STATE_WORDS[state][language], symbol: MINE_SYMBOLS[state] })),
    ...(sure.length > 0
      ? [
          {
            label: { zh: '连片矿区（编号为章节）', en: 'Contiguous area, by section' }[language],
            fill: { colour: CLUSTER.sure },
            stroke: { colour: '#546e7a', width: 0.35 },
          },
        ]
      : []),
    ...(clusters.length > sure.length
      ? [
          {
            label: { zh: '连片矿区（不确定）', en: 'Contiguous area, not certain' }[language],
            fill: { colour: CLUSTER.unsure },
            stroke: { colour: '#546e7a', width: 0.35 },
          },
        ]
      : []),
    ...(inWater.size > 0
      ? [
          {
            label: { zh: '水文地质条件复杂', en: 'Complex hydrogeology' }[language],
            fill: { ...WATER, pattern: 'water' as const, patternColour: '#1f5f95' },
          },
        ]
      : []),
    {
      label: { zh: '其他矿权', en: 'Other rights' }[language],
      fill: PLAIN,
      stroke: { colour: '#546e7a', width: 0.18 },
    },
    ...looks.map((look) => ({ label: HAZARD_NAMES[look][language], symbol: HAZARD_SYMBOLS[look] })),
    { label: { zh: '乡镇界', en: 'Town boundary' }[language], stroke: TOWN_STROKE },
    ...left,
  ];
  return figureSheet({
    kind: 'plan',
    title: plan.countyName,
    language,
    extent,
    view,
    layers,
    legend,
    provenance: plan.provenance,
  });
};

export const layer = (
  id: string,
  name: DrawingLayer['name'],
  shapes: readonly Shape[],
  space: DrawingLayer['space'] = 'model',
): DrawingLayer => ({
  id,
  name,
  space,
  shapes,
});

/** The box of some points with a margin of a share of its longer side, at least 50 m. */
export const padded = (points: readonly XY[], share = 0.05): FigureExtent => {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  const margin = Math.max(right - left, top - bottom, 1000) * share;
  return { left: left - margin, right: right + margin, bottom: bottom - margin, top: top + margin };
};
