import type { Bilingual } from '../../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../../contracts/county.ts';
import type { Hazard } from '../../contracts/hazard.ts';
import { circle } from '../../drawing/circle.ts';
import type { Fill, Shape, Stroke, XY } from '../../drawing/drawing.ts';
import { proofOf } from '../hazard-proof.ts';

/** How things look in the plan's figures. Colour is never the only sign: patterns, dashes and symbols say the same. */
interface Look {
  readonly name: Bilingual;
  readonly stroke: Stroke;
  readonly fill?: Fill;
}

export const FEATURE_LOOKS: Readonly<Record<CountyFeature['kind'], Look>> = {
  right: {
    name: { zh: '矿权范围', en: 'Mining right' },
    stroke: { colour: '#1f2933', width: 0.45, dash: [4, 1] },
  },
  aquifer: {
    name: { zh: '含水层', en: 'Aquifer' },
    stroke: { colour: '#2a6fa8', width: 0.25, dash: [1, 1] },
  },
  orebody: {
    name: { zh: '矿体', en: 'Ore body' },
    stroke: { colour: '#7a1f1f', width: 0.25, dash: [2, 0.8] },
  },
  goaf: {
    name: { zh: '采空区', en: 'Goaf' },
    stroke: { colour: '#7a5a30', width: 0.3 },
    fill: { colour: '#e6d5bd', pattern: 'void', patternColour: '#7a5a30' },
  },
  working: { name: { zh: '井巷', en: 'Workings' }, stroke: { colour: '#37474f', width: 0.35 } },
  fault: { name: { zh: '断层', en: 'Fault' }, stroke: { colour: '#c62828', width: 0.5 } },
  'closed-shaft': { name: { zh: '关闭井筒', en: 'Closed shaft' }, stroke: { colour: '#000000', width: 0.5 } },
};

export const WET_GOAF: Look = {
  name: { zh: '积水采空区', en: 'Goaf that holds water' },
  stroke: { colour: '#1f5f95', width: 0.35 },
  fill: { colour: '#c4dff0', pattern: 'water', patternColour: '#1f5f95' },
};

/** Where a thing was never surveyed its outline is dashed and its ground hatched as unknown. */
export const UNSURE_GOAF: Look = {
  name: { zh: '采空区（位置或积水不明）', en: 'Goaf, not fully known' },
  stroke: { colour: '#7a5a30', width: 0.3, dash: [1.4, 1] },
  fill: { colour: '#ffffff', pattern: 'unknown', patternColour: '#7a5a30' },
};

export const lookOf = ({ kind, holdsWater, method }: CountyFeature): Look => {
  if (kind !== 'goaf') return FEATURE_LOOKS[kind];
  if (holdsWater === true) return WET_GOAF;
  return holdsWater === null || method === null || method === 'document' ? UNSURE_GOAF : FEATURE_LOOKS.goaf;
};

export const CONDUCTIVE_FAULT: Look = {
  name: { zh: '导水断层', en: 'Fault that carries water' },
  stroke: { colour: '#1f5f95', width: 0.8 },
};
export const UNTESTED_FAULT: Look = {
  name: { zh: '断层（导水性不明）', en: 'Fault, water not tested' },
  stroke: { colour: '#c62828', width: 0.5, dash: [2, 1] },
};
export const faultLook = ({ conductive }: Pick<CountyFeature, 'conductive'>): Look =>
  conductive === null ? UNTESTED_FAULT : conductive ? CONDUCTIVE_FAULT : FEATURE_LOOKS.fault;

export const PROOF_LOOK: Look = {
  name: { zh: '相邻关系：最近处', en: 'Where pairs are nearest' },
  stroke: { colour: '#a3007f', width: 0.5 },
};
export const DOUBTED_PROOF: Look = {
  name: { zh: '相邻关系（不确定）', en: 'Nearest, not certain' },
  stroke: { colour: '#a3007f', width: 0.5, dash: [1.2, 0.8] },
};

const BLACK = '#000000';
const area = (ring: readonly XY[], colour: string, stroke: Stroke): Shape => ({
  type: 'area',
  rings: [ring],
  fill: { colour },
  stroke,
});
const line = (points: readonly XY[], width: number, colour = BLACK): Shape => ({
  type: 'line',
  points,
  stroke: { colour, width },
});

/** Symbols about (0, 0), millimetres on paper. */
export const MINE_SYMBOLS: Readonly<Record<RegisterMine['state'], readonly Shape[]>> = {
  producing: [area(circle(1.1), BLACK, { colour: BLACK, width: 0.2 })],
  construction: [
    area(
      [
        [0, 1.4],
        [-1.3, -0.9],
        [1.3, -0.9],
      ],
      BLACK,
      { colour: BLACK, width: 0.2 },
    ),
  ],
  suspended: [
    area(
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ],
      '#ffffff',
      { colour: BLACK, width: 0.35 },
    ),
  ],
  closed: [
    area(circle(1.2), '#ffffff', { colour: BLACK, width: 0.25 }),
    line(
      [
        [-0.85, -0.85],
        [0.85, 0.85],
      ],
      0.35,
    ),
    line(
      [
        [-0.85, 0.85],
        [0.85, -0.85],
      ],
      0.35,
    ),
  ],
  unknown: [
    area(circle(1.2), '#ffffff', { colour: BLACK, width: 0.25 }),
    { type: 'text', at: [0, -0.8], text: '?', size: 2.3, anchor: 'middle', bold: true },
  ],
};

export const SHAFT_SYMBOL: readonly Shape[] = [
  area(circle(1.3), '#ffffff', { colour: BLACK, width: 0.4 }),
  line(
    [
      [-1.3, 0],
      [1.3, 0],
    ],
    0.4,
  ),
  line(
    [
      [0, -1.3],
      [0, 1.3],
    ],
    0.4,
  ),
];

const DIAMOND: readonly XY[] = [
  [0, 1.15],
  [0.95, 0],
  [0, -1.15],
  [-0.95, 0],
];
const HAZARD = '#c62828';

/** Solid where two methods agree, open where they do not, with a bar where evidence contradicts itself. */
export const HAZARD_SYMBOLS = {
  proven: [area(DIAMOND, HAZARD, { colour: '#7f0000', width: 0.2 })],
  unproven: [area(DIAMOND, '#ffffff', { colour: HAZARD, width: 0.35 })],
  contradicted: [
    area(DIAMOND, '#ffffff', { colour: HAZARD, width: 0.35 }),
    line(
      [
        [-0.95, 0],
        [0.95, 0],
      ],
      0.4,
      HAZARD,
    ),
  ],
} as const satisfies Record<string, readonly Shape[]>;
export type HazardLook = keyof typeof HAZARD_SYMBOLS;

export const HAZARD_NAMES: Readonly<Record<HazardLook, Bilingual>> = {
  proven: { zh: '隐患：已证实', en: 'Hazard, proven' },
  unproven: { zh: '隐患：推断或未查证', en: 'Hazard, inferred or unverified' },
  contradicted: { zh: '隐患：相互矛盾', en: 'Hazard, contradicted' },
};

export const hazardLook = (
  hazard: Pick<Hazard, 'evidence' | 'fiveFixed' | 'treatment' | 'state'>,
): HazardLook => {
  const status = proofOf(hazard);
  if (status === 'contradicted') return status;
  return status === 'proven' || status === 'treated' ? 'proven' : 'unproven';
};
