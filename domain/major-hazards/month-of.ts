/** Calendar months as YYYY-MM. */

/** @param day YYYY-MM-DD */
export const monthOf = (day: string): string => day.slice(0, 7);

/** So many months later; negative: earlier. */
export const addToMonth = (month: string, months: number): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
};

/** Every month from one to another, both included; none where they are in the wrong order. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
};
