import type { z } from 'zod';

/** A schema with the name it goes by in the document. */
export interface Named {
  readonly name: string;
  readonly schema: z.ZodType;
}

/** What a route asks for and answers; a text is a media type. */
export interface ApiRoute {
  readonly what: string;
  readonly query?: z.ZodType;
  readonly body?: Named | string;
  readonly answer?: Named | string;
  /** Of the answer; 200 by default. */
  readonly status?: number;
}

/** By method and path as Fastify writes it, without its patterns: `GET /api/mines/:mine/alarms`. */
export type ApiRoutes = Readonly<Record<string, ApiRoute>>;

export const named = (name: string, schema: z.ZodType): Named => ({ name, schema });

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const CSV = 'text/csv';
export const GEOJSON = 'application/geo+json';
export const GEOPACKAGE = 'application/geopackage+sqlite3';
export const VECTOR_TILE = 'application/vnd.mapbox-vector-tile';
export const BYTES = 'application/octet-stream';
export const FORM = 'multipart/form-data';
