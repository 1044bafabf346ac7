/** Sorted at once: some milliseconds, also where comparing is by the rules of a language. */
const RUN = 1024;
/** Compared in one turn of a merge. */
const TURN = 4096;

const merged = async <T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  rest: () => Promise<void>,
): Promise<T[]> => {
  const into: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    into.push(compare(b[j]!, a[i]!) < 0 ? b[j++]! : a[i++]!);
    if (into.length % TURN === 0) await rest();
  }
  while (i < a.length) into.push(a[i++]!);
  while (j < b.length) into.push(b[j++]!);
  return into;
};

/**
 * Sorts in turns, so that whoever else waits for this process waits for milliseconds only. What is alike stays in its order.
 * @param rest lets others have their turn
 */
export const sortInTurns = async <T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  rest: () => Promise<void>,
): Promise<readonly T[]> => {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    if (items.length > RUN) await rest();
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      next.push(runs[at + 1] ? await merged(runs[at]!, runs[at + 1]!, compare, rest) : runs[at]!);
    runs = next;
  }
  return runs[0] ?? [];
};
