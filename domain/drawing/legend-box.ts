import type { Language } from '../contracts/bilingual.ts';
import type { DrawingLayer, Fill, Shape, Stroke } from './drawing.ts';
import { symbolAt } from './paper-scale.ts';
import { PATTERN_STANDARD } from './rock-patterns.ts';

/** One line of the legend: a patch, a line or a symbol, and what it stands for. */
export interface LegendItem {
  readonly label: string;
  /** Shapes about (0, 0), millimetres on paper; drawn instead of patch and line. */
  readonly symbol?: readonly Shape[];
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

/** A millimetre is a millimetre. */
const ON_PAPER = { scale: 1000, exaggeration: 1 };
const ROW = 7;
const PATCH = { width: 12, height: 5 };
export const LEGEND_WIDTH = 62;
const HEADING = { zh: '图 例', en: 'Legend' } as const;

/** Items that have room between `top` and `bottom`; the rest are counted, and the legend says how many are missing. */
export const legendLayer = (
  items: readonly LegendItem[],
  o: { readonly left: number; readonly top: number; readonly bottom: number; readonly language: Language },
): DrawingLayer => {
  const { left, top, language } = o;
  const room = Math.max(0, Math.floor((top - o.bottom - 20) / ROW));
  const shown = items.length <= room ? items : items.slice(0, Math.max(0, room - 1));
  const missing = items.length - shown.length;
  const shapes: Shape[] = [
    { type: 'text', at: [left, top - 6], text: HEADING[language], size: 4, anchor: 'start', bold: true },
  ];
  shown.forEach(({ label, fill, stroke, symbol }, i) => {
    const y = top - 16 - i * ROW;
    if (symbol) shapes.push(...symbolAt(symbol, [left + PATCH.width / 2, y + PATCH.height / 2], ON_PAPER));
    else if (fill)
      shapes.push({
        type: 'area',
        rings: [
          [
            [left, y],
            [left + PATCH.width, y],
            [left + PATCH.width, y + PATCH.height],
            [left, y + PATCH.height],
          ],
        ],
        fill,
        stroke: stroke ?? { colour: '#000000', width: 0.18 },
      });
    else if (stroke)
      shapes.push({
        type: 'line',
        points: [
          [left, y + PATCH.height / 2],
          [left + PATCH.width, y + PATCH.height / 2],
        ],
        stroke,
      });
    shapes.push({
      type: 'text',
      at: [left + PATCH.width + 3, y + 1.5],
      text: label,
      size: 2.8,
      anchor: 'start',
    });
  });
  let y = top - 16 - shown.length * ROW;
  if (missing > 0) {
    const text = language === 'zh' ? `另有 ${missing} 项未列出` : `${missing} more not listed`;
    shapes.push({ type: 'text', at: [left, y + 1.5], text, size: 2.8, anchor: 'start', colour: '#b00020' });
    y -= ROW;
  }
  wrapped(PATTERN_STANDARD[language], language === 'zh' ? 21 : 40).forEach((text, i) => {
    shapes.push({
      type: 'text',
      at: [left, y + 1.5 - i * 3.4],
      text,
      size: 2.4,
      anchor: 'start',
      colour: '#555555',
    });
  });
  return { id: 'LEGEND', name: { zh: '图例', en: 'Legend' }, space: 'paper', shapes };
};

/** Lines of at most `most` signs, broken at spaces in English and anywhere in Chinese. */
const wrapped = (text: string, most: number): string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const at = space > most / 2 ? space : most;
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...lines, rest];
};
