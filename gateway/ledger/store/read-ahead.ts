/**
 * What is read for each thing asked, in their order; the next is asked for while the last is worked on, so that the database and this process
 * work side by side. One too many is read where the reader stops early.
 */
export async function* readAhead<A, T>(asked: Iterable<A>, read: (one: A) => Promise<T>): AsyncGenerator<T> {
  const begin = (one: A): Promise<T> => {
    const reading = read(one);
    // Whoever stopped early does not hear of it; whoever reads on does.
    reading.catch(() => {});
    return reading;
  };
  let next: Promise<T> | null = null;
  for (const one of asked) {
    const last: Promise<T> | null = next;
    if (last === null) {
      next = begin(one);
      continue;
    }
    const got = await last;
    next = begin(one);
    yield got;
  }
  if (next !== null) yield await next;
}
