import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { Position3 } from '../read/read-result.ts';
import type { PlacedSource } from './mine-context.ts';
import type { SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';

/** First point of a record's shape, file coordinates; null where it has none. */
export const geometryPoint = (record: SurveyRecord): Position3 | null =>
  record.geometry?.type === 'points' ? (record.geometry.points[0] ?? null) : null;

/** Where a row with columns (rather than a shape) says it is. */
export const columnPoint = (
  record: SurveyRecord,
  roles: Roles,
): { readonly kind: 'grid' | 'geographic'; readonly x: number; readonly y: number } | null => {
  const x = roles.number(record, 'x');
  const y = roles.number(record, 'y');
  if (x !== null && y !== null) return { kind: 'grid', x, y };
  const longitude = roles.number(record, 'longitude');
  const latitude = roles.number(record, 'latitude');
  return longitude !== null && latitude !== null ? { kind: 'geographic', x: longitude, y: latitude } : null;
};

/**
 * Place of a point-like row in the mine's survey system: its shape, else columns x and y, else longitude and latitude.
 * @param z height in the file's unit; null takes the shape's own
 * @returns null where the row gives no place or no height
 */
export const recordPoint = (
  record: SurveyRecord,
  roles: Roles,
  placed: PlacedSource,
  z: number | null,
): SurveyPoint | null => {
  const shape = geometryPoint(record);
  const height = z ?? shape?.[2] ?? null;
  if (height === null) return null;
  if (shape) return placed.place.point(shape[0], shape[1], height);
  const columns = columnPoint(record, roles);
  if (!columns) return null;
  return columns.kind === 'grid'
    ? placed.place.point(columns.x, columns.y, height)
    : placed.place.geographic(columns.x, columns.y, height);
};
