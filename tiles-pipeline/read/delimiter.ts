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
 * The delimiter that cuts the first records most evenly, judged by the header: a decimal comma is as regular as a
 * delimiter in the rows of a semicolon table, but is not in its header. Null where no candidate cuts the header.
 */
export const chooseDelimiter = (text: string): Delimiter | null => {
  let best: { delimiter: Delimiter; share: number; cuts: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const [header = 0, ...rows] = countsPerRecord(text, delimiter);
    if (header === 0) continue;
    const share = rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length;
    if (!best || share > best.share || (share === best.share && header > best.cuts)) {
      best = { delimiter, share, cuts: header };
    }
  }
  return best?.delimiter ?? null;
};
