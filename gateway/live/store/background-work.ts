import { Worker } from 'node:worker_threads';
import type { KeptPicture } from '../ports.ts';
import type { Maintenance, Retention } from './archive.ts';
import type { PostgresConnection } from './embedded-postgres.ts';
import { StoreDown } from './store-down.ts';

/** What background-worker.ts is started with. */
export interface WorkerStart {
  readonly where: PostgresConnection | string;
  readonly archiveFolder: string;
}

export type Work =
  | { readonly kind: 'maintain'; readonly mine: string; readonly now: number; readonly retention: Retention }
  | { readonly kind: 'keep-picture'; readonly mine: string; readonly picture: KeptPicture };

export interface WorkRequest {
  readonly id: number;
  readonly work: Work;
}
export type WorkAnswer =
  | { readonly id: number; readonly done: Maintenance | null }
  | { readonly id: number; readonly failed: string; readonly passing: boolean };

interface Pending {
  readonly resolve: (done: Maintenance | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * What reads minutes or hours of positions at a time runs in a thread of its own, one piece after the other: the live
 * picture must not wait for it.
 */
export class BackgroundWork {
  readonly #start: WorkerStart;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #next = 0;
  /** Resolves with the last piece. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: WorkerStart) {
    this.#start = start;
  }

  /** @throws StoreDown where the database is not there */
  do(work: Work): Promise<Maintenance | null> {
    this.#worker ??= this.#launch();
    this.#worker.ref();
    const id = this.#next++;
    const answer = new Promise<Maintenance | null>((resolve, reject) => {
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
    await this.#worker?.terminate();
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
      if (this.#pending.size === 0) worker.unref();
      if ('done' in answer) pending?.resolve(answer.done);
      else pending?.reject(answer.passing ? new StoreDown(answer.failed) : new Error(answer.failed));
    });
    const lost = (error: Error): void => {
      if (this.#worker === worker) this.#worker = null;
      for (const pending of this.#pending.values()) pending.reject(error);
      this.#pending.clear();
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('the background thread of the store ended')));
    return worker;
  }
}
