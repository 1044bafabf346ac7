import { latestWater } from '../boreholes/borehole-log.ts';
import type { Bilingual } from '../contracts/bilingual.ts';
import type { ColumnContent } from './column-layout.ts';
import { valueText } from './column-rows.ts';
import type { DrawingLayer, Shape } from './drawing.ts';
import { PATTERN_STANDARD } from './rock-patterns.ts';
import type { Sheet } from './sheet.ts';
import { textWidth, wrapText } from './text-width.ts';
import { TITLE_BLOCK_HEIGHT, TITLE_BLOCK_WIDTH } from './title-block.ts';

const ROW = 6;
const TITLE = 13;
const PER_ROW = 3;
const WARNING = '#b00020';

const NAMES = {
  hole: { zh: '孔号', en: 'Hole' },
  x: { zh: 'X（北）', en: 'X (north)' },
  y: { zh: 'Y（东）', en: 'Y (east)' },
  height: { zh: '孔口标高', en: 'Collar height' },
  depth: { zh: '孔深', en: 'Depth' },
  water: { zh: '水位', en: 'Water level' },
  unknown: { zh: '未知', en: 'unknown' },
  none: { zh: '无观测', en: 'no reading' },
} satisfies Record<string, Bilingual>;

interface Cell {
  readonly name: string;
  readonly value: string;
  readonly unknown?: boolean;
}

const cellsOf = ({ log, language, eastingOffset }: ContentOfHead): Cell[] => {
  const unknown = { value: NAMES.unknown[language], unknown: true };
  const known = (value: number | null | undefined, unit = ' m'): Pick<Cell, 'value' | 'unknown'> =>
    value === null || value === undefined ? unknown : { value: `${value.toFixed(2)}${unit}` };
  const water = latestWater(log);
  const level = water
    ? [
        water.elevation === null ? null : `${water.elevation.toFixed(2)} m`,
        water.depth === null ? null : `${language === 'zh' ? '埋深' : 'depth'} ${water.depth.toFixed(2)} m`,
        water.date,
      ]
        .filter((text) => text !== null)
        .join(' · ')
    : NAMES.none[language];
  return [
    { name: NAMES.hole[language], value: log.title },
    { name: NAMES.x[language], ...known(log.plan?.northing, '') },
    { name: NAMES.y[language], ...known(log.plan ? log.plan.easting + eastingOffset : null, '') },
    { name: NAMES.height[language], ...known(log.height) },
    { name: NAMES.depth[language], ...known(log.depth) },
    { name: NAMES.water[language], value: level },
    ...log.collarColumns.flatMap((column) => {
      const value = valueText(column, log.values[column.id], language);
      return value === null ? [] : [{ name: column.name[language], value }];
    }),
  ];
};
type ContentOfHead = Pick<ColumnContent, 'log' | 'language' | 'eastingOffset'>;

/** The title over a column and what is known of the hole's collar; what is not known says so. */
export const columnHead = (
  content: ColumnContent,
  { frame }: Sheet,
): { readonly layer: DrawingLayer; readonly height: number } => {
  const cells = cellsOf(content);
  const width = (frame.right - frame.left) / PER_ROW;
  const shapes: Shape[] = [
    {
      type: 'text',
      at: [(frame.left + frame.right) / 2, frame.top - 8.6],
      text: content.block.title,
      size: 5,
      anchor: 'middle',
      bold: true,
    },
  ];
  cells.forEach(({ name, value, unknown }, i) => {
    const x = frame.left + (i % PER_ROW) * width;
    const y = frame.top - TITLE - (Math.floor(i / PER_ROW) + 1) * ROW + 2;
    const label = `${name}：`;
    const start = x + 2 + textWidth(label, 2.3);
    const [shown = ''] = wrapText(value, 2.5, x + width - start - 1);
    shapes.push(
      { type: 'text', at: [x + 2, y], text: label, size: 2.3, anchor: 'start', colour: '#555555' },
      {
        type: 'text',
        at: [start, y],
        text: shown === value ? value : `${shown}…`,
        size: 2.5,
        anchor: 'start',
        ...(unknown ? { colour: WARNING } : {}),
      },
    );
  });
  return {
    layer: { id: 'HEAD', name: { zh: '图头', en: 'Head' }, space: 'paper', shapes },
    height: TITLE + Math.ceil(cells.length / PER_ROW) * ROW + 1,
  };
};

const noteTexts = ({
  log,
  language,
}: ColumnContent): { readonly text: string; readonly warns: boolean }[] => {
  const zh = language === 'zh';
  const notes = [{ text: PATTERN_STANDARD[language], warns: false }];
  if (log.height === null)
    notes.unshift({
      text: zh
        ? '孔口标高未知：只有深度，各层标高未知。'
        : 'Collar height unknown: depths only, no elevations.',
      warns: true,
    });
  notes.push({
    text: zh ? '深度、层厚均沿钻孔量取。' : 'Depths and lengths are measured along the hole.',
    warns: false,
  });
  if (!log.surveyed)
    notes.push({
      text: zh ? '无测斜资料，标高按直孔计算。' : 'No deviation survey: elevations as of a vertical hole.',
      warns: log.height !== null,
    });
  return notes;
};

/** Notes left of the title block, or under the table where the sheet is no wider than the block. */
export const columnNotes = (content: ColumnContent, { frame }: Sheet): DrawingLayer => {
  const beside = frame.right - frame.left - TITLE_BLOCK_WIDTH > 40;
  const width = beside ? frame.right - frame.left - TITLE_BLOCK_WIDTH - 6 : frame.right - frame.left - 4;
  const size = beside ? 2.2 : 1.7;
  const notes = noteTexts(content);
  const paragraphs = beside
    ? notes
    : [{ text: notes.map(({ text }) => text).join(' '), warns: notes.some(({ warns }) => warns) }];
  const lines = paragraphs.flatMap(({ text, warns }) =>
    wrapText(text, size, width).map((line) => ({ text: line, warns })),
  );
  const top = frame.bottom + TITLE_BLOCK_HEIGHT;
  const shapes = lines.map(
    ({ text, warns }, i): Shape => ({
      type: 'text',
      at: [frame.left + 2, (beside ? top - 3 : top + 5.4) - i * size * 1.5],
      text,
      size,
      anchor: 'start',
      colour: warns ? WARNING : '#555555',
    }),
  );
  return { id: 'NOTES', name: { zh: '说明', en: 'Notes' }, space: 'paper', shapes };
};
