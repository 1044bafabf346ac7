import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import { planeLine } from '../../../../domain/geology/slice/cut-faces.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import type { DrawingChoice } from '../../../shell/drawing-choice.ts';
import { heightOf } from './survey-place.ts';
import { workedBox } from './usual-slice.ts';

/** Metres a drawing goes beyond what is mined. */
const BEYOND = 100;

/** The drawing of a slice, A on the left of who looks at the cut; null: a box is no drawing. */
export const drawingOf = (
  slice: Slice,
  catalog: Catalog,
): Partial<Pick<DrawingChoice, 'cutKind' | 'cutLine' | 'cutLevel'>> | null => {
  switch (slice.kind) {
    case 'plane': {
      const { min, max } = workedBox(catalog);
      const line =
        planeLine(slice, {
          min: [min[0] - BEYOND, min[1] - BEYOND, min[2]],
          max: [max[0] + BEYOND, max[1] + BEYOND, max[2]],
        }) ?? planeLine(slice, { min: [...catalog.extent.min], max: [...catalog.extent.max] });
      return line && { cutKind: 'section', cutLine: seenFrom(line, slice.flipped) };
    }
    case 'line':
      return { cutKind: 'section', cutLine: seenFrom(slice.line, slice.flipped) };
    case 'level':
      return { cutKind: 'level', cutLevel: Number(heightOf(frameOfCatalog(catalog), slice.up).toFixed(2)) };
    case 'box':
      return null;
  }
};

const seenFrom = (line: readonly PlanPoint[], flipped: boolean): readonly PlanPoint[] => {
  const rounded = line.map(([e, n]): PlanPoint => [Number(e.toFixed(1)), Number(n.toFixed(1))]);
  return flipped ? rounded.reverse() : rounded;
};
