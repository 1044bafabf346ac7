import type { DrawingLayer, Shape, XY } from './drawing.ts';
import { niceStep } from './nice-step.ts';

const INK = '#000000';

const PIECES = 3;

/** A bar of three pieces, each a round number of metres, 20 to 53 mm long; `at` is its lower left end. */
export const scaleBarLayer = (scale: number, at: XY): DrawingLayer => {
  const piece = niceStep((7 * scale) / 1000);
  const width = (piece * 1000) / scale;
  const [x, y] = at;
  const shapes: Shape[] = [];
  for (let i = 0; i < PIECES; i++) {
    shapes.push({
      type: 'area',
      rings: [
        [
          [x + i * width, y],
          [x + (i + 1) * width, y],
          [x + (i + 1) * width, y + 1.6],
          [x + i * width, y + 1.6],
        ],
      ],
      fill: { colour: i % 2 === 0 ? INK : '#ffffff' },
      stroke: { colour: INK, width: 0.18 },
    });
  }
  for (let i = 0; i <= PIECES; i++) {
    shapes.push({
      type: 'text',
      at: [x + i * width, y + 2.6],
      text: i === PIECES ? `${i * piece} m` : String(i * piece),
      size: 2.4,
      anchor: i === PIECES ? 'start' : 'middle',
    });
  }
  return { id: 'SCALE', name: { zh: '比例尺', en: 'Scale bar' }, space: 'paper', shapes };
};
