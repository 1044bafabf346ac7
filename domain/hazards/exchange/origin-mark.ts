import type { Provenance } from '../../contracts/layers.ts';

/** Column that says of a row what it is. A ledger of which it is known that nothing is made up does not have it; reading one passes it over. */
export const ORIGIN_HEADER = '数据性质';
export const SYNTHETIC_MARK =
  '合成数据，非真实记录，不得据此决策。Synthetic data: no such mine, hazard or survey.';
/** A row without a mark is read as a real one: where nobody can tell, that is said. */
export const UNKNOWN_ORIGIN_MARK =
  '数据性质未知：读不到县级资料，可能是合成数据，核实前不得据此决策。Origin unknown: the county’s files cannot be read, it may be made up.';

/** What is said of where a row comes from; null: nothing. @param provenance null: it cannot be told */
export const originMark = (provenance: Provenance | null): string | null =>
  provenance === null ? UNKNOWN_ORIGIN_MARK : provenance === 'synthetic' ? SYNTHETIC_MARK : null;

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A table in whose rows it is said what they are, for a sheet is copied without its neighbours.
 * @param markOf of the row with this number
 */
export const markedOrigin = <T extends Table>(table: T, markOf: (row: number) => string | null): T => {
  const marks = table.rows.map((_, i) => markOf(i));
  if (marks.every((mark) => mark === null)) return table;
  return {
    ...table,
    header: [ORIGIN_HEADER, ...table.header],
    rows: table.rows.map((row, i) => [marks[i] ?? null, ...row]),
  };
};
