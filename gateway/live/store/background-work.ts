import { Worker } from 'node:worker_threads';
import type { Maintenance, Retention } from './archive.ts';
import type { PostgresConnection } from './embedded-postgres.ts';
import { StoreDown } from './store-down.ts';

/** What background-worker.ts is started with. */
export interface WorkerStart {
  readonly where: PostgresConnection | string;
  readonly archiveFolder: string;
}

/** A pass of maintenance over one mine. */
export interface Work {
  readonly mine: string;
  readonly now: number;
  readonly retention: Retention;
}

export interface WorkRequest {
  readonly id: number;
  readonly work: Work;
}
export type WorkAnswer =
  | { readonly id: number; readonly done: Maintenance }
  | { readonly id: number; readonly failed: string; readonly passing: boolean };

interface Pending {
  readonly resolve: (done: Maintenance) => void;
  readonly reject: (error: Error) => void;
}

/** A thread costs some 25 MiB; passes come by the minute where much is late, else by the hour. */
const IDLE_MS = 90_000;

/**
 * What reads hours of positions at a time runs in a thread of its own, one piece after the other: the live picture must
 * not wait for it. The thread is there only while there is something to do.
 */
export class BackgroundWork {
  readonly #start: WorkerStart;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #next = 0;
  #idle: NodeJS.Timeout | undefined;
  /** Resolves with the last piece. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: WorkerStart) {
    this.#start = start;
  }

  /** @throws StoreDown where the database is not there */
  do(work: Work): Promise<Maintenance> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#launch();
    this.#worker.ref();
    const id = this.#next++;
    const answer = new Promise<Maintenance>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
    });
    this.#worker.postMessage({ id, work } satisfies WorkRequest);
    const ended = answer.then(
      () => {},
      () => {},
    );
    this.#last = Promise.all([this.#last, ended]);
    return answer;
  }

  /** Waits for what was begun. */
  async close(): Promise<void> {
    await this.#last;
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #rest(worker: Worker): void {
    worker.unref();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#worker = null;
      void worker.terminate();
    }, IDLE_MS).unref();
  }

  #launch(): Worker {
    const worker = new Worker(new URL('./background-worker.ts', import.meta.url), {
      workerData: this.#start,
      // What it reads is in buffers outside of its heap: more room for what is short-lived would only be held.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.on('message', (answer: WorkAnswer) => {
      const pending = this.#pending.get(answer.id);
      this.#pending.delete(answer.id);
      if (this.#pending.size === 0) this.#rest(worker);
      if ('done' in answer) pending?.resolve(answer.done);
      else pending?.reject(answer.passing ? new StoreDown(answer.failed) : new Error(answer.failed));
    });
    const lost = (error: Error): void => {
      // One that was let go for idleness has nothing of what its successor is asked.
      if (this.#worker !== worker) return;
      this.#worker = null;
      for (const pending of this.#pending.values()) pending.reject(error);
      this.#pending.clear();
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('the background thread of the store ended')));
    return worker;
  }
}
