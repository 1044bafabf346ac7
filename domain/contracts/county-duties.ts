import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { MINE_SIZES } from './manifest.ts';

/**
 * Duties of mines as data: a county writes what its mines owe, by when, and where that is written. Code holds no date and no
 * number of its own.
 */

const word = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,62}$/, 'a name like suspended-since');
const day = z.iso.date();

const requirementSchema = z
  .strictObject({
    fact: word.describe('what is looked at, by its name in the facts of the mine'),
    op: z.enum(['>=', '>', '<=', '<', '=']),
    value: z.union([z.number(), z.boolean()]),
    unit: z.string().optional(),
  })
  .describe('when it is fulfilled');

/** When a duty must be fulfilled. */
const dueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by'), date: day, requires: requirementSchema }),
  z.strictObject({ kind: z.literal('always'), requires: requirementSchema }),
  z
    .strictObject({ kind: z.literal('every'), months: z.int().min(1), event: word })
    .describe('so many months after it was last done it is due again'),
  z
    .strictObject({ kind: z.literal('monthly'), event: word })
    .describe('once in every calendar month, on whichever day'),
  z
    .strictObject({
      kind: z.literal('yearly'),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      event: word,
    })
    .describe('once a year, by this day; what is done in a calendar year counts for that year, late or not'),
]);

export const dutySchema = z.strictObject({
  id: z.string().min(1),
  name: bilingualSchema,
  jurisdiction: z.string().min(1),
  clause: z.string().min(1).describe('document and clause it is written in'),
  status: z.string().min(1).describe('how well the source is verified'),
  mineTypes: z.array(z.string()).default([]).describe('empty: all'),
  mineStates: z.array(z.string()).default([]).describe('empty: all'),
  mineSizes: z
    .array(z.enum(MINE_SIZES))
    .default([])
    .describe('empty: all; of a mine whose size nobody registered it is not known whether it is bound'),
  onlyWhere: requirementSchema.optional().describe('holds only for mines of which this is true'),
  due: dueSchema,
  noticeDays: z.int().min(0).default(30).describe('days before it is due from which it is shown as due'),
  weight: z
    .number()
    .min(0)
    .default(1)
    .describe('how much a missed one counts in sorting mines; a county setting'),
  note: z.string().optional(),
});

/** What is known of a mine that duties look at. A name that is not there, or null, is not known. */
export const dutyFactsSchema = z.strictObject({
  mine: z.string(),
  type: z.string(),
  state: z.string().describe('`unknown` where nobody says'),
  size: z.enum(MINE_SIZES).nullable().describe('null: nobody registered it'),
  facts: z.record(word, z.union([z.number(), z.boolean()]).nullable()),
  events: z.record(word, day.nullable()).describe('the last day each was done'),
});

export type Duty = z.output<typeof dutySchema>;
export type DutyFacts = z.output<typeof dutyFactsSchema>;
export type DutyRequirement = z.output<typeof requirementSchema>;
