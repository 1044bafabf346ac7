import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';

/**
 * Number of the stretch of a heading so many metres along it; null: there is none. A link names metres, not numbers: with other data the
 * heading may be cut otherwise.
 */
export const stretchAt = (
  { stretches }: Pick<HeadingAnswer, 'stretches'>,
  along: number | undefined,
): number | null => {
  if (along === undefined) return null;
  const found = stretches.findIndex(({ from, to }) => from <= along && along <= to);
  return found < 0 ? null : found;
};
