import type { PlanBlock } from '../../domain/contracts/plan-document.ts';
import type { PlanGap, PlanObject, RegionalPlan } from '../../domain/contracts/regional-plan.ts';

type Heading = Extract<PlanBlock, { type: 'heading' }>;

/** A heading with what stands under it, up to the next heading. */
export interface PlanSection {
  /** Of its element; headings' own ids hold signs that no address likes. */
  readonly anchor: string;
  readonly heading: Heading;
  readonly blocks: readonly Exclude<PlanBlock, Heading>[];
}

export const planSections = (blocks: readonly PlanBlock[]): PlanSection[] => {
  const sections: { anchor: string; heading: Heading; blocks: Exclude<PlanBlock, Heading>[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading')
      sections.push({ anchor: `hy-plan-${block.number.replaceAll('.', '-')}`, heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
};

/** Where a gap's object is told: its own section, that of what it stands under, or its chapter. */
export const sectionOfGap = (
  { object, chapter }: PlanGap,
  { objects }: Pick<RegionalPlan, 'objects'>,
  sections: readonly PlanSection[],
): PlanSection | null => {
  const found = objects.find(({ id }) => id === object);
  const names = [object, found?.parent, found && categorySection(found), chapter];
  for (const name of names) {
    const section = sections.find(({ heading }) => heading.id === name);
    if (section) return section;
  }
  return null;
};

const categorySection = ({ fields }: PlanObject): string =>
  `category:${fields.find(({ key }) => key === 'category')?.value?.zh}`;
