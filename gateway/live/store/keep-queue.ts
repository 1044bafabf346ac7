import { setTimeout as sleep } from 'node:timers/promises';
import { type Accepted, NeverKept } from '../ports.ts';
import { asStoreDown, isPassing, StoreDown } from './store-down.ts';

export interface KeepQueueOptions {
  /** Stores a batch; resolves when it is committed. */
  readonly commit: (batch: readonly Accepted[]) => Promise<void>;
  /** ms that the first message of a batch waits for others. */
  readonly gatherMs: number;
  /** ms after which a message that could not be stored is given back; its device will send it again. */
  readonly patienceMs: number;
  readonly maxBytes: number;
  readonly maxMessages: number;
  /** Told after every attempt. */
  readonly tell: (error: StoreDown | null) => void;
}

interface Waiting {
  readonly accepted: Accepted;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  /** Given back already: the batch it is in may still store it, which is harmless. */
  given: boolean;
  timer: NodeJS.Timeout;
}

const RETRY_MS = 200;
/** A message is counted as at least this many bytes: it is an object here, not only text. */
const OVERHEAD_BYTES = 512;
const BATCH_MESSAGES = 4_000;

/**
 * Group commit: every message that waits at one moment goes into one transaction; one transaction at a time. Where the
 * database fails, messages wait for it no longer than `patienceMs`, and no more of them than there is room for.
 */
export class KeepQueue {
  readonly #o: KeepQueueOptions;
  /** In the order they came; those given back leave at once, so that a hanging database gathers nothing. */
  #waiting = new Set<Waiting>();
  #bytes = 0;
  #messages = 0;
  #running: Promise<void> | null = null;
  #closed = false;
  #hurry = new AbortController();

  constructor(options: KeepQueueOptions) {
    this.#o = options;
  }

  keep(accepted: Accepted): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreDown('the store is closed'));
    const { maxBytes, maxMessages, patienceMs } = this.#o;
    if (this.#bytes >= maxBytes || this.#messages >= maxMessages)
      return Promise.reject(
        new StoreDown(`${this.#messages} messages wait for the database: there is no room for more`),
      );
    const size = accepted.bytes + OVERHEAD_BYTES;
    this.#bytes += size;
    this.#messages++;
    return new Promise<void>((resolve, reject) => {
      const done = (settle: () => void): void => {
        if (waiting.given) return;
        waiting.given = true;
        this.#waiting.delete(waiting);
        clearTimeout(waiting.timer);
        this.#bytes -= size;
        this.#messages--;
        settle();
      };
      const waiting: Waiting = {
        accepted,
        given: false,
        resolve: () => done(resolve),
        reject: (error) => done(() => reject(error)),
        timer: setTimeout(() => {
          const late = new StoreDown(`not kept within ${patienceMs / 1000} s: the database is slow or down`);
          this.#o.tell(late);
          waiting.reject(late);
        }, patienceMs),
      };
      this.#waiting.add(waiting);
      this.#running ??= this.#run();
    });
  }

  /** Stores what waits, or gives it back; then takes nothing any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#hurry.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    await this.#pause(this.#o.gatherMs);
    while (this.#waiting.size > 0) {
      const begun = performance.now();
      await this.#storeWaiting();
      if (this.#waiting.size > 0) await this.#pause(this.#o.gatherMs - (performance.now() - begun));
    }
    // In the same turn as the check above: whoever comes after it starts a new run.
    this.#running = null;
  }

  /** Apart from the loop, whose variables live on while it pauses: what is held so long outlives the young generation. */
  async #storeWaiting(): Promise<void> {
    const waiting = [...this.#waiting];
    // A new one each time: the tables that a set outgrows hold what was in them, and the next table, until all memory is collected.
    this.#waiting = new Set(waiting.slice(BATCH_MESSAGES));
    await this.#store(waiting.slice(0, BATCH_MESSAGES));
  }

  async #pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0 && !this.#closed)
      await sleep(milliseconds, undefined, { signal: this.#hurry.signal }).catch(() => {});
  }

  async #store(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#o.commit(batch.map((one) => one.accepted));
      this.#o.tell(null);
      for (const one of batch) one.resolve();
    } catch (error) {
      if (isPassing(error)) {
        this.#o.tell(asStoreDown(error));
        const patient = batch.filter((one) => !one.given);
        if (this.#closed) for (const one of patient) one.reject(asStoreDown(error));
        else for (const one of patient) this.#waiting.add(one);
        await this.#pause(RETRY_MS);
      } else if (batch.length === 1) {
        // The database answers, but will never take this one message: its sender must not stop the others.
        batch[0].reject(new NeverKept(asStoreDown(error).message, { cause: error }));
      } else {
        for (const one of batch) await this.#store([one]);
      }
    }
  }
}
