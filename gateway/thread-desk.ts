import { Worker } from 'node:worker_threads';

export interface DeskOptions {
  /** Module of the thread; it calls `serveDesk`. */
  readonly script: URL;
  /** What is done there, for messages: "write a plan". */
  readonly what: string;
  /** Errands that may wait besides the one that is being done. */
  readonly most: number;
  /** ms one errand may take; waiting for others does not count. */
  readonly limit: number;
  /** ms without an errand after which the thread ends: it and what it has loaded cost memory. */
  readonly idle: number;
  /** MiB of its heap; an errand that needs more fails, and the gateway lives on. */
  readonly heap: number;
}

/** A thread that does one errand after the other, so that live pictures wait for none of them. */
export interface ThreadDesk<Errand, Answer> {
  /** @throws DeskBusy, DeskLate, DeskFailed */
  do(errand: Errand): Promise<Answer>;
  /** Whether a thread is there now. */
  readonly isRunning: boolean;
  /** Ends the thread; what was not done is refused. */
  close(): Promise<void>;
}

/** Too many errands wait already. */
export class DeskBusy extends Error {
  constructor(what: string, waiting: number) {
    super(`${waiting} others wait already for the thread that is to ${what}`);
    this.name = 'DeskBusy';
  }
}
/** An errand was given up. */
export class DeskLate extends Error {
  constructor(what: string, limit: number) {
    super(`it took longer than ${Math.round(limit / 1000)} s to ${what}`);
    this.name = 'DeskLate';
  }
}
/** What went wrong in the thread; `inner` is the name of the error there. */
export class DeskFailed extends Error {
  readonly inner: string;
  constructor(what: string, { name, message }: Pick<Error, 'name' | 'message'>) {
    super(`could not ${what}: ${message}`);
    this.name = 'DeskFailed';
    this.inner = name;
  }
}

/** What the thread is sent, and what it sends back. */
export interface DeskErrand {
  readonly id: number;
  readonly errand: unknown;
}
export type DeskAnswer =
  | { readonly id: number; readonly done: unknown }
  | { readonly id: number; readonly failed: { readonly name: string; readonly message: string } };

interface Waiting<Errand, Answer> {
  readonly id: number;
  readonly errand: Errand;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Nothing is started before the first errand. */
export const createThreadDesk = <Errand, Answer>(o: DeskOptions): ThreadDesk<Errand, Answer> => {
  const { what } = o;
  const waiting: Waiting<Errand, Answer>[] = [];
  let worker: Worker | null = null;
  let current: Waiting<Errand, Answer> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let next = 0;
  let closed = false;

  const drop = (): Promise<unknown> => {
    const ended = worker;
    worker = null;
    return ended?.terminate() ?? Promise.resolve();
  };
  /** The errand is over, well or not; the next one begins. */
  const settle = (how: (one: Waiting<Errand, Answer>) => void): void => {
    const one = current;
    clearTimeout(timer);
    current = null;
    if (one) how(one);
    begin();
  };
  const begin = (): void => {
    if (current || closed) return;
    current = waiting.shift() ?? null;
    if (!current) {
      worker?.unref();
      timer = setTimeout(() => void drop(), o.idle).unref();
      return;
    }
    worker ??= launch();
    worker.ref();
    const { id, errand } = current;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void drop();
      settle(({ reject }) => reject(new DeskLate(what, o.limit)));
    }, o.limit);
    try {
      worker.postMessage({ id, errand } satisfies DeskErrand);
    } catch (error) {
      // What cannot be sent is the caller's fault, not the thread's.
      settle(({ reject }) => reject(error as Error));
    }
  };
  const launch = (): Worker => {
    const started = new Worker(o.script, { resourceLimits: { maxOldGenerationSizeMb: o.heap } });
    started.on('message', (answer: DeskAnswer) => {
      if (worker !== started || answer.id !== current?.id) return;
      settle(({ resolve, reject }) => {
        if ('done' in answer) resolve(answer.done as Answer);
        else reject(new DeskFailed(what, answer.failed));
      });
    });
    const lost = (error: Error): void => {
      // One that was let go has nothing of what its successor is doing.
      if (worker !== started) return;
      worker = null;
      settle(({ reject }) => reject(new DeskFailed(what, error)));
    };
    started.on('error', lost);
    started.on('exit', (code) => lost(new Error(`its thread ended with ${code}`)));
    return started;
  };
  return {
    get isRunning() {
      return worker !== null;
    },
    do: (errand) =>
      new Promise<Answer>((resolve, reject) => {
        if (closed) return reject(new DeskFailed(what, new Error('the gateway is closing')));
        if (waiting.length >= o.most) return reject(new DeskBusy(what, waiting.length));
        waiting.push({ id: next++, errand, resolve, reject });
        begin();
      }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const left = [...(current ? [current] : []), ...waiting.splice(0)];
      current = null;
      for (const { reject } of left) reject(new DeskFailed(what, new Error('the gateway is closing')));
      await drop();
    },
  };
};
