import { threadId } from 'node:worker_threads';
import { serveDesk } from './serve-desk.ts';

export type TestErrand =
  | { readonly do: 'which' }
  /** Blocks its thread until the first place of the memory is set. */
  | { readonly do: 'block'; readonly until: SharedArrayBuffer }
  | { readonly do: 'throw' }
  | { readonly do: 'end' }
  | { readonly do: 'hoard' };

/** The thread of thread-desk.test.ts. */
serveDesk(async (errand: TestErrand) => {
  switch (errand.do) {
    case 'which':
      return { answer: threadId, bytes: [] };
    case 'block':
      Atomics.wait(new Int32Array(errand.until), 0, 0);
      return { answer: threadId, bytes: [] };
    case 'throw':
      throw new RangeError('no such thing');
    case 'end':
      return process.exit(3);
    case 'hoard': {
      const all: string[][] = [];
      for (;;) all.push(Array.from({ length: 100_000 }, (_, i) => `${i} ${all.length}`));
    }
  }
});
