import type { Language } from '../contracts/bilingual.ts';
import type { GeologicalBody, GeologicalModel } from '../geology/geological-model.ts';
import type { SectionArea, SectionBody, SectionContact, SectionFault } from '../geology/section/section.ts';
import { BODY_ORDER, BODY_STYLES } from './body-styles.ts';
import type { DrawingLayer, Fill, Shape, XY } from './drawing.ts';
import type { LegendItem } from './legend-box.ts';
import { rockFill } from './rock-fill.ts';

/** What a section or a level plan shows, before it is put on paper. */
export interface CutContent {
  readonly areas: readonly SectionArea[];
  readonly bodies: readonly SectionBody[];
  readonly contacts?: readonly SectionContact[];
  readonly faults?: readonly SectionFault[];
  readonly ground?: readonly Float64Array[];
}

export interface CutDrawingOptions {
  readonly model: GeologicalModel | null;
  readonly bodies: readonly GeologicalBody[];
  /** From the cut's own coordinates to the drawing's: chainage and height, or easting and northing. */
  readonly toDrawing: (s: number, t: number) => XY;
  /** A contact whose standard deviation is above this, metres, is drawn as inferred: broken. */
  readonly certainBelow: number;
  readonly language: Language;
}

/** Layers for a drawing, lowest first, and a legend of what is really on it. */
export const cutLayers = (
  content: CutContent,
  o: CutDrawingOptions,
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const layers: DrawingLayer[] = [];
  const legend: LegendItem[] = [];
  const line = (points: Float64Array): XY[] =>
    Array.from({ length: points.length / 2 }, (_, i) => o.toDrawing(points[i * 2]!, points[i * 2 + 1]!));
  const put = (layer: DrawingLayer, item: LegendItem | null): void => {
    if (layer.shapes.length === 0) return;
    layers.push(layer);
    if (item) legend.push(item);
  };

  o.model?.units.forEach((unit, index) => {
    const fill: Fill = rockFill(unit.colour, unit.name);
    const shapes = content.areas
      .filter((area) => area.unit === index)
      .map(({ ring }): Shape => ({ type: 'area', rings: [line(ring)], fill }));
    put(
      { id: `UNIT-${cadName(unit.id)}`, name: unit.name, space: 'model', shapes },
      { label: unit.name[o.language], fill },
    );
  });
  put(
    {
      id: 'UNKNOWN',
      name: UNKNOWN_NAME,
      space: 'model',
      shapes: content.areas
        .filter(({ unit }) => unit < 0)
        .map(({ ring }): Shape => ({ type: 'area', rings: [line(ring)], fill: UNKNOWN_FILL })),
    },
    { label: UNKNOWN_NAME[o.language], fill: UNKNOWN_FILL },
  );
  const contacts = contactShapes(content.contacts ?? [], line, o.certainBelow);
  const certain = { colour: '#000000', width: 0.25 };
  put(
    { id: 'CONTACT', name: { zh: '地层界线', en: 'Contacts' }, space: 'model', shapes: contacts.certain },
    { label: CONTACT_NAME.certain(o.certainBelow)[o.language], stroke: certain },
  );
  put(
    {
      id: 'CONTACT-INFERRED',
      name: { zh: '推断界线', en: 'Inferred contacts' },
      space: 'model',
      shapes: contacts.inferred,
    },
    { label: CONTACT_NAME.inferred(o.certainBelow)[o.language], stroke: INFERRED },
  );

  for (const kind of BODY_ORDER) {
    const style = BODY_STYLES[kind];
    const shapes: Shape[] = [];
    let sample: Fill | null = null;
    for (const { body, rings, lines } of content.bodies) {
      const one = o.bodies[body]!;
      if (one.kind !== kind) continue;
      const ref = { layerId: one.layerId, featureId: one.featureId };
      const fill = style.fill(one.colour);
      sample ??= fill;
      if (rings.length > 0)
        shapes.push({
          type: 'area',
          rings: rings.map(line),
          fill: fill ?? { colour: null },
          stroke: style.stroke,
          ref,
        });
      for (const points of lines)
        shapes.push({ type: 'line', points: line(points), stroke: style.stroke, ref });
    }
    put(
      { id: style.layer, name: style.name, space: 'model', shapes },
      { label: style.name[o.language], ...(sample ? { fill: sample } : {}), stroke: style.stroke },
    );
  }
  const faultStroke = { colour: '#d01010', width: 0.6 };
  put(
    {
      id: 'FAULT',
      name: { zh: '断层', en: 'Faults' },
      space: 'model',
      shapes: (content.faults ?? []).map(
        ({ line: points }): Shape => ({ type: 'line', points: line(points), stroke: faultStroke }),
      ),
    },
    { label: o.language === 'zh' ? '断层' : 'Faults', stroke: faultStroke },
  );
  const groundStroke = { colour: '#3c6e1f', width: 0.7 };
  put(
    {
      id: 'GROUND',
      name: { zh: '地表', en: 'Ground' },
      space: 'model',
      shapes: (content.ground ?? []).map(
        (points): Shape => ({ type: 'line', points: line(points), stroke: groundStroke }),
      ),
    },
    { label: o.language === 'zh' ? '地表' : 'Ground', stroke: groundStroke },
  );
  return { layers, legend };
};

const UNKNOWN_NAME = { zh: '未查明', en: 'Not known' };
const UNKNOWN_FILL: Fill = { colour: '#f4f4f4', pattern: 'unknown', patternColour: '#8a8a8a' };
const INFERRED = { colour: '#000000', width: 0.25, dash: [2.5, 1.5] };
const CONTACT_NAME = {
  certain: (bound: number) => ({ zh: `地层界线（标准差 ≤ ${bound} m）`, en: `Contact (σ ≤ ${bound} m)` }),
  inferred: (bound: number) => ({
    zh: `推断界线（标准差 > ${bound} m）`,
    en: `Inferred contact (σ > ${bound} m)`,
  }),
};

/** Names of CAD layers hold letters, digits, "-" and "_". */
const cadName = (id: string): string => id.toUpperCase().replace(/[^A-Z0-9_-]/g, '_');

/** Each contact in stretches that are certain and stretches that are not; they share the point where one becomes the other. */
const contactShapes = (
  contacts: readonly SectionContact[],
  line: (points: Float64Array) => XY[],
  bound: number,
): { readonly certain: Shape[]; readonly inferred: Shape[] } => {
  const shapes: { certain: Shape[]; inferred: Shape[] } = { certain: [], inferred: [] };
  for (const { line: points, deviation } of contacts) {
    const all = line(points);
    let start = 0;
    // A stretch between two points is as certain as its less certain end.
    const sure = (i: number) => deviation[i]! <= bound && deviation[i + 1]! <= bound;
    for (let i = 1; i < all.length; i++) {
      const last = i === all.length - 1;
      if (!last && sure(i) === sure(start)) continue;
      const piece = all.slice(start, i + 1);
      if (sure(start))
        shapes.certain.push({ type: 'line', points: piece, stroke: { colour: '#000000', width: 0.25 } });
      else shapes.inferred.push({ type: 'line', points: piece, stroke: INFERRED });
      start = i;
    }
  }
  return shapes;
};
