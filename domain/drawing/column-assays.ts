import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import { assayColumns } from './assay-columns.ts';
import { ASSAY_WIDTH } from './column-layout.ts';
import { type StripPlace, stripHead, stripText } from './column-strips.ts';
import type { DrawingLayer, Shape } from './drawing.ts';
import { niceStep } from './nice-step.ts';

const BAR = '#7aa6c2';

/** Bars of what was measured at true depth; a stretch that was not assayed has none, and 0 has a line. */
export const assayLayer = (log: BoreholeLog, { layout, y, language }: StripPlace): DrawingLayer => {
  const shapes: Shape[] = [];
  assayColumns(log).forEach((column, i) => {
    const left = layout.edges.assays + i * ASSAY_WIDTH;
    const values = log.assays.flatMap(({ from, to, values: all }) => {
      const value = all[column.id];
      return typeof value === 'number' ? [{ from, to, value }] : [];
    });
    const most = Math.max(...values.map(({ value }) => value));
    const scale = most > 0 ? niceStep(most) : 1;
    for (const { from, to, value } of values) {
      const width = (Math.max(0, value) / scale) * (ASSAY_WIDTH - 1);
      shapes.push({
        type: 'area',
        rings: [
          [
            [left, y(to)],
            [left + width, y(to)],
            [left + width, y(from)],
            [left, y(from)],
          ],
        ],
        fill: { colour: BAR },
        stroke: { colour: '#2f5f7d', width: 0.1 },
      });
      if (y(from) - y(to) > 2.2)
        shapes.push(
          stripText(
            [left + 0.8, (y(from) + y(to)) / 2 - 0.65],
            value.toFixed(column.decimals ?? 2),
            'start',
            {
              size: 1.8,
            },
          ),
        );
    }
    const unit = column.unit ? ` ${column.unit}` : '';
    shapes.push(
      ...stripHead(`${column.name[language]} 0–${scale}${unit}`, left, left + ASSAY_WIDTH, layout.top),
      {
        type: 'line',
        points: [
          [left, layout.bottom],
          [left, layout.top],
        ],
        stroke: { colour: '#000000', width: 0.13 },
      },
    );
  });
  return { id: 'ASSAY', name: { zh: '化验', en: 'Assays' }, space: 'paper', shapes };
};
