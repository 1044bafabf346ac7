import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import {
  isFull,
  type MeasureKind,
  type Measurement,
  POINTS_OF,
} from '../../../../domain/measure/measurement.ts';
import { workedBox } from '../slice/usual-slice.ts';
import { rounded } from './measure-field.ts';

/** Kinds that take a fixed number of points: the next click after the last begins anew. */
export const isFixed = (kind: MeasureKind): boolean => POINTS_OF[kind][0] === POINTS_OF[kind][1];

export const newMeasurement = (kind: MeasureKind, points: readonly Vec3[], catalog: Catalog): Measurement => {
  const kept = points.slice(0, POINTS_OF[kind][1]);
  switch (kind) {
    case 'volume':
      return { kind, points: kept, top: { kind: 'ground' }, base: { kind: 'level', up: levels(catalog)[0] } };
    case 'block': {
      const [low, high] = levels(catalog);
      return { kind, points: kept, low, high };
    }
    default:
      return { kind, points: kept };
  }
};

/** Round levels about all that is mined. */
const levels = (catalog: Catalog): readonly [low: number, high: number] => {
  const { min, max } = workedBox(catalog);
  const low = Math.floor(min[2] / 10) * 10;
  return [low, Math.max(low + 10, Math.ceil(max[2] / 10) * 10)];
};

/** A point as the link keeps it. */
export const keptPoint = ([e, n, u]: Vec3): Vec3 => [rounded(e), rounded(n), rounded(u)];
export const pointKey = (point: Vec3): string => keptPoint(point).join('_');

/** One more point; a measurement that has all it takes begins anew with it. A second click on one place is none. */
export const withPoint = <M extends Measurement>(measure: M, point: Vec3): M => {
  const kept = keptPoint(point);
  const last = measure.points.at(-1);
  if (last?.every((value, k) => value === kept[k])) return measure;
  return { ...measure, points: isFull(measure) ? [kept] : [...measure.points, kept] };
};

export const withoutPoint = <M extends Measurement>(measure: M, index: number): M => ({
  ...measure,
  points: measure.points.filter((_, i) => i !== index),
});

export const withPointMoved = <M extends Measurement>(measure: M, index: number, to: Vec3): M => ({
  ...measure,
  points: measure.points.map((point, i) => (i === index ? keptPoint(to) : point)),
});
