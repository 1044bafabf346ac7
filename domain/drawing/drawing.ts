import type { Bilingual } from '../contracts/bilingual.ts';
import type { RockPattern } from './rock-patterns.ts';
import type { Sheet } from './sheet.ts';

/**
 * A drawing as data: what a section or a plan looks like on paper, before it becomes SVG, PDF or DXF. Shapes are either in
 * the model's metres (a plan: easting, northing; a section: chainage, height) or on the paper in millimetres, y up in both.
 */

export type XY = readonly [x: number, y: number];

/** Width and dashes in millimetres on paper. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface Fill {
  /** #rrggbb; null: only the pattern. */
  readonly colour: string | null;
  readonly pattern?: RockPattern;
  /** Colour of the pattern's lines. */
  readonly patternColour?: string;
}

/** What a shape stands for, so that a click on it finds the feature's card. */
export interface ShapeRef {
  readonly layerId: string;
  readonly featureId: string;
}

export type TextAnchor = 'start' | 'middle' | 'end';

export type Shape =
  | {
      readonly type: 'line';
      readonly points: readonly XY[];
      readonly closed?: boolean;
      readonly stroke: Stroke;
      readonly ref?: ShapeRef;
    }
  | {
      readonly type: 'area';
      /** Outer ring and holes, any order, not repeating the first point; filled by the even-odd rule. */
      readonly rings: readonly (readonly XY[])[];
      readonly fill: Fill;
      readonly stroke?: Stroke;
      readonly ref?: ShapeRef;
    }
  | {
      readonly type: 'text';
      readonly at: XY;
      readonly text: string;
      /** Height of the letters' em square, millimetres on paper. */
      readonly size: number;
      readonly anchor: TextAnchor;
      /** Degrees counter-clockwise from the x axis. */
      readonly angle?: number;
      readonly colour?: string;
      readonly bold?: boolean;
    };

export interface DrawingLayer {
  /** Name of the layer in CAD programs: letters, digits, "-" and "_". */
  readonly id: string;
  readonly name: Bilingual;
  /** What the coordinates of its shapes are. Paper shapes lie above model shapes in the order of the list. */
  readonly space: 'model' | 'paper';
  readonly shapes: readonly Shape[];
}

/** How the model lies on the paper: true to scale, unless heights are stretched, which the drawing then says. */
export interface DrawingView {
  /** The 500 of 1:500. */
  readonly scale: number;
  /** A point of the model, metres, and where on the paper it lies, millimetres. */
  readonly model: XY;
  readonly paper: XY;
  /** Heights are drawn this many times as tall; 1 in plans. */
  readonly exaggeration: number;
}

export interface Drawing {
  readonly kind: 'plan' | 'section' | 'projection' | 'columns';
  readonly title: string;
  readonly language: 'zh' | 'en';
  readonly sheet: Sheet;
  readonly view: DrawingView;
  /** Part of the paper that model shapes are clipped to. */
  readonly field: {
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
    readonly top: number;
  };
  readonly layers: readonly DrawingLayer[];
}

const MILLIMETRES = 1000;

export const modelToPaper = ({ scale, model, paper, exaggeration }: DrawingView, [x, y]: XY): XY => [
  paper[0] + ((x - model[0]) * MILLIMETRES) / scale,
  paper[1] + ((y - model[1]) * MILLIMETRES * exaggeration) / scale,
];

export const paperToModel = ({ scale, model, paper, exaggeration }: DrawingView, [x, y]: XY): XY => [
  model[0] + ((x - paper[0]) * scale) / MILLIMETRES,
  model[1] + ((y - paper[1]) * scale) / (MILLIMETRES * exaggeration),
];

/** The scales drawings are made at; 1:200 for a heading, 1:10 000 for a coalfield. */
export const SCALES = [200, 500, 1000, 2000, 2500, 5000, 10_000] as const;
export type Scale = (typeof SCALES)[number];
