/** Column that says of a row what it is. A ledger in which nothing is made up does not have it; reading one passes it over. */
export const ORIGIN_HEADER = '数据性质';
export const SYNTHETIC_MARK =
  '合成数据，非真实记录，不得据此决策。Synthetic data: no such mine, hazard or survey.';

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A table in whose rows it is said which are made up, for a sheet is copied without its neighbours.
 * @param isSynthetic of the row with this number
 */
export const markedSynthetic = <T extends Table>(table: T, isSynthetic: (row: number) => boolean): T => {
  const marks = table.rows.map((_, i) => (isSynthetic(i) ? SYNTHETIC_MARK : null));
  if (marks.every((mark) => mark === null)) return table;
  return {
    ...table,
    header: [ORIGIN_HEADER, ...table.header],
    rows: table.rows.map((row, i) => [marks[i] ?? null, ...row]),
  };
};
