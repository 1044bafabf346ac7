import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import type { Language } from '../contracts/bilingual.ts';
import { assayColumns } from './assay-columns.ts';
import type { Sheet } from './sheet.ts';
import { TITLE_BLOCK_HEIGHT, type TitleBlock } from './title-block.ts';

/** Everything a column drawing of one hole says. */
export interface ColumnContent {
  readonly log: BoreholeLog;
  readonly language: Language;
  readonly block: TitleBlock;
  /** Height above the datum at a depth along the hole; null: the collar's height is not known. */
  readonly elevationAt: ((depth: number) => number) | null;
  /** Added to eastings: the zone number that the mine's tables write before them. */
  readonly eastingOffset: number;
}

/** Where the strips of a column sheet lie, millimetres on paper. */
export interface ColumnLayout {
  readonly top: number;
  readonly bottom: number;
  /** Left edge of each strip and of what follows the last one. */
  readonly edges: Readonly<Record<ColumnStrip, number>>;
  readonly right: number;
}
export const COLUMN_STRIPS = [
  'depth',
  'column',
  'structures',
  'assays',
  'lead',
  'base',
  'thickness',
  'elevation',
  'rock',
  'description',
] as const;
export type ColumnStrip = (typeof COLUMN_STRIPS)[number];

/** Height of the heads of the strips. */
export const STRIP_HEAD = 11;
/** Room for notes between the table and the title block. */
const GAP = 8;
export const ASSAY_WIDTH = 17;

/** Sheet of a column, its strips, and how much of it the hole fills. */
export const columnLayout = (sheet: Sheet, log: BoreholeLog, headHeight: number): ColumnLayout => {
  const { frame } = sheet;
  const widths: Record<ColumnStrip, number> = {
    depth: 13,
    column: 20,
    structures: log.structures.length > 0 ? 24 : 0,
    assays: assayColumns(log).length * ASSAY_WIDTH,
    lead: 7,
    base: 14,
    thickness: 13,
    elevation: 16,
    rock: sheet.width > 250 ? 34 : 24,
    description: 0,
  };
  let left = frame.left;
  const edges = {} as Record<ColumnStrip, number>;
  for (const strip of COLUMN_STRIPS) {
    edges[strip] = left;
    left += widths[strip];
  }
  return {
    top: frame.top - headHeight - STRIP_HEAD,
    bottom: frame.bottom + TITLE_BLOCK_HEIGHT + GAP,
    edges,
    right: frame.right,
  };
};
