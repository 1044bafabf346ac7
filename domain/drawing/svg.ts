import {
  type Drawing,
  type DrawingLayer,
  modelToPaper,
  type Shape,
  type Stroke,
  type XY,
} from './drawing.ts';
import { type PatternMark, patternTile, type RockPattern } from './rock-patterns.ts';

/**
 * A drawing as SVG, one user unit a millimetre, printed at true scale: width and height are in mm. Every layer is a group with
 * its id; nothing is rasterised and nothing is fetched.
 * @param clips `together`: layers that lie on one another in the field share one clip, for programs that draw every clip as a picture of its own
 */
export const drawingToSvg = (drawing: Drawing, clips: 'each' | 'together' = 'each'): string => {
  const { sheet, field, layers } = drawing;
  const fills = patternsOf(layers);
  const y = (value: number): number => sheet.height - value;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}mm" height="${sheet.height}mm" viewBox="0 0 ${sheet.width} ${sheet.height}" lang="${drawing.language}">`,
    `<title>${escapeXml(drawing.title)}</title>`,
    '<defs>',
    `<clipPath id="field"><rect x="${n(field.left)}" y="${n(y(field.top))}" width="${n(field.right - field.left)}" height="${n(field.top - field.bottom)}"/></clipPath>`,
    ...[...fills.values()].map(patternElement),
    '</defs>',
    `<rect width="${sheet.width}" height="${sheet.height}" fill="#ffffff"/>`,
  ];
  let isClipped = false;
  for (const layer of layers) {
    const wants = clips === 'together' && layer.space === 'model';
    if (wants !== isClipped) parts.push(wants ? `<g${CLIP}>` : '</g>');
    isClipped = wants;
    parts.push(layerElement(layer, drawing, fills, !wants));
  }
  if (isClipped) parts.push('</g>');
  parts.push('</svg>');
  return `${parts.join('\n')}\n`;
};

/**
 * Layers as they lie on a drawing that is shown already: groups for its SVG, to be put over its own. They may have no patterns, whose
 * definitions stand at the head of a drawing.
 */
export const layersToSvg = (drawing: Drawing, layers: readonly DrawingLayer[]): string =>
  layers.map((layer) => layerElement(layer, drawing, new Map())).join('\n');

const CLIP = ' clip-path="url(#field)"';

const layerElement = (
  layer: DrawingLayer,
  drawing: Drawing,
  fills: Map<string, PatternFill>,
  clips = true,
): string => {
  const clip = clips && layer.space === 'model' ? CLIP : '';
  const at = (point: XY): string => {
    const [px, py] = layer.space === 'model' ? modelToPaper(drawing.view, point) : point;
    return `${n(px)} ${n(drawing.sheet.height - py)}`;
  };
  return [
    `<g id="${escapeXml(layer.id)}"${clip}><title>${escapeXml(layer.name[drawing.language])}</title>`,
    ...layer.shapes.map((shape) => shapeElement(shape, at, fills)),
    '</g>',
  ].join('\n');
};

interface PatternFill {
  readonly id: string;
  readonly pattern: RockPattern;
  readonly colour: string;
}

/** Micrometres on paper are enough, and keep the file small. */
const n = (value: number): string => String(Math.round(value * 1000) / 1000);

const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign]!,
  );

const INK = '#000000';
const keyOf = (pattern: RockPattern, colour: string): string => `${pattern} ${colour}`;

const patternsOf = (layers: readonly DrawingLayer[]): Map<string, PatternFill> => {
  const found = new Map<string, PatternFill>();
  for (const { shapes } of layers)
    for (const shape of shapes) {
      if (shape.type !== 'area' || !shape.fill.pattern) continue;
      const { pattern, patternColour: colour = INK } = shape.fill;
      const key = keyOf(pattern, colour);
      if (!found.has(key)) found.set(key, { id: `rock-${found.size + 1}`, pattern, colour });
    }
  return found;
};

const patternElement = ({ id, pattern, colour }: PatternFill): string => {
  const { width, height, strokeWidth, marks } = patternTile(pattern);
  const mark = (one: PatternMark): string => {
    if ('dot' in one)
      return `<circle cx="${n(one.dot[0])}" cy="${n(height - one.dot[1])}" r="${n(one.radius)}" fill="${colour}"/>`;
    const path = one.line.map(([px, py]) => `${n(px)} ${n(height - py)}`).join('L');
    return `<path d="M${path}${one.closed ? 'Z' : ''}" fill="none" stroke="${colour}" stroke-width="${strokeWidth}"/>`;
  };
  return `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}">${marks.map(mark).join('')}</pattern>`;
};

const strokeAttributes = ({ colour, width, dash }: Stroke): string =>
  ` stroke="${colour}" stroke-width="${n(width)}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : ''}`;

const shapeElement = (shape: Shape, at: (point: XY) => string, fills: Map<string, PatternFill>): string => {
  if (shape.type === 'text') {
    const { text, size, anchor, angle = 0, colour = INK, bold } = shape;
    const place = at(shape.at);
    const [px, py] = place.split(' ');
    const turn = angle === 0 ? '' : ` transform="rotate(${n(-angle)} ${place})"`;
    return `<text x="${px}" y="${py}" font-family="'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif" font-size="${n(size)}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''} fill="${colour}"${turn}>${escapeXml(text)}</text>`;
  }
  const feature = shape.ref
    ? ` data-layer="${escapeXml(shape.ref.layerId)}" data-feature="${escapeXml(shape.ref.featureId)}"`
    : '';
  if (shape.type === 'line') {
    const path = `M${shape.points.map(at).join('L')}${shape.closed ? 'Z' : ''}`;
    return `<path d="${path}" fill="none"${strokeAttributes(shape.stroke)}${feature}/>`;
  }
  const path = shape.rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('');
  const { colour, pattern, patternColour = INK } = shape.fill;
  const stroke = shape.stroke ? strokeAttributes(shape.stroke) : '';
  const parts: string[] = [];
  if (colour || !pattern)
    parts.push(
      `<path d="${path}" fill="${colour ?? 'none'}" fill-rule="evenodd"${pattern ? '' : stroke}${feature}/>`,
    );
  if (pattern)
    parts.push(
      `<path d="${path}" fill="url(#${fills.get(keyOf(pattern, patternColour))!.id})" fill-rule="evenodd"${stroke}${feature}/>`,
    );
  return parts.join('');
};
