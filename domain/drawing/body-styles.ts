import type { Bilingual } from '../contracts/bilingual.ts';
import type { BodyKind } from '../geology/geological-model.ts';
import type { Fill, Stroke } from './drawing.ts';

/** How a kind of body is drawn: CAD layer, name in the legend, look. Later kinds lie over earlier ones. */
export interface BodyStyle {
  readonly layer: string;
  readonly name: Bilingual;
  /** `own`: the colour of the body itself. */
  readonly fill: (own: string) => Fill | null;
  readonly stroke: Stroke;
}

const ink = (width: number, colour = '#000000', dash?: readonly number[]): Stroke => ({
  colour,
  width,
  ...(dash ? { dash } : {}),
});

/** In the order of drawing: what is inside another comes after it. */
export const BODY_STYLES: Readonly<Record<BodyKind, BodyStyle>> = {
  solid: {
    layer: 'SOLID',
    name: { zh: '实体', en: 'Solids' },
    fill: (own) => ({ colour: own }),
    stroke: ink(0.25),
  },
  water: {
    layer: 'WATER',
    name: { zh: '水体', en: 'Water' },
    fill: () => ({ colour: '#bfe0f5', pattern: 'water', patternColour: '#2a6fa8' }),
    stroke: ink(0.25, '#2a6fa8'),
  },
  ore: {
    layer: 'ORE',
    name: { zh: '矿体', en: 'Ore' },
    fill: (own) => ({ colour: own, pattern: 'ore', patternColour: '#5a1414' }),
    stroke: ink(0.35, '#5a1414'),
  },
  lens: {
    layer: 'LENS',
    name: { zh: '透镜体', en: 'Lenses' },
    fill: (own) => ({ colour: own }),
    stroke: ink(0.25),
  },
  karst: {
    layer: 'KARST',
    name: { zh: '溶洞', en: 'Karst cavities' },
    fill: () => ({ colour: '#ffffff', pattern: 'void', patternColour: '#7a5a30' }),
    stroke: ink(0.35, '#7a5a30'),
  },
  stope: {
    layer: 'STOPE',
    name: { zh: '采场', en: 'Stopes' },
    fill: (own) => ({ colour: own }),
    stroke: ink(0.35, '#1d6b3c'),
  },
  goaf: {
    layer: 'GOAF',
    name: { zh: '采空区', en: 'Goafs' },
    fill: () => ({ colour: '#ffffff', pattern: 'void', patternColour: '#b00020' }),
    stroke: ink(0.5, '#b00020'),
  },
  'goaf-water': {
    layer: 'GOAF-WATER',
    name: { zh: '采空区积水', en: 'Goaf water' },
    fill: () => ({ colour: '#8fc7ee', pattern: 'water', patternColour: '#0b4f8a' }),
    stroke: ink(0.5, '#0b4f8a'),
  },
  roadway: {
    layer: 'ROADWAY',
    name: { zh: '巷道', en: 'Roadways' },
    fill: () => ({ colour: '#ffffff' }),
    stroke: ink(0.35),
  },
  shaft: {
    layer: 'SHAFT',
    name: { zh: '井筒', en: 'Shafts' },
    fill: () => ({ colour: '#ffffff' }),
    stroke: ink(0.5),
  },
  'planned-heading': {
    layer: 'PLANNED',
    name: { zh: '计划巷道', en: 'Planned headings' },
    fill: () => null,
    stroke: ink(0.35, '#c05a00', [2, 1]),
  },
  surface: {
    layer: 'FAULT-SURVEYED',
    name: { zh: '断层与层面（原图）', en: 'Faults and surfaces as drawn' },
    fill: () => null,
    stroke: ink(0.6, '#d01010'),
  },
};
export const BODY_ORDER = Object.keys(BODY_STYLES) as BodyKind[];
