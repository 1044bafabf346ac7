import { type RegisterMine, WARNING_LEVELS } from '../contracts/county.ts';

export type Warning = RegisterMine['warning'];

/** The higher of two warnings; null: neither is known. */
export const higherWarning = (a: Warning, b: Warning): Warning =>
  WARNING_LEVELS.find((level) => level === a || level === b) ?? null;

/**
 * The register's mines as they are warned of now: what stands in a mine's alarms raises what the register was told, and never
 * lowers it: the one does not know of what the other was warned. Mines that stay as they are stay the same objects.
 * @param live by the mine's id; a mine that is not there has no alarms here
 */
export const warnedNow = (
  mines: readonly RegisterMine[],
  live: Readonly<Record<string, Warning>>,
): readonly RegisterMine[] =>
  mines.some(({ id, warning }) => higherWarning(warning, live[id] ?? null) !== warning)
    ? mines.map((mine) => {
        const warning = higherWarning(mine.warning, live[mine.id] ?? null);
        return warning === mine.warning ? mine : { ...mine, warning };
      })
    : mines;
