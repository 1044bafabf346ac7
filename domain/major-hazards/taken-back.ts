import { AUTHORITY_LEVELS, type MajorHazard, type MajorVersion } from '../contracts/major-hazard.ts';

/** What the county once said of a major hazard and says no more. */
export interface TakenBack {
  readonly field: 'whileProducing' | 'listed';
  /** As it was said. */
  readonly was: MajorHazard;
  /** Number of the version that took it back. */
  readonly number: number;
}

const isOver = (day: string | null | undefined, other: string | null | undefined): boolean =>
  day !== null && day !== undefined && (other === null || other === undefined || other > day);

/** Listed no more, by a lower office, or to a later end. */
const isListedLess = ({ listed: was }: MajorHazard, { listed: is }: MajorHazard): boolean =>
  was !== null &&
  (is === null ||
    AUTHORITY_LEVELS.indexOf(is.level) < AUTHORITY_LEVELS.indexOf(was.level) ||
    isOver(was.until, is.until));

const isProducingNoMore = (was: MajorHazard, is: MajorHazard): boolean =>
  was.whileProducing === true && is.whileProducing !== true;

/**
 * Listed supervision and "found while producing" that were taken back, lowered or put off, by the version that did it: it may be right, and who
 * looks at the mine is to know it. @param versions of one major hazard, oldest first, the last of them the one that is shown
 */
export const takenBack = (versions: readonly Pick<MajorVersion, 'number' | 'entry'>[]): TakenBack[] => {
  const hazards = versions.flatMap(({ number, entry }) =>
    entry.kind === 'hazard' ? [{ number, hazard: entry.hazard }] : [],
  );
  const now = hazards.at(-1)?.hazard;
  if (!now) return [];
  const first = (
    field: TakenBack['field'],
    isLess: (was: MajorHazard, is: MajorHazard) => boolean,
  ): TakenBack[] => {
    for (const [i, { hazard: was }] of hazards.entries()) {
      const next = hazards[i + 1];
      if (next && isLess(was, next.hazard) && isLess(was, now)) return [{ field, was, number: next.number }];
    }
    return [];
  };
  return [...first('whileProducing', isProducingNoMore), ...first('listed', isListedLess)];
};
