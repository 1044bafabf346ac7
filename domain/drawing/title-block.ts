import type { Bilingual, Language } from '../contracts/bilingual.ts';
import { PROVENANCE_TEXT, type Provenance } from '../contracts/layers.ts';
import type { DrawingLayer, Shape } from './drawing.ts';
import type { PaperBox } from './sheet.ts';
import { textWidth } from './text-width.ts';

/** What the title block says. Dates are written by the caller, as yyyy-mm-dd. */
export interface TitleBlock {
  readonly mine: string;
  readonly title: string;
  /** 图号; null: none was given, and the box stays empty to be filled by hand. */
  readonly number: string | null;
  readonly revision: string | null;
  /** Date of the survey the drawing shows; null: not known, and it says so. */
  readonly surveyDate: string | null;
  readonly coordinateSystem: string;
  readonly heightDatum: string;
  /** Revision of the data it was drawn from: the bundle's hash, shortened. */
  readonly dataRevision: string;
  readonly provenance: Provenance;
}

/** Who signs, in the order of the boxes. The law asks for the last: the mine's principal must sign (JN矿 3(4), TZ 3(2)). */
const SIGNATURES: readonly Bilingual[] = [
  { zh: '测量', en: 'Surveyed' },
  { zh: '绘图', en: 'Drawn' },
  { zh: '审核', en: 'Checked' },
  { zh: '总工程师', en: 'Chief engineer' },
  { zh: '主要负责人', en: 'Principal' },
];

const TEXT = {
  number: { zh: '图号', en: 'Drawing no.' },
  revision: { zh: '版次', en: 'Revision' },
  scale: { zh: '比例', en: 'Scale' },
  surveyDate: { zh: '测量日期', en: 'Survey date' },
  system: { zh: '坐标系', en: 'Coordinates' },
  datum: { zh: '高程', en: 'Heights' },
  data: { zh: '数据版本', en: 'Data revision' },
  signature: { zh: '签字', en: 'Signature' },
  date: { zh: '日期', en: 'Date' },
  unknown: { zh: '未知', en: 'unknown' },
  synthetic: { zh: '合成数据，不得用于生产', en: 'SYNTHETIC DATA: not for use in a mine' },
} satisfies Record<string, Bilingual>;

export const TITLE_BLOCK_WIDTH = 180;
export const TITLE_BLOCK_HEIGHT = 48;

const HEAVY = { colour: '#000000', width: 0.5 };
const FINE = { colour: '#000000', width: 0.18 };

/** The block in the lower right corner of a frame: signatures on the left, what the drawing is on the right. */
export const titleBlockLayer = (
  block: TitleBlock,
  o: { readonly frame: PaperBox; readonly scaleText: string; readonly language: Language },
): DrawingLayer => {
  const { language } = o;
  const left = o.frame.right - TITLE_BLOCK_WIDTH;
  const { bottom } = o.frame;
  const top = bottom + TITLE_BLOCK_HEIGHT;
  const shapes: Shape[] = [];
  const rule = (x1: number, y1: number, x2: number, y2: number, stroke = FINE): void => {
    shapes.push({
      type: 'line',
      points: [
        [x1, y1],
        [x2, y2],
      ],
      stroke,
    });
  };
  const write = (
    x: number,
    y: number,
    text: string,
    size = 2.5,
    more: Partial<Extract<Shape, { type: 'text' }>> = {},
  ): void => {
    shapes.push({ type: 'text', at: [x, y], text, size, anchor: 'start', ...more });
  };
  shapes.push({
    type: 'area',
    rings: [
      [
        [left, bottom],
        [o.frame.right, bottom],
        [o.frame.right, top],
        [left, top],
      ],
    ],
    fill: { colour: '#ffffff' },
    stroke: HEAVY,
  });

  const names = left + 70;
  const rowHeight = TITLE_BLOCK_HEIGHT / (SIGNATURES.length + 1);
  rule(names, bottom, names, top, HEAVY);
  rule(left + 22, bottom, left + 22, top);
  rule(left + 48, bottom, left + 48, top);
  write(left + 35, top - rowHeight + 2.6, TEXT.signature[language], 2.5, { anchor: 'middle' });
  write(left + 59, top - rowHeight + 2.6, TEXT.date[language], 2.5, { anchor: 'middle' });
  SIGNATURES.forEach((who, i) => {
    const y = top - rowHeight * (i + 1);
    rule(left, y, names, y);
    write(left + 2, y - rowHeight + 2.6, who[language]);
  });

  const middle = names + TITLE_BLOCK_WIDTH - 70;
  const half = names + (middle - names) / 2;
  const synthetic = block.provenance === 'synthetic';
  write(half, top - 7, block.mine, 4, { anchor: 'middle' });
  write(half, top - 14.5, block.title, 5, { anchor: 'middle', bold: true });
  rule(names, top - 17, middle, top - 17);
  const cells: readonly (readonly [Bilingual, string])[] = [
    [TEXT.number, block.number ?? ''],
    [TEXT.revision, block.revision ?? ''],
    [TEXT.scale, o.scaleText],
    [TEXT.surveyDate, block.surveyDate ?? TEXT.unknown[language]],
    [TEXT.data, block.dataRevision],
    [TEXT.datum, block.heightDatum],
  ];
  const cellHeight = 6.2;
  cells.forEach(([name, value], i) => {
    const x = i % 2 === 0 ? names : half;
    const y = top - 17 - cellHeight * (Math.floor(i / 2) + 1);
    write(x + 1.5, y + 2, name[language], 2.2, { colour: '#555555' });
    write(x + 18, y + 2, fitted(value, 2.4, half - names - 19), 2.4);
    if (i % 2 === 1) rule(names, y, middle, y);
  });
  rule(half, top - 17, half, top - 17 - 3 * cellHeight);
  const system = top - 17 - 4 * cellHeight;
  write(names + 1.5, system + 2, TEXT.system[language], 2.2, { colour: '#555555' });
  write(names + 18, system + 2, fitted(block.coordinateSystem, 2.4, middle - names - 19), 2.4);
  rule(names, system, middle, system);
  write(
    half,
    bottom + 1.9,
    synthetic ? TEXT.synthetic[language] : PROVENANCE_TEXT[block.provenance][language],
    2.8,
    {
      anchor: 'middle',
      bold: synthetic,
      colour: synthetic ? '#b00020' : '#000000',
    },
  );
  return { id: 'TITLE', name: { zh: '图签', en: 'Title block' }, space: 'paper', shapes };
};

/** The text, shortened with "…" where it would not fit: a box overrun is worse than a name cut. */
const fitted = (text: string, size: number, width: number): string => {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('')}…`;
};
