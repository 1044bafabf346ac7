import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';
import { FIELD_TONES } from './regional-plan.ts';

/** The regional plan as a document: blocks that know nothing of PDF, DOCX or screens. */
const cellSchema = z
  .array(z.strictObject({ text: bilingualSchema, tone: z.enum(FIELD_TONES) }))
  .describe('lines; what is missing is a line that says so');
export const planBlockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.int().min(1).max(3),
    id: z.string().describe('unique in the document'),
    number: z.string(),
    text: bilingualSchema,
  }),
  z.strictObject({ type: z.literal('paragraph'), text: bilingualSchema, tone: z.enum(FIELD_TONES) }),
  z
    .strictObject({ type: z.literal('added'), text: z.string(), by: z.string(), at: z.iso.datetime() })
    .describe('a text of the official, as written'),
  z.strictObject({
    type: z.literal('table'),
    id: z.string(),
    number: z.string(),
    caption: bilingualSchema,
    columns: z.array(z.strictObject({ title: bilingualSchema, width: z.number().gt(0) })).min(1),
    rows: z.array(z.array(cellSchema)),
  }),
  z.strictObject({
    type: z.literal('figure'),
    figure: z.string().describe('id of the drawing'),
    number: z.string(),
    caption: bilingualSchema,
  }),
]);
export type PlanBlock = z.output<typeof planBlockSchema>;
export type PlanCell = z.output<typeof cellSchema>;

export const planDocumentSchema = z.strictObject({
  title: bilingualSchema,
  subtitle: bilingualSchema,
  provenance: z.enum(PROVENANCES),
  blocks: z.array(planBlockSchema),
});
export type PlanDocument = z.output<typeof planDocumentSchema>;
