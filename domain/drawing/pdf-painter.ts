import { type Drawing, type Fill, modelToPaper, type Shape, type Stroke, type XY } from './drawing.ts';
import { type PatternMark, patternTile, type RockPattern } from './rock-patterns.ts';

/** Points a millimetre. */
export const PT = 72 / 25.4;

/**
 * Paints drawings onto the pages of one PDF, which has the fonts `regular` and `bold`; patterns are written once. `at` is where the upper left
 * corner of the drawing's sheet lies, millimetres from the page's.
 */
export const createDrawingPainter = (doc: PDFKit.PDFDocument): ((drawing: Drawing, at: XY) => void) => {
  const patterns = new Map<RockPattern, PDFKit.PDFTilingPattern>();
  return ({ sheet, view, field, layers }, [left, top]) => {
    const flip = (y: number): number => sheet.height - y;
    const draw = createPainter(doc, flip, patterns);
    doc.save();
    if (left !== 0 || top !== 0) doc.translate(left * PT, top * PT);
    for (const layer of layers) {
      doc.save();
      if (layer.space === 'model') {
        doc.rect(
          field.left * PT,
          flip(field.top) * PT,
          (field.right - field.left) * PT,
          (field.top - field.bottom) * PT,
        );
        doc.clip();
      }
      const onPaper = (point: XY): XY => (layer.space === 'model' ? modelToPaper(view, point) : point);
      for (const shape of layer.shapes) draw(shape, onPaper);
      doc.restore();
    }
    doc.restore();
  };
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

const createPainter = (
  doc: PDFKit.PDFDocument,
  flip: (y: number) => number,
  patterns: Map<RockPattern, PDFKit.PDFTilingPattern>,
) => {
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
  return (shape: Shape, onPaper: (point: XY) => XY): void => {
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
  };
};
