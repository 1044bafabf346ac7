import type { CountyFeature } from '../../contracts/county.ts';
import type { Shape, XY } from '../../drawing/drawing.ts';
import { faultLook, lookOf } from './figure-looks.ts';

/** Where things lie when looked at from the side, metres. */
export interface SideView {
  /** Easting and northing of a position, longitude first. */
  at(position: readonly number[]): XY;
  /** How far along the axis a point lies. */
  along(point: XY): number;
  spanOf(points: readonly XY[]): readonly [number, number];
}

const box = (x: readonly [number, number], [from, to]: readonly [number, number]): XY[] => [
  [x[0], from],
  [x[1], from],
  [x[1], to],
  [x[0], to],
];

/**
 * A feature from the side: a prism as its box, a line by its heights, a fault by its plane, upright where its dip is unknown.
 */
export const elevationShape = (feature: CountyFeature, { at, along, spanOf }: SideView): Shape[] => {
  const { shape } = feature;
  const look = lookOf(feature);
  if (shape.type === 'line') {
    const points = shape.line.map((one): XY => [along(at(one)), one[2]]);
    return [{ type: 'line', points, stroke: look.stroke }];
  }
  if (shape.type === 'prism') {
    const outline = box(spanOf(shape.rings.flat().map(at)), [shape.bottom, shape.top]);
    return [
      look.fill
        ? { type: 'area', rings: [outline], fill: look.fill, stroke: look.stroke }
        : { type: 'line', closed: true, points: outline, stroke: look.stroke },
    ];
  }
  // A fault of unknown dip is drawn upright: its trace is all that is known.
  const { trace, dip, dipDirection, top, bottom } = shape;
  const shift = dip === null || dipDirection === null ? [0, 0] : downDip(dip, dipDirection, top - bottom);
  const edge = (points: readonly XY[], z: number): XY[] => points.map((point): XY => [along(point), z]);
  const upper = trace.map(at);
  const lower = upper.map(([x, y]): XY => [x + shift[0]!, y + shift[1]!]);
  return [
    {
      type: 'line',
      closed: true,
      points: [...edge(upper, top), ...edge(lower, bottom).reverse()],
      stroke: faultLook(feature).stroke,
    },
  ];
};

/** Horizontal shift of a plane's lower edge, metres east and north: depth over the tangent of the dip. */
const downDip = (dip: number, dipDirection: number, depth: number): readonly [number, number] => {
  const away = depth / Math.tan((Math.max(dip, 1) * Math.PI) / 180);
  const azimuth = (dipDirection * Math.PI) / 180;
  return [away * Math.sin(azimuth), away * Math.cos(azimuth)];
};
