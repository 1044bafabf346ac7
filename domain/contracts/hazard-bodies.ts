import { z } from 'zod';
import { CORROBORATIONS } from '../hazards/cross-validation.ts';
import { HAZARD_FLAGS } from '../hazards/hazard-flags.ts';
import { HAZARD_STATES } from './hazard.ts';

/**
 * GET /api/counties/:county/hazard-bodies/:x/:y?on=YYYY-MM-DD — the ledger's hazards that lie in a tile of BODY_TILE_ZOOM, with the
 * heights they are known to have, as of a day. Each is told whole in every tile it reaches into. A hazard whose place in its mine's
 * model cannot be found is in none: the vector tiles show it at the mine's point, and say so.
 */
export const BODY_TILE_ZOOM = 13;

const position = z.array(z.number()).min(2);
const height = z.number().nullable().describe('metres in the height datum of the county; null: not known');

export const hazardBodySchema = z.strictObject({
  id: z.string().describe('mine/hazard, as in the vector tiles'),
  mine: z.string(),
  title: z.string(),
  state: z.enum(HAZARD_STATES),
  corroboration: z.enum(CORROBORATIONS),
  flags: z.array(z.enum(HAZARD_FLAGS)),
  feature: z
    .string()
    .nullable()
    .describe("id of the county's feature that it is, which has the exact shape; null: it has none"),
  geometry: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Point'), coordinates: position }),
    z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position) }),
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  ]),
  at: z.tuple([z.number(), z.number()]).describe('a place within it, for a sign'),
  top: height,
  bottom: height,
});
export type HazardBody = z.output<typeof hazardBodySchema>;

export const hazardBodiesSchema = z.strictObject({ bodies: z.array(hazardBodySchema) });
export type HazardBodies = z.output<typeof hazardBodiesSchema>;
