import { z } from 'zod';
import { topicId } from './topic.ts';

/** POST /api/mines/{mine}/tag-returns takes returnTagSchema and answers with the return; GET lists the newest first. */

export const returnTagSchema = z.strictObject({
  tag: topicId,
  note: z.string().trim().min(1).max(500).describe('how it is known that nobody is there with it'),
});
export type ReturnTag = z.output<typeof returnTagSchema>;

/** A tag that was handed back: until it is heard again it stands for nobody. */
export const tagReturnSchema = z.strictObject({
  tag: z.string(),
  at: z.number().describe('ms: what was heard of the tag up to then counts no more'),
  by: z.string(),
  note: z.string(),
});
export type TagReturn = z.output<typeof tagReturnSchema>;

export const tagReturnListSchema = z.strictObject({ returns: z.array(tagReturnSchema) });
