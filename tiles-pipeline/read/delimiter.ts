export type Delimiter = ',' | ';' | '\t';

const CANDIDATES: readonly Delimiter[] = ['\t', ';', ','];
const RECORDS_LOOKED_AT = 50;

/** How often `delimiter` stands outside quotes in each of the first records. */
const countsPerRecord = (text: string, delimiter: Delimiter): number[] => {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let filled = false;
  for (let i = 0; i < text.length && counts.length < RECORDS_LOOKED_AT; i += 1) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === delimiter) count += 1;
    if (char === '\n' || (char === '\r' && text[i + 1] !== '\n')) {
      if (filled) counts.push(count);
      count = 0;
      filled = false;
    } else if (char !== '\r') filled = true;
  }
  if (filled && counts.length < RECORDS_LOOKED_AT) counts.push(count);
  return counts;
};

/**
 * The delimiter that cuts the first records most evenly, judged by the first record it cuts: a decimal comma is as
 * regular as a delimiter in the rows of a semicolon table, but is not in its header. A title above the header is cut
 * by none and passed over. Null where no candidate cuts anything.
 */
export const chooseDelimiter = (text: string): Delimiter | null => {
  let best: { delimiter: Delimiter; first: number; share: number; cuts: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const counts = countsPerRecord(text, delimiter);
    const first = counts.findIndex((count) => count > 0);
    if (first < 0) continue;
    const cuts = counts[first]!;
    const rows = counts.slice(first + 1);
    const share = rows.length === 0 ? 1 : rows.filter((count) => count === cuts).length / rows.length;
    const better =
      !best ||
      first < best.first ||
      (first === best.first && (share > best.share || (share === best.share && cuts > best.cuts)));
    if (better) best = { delimiter, first, share, cuts };
  }
  return best?.delimiter ?? null;
};
