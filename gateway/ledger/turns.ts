/** Others were busy with it for longer than somebody at a screen waits. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy';
  constructor() {
    super('others are busy with the ledger');
  }
}

/** Milliseconds that a writer waits for its turn. */
const PATIENCE_MS = 8_000;
/** Writers at once: each holds a connection of those that all readers share, and an import holds its for half a minute. */
const AT_ONCE = 2;

/** Who waits for a chain waits here and not in the database, where each would hold a connection. */
export interface Turns {
  /**
   * Runs `work` when nobody writes into the mine's ledger, in the order they came.
   * @throws LedgerBusy where its turn does not come
   */
  take<T>(mine: string, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly mine: string;
  readonly go: () => void;
}

export const createTurns = ({ patienceMs = PATIENCE_MS, atOnce = AT_ONCE } = {}): Turns => {
  const writing = new Set<string>();
  const queue = new Set<Waiting>();
  const next = (): void => {
    for (const one of queue) {
      if (writing.size >= atOnce) return;
      if (writing.has(one.mine)) continue;
      queue.delete(one);
      writing.add(one.mine);
      one.go();
    }
  };
  const turn = (mine: string): Promise<void> =>
    new Promise((go, refuse) => {
      const waiting: Waiting = {
        mine,
        go: () => {
          clearTimeout(late);
          go();
        },
      };
      const late = setTimeout(() => {
        queue.delete(waiting);
        refuse(new LedgerBusy());
      }, patienceMs);
      queue.add(waiting);
      next();
    });
  return {
    async take(mine, work) {
      await turn(mine);
      try {
        return await work();
      } finally {
        writing.delete(mine);
        next();
      }
    },
  };
};
