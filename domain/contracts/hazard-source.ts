import { z } from 'zod';
import { EVIDENCE_METHODS, OBSTACLE_KINDS, type ObstacleKind } from './driving.ts';

/**
 * `hazard` of a source of mine.yaml: what its features are to a heading, how they came to be known, and which of its columns
 * say so. What no column says is unknown and is judged as the worse.
 */

/** Flooded goafs and conductive faults are goafs and faults: the file says which of them are. */
export const RECORDED_KINDS = OBSTACLE_KINDS.filter(
  (kind): kind is RecordedKind => kind !== 'flooded-goaf' && kind !== 'conductive-fault',
);
export type RecordedKind = Exclude<ObstacleKind, 'flooded-goaf' | 'conductive-fault'>;

const methods = z.array(z.enum(EVIDENCE_METHODS)).min(1);
const column = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('a column header, or several accepted spellings of it');
const words = z.array(z.string().min(1)).min(1);

const is = z
  .enum([...RECORDED_KINDS, 'none'])
  .optional()
  .describe(
    'left out: goafs are goafs, karst solids karst, fault traces faults, shafts not in use closed shafts, holes not known to be sealed poorly sealed ones, rights the border; everything else is no obstacle',
  );
const foundBy = z
  .union([
    methods.describe('all of the file'),
    z.strictObject({
      column,
      methods: z
        .record(z.string(), methods)
        .describe('words of the column → methods; a word not listed: not known how it was found'),
    }),
  ])
  .optional()
  .describe(
    'how the features were found; left out: not known, and then nothing near them is answered "drive"',
  );
const dry = z
  .strictObject({ column, words: words.describe('what the column says of what holds no water') })
  .optional()
  .describe('which hold no water; anything else may hold some');
const waterLevel = column
  .optional()
  .describe('height of the water above the datum; goafs and water bodies have a role for it');
const conductive = z
  .strictObject({ column, wet: words, dry: words })
  .optional()
  .describe('words for faults that carry water and for those that do not; any other word: not known');
const sealed = z
  .strictObject({ column, words: words.describe('what the column says of a hole that is soundly sealed') })
  .optional()
  .describe('which holes are soundly sealed; any other word: poorly sealed');

export const hazardSchema = z
  .strictObject({ is, foundBy, dry, waterLevel, conductive, sealed })
  .describe('what the features are to a heading, and how they came to be known');
export type HazardSettings = z.output<typeof hazardSchema>;
