import { z } from 'zod';

/** network.json: the roadway graph of a mine, ENU metres. Later work (routes, people, cameras) stands on it. */
export const networkSchema = z.strictObject({
  format: z.literal('hyalite-network/1'),
  nodes: z.array(
    z.strictObject({ id: z.int(), at: z.tuple([z.number(), z.number(), z.number()]), degree: z.int() }),
  ),
  edges: z.array(
    z.strictObject({
      id: z.string(),
      roadway: z.string().describe('id of the roadway or shaft feature this edge is a piece of'),
      from: z.int(),
      to: z.int(),
      line: z.array(z.tuple([z.number(), z.number(), z.number()])).min(2),
      length: z.number(),
      name: z.string().optional().describe('what the survey calls the roadway'),
      level: z.string().optional().describe('the level it belongs to, as the survey writes it'),
      type: z.string(),
      width: z.number(),
      height: z.number(),
    }),
  ),
  components: z.array(z.strictObject({ nodes: z.int(), length: z.number() })).describe('largest first'),
});
export type RoadwayNetwork = z.output<typeof networkSchema>;
