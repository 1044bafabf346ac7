import PDFDocument from 'pdfkit';
import { type Drawing, type Fill, modelToPaper, type Shape, type Stroke, type XY } from './drawing.ts';
import { type PatternMark, patternTile, type RockPattern } from './rock-patterns.ts';

/** Points a millimetre. */
const PT = 72 / 25.4;

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
  const { sheet, view, field } = drawing;
  const doc = new PDFDocument({
    size: [sheet.width * PT, sheet.height * PT],
    margin: 0,
    // Without it the standard fonts are asked for, which are not in the browser's build and would not hold Chinese.
    font: fonts.regular as unknown as string,
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
  const painter = createPainter(doc, (y) => sheet.height - y);
  for (const layer of drawing.layers) {
    doc.save();
    if (layer.space === 'model') {
      doc.rect(
        field.left * PT,
        (sheet.height - field.top) * PT,
        (field.right - field.left) * PT,
        (field.top - field.bottom) * PT,
      );
      doc.clip();
    }
    const onPaper = (point: XY): XY => (layer.space === 'model' ? modelToPaper(view, point) : point);
    for (const shape of layer.shapes) painter.draw(shape, onPaper);
    doc.restore();
  }
  doc.end();
  await ended;
  return joined(chunks);
};

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
};

const n = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Marks as PDF path operators, in points; the pattern takes its colour when it is used. */
const tileStream = (pattern: RockPattern): string => {
  const { strokeWidth, marks } = patternTile(pattern);
  const operators = [`${n(strokeWidth * PT)} w`];
  const at = (x: number, y: number): string => `${n(x * PT)} ${n(y * PT)}`;
  const mark = (one: PatternMark): string => {
    if ('dot' in one) {
      const [x, y] = one.dot;
      // A round cap on a line of no length is a dot, and the shortest way to one.
      return `q 1 J ${n(one.radius * 2 * PT)} w ${at(x, y)} m ${at(x, y)} l S Q`;
    }
    const [first, ...rest] = one.line;
    return `${at(...first!)} m ${rest.map((point) => `${at(...point)} l`).join(' ')} ${one.closed ? 's' : 'S'}`;
  };
  return [...operators, ...marks.map(mark)].join('\n');
};

const createPainter = (doc: PDFKit.PDFDocument, flip: (y: number) => number) => {
  const patterns = new Map<RockPattern, PDFKit.PDFTilingPattern>();
  const tilingOf = (name: RockPattern): PDFKit.PDFTilingPattern => {
    const known = patterns.get(name);
    if (known) return known;
    const { width, height } = patternTile(name);
    const made = doc.pattern([0, 0, width * PT, height * PT], width * PT, height * PT, tileStream(name));
    patterns.set(name, made);
    return made;
  };
  const trace = (points: readonly XY[], closed: boolean): void => {
    points.forEach(([x, y], i) => {
      if (i === 0) doc.moveTo(x * PT, flip(y) * PT);
      else doc.lineTo(x * PT, flip(y) * PT);
    });
    if (closed) doc.closePath();
  };
  const pen = ({ colour, width, dash }: Stroke): void => {
    doc
      .lineWidth(width * PT)
      .lineJoin('round')
      .strokeColor(colour);
    if (dash) doc.dash(dash[0]! * PT, { space: (dash[1] ?? dash[0]!) * PT });
    else doc.undash();
  };
  const paint = (rings: readonly (readonly XY[])[], fill: Fill): void => {
    const outline = () => {
      for (const ring of rings) trace(ring, true);
    };
    if (fill.colour) {
      outline();
      doc.fill(fill.colour, 'even-odd');
    }
    if (fill.pattern) {
      outline();
      doc.fill([tilingOf(fill.pattern), fill.patternColour ?? '#000000'], 'even-odd');
    }
  };
  return {
    draw(shape: Shape, onPaper: (point: XY) => XY): void {
      if (shape.type === 'text') {
        const [x, y] = onPaper(shape.at);
        doc.save();
        doc.font(shape.bold ? 'bold' : 'regular', shape.size * PT).fillColor(shape.colour ?? '#000000');
        if (shape.angle) doc.rotate(-shape.angle, { origin: [x * PT, flip(y) * PT] });
        const width = doc.widthOfString(shape.text);
        const left = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width;
        doc.text(shape.text, x * PT - left, flip(y) * PT, { baseline: 'alphabetic', lineBreak: false });
        doc.restore();
        return;
      }
      if (shape.type === 'line') {
        pen(shape.stroke);
        trace(shape.points.map(onPaper), shape.closed ?? false);
        doc.stroke();
        return;
      }
      const rings = shape.rings.map((ring) => ring.map(onPaper));
      paint(rings, shape.fill);
      if (shape.stroke) {
        pen(shape.stroke);
        for (const ring of rings) trace(ring, true);
        doc.stroke();
      }
    },
  };
};
