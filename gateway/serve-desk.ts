import { parentPort } from 'node:worker_threads';
import type { DeskAnswer, DeskErrand } from './thread-desk.ts';

/** An answer whose bytes go over to the gateway's own thread without being copied. */
export interface WithBytes<T> {
  readonly answer: T;
  readonly bytes: readonly Uint8Array[];
}

/** Does what a ThreadDesk sends to this thread, one errand after the other. */
export const serveDesk = <Errand, Answer>(work: (errand: Errand) => Promise<WithBytes<Answer>>): void => {
  parentPort!.on('message', async ({ id, errand }: DeskErrand) => {
    try {
      const { answer, bytes } = await work(errand as Errand);
      parentPort!.postMessage(
        { id, done: answer } satisfies DeskAnswer,
        // Small ones may share their memory with others.
        bytes.flatMap(({ buffer, byteLength }) =>
          buffer.byteLength === byteLength ? (buffer as ArrayBuffer) : [],
        ),
      );
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      parentPort!.postMessage({ id, failed: { name, message } } satisfies DeskAnswer);
    }
  });
};
