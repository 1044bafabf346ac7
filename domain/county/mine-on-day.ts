import type { RegisterMine } from '../contracts/county.ts';

/** What the register says of a mine on a day. Of the past it knows state and grade; risk and warnings are known of now only. */
export interface MineOnDay {
  readonly state: RegisterMine['state'];
  readonly grade: RegisterMine['grade'];
  readonly risk: RegisterMine['risk'];
  readonly warning: RegisterMine['warning'];
}

const UNKNOWN: MineOnDay = { state: 'unknown', grade: null, risk: null, warning: null };

/**
 * @param on YYYY-MM-DD; null: now. Of a day before the history begins nothing is known, also where the mine is as it always was.
 */
export const mineOnDay = (
  { state, grade, risk, warning, history }: Pick<RegisterMine, keyof MineOnDay | 'history'>,
  on: string | null,
): MineOnDay => {
  if (on === null) return { state, grade, risk, warning };
  const then = history.findLast(({ from }) => from <= on);
  return then ? { ...UNKNOWN, state: then.state, grade: then.grade } : UNKNOWN;
};

/** Whether a thing is there on a day; what has no dates is there always. @param on null: `today` */
export const isThere = (
  { from, to }: { readonly from: string | null; readonly to: string | null },
  on: string | null,
  today: string,
): boolean => {
  const day = on ?? today;
  return (from === null || from <= day) && (to === null || day <= to);
};
