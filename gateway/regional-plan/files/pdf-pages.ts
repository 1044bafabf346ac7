import PDFDocument from 'pdfkit';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { FieldTone } from '../../../domain/contracts/regional-plan.ts';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';
import { PT } from '../../../domain/drawing/pdf-painter.ts';
import { breakLines } from './break-lines.ts';

/** A4 upright, millimetres; the text is as wide as the figures. */
const PAGE = { width: 210, height: 297 };
const BODY = { left: 25, right: 190, top: 28, bottom: 272 };

/** What is missing or wrong is bold as well as red; what is doubtful is brown, and its words say so. */
export const TONES: Readonly<Record<FieldTone, { readonly colour: string; readonly bold: boolean }>> = {
  plain: { colour: '#1a1a1a', bold: false },
  doubt: { colour: '#7a4a00', bold: false },
  missing: { colour: '#b00020', bold: true },
  bad: { colour: '#b00020', bold: true },
};

export interface PdfOf {
  readonly title: string;
  readonly language: Language;
  readonly fonts: PdfFonts;
  /** Stands in the file as the day it was made: the same plan and date give the same bytes. */
  readonly date: Date;
}

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Line distance as a multiple of the size. */
  readonly leading?: number;
}

/** Pages of text one below the other; lengths are points, y down. */
export interface PdfPages {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  /** Height of a page's body. */
  readonly height: number;
  y: number;
  readonly room: number;
  newPage(): void;
  /** A new page where less than so much is left. */
  need(height: number): void;
  lines(text: string, width: number, style: TextStyle): string[];
  lineHeight(style: TextStyle): number;
  /** One line at a place of the page. */
  put(text: string, x: number, y: number, style: TextStyle, align?: 'left' | 'middle' | 'right'): void;
  paragraph(text: string, style: TextStyle, indent?: number): void;
  end(): Promise<Uint8Array>;
}

export const createPdfPages = ({ title, language, fonts, date }: PdfOf): PdfPages => {
  const doc = new PDFDocument({
    size: [PAGE.width * PT, PAGE.height * PT],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // No font to begin with: the one that is opened as the default is opened anew each time it is asked for by its name.
    font: null as unknown as string,
    info: { Title: title, Creator: 'Hyalite', Producer: 'Hyalite', CreationDate: date },
    lang: language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.registerFont('regular', fonts.regular as unknown as ArrayBuffer);
  doc.registerFont('bold', fonts.bold as unknown as ArrayBuffer);
  const advances = createAdvances(doc);
  const [top, bottom] = [BODY.top * PT, BODY.bottom * PT];
  const left = BODY.left * PT;
  const width = (BODY.right - BODY.left) * PT;
  const pages: PdfPages = {
    doc,
    left,
    width,
    height: bottom - top,
    y: top,
    get room() {
      return bottom - pages.y;
    },
    newPage: () => {
      doc.addPage();
      pages.y = top;
    },
    need: (height) => {
      if (pages.room < height) pages.newPage();
    },
    lines: (text, limit, { size, bold = false }) =>
      breakLines(text, limit, (piece) => advances(piece, bold) * size),
    lineHeight: ({ size, leading = 1.5 }) => size * leading,
    put: (text, x, y, { size, bold = false, colour = TONES.plain.colour }, align = 'left') => {
      if (text === '') return;
      const shift = align === 'left' ? 0 : advances(text, bold) * size * (align === 'middle' ? 0.5 : 1);
      doc
        .font(bold ? 'bold' : 'regular', size)
        .fillColor(colour)
        .text(text, x - shift, y, { baseline: 'alphabetic', lineBreak: false });
    },
    paragraph: (text, style, indent = 0) => {
      const height = pages.lineHeight(style);
      for (const line of pages.lines(text, width - indent, style)) {
        pages.need(height);
        pages.put(line, left + indent, pages.y + style.size, style);
        pages.y += height;
      }
    },
    end: async () => {
      doc.end();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
  return pages;
};

/** Widths of texts in ems, sign by sign: kerning is less than a line's ragged end. */
const createAdvances = (doc: PDFKit.PDFDocument): ((text: string, bold: boolean) => number) => {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, bold) => {
    const face = bold ? 'bold' : 'regular';
    let sum = 0;
    for (const sign of text) {
      let advance = known[face].get(sign);
      if (advance === undefined) {
        advance = doc.font(face, 100).widthOfString(sign) / 100;
        known[face].set(sign, advance);
      }
      sum += advance;
    }
    return sum;
  };
};
