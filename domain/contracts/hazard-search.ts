import { z } from 'zod';
import { HAZARD_STATES } from './hazard.ts';
import { MAJOR_STATES } from './major-hazard.ts';

/**
 * GET /api/counties/:county/hazard-search?text=…&on=YYYY-MM-DD — hazards of the ledger and major hazards that are not done with, of
 * the mines the reader sees, by number, title, kind or mine; as of a day. The best FOUND_AT_MOST of each, and how many more there are.
 */
export const FOUND_AT_MOST = 8;

export const hazardSearchQuerySchema = z.object({
  text: z.string().trim().min(1).max(200).describe('all of its words are in the number, title, kind or mine'),
  on: z.iso.date().optional().describe('as it stood at the end of that day; left out: now'),
});

const at = z
  .tuple([z.number(), z.number()])
  .nullable()
  .describe('WGS 84 degrees, longitude first: a place within it; null: it is not known where it lies');
const common = { mine: z.string(), title: z.string(), at };
const id = z.string().describe('mine/hazard, as in the vector tiles');

export const hazardSearchSchema = z.strictObject({
  hazards: z.array(z.strictObject({ id, ...common, state: z.enum(HAZARD_STATES) })).max(FOUND_AT_MOST),
  moreHazards: z.int().min(0).describe('found besides'),
  majors: z.array(z.strictObject({ id, ...common, state: z.enum(MAJOR_STATES) })).max(FOUND_AT_MOST),
  moreMajors: z.int().min(0).describe('found besides'),
});
export type HazardSearch = z.output<typeof hazardSearchSchema>;
export type FoundHazard = HazardSearch['hazards'][number];
export type FoundMajor = HazardSearch['majors'][number];
