/** One measured number, printed as one JSON line. `ratio` = ours ÷ peer; the peer fields are null where there is none. */
export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  readonly ratio: number | null;
}

/** A benchmark: `run` measures and returns its figures; `skip` says why it cannot run on this machine. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  skip?(): string | null;
  /** @param note adds to the result file what of the machine matters to this bench alone */
  run(note: (conditions: Readonly<Record<string, string>>) => void): Promise<Figure[]>;
}

export const median = (values: readonly number[]): number => {
  if (values.length === 0) throw new RangeError('the median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Three significant digits: more would pretend to a precision a shared machine does not have. */
const round = (value: number): number => Number(value.toPrecision(3));

export const figure = (
  bench: string,
  metric: string,
  unit: string,
  ours: number,
  peer: { value: number; name: string } | null = null,
): Figure => ({
  bench,
  metric,
  unit,
  ours: round(ours),
  peer: peer ? round(peer.value) : null,
  peerName: peer?.name ?? null,
  ratio: peer ? round(ours / peer.value) : null,
});
