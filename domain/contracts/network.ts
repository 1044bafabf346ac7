import { z } from 'zod';

/**
 * network.json: the graph of roadways and of shafts in use, ENU metres. Later work (ways out, routes, people, cameras) stands
 * on it; what walks and looks along roadways only takes them apart by `withoutShafts` (domain/workings).
 */
export const networkSchema = z.strictObject({
  format: z.literal('hyalite-network/1'),
  nodes: z.array(
    z.strictObject({
      id: z.int(),
      at: z.tuple([z.number(), z.number(), z.number()]),
      degree: z.int(),
      surface: z
        .literal(true)
        .optional()
        .describe(
          'one is out here: a portal or the collar of a shaft in use, by the terrain; left out: not known to be',
        ),
    }),
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
      kind: z
        .literal('shaft')
        .optional()
        .describe('a piece of a shaft in use, or the step from a roadway to its axis; left out: a roadway'),
    }),
  ),
  components: z.array(z.strictObject({ nodes: z.int(), length: z.number() })).describe('largest first'),
});
export type RoadwayNetwork = z.output<typeof networkSchema>;
