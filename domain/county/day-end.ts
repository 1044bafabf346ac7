/** The moment a calendar day of the county (UTC+8) is over, ms since 1970. @param day YYYY-MM-DD @throws RangeError where it is none */
export const dayEnd = (day: string): number => {
  const end = Date.parse(`${day}T00:00:00+08:00`);
  if (!Number.isFinite(end)) throw new RangeError(`not a day: ${day}`);
  return end + DAY_MS;
};

const DAY_MS = 86_400_000;
