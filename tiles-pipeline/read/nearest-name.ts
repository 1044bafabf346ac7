/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`: optimal string alignment distance. */
const editsBetween = (a: string, b: string): number => {
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, twoBack[j - 2]! + 1);
      }
      current.push(best);
    }
    twoBack = previous;
    previous = current;
  }
  return previous[b.length]!;
};

/** The known name somebody most likely meant, null when none is close (a third of its letters may differ). */
export const nearestName = (written: string, known: readonly string[]): string | null => {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/gu, '');
  let best: { name: string; edits: number } | null = null;
  for (const name of known) {
    const edits = editsBetween(plain(written), plain(name));
    if (edits <= Math.max(1, Math.floor(name.length / 3)) && (!best || edits < best.edits))
      best = { name, edits };
  }
  return best?.name ?? null;
};
