import type { DrawingLayer, DrawingView, Shape, Stroke, XY } from './drawing.ts';
import { modelToPaper, paperToModel } from './drawing.ts';
import { multiplesIn, niceStep } from './nice-step.ts';
import type { PaperBox } from './sheet.ts';

/** A corner of the line a section was cut along, in survey metres, and its chainage on the section's x axis. */
export interface SectionCorner {
  readonly chainage: number;
  readonly easting: number;
  readonly northing: number;
}

const GRID_STROKE: Stroke = { colour: '#9aa3ab', width: 0.1 };
const TICK_STROKE: Stroke = { colour: '#000000', width: 0.18 };
const TEXT_SIZE = 2.2;
const LABEL_COLOUR = '#333333';
/** Millimetres between grid lines at least: near enough to measure from, far enough to read through. */
const LEAST_SPACING = 40;

const label = (at: XY, text: string, anchor: 'start' | 'middle' | 'end', angle = 0): Shape => ({
  type: 'text',
  at,
  text,
  size: TEXT_SIZE,
  anchor,
  angle,
  colour: LABEL_COLOUR,
});
const line = (a: XY, b: XY, stroke: Stroke = GRID_STROKE): Shape => ({
  type: 'line',
  points: [a, b],
  stroke,
});

const gridLayer = (shapes: readonly Shape[]): DrawingLayer => ({
  id: 'GRID',
  name: { zh: '坐标网', en: 'Grid' },
  space: 'paper',
  shapes,
});

/** Metres between lines at this scale, at least so many millimetres apart. */
export const gridStep = (scale: number, spacing = LEAST_SPACING): number =>
  niceStep((spacing * scale) / 1000);

/**
 * Grid of a plan in survey coordinates: X (northing) at the sides, Y (easting, with its zone number) at top and bottom,
 * as Chinese plans write them.
 */
export const planGrid = (view: DrawingView, field: PaperBox): DrawingLayer => {
  const step = gridStep(view.scale);
  const [west, south] = paperToModel(view, [field.left, field.bottom]);
  const [east, north] = paperToModel(view, [field.right, field.top]);
  const shapes: Shape[] = [];
  for (const easting of multiplesIn(west, east, step)) {
    const [x] = modelToPaper(view, [easting, south]);
    shapes.push(
      line([x, field.bottom], [x, field.top]),
      label([x, field.bottom - 3], `Y ${easting}`, 'middle'),
      label([x, field.top + 1.2], `Y ${easting}`, 'middle'),
    );
  }
  for (const northing of multiplesIn(south, north, step)) {
    const [, y] = modelToPaper(view, [west, northing]);
    shapes.push(
      line([field.left, y], [field.right, y]),
      label([field.left - 1.2, y], `X ${northing}`, 'middle', 90),
      label([field.right + 3, y], `X ${northing}`, 'middle', 90),
    );
  }
  return gridLayer(shapes);
};

/** Chainages where the section's line crosses the survey grid, with what it crosses there. */
export const gridCrossings = (
  corners: readonly SectionCorner[],
  step: number,
): { readonly chainage: number; readonly axis: 'X' | 'Y'; readonly value: number }[] => {
  const found: { chainage: number; axis: 'X' | 'Y'; value: number }[] = [];
  for (let i = 1; i < corners.length; i++) {
    const [a, b] = [corners[i - 1]!, corners[i]!];
    for (const [axis, from, to] of [
      ['Y', a.easting, b.easting],
      ['X', a.northing, b.northing],
    ] as const) {
      if (from === to) continue;
      for (const value of multiplesIn(Math.min(from, to), Math.max(from, to), step)) {
        // A corner on a grid line belongs to one stretch only.
        if (i > 1 && value === from) continue;
        const t = (value - from) / (to - from);
        found.push({ chainage: a.chainage + t * (b.chainage - a.chainage), axis, value });
      }
    }
  }
  return found.sort((a, b) => a.chainage - b.chainage || a.axis.localeCompare(b.axis));
};

/**
 * Graph paper of a section: heights at both sides, chainage below, and above, where the line crosses the survey's
 * grid, the coordinate it crosses; dashed lines mark its corners.
 */
export const sectionGrid = (
  view: DrawingView,
  field: PaperBox,
  corners: readonly SectionCorner[],
  spacing = LEAST_SPACING,
): DrawingLayer => {
  const [left, bottom] = paperToModel(view, [field.left, field.bottom]);
  const [right, top] = paperToModel(view, [field.right, field.top]);
  const shapes: Shape[] = [];
  for (const height of multiplesIn(bottom, top, gridStep(view.scale / view.exaggeration, spacing))) {
    const [, y] = modelToPaper(view, [left, height]);
    shapes.push(
      line([field.left, y], [field.right, y]),
      label([field.left - 1.2, y - 0.8], String(height), 'end'),
      label([field.right + 1.2, y - 0.8], String(height), 'start'),
    );
  }
  for (const chainage of multiplesIn(left, right, gridStep(view.scale))) {
    const [x] = modelToPaper(view, [chainage, bottom]);
    shapes.push(
      line([x, field.bottom], [x, field.bottom + 2], TICK_STROKE),
      label([x, field.bottom - 3], String(chainage), 'middle'),
    );
  }
  let free = Number.NEGATIVE_INFINITY;
  for (const { chainage, axis, value } of gridCrossings(corners, gridStep(view.scale))) {
    const [x] = modelToPaper(view, [chainage, top]);
    if (x < field.left || x > field.right) continue;
    shapes.push(line([x, field.bottom], [x, field.top]));
    // Two crossings side by side share the room of one label.
    if (x - free < TEXT_SIZE * 1.1) continue;
    shapes.push(label([x + 0.8, field.top + 1.2], `${axis} ${value}`, 'start', 90));
    free = x;
  }
  for (const { chainage } of corners.slice(1, -1)) {
    const [x] = modelToPaper(view, [chainage, top]);
    if (x > field.left && x < field.right)
      shapes.push(line([x, field.bottom], [x, field.top], { ...TICK_STROKE, dash: [3, 1.5] }));
  }
  return gridLayer(shapes);
};
