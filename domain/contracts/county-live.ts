import { z } from 'zod';
import { WARNING_LEVELS } from './county.ts';

/**
 * GET /api/counties/:county/live — who is underground and what is warned of now, of every mine of the county the reader sees that has a
 * live side here, whether the register lists it or not; made anew at most once a second, so asking as often is cheap. A mine that is not listed is not known: nobody says it is empty.
 * Columns, one entry a mine: a county of 2 000 mines is 100 kB before it is packed.
 */
const column = z.array(z.int().min(0));
/** null: the gateway has just started, and what stood before is not read yet. */
const alarms = z.array(z.int().min(0).nullable());

export const countyLiveSchema = z.strictObject({
  county: z.string(),
  time: z.number().describe('ms by the gateway’s clock, whole seconds'),
  mines: z.strictObject({
    id: z.array(z.string()),
    fresh: column.describe('people underground, heard lately'),
    stale: column.describe('underground when last heard, some time ago'),
    lost: column.describe('underground when last heard, and silent for long: they may still be there'),
    unplaced: column.describe('heard, but not known whether above or under ground'),
    neverHeard: column.describe('on the roster and never heard'),
    standing: alarms.describe('alarms that have not cleared'),
    unanswered: alarms.describe('of those, not acknowledged'),
    sos: alarms.describe('of those, calls for help'),
    warning: z
      .array(z.enum(WARNING_LEVELS).nullable())
      .describe(
        'the highest level of what stands; null: nothing that stands has a level, which many alarms have not',
      ),
    synthetic: z.array(z.boolean()).describe('what is counted is made up'),
  }),
});
export type CountyLive = z.output<typeof countyLiveSchema>;

/** People of one mine, each counted once unless known to be above ground. */
export interface PeopleBelow {
  readonly fresh: number;
  readonly stale: number;
  readonly lost: number;
  readonly unplaced: number;
  readonly neverHeard: number;
}
