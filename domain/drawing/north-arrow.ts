import type { DrawingLayer, Shape, XY } from './drawing.ts';

/** Grid north; `azimuth` is the direction of the paper's top, degrees clockwise from grid north. `at` is the middle. */
export const northArrowLayer = (azimuth: number, at: XY): DrawingLayer => {
  const turn = (azimuth * Math.PI) / 180;
  const point = (x: number, y: number): XY => [
    at[0] + x * Math.cos(turn) - y * Math.sin(turn),
    at[1] + x * Math.sin(turn) + y * Math.cos(turn),
  ];
  const half = (side: 1 | -1): Shape => ({
    type: 'area',
    rings: [[point(0, 8), point(side * 3, -7), point(0, -4)]],
    fill: { colour: side === 1 ? '#000000' : '#ffffff' },
    stroke: { colour: '#000000', width: 0.25 },
  });
  return {
    id: 'NORTH',
    name: { zh: '指北针', en: 'North arrow' },
    space: 'paper',
    shapes: [
      half(-1),
      half(1),
      { type: 'text', at: point(0, 10), text: 'N', size: 4, anchor: 'middle', bold: true },
    ],
  };
};
