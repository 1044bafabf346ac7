import {
  DxfWriter,
  HatchBoundaryPaths,
  HatchPolylineBoundary,
  HatchPredefinedPatterns,
  LWPolylineFlags,
  PolylineFlags,
  pattern,
  TextHorizontalAlignment,
  TrueColor,
  Units,
  vertex,
} from '@tarikjabiri/dxf';
import { type Drawing, paperToModel, type Shape, type TextAnchor, type XY } from './drawing.ts';

/**
 * Where a point of the drawing's model lies in the CAD file. A plan's x and y are easting and northing already. A section
 * can lie flat (x = chainage, y = height) or stand where it was cut, in survey coordinates.
 */
export type ToCad = (point: XY) => readonly [x: number, y: number, z: number];

export const FLAT: ToCad = ([x, y]) => [x, y, 0];

/**
 * A drawing as DXF (AutoCAD 2007, text in UTF-8), in metres, one CAD layer for each layer of the drawing. Coordinates are
 * written as full doubles. With `FLAT` everything is drawn, frame and title block at the size they have on paper at this
 * scale; standing in space only the model is: fills and frames need a plane.
 */
export const drawingToDxf = (drawing: Drawing, o: { readonly toCad?: ToCad } = {}): string => {
  const toCad = o.toCad ?? FLAT;
  const flat = toCad === FLAT;
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Meters);
  const metresAMillimetre = drawing.view.scale / 1000;
  for (const layer of drawing.layers) {
    if (!flat && layer.space === 'paper') continue;
    const record = dxf.addLayer(layer.id, 7, 'Continuous');
    record.trueColor = TrueColor.fromHex('#000000');
    const place = (point: XY) => toCad(layer.space === 'paper' ? paperToModel(drawing.view, point) : point);
    for (const shape of layer.shapes)
      addShape(dxf, shape, { layerName: layer.id, place, flat, metresAMillimetre });
  }
  return dxf.stringify();
};

interface Placing {
  readonly layerName: string;
  readonly place: (point: XY) => readonly [number, number, number];
  readonly flat: boolean;
  readonly metresAMillimetre: number;
}

const colourOf = (hex: string): string => String(TrueColor.fromHex(hex));

const addOutline = (
  dxf: DxfWriter,
  points: readonly XY[],
  closed: boolean,
  colour: string,
  o: Placing,
): void => {
  const options = { layerName: o.layerName, trueColor: colourOf(colour) };
  const placed = points.map(o.place);
  if (o.flat)
    dxf.addLWPolyline(
      placed.map(([x, y]) => ({ point: { x, y } })),
      { ...options, flags: closed ? LWPolylineFlags.Closed : LWPolylineFlags.None },
    );
  else
    dxf.addPolyline3D(
      placed.map(([x, y, z]) => ({ point: { x, y, z } })),
      { ...options, flags: PolylineFlags.Polyline3D | (closed ? PolylineFlags.Closed : PolylineFlags.None) },
    );
};

const ALIGNMENT: Readonly<Record<TextAnchor, TextHorizontalAlignment>> = {
  start: TextHorizontalAlignment.Left,
  middle: TextHorizontalAlignment.Center,
  end: TextHorizontalAlignment.Right,
};
/** CAD measures the height of capitals, drawings the em square. */
const CAPITALS = 0.72;

const addShape = (dxf: DxfWriter, shape: Shape, o: Placing): void => {
  const { layerName } = o;
  if (shape.type === 'line') {
    addOutline(dxf, shape.points, shape.closed ?? false, shape.stroke.colour, o);
    return;
  }
  if (shape.type === 'area') {
    if (o.flat && shape.fill.colour) {
      const paths = new HatchBoundaryPaths();
      for (const ring of shape.rings)
        paths.addPolylineBoundary(new HatchPolylineBoundary(ring.map(o.place).map(([x, y]) => vertex(x, y))));
      dxf.addHatch(paths, pattern({ name: HatchPredefinedPatterns.SOLID }), {
        layerName,
        trueColor: colourOf(shape.fill.colour),
      });
    }
    const outline = shape.stroke?.colour ?? shape.fill.colour ?? '#000000';
    for (const ring of shape.rings) addOutline(dxf, ring, true, outline, o);
    return;
  }
  const [x, y, z] = o.place(shape.at);
  dxf.addText({ x, y, z }, shape.size * CAPITALS * o.metresAMillimetre, shape.text, {
    layerName,
    rotation: shape.angle ?? 0,
    horizontalAlignment: ALIGNMENT[shape.anchor],
    secondAlignmentPoint: { x, y, z },
    trueColor: colourOf(shape.colour ?? '#000000'),
  });
};
