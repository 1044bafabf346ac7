import type { Bilingual } from '../contracts/bilingual.ts';
import { circle } from './circle.ts';
import type { Fill, Shape, Stroke, XY } from './drawing.ts';

/** What boreholes look like on drawings; symbols lie about (0, 0), millimetres on paper. */
export const TRACE_STROKE: Stroke = { colour: '#000000', width: 0.3 };
export const FINE_STROKE: Stroke = { colour: '#000000', width: 0.13 };
export const WATER_COLOUR = '#0b5fa5';

export const NOT_LOGGED_NAME: Bilingual = { zh: '未编录孔段', en: 'Stretch nobody logged' };
export const NOT_LOGGED_FILL: Fill = { colour: '#ffffff', pattern: 'unknown', patternColour: '#8a8a8a' };

const line = (points: readonly XY[], stroke: Stroke): Shape => ({ type: 'line', points, stroke });

/** The triangle that stands on a water level, its tip at (0, 0), with the level under it. */
export const WATER_MARK: readonly Shape[] = [
  {
    type: 'area',
    rings: [
      [
        [0, 0],
        [1.3, 2],
        [-1.3, 2],
      ],
    ],
    fill: { colour: '#ffffff' },
    stroke: { colour: WATER_COLOUR, width: 0.25 },
  },
  line(
    [
      [-2, 0],
      [2, 0],
    ],
    { colour: WATER_COLOUR, width: 0.35 },
  ),
  line(
    [
      [-1.1, -0.6],
      [1.1, -0.6],
    ],
    { colour: WATER_COLOUR, width: 0.2 },
  ),
];

/** Where a hole goes out of the band and is drawn no further. */
export const LEAVES_MARK: readonly Shape[] = [
  {
    type: 'area',
    rings: [circle(0.8)],
    fill: { colour: '#ffffff' },
    stroke: { colour: '#000000', width: 0.2 },
  },
];

export const COLLAR_MARK: readonly Shape[] = [
  {
    type: 'area',
    rings: [circle(1.3)],
    fill: { colour: '#ffffff' },
    stroke: { colour: '#000000', width: 0.3 },
  },
  { type: 'area', rings: [circle(0.4, [0, 0], 12)], fill: { colour: '#000000' } },
];

/** A collar whose height nobody surveyed: a broken ring with a question mark. */
export const UNPLACED_MARK: readonly Shape[] = [
  {
    type: 'line',
    points: circle(1.3),
    closed: true,
    stroke: { colour: '#b00020', width: 0.3, dash: [0.7, 0.5] },
  },
  { type: 'text', at: [0, -0.8], text: '?', size: 2.2, anchor: 'middle', colour: '#b00020', bold: true },
];

/** Where a hole goes through a level. */
export const piercingMark = (colour: string): readonly Shape[] => [
  {
    type: 'area',
    rings: [
      [
        [0, 1.2],
        [1.2, 0],
        [0, -1.2],
        [-1.2, 0],
      ],
    ],
    fill: { colour },
    stroke: { colour: '#000000', width: 0.2 },
  },
];
