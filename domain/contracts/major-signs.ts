import { z } from 'zod';
import { MAJOR_STATES } from './major-hazard.ts';

/**
 * GET /api/counties/:county/major-signs?on=YYYY-MM-DD — the major hazards of the county's map on a day: those not done with,
 * also of mines that the register does not list.
 * The vector tiles of hazards hold those that have
 * a place, in the layer `majors`, with the same properties but for place and heights.
 */
const height = z
  .number()
  .nullable()
  .describe('metres in the height datum of the county, of the place it is given; null: not known');

export const majorSignSchema = z.strictObject({
  id: z.string().describe('mine/major hazard'),
  mine: z.string(),
  title: z.string(),
  source: z.enum(['self-reported', 'inspection', 'public-report']),
  state: z.enum(MAJOR_STATES),
  found: z.string().describe('YYYY-MM-DD'),
  deadline: z.string().nullable(),
  overdue: z.number().nullable().describe('days past the deadline on the day; null: there is none'),
  listed: z.boolean().describe('under listed supervision'),
  atHidden: z.boolean().describe('about a hidden hazard that is still open, which has a sign of its own'),
  placed: z.boolean().describe('false: nobody said where it is, or what it names is not found'),
  at: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('WGS 84 degrees, longitude first: a place within it; null: it is not placed'),
  top: height,
  bottom: height,
});
export type MajorSign = z.output<typeof majorSignSchema>;

export const majorSignsSchema = z.strictObject({ majors: z.array(majorSignSchema) });
export type MajorSigns = z.output<typeof majorSignsSchema>;
