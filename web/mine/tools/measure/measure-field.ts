import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import {
  MEASURE_KINDS,
  type MeasureKind,
  type Measurement,
  POINTS_OF,
  type VolumeSurface,
} from '../../../../domain/measure/measurement.ts';
import type { UrlField } from '../../../shell/url-state.ts';

const NUMBER = /^-?\d{1,7}(\.\d{1,4})?$/;
const SEPARATOR = '_';

/** Tenths of millimetres, so that coordinates typed in millimetres come back as they were; never −0, which would read back as another number. */
export const rounded = (value: number): number => Number(value.toFixed(4)) + 0;

const text = (value: number): string => String(rounded(value));

const writeSurface = (surface: VolumeSurface): string => {
  switch (surface.kind) {
    case 'ground':
      return 'ground';
    case 'level':
      return `level.${text(surface.up)}`;
    case 'base':
      // A unit's id may hold anything, the separator too.
      return `base.${encodeURIComponent(surface.unit).replaceAll(SEPARATOR, '%5F')}`;
  }
};

const readSurface = (part: string | undefined): VolumeSurface | null => {
  if (part === undefined) return null;
  if (part === 'ground') return { kind: 'ground' };
  const cut = part.indexOf('.');
  const value = part.slice(cut + 1);
  if (part.startsWith('level.')) return NUMBER.test(value) ? { kind: 'level', up: Number(value) } : null;
  if (!part.startsWith('base.') || value === '') return null;
  try {
    return { kind: 'base', unit: decodeURIComponent(value) };
  } catch {
    return null;
  }
};

const readPoints = (kind: MeasureKind, parts: readonly string[]): Vec3[] | null => {
  const most = POINTS_OF[kind][1];
  if (parts.length % 3 !== 0 || parts.length > most * 3 || !parts.every((one) => NUMBER.test(one)))
    return null;
  return Array.from(
    { length: parts.length / 3 },
    (_, i): Vec3 => [Number(parts[i * 3]), Number(parts[i * 3 + 1]), Number(parts[i * 3 + 2])],
  );
};

const read = (value: string): Measurement | null => {
  const [head, ...parts] = value.split(SEPARATOR);
  const kind = MEASURE_KINDS.find((one) => one === head);
  if (!kind) return null;
  if (kind === 'volume') {
    const [top, base] = [readSurface(parts[0]), readSurface(parts[1])];
    const points = readPoints(kind, parts.slice(2));
    return top && base && points && { kind, top, base, points };
  }
  if (kind === 'block') {
    const [low, high] = parts;
    if (!low || !high || !NUMBER.test(low) || !NUMBER.test(high) || Number(low) >= Number(high)) return null;
    const points = readPoints(kind, parts.slice(2));
    return points && { kind, low: Number(low), high: Number(high), points };
  }
  const points = readPoints(kind, parts);
  return points && { kind, points };
};

const headOf = (measure: Measurement): string[] => {
  switch (measure.kind) {
    case 'volume':
      return [measure.kind, writeSurface(measure.top), writeSurface(measure.base)];
    case 'block':
      return [measure.kind, text(measure.low), text(measure.high)];
    default:
      return [measure.kind];
  }
};

/** `kind_e_n_u…`, of a volume its two surfaces first, of a block its two levels; docs/url-state.md has the grammar. */
export const MEASURE_FIELD: UrlField = {
  key: 'measure',
  write: ({ measure }) =>
    measure && [...headOf(measure), ...measure.points.flatMap((point) => point.map(text))].join(SEPARATOR),
  read: (value) => {
    const measure = read(value);
    return measure && { measure };
  },
};
