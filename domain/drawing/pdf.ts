import PDFDocument from 'pdfkit';
import type { Drawing } from './drawing.ts';
import { createDrawingPainter, PT } from './pdf-painter.ts';

/** Fonts that hold every sign of the drawing, as OpenType files; only the signs used go into the PDF. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/**
 * A drawing as a one-page PDF of its sheet's size: vector lines, tiling patterns, embedded and subset fonts. The same
 * drawing gives the same bytes: the file carries `date`, which the caller chooses, and not the clock.
 */
export const drawingToPdf = async (drawing: Drawing, fonts: PdfFonts, date: Date): Promise<Uint8Array> => {
  const { sheet } = drawing;
  const doc = new PDFDocument({
    size: [sheet.width * PT, sheet.height * PT],
    margin: 0,
    // None to begin with: the standard fonts are not in the browser's build and hold no Chinese, and one of ours opened as the
    // default would be opened anew for every text that names it.
    font: null as unknown as string,
    info: { Title: drawing.title, Creator: 'Hyalite', Producer: 'Hyalite', CreationDate: date },
    lang: drawing.language === 'zh' ? 'zh-CN' : 'en',
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.registerFont('regular', fonts.regular as unknown as ArrayBuffer);
  doc.registerFont('bold', fonts.bold as unknown as ArrayBuffer);
  createDrawingPainter(doc)(drawing, [0, 0]);
  doc.end();
  await ended;
  return joinedBytes(chunks);
};

/** Pieces of a file as one. */
export const joinedBytes = (chunks: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
};
