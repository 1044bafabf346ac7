import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanBlock, PlanCell } from '../../../domain/contracts/plan-document.ts';
import type { FieldTone } from '../../../domain/contracts/regional-plan.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';
import { drawingToPng } from './figure-pictures.ts';
import { TONES } from './pdf-pages.ts';
import { type PlanFile, SYNTHETIC_MARK } from './write-pdf.ts';

/** Twentieths of a point a millimetre. */
const TWIPS = 1440 / 25.4;
const TEXT_WIDTH = 165;
/** Pixels a millimetre as the package counts them, 96 an inch. */
const PIXELS = 96 / 25.4;

/** Twips a line of the text; said to be no fixed height, or LibreOffice takes it for one and cuts every picture to it. */
const TEXT_LINE = { line: 340, lineRule: LineRuleType.AUTO } as const;
const SINGLE_LINE = { line: 240, lineRule: LineRuleType.AUTO } as const;
const CELL_LINE = { line: 260, lineRule: LineRuleType.AUTO } as const;
/** Signs of a row up to which it is kept on one page: a longer one may need more than a page holds. */
const WHOLE_ROW = 900;

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun', cs: 'Calibri' };
const HEADING_FONT = { ...FONT, eastAsia: 'SimHei' };

const WORDS = {
  contents: { zh: '目录', en: 'Contents' },
  pages: {
    zh: '目录中没有页码时，在目录上右击并选“更新域”（LibreOffice：更新索引）。',
    en: 'Where no page numbers are shown: right-click the contents and update the field (LibreOffice: update index).',
  },
  table: { zh: '表', en: 'Table' },
  figure: { zh: '图', en: 'Figure' },
  added: { zh: '补充说明', en: 'Added' },
} as const;

const runOf = (text: string, tone: FieldTone, more: Partial<IRunOptions> = {}): TextRun =>
  new TextRun({ text, color: TONES[tone].colour.slice(1), bold: TONES[tone].bold, ...more });

/** The plan as a DOCX to be worked on: real headings and a list of them, tables with heads that repeat, figures as pictures. */
export const writeDocx = async (
  { document, figures }: PlanFile,
  { language, fonts, date }: { readonly language: Language; readonly fonts: PdfFonts; readonly date: Date },
): Promise<Uint8Array> => {
  const body: FileChild[] = [];
  for (const block of document.blocks) {
    if (block.type !== 'figure') {
      body.push(...blockOf(block, language));
      continue;
    }
    const drawing = figures.get(block.figure);
    if (!drawing) throw new Error(`the document names the figure ${block.figure}, which is not drawn`);
    const { width, height } = drawing.sheet;
    const caption = `${WORDS.figure[language]} ${block.number}  ${block.caption[language]}`;
    body.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...SINGLE_LINE, before: 120, after: 40 },
        children: [
          new ImageRun({
            type: 'png',
            data: await drawingToPng(drawing, fonts),
            transformation: { width: width * PIXELS, height: height * PIXELS },
            altText: { title: caption, description: caption, name: block.figure },
          }),
        ],
      }),
      captionOf(caption, AlignmentType.CENTER),
    );
  }
  const made = new Document({
    title: document.title[language],
    creator: 'Hyalite',
    description: document.subtitle[language],
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 21, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { ...TEXT_LINE, after: 80 } },
        },
        heading1: {
          run: { font: HEADING_FONT, size: 32, bold: true },
          paragraph: { keepNext: true, keepLines: true, spacing: { ...TEXT_LINE, before: 240, after: 160 } },
        },
        heading2: {
          run: { font: HEADING_FONT, size: 26, bold: true },
          paragraph: { keepNext: true, keepLines: true, spacing: { ...TEXT_LINE, before: 280, after: 120 } },
        },
        heading3: {
          run: { font: HEADING_FONT, size: 23, bold: true },
          paragraph: { keepNext: true, keepLines: true },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * TWIPS), height: Math.round(297 * TWIPS) },
            margin: {
              left: Math.round(25 * TWIPS),
              right: Math.round(20 * TWIPS),
              top: Math.round(28 * TWIPS),
              bottom: Math.round(25 * TWIPS),
            },
          },
        },
        headers: { default: headerOf(document, language) },
        footers: { default: footerOf(document, language) },
        children: [...cover(document, language, date), ...body],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
};

const cover = (
  { title, subtitle, provenance }: PlanFile['document'],
  language: Language,
  date: Date,
): FileChild[] => {
  const centred = (text: string, size: number, more: Partial<IRunOptions> = {}): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...TEXT_LINE, before: 240, after: 240 },
      children: [new TextRun({ text, size, font: HEADING_FONT, ...more })],
    });
  return [
    new Paragraph({ spacing: { before: 3000 } }),
    centred(title[language], 44, { bold: true }),
    centred(subtitle[language], 26),
    centred(countyDay(date.getTime()), 24),
    ...(provenance === 'synthetic'
      ? [centred(SYNTHETIC_MARK[language], 30, { bold: true, color: TONES.bad.colour.slice(1) })]
      : []),
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: WORDS.contents[language], size: 32, bold: true, font: HEADING_FONT })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: WORDS.pages[language], size: 16, color: '6B7680' })],
    }),
    // Its entries are written now: a dirty one would ask the reader a question before anything is shown.
    new TableOfContents(WORDS.contents[language], {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
    }),
  ];
};

const headerOf = ({ title, provenance }: PlanFile['document'], language: Language): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: title[language], size: 17, color: '6B7680' }),
          ...(provenance === 'synthetic'
            ? [runOf(`    ${SYNTHETIC_MARK[language]}`, 'bad', { size: 17 })]
            : []),
        ],
      }),
    ],
  });

const footerOf = ({ subtitle }: PlanFile['document'], language: Language): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 17,
            color: '6B7680',
            children: [subtitle[language], '    ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const captionOf = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph =>
  new Paragraph({
    alignment,
    keepNext: alignment === AlignmentType.LEFT,
    spacing: { before: 120, after: 80 },
    children: [new TextRun({ text, bold: true, size: 18 })],
  });

const blockOf = (block: Exclude<PlanBlock, { type: 'figure' }>, language: Language): FileChild[] => {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3,
          pageBreakBefore: block.level === 1,
          children: [new TextRun(`${block.number} ${block.text[language]}`)],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: [runOf(block.text[language], block.tone)] })];
    case 'added':
      return [
        ...block.text.split('\n').map(
          (line) =>
            new Paragraph({
              indent: { left: 200 },
              border: { left: { style: BorderStyle.SINGLE, size: 18, color: '1F5F95', space: 8 } },
              children: [new TextRun(line)],
            }),
        ),
        new Paragraph({
          indent: { left: 200 },
          children: [
            new TextRun({
              text: `${WORDS.added[language]}: ${block.by}, ${block.at.slice(0, 10)}`,
              size: 18,
              color: '6B7680',
            }),
          ],
        }),
      ];
    case 'table':
      return [
        captionOf(`${WORDS.table[language]} ${block.number}  ${block.caption[language]}`, AlignmentType.LEFT),
        tableOf(block, language),
        new Paragraph({ spacing: { after: 60 } }),
      ];
  }
};

/** Of its longest cell. */
const signsOf = (row: readonly PlanCell[], language: Language): number =>
  Math.max(...row.map((cell) => cell.reduce((sum, { text }) => sum + text[language].length, 0)));

const tableOf = (block: Extract<PlanBlock, { type: 'table' }>, language: Language): Table => {
  const total = block.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = block.columns.map(({ width }) => Math.round((width / total) * TEXT_WIDTH * TWIPS));
  const cell = (lines: PlanCell, i: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'ECEFF1', color: 'auto' } } : {}),
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: (lines.length > 0 ? lines : [null]).map(
        (line) =>
          new Paragraph({
            // A head goes with the first row under it.
            keepNext: isHead,
            spacing: { ...CELL_LINE, after: 0 },
            children: line
              ? [runOf(line.text[language], line.tone, { size: 17, ...(isHead ? { bold: true } : {}) })]
              : [],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: Math.round(TEXT_WIDTH * TWIPS), type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ title }, i) => cell([{ text: title, tone: 'plain' }], i, true)),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: signsOf(row, language) <= WHOLE_ROW,
            children: row.map((lines, i) => cell(lines, i, false)),
          }),
      ),
    ],
  });
};
