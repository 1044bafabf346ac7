/** The last used of what is costly to make. */
export interface Kept<T> {
  /** What is kept under the key, or what `make` makes, which is then kept. */
  get(key: string, make: () => T): T;
  has(key: string): boolean;
  drop(key: string): void;
}

/** @param most things kept */
export const createKept = <T>(most: number): Kept<T> => {
  const kept = new Map<string, T>();
  return {
    has: (key) => kept.has(key),
    drop: (key) => void kept.delete(key),
    get: (key, make) => {
      const value = kept.has(key) ? kept.get(key)! : make();
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return value;
    },
  };
};
