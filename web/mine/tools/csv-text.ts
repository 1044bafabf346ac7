export type Cell = string | number | null;

/** RFC 4180; with a byte order mark, without which spreadsheets take Chinese for something else. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

const cellText = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  // A cell that a spreadsheet would take for a formula stays text.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const rounded = (value: number | null, digits = 3): number | null =>
  value === null ? null : Number(value.toFixed(digits)) + 0;
