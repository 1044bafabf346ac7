import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { PlanBlock, PlanDocument } from '../../../domain/contracts/plan-document.ts';
import type { Drawing } from '../../../domain/drawing/drawing.ts';
import { createDrawingPainter, PT } from '../../../domain/drawing/pdf-painter.ts';
import { createPdfPages, type PdfOf, type PdfPages, TONES } from './pdf-pages.ts';
import { pdfTable } from './pdf-table.ts';

type Heading = Extract<PlanBlock, { type: 'heading' }>;

export interface PlanFile {
  readonly document: PlanDocument;
  /** Drawings by the ids the document's figures name. */
  readonly figures: ReadonlyMap<string, Drawing>;
}

const BODY_SIZE = 10.5;
const CAPTION_SIZE = 9;
const HEADING_SIZES: Readonly<Record<number, number>> = { 1: 16, 2: 13, 3: 11.5 };
const RED = TONES.missing.colour;
const GREY = '#6b7680';

export const SYNTHETIC_MARK: Bilingual = {
  zh: '合成数据，不得用于生产',
  en: 'SYNTHETIC DATA: not for use in a mine',
};
const CONTENTS: Bilingual = { zh: '目 录', en: 'Contents' };
const TABLE: Bilingual = { zh: '表', en: 'Table' };
const FIGURE: Bilingual = { zh: '图', en: 'Figure' };
const ADDED: Bilingual = { zh: '补充说明', en: 'Added' };

/** The plan as a PDF: cover, contents with page numbers, bookmarks, vector figures, and on every page what it is and whether its data are made up. */
export const writePdf = async (
  { document, figures }: PlanFile,
  o: Omit<PdfOf, 'title'>,
): Promise<Uint8Array> => {
  const { language } = o;
  const pages = createPdfPages({ ...o, title: document.title[language] });
  const painter = createDrawingPainter(pages.doc);
  cover(pages, document, language);
  const headings = document.blocks.filter(
    (block): block is Heading => block.type === 'heading' && block.level <= 2,
  );
  const contents = reserveContents(pages, headings.length);
  const pageOf = new Map<string, number>();
  const outline = createOutline(pages.doc);
  pages.newPage();
  for (const block of document.blocks) {
    if (block.type !== 'heading') {
      writeBlock(pages, block, { language, figures, painter });
      continue;
    }
    const text = `${block.number} ${block.text[language]}`;
    const size = HEADING_SIZES[block.level]!;
    const isFirst = block.number === '1';
    if (block.level === 1 && !isFirst && pages.room < pages.height) pages.newPage();
    pages.y += block.level === 1 ? 0 : size * 0.7;
    // A heading stands with what it is the heading of.
    pages.need(size * 4);
    pageOf.set(block.id, pages.doc.bufferedPageRange().count);
    pages.doc.addNamedDestination(block.id, 'FitH', pages.doc.page.height - pages.y);
    outline(block.level, text);
    pages.paragraph(text, { size, bold: true, leading: 1.5 });
    pages.y += size * 0.25;
  }
  writeContents(pages, headings, { language, pageOf, contents });
  furniture(pages, document, language);
  return pages.end();
};

type Language = PdfOf['language'];

const cover = (pages: PdfPages, { title, subtitle, provenance }: PlanDocument, language: Language): void => {
  pages.newPage();
  pages.y += 60 * PT;
  const middle = pages.left + pages.width / 2;
  const centred = (text: string, size: number, bold: boolean, colour = TONES.plain.colour): void => {
    for (const line of pages.lines(text, pages.width, { size, bold })) {
      pages.put(line, middle, pages.y + size, { size, bold, colour }, 'middle');
      pages.y += size * 1.6;
    }
  };
  centred(title[language], 21, true);
  pages.y += 8 * PT;
  centred(subtitle[language], 13, false);
  if (provenance === 'synthetic') {
    pages.y += 16 * PT;
    centred(SYNTHETIC_MARK[language], 15, true, RED);
  }
};

const CONTENTS_LINE = 17;

/** Pages the contents will need, left empty: where things stand is known at the end. */
const reserveContents = (
  pages: PdfPages,
  entries: number,
): { readonly first: number; readonly perPage: number } => {
  const perPage = Math.floor((pages.height - 40) / CONTENTS_LINE);
  const count = Math.max(1, Math.ceil(entries / perPage));
  const first = pages.doc.bufferedPageRange().count;
  for (let i = 0; i < count; i++) pages.newPage();
  return { first, perPage };
};

const writeContents = (
  pages: PdfPages,
  headings: readonly Heading[],
  o: {
    readonly language: Language;
    readonly pageOf: ReadonlyMap<string, number>;
    readonly contents: { readonly first: number; readonly perPage: number };
  },
): void => {
  const { language, contents } = o;
  const right = pages.left + pages.width;
  headings.forEach((heading, i) => {
    const page = contents.first + Math.floor(i / contents.perPage);
    const at = i % contents.perPage;
    pages.doc.switchToPage(page);
    const top = pages.doc.page.height - pages.height;
    if (at === 0)
      pages.put(
        CONTENTS[language],
        pages.left + pages.width / 2,
        42 * PT,
        { size: 16, bold: true },
        'middle',
      );
    const y = Math.min(top, 50 * PT) + at * CONTENTS_LINE + 10;
    const style = { size: heading.level === 1 ? 11 : 10, bold: heading.level === 1 };
    const x = pages.left + (heading.level - 1) * 14;
    const [text] = pages.lines(`${heading.number} ${heading.text[language]}`, right - x - 40, style);
    pages.put(text!, x, y, style);
    pages.put(String(o.pageOf.get(heading.id)), right, y, style, 'right');
    pages.doc.goTo(x, y - style.size, right - x, CONTENTS_LINE, heading.id);
  });
};

/** Bookmarks two deep, as the headings lie. */
const createOutline = (doc: PDFKit.PDFDocument): ((level: number, text: string) => void) => {
  const parents = [doc.outline];
  return (level, text) => {
    const parent = parents[Math.min(level, parents.length) - 1]!;
    parents.length = Math.min(level, parents.length);
    parents.push(parent.addItem(text, { expanded: false }));
  };
};

const writeBlock = (
  pages: PdfPages,
  block: Exclude<PlanBlock, Heading>,
  o: {
    readonly language: Language;
    readonly figures: ReadonlyMap<string, Drawing>;
    readonly painter: ReturnType<typeof createDrawingPainter>;
  },
): void => {
  const { language } = o;
  switch (block.type) {
    case 'paragraph':
      pages.paragraph(block.text[language], { size: BODY_SIZE, ...TONES[block.tone], leading: 1.6 });
      pages.y += 4;
      return;
    case 'added': {
      const top = pages.y;
      const page = pages.doc.bufferedPageRange().count;
      pages.paragraph(block.text, { size: BODY_SIZE, leading: 1.6 }, 10);
      pages.paragraph(
        `${ADDED[language]}: ${block.by}, ${block.at.slice(0, 10)}`,
        { size: CAPTION_SIZE, colour: GREY },
        10,
      );
      // A bar at its side where it lies on one page: it is told apart from what was composed.
      if (page === pages.doc.bufferedPageRange().count)
        pages.doc.rect(pages.left, top, 2.5, pages.y - top).fill('#1f5f95');
      pages.y += 8;
      return;
    }
    case 'table':
      pages.y += 4;
      pages.need(60);
      pages.paragraph(`${TABLE[language]} ${block.number}  ${block.caption[language]}`, {
        size: CAPTION_SIZE,
        bold: true,
      });
      pages.y += 2;
      pdfTable(pages, block, language);
      pages.y += 10;
      return;
    case 'figure': {
      const drawing = o.figures.get(block.figure);
      if (!drawing) throw new Error(`the document names the figure ${block.figure}, which is not drawn`);
      const height = drawing.sheet.height * PT;
      pages.need(Math.min(height + 24, pages.height));
      o.painter(drawing, [pages.left / PT, pages.y / PT]);
      pages.y += height + 4;
      const caption = `${FIGURE[language]} ${block.number}  ${block.caption[language]}`;
      for (const line of pages.lines(caption, pages.width, { size: CAPTION_SIZE, bold: true })) {
        pages.put(
          line,
          pages.left + pages.width / 2,
          pages.y + CAPTION_SIZE,
          { size: CAPTION_SIZE, bold: true },
          'middle',
        );
        pages.y += CAPTION_SIZE * 1.5;
      }
      pages.y += 10;
      return;
    }
  }
};

/** Head and foot of every page but the cover. */
const furniture = (pages: PdfPages, document: PlanDocument, language: Language): void => {
  const { start, count } = pages.doc.bufferedPageRange();
  const right = pages.left + pages.width;
  const style = { size: 8.5, colour: GREY };
  for (let i = start; i < start + count; i++) {
    pages.doc.switchToPage(i);
    if (i === start) continue;
    pages.put(document.title[language], pages.left, 18 * PT, style);
    if (document.provenance === 'synthetic')
      pages.put(SYNTHETIC_MARK[language], right, 18 * PT, { ...style, colour: RED, bold: true }, 'right');
    pages.doc
      .moveTo(pages.left, 20.5 * PT)
      .lineTo(right, 20.5 * PT)
      .lineWidth(0.4)
      .undash()
      .strokeColor(GREY)
      .stroke();
    pages.put(document.subtitle[language], pages.left, 283 * PT, style);
    pages.put(`${i + 1} / ${count}`, right, 283 * PT, style, 'right');
  }
};
