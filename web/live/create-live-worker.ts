import type { LiveWorker } from './live-client.ts';

/** The worker that holds the connection of one mine. */
export const createLiveWorker = (): LiveWorker => {
  const worker = new Worker(new URL('./wire/live-worker.ts', import.meta.url), { type: 'module' });
  const live: LiveWorker = {
    post: (order) => worker.postMessage(order),
    receive: () => {},
    terminate: () => worker.terminate(),
  };
  worker.onmessage = ({ data }) => live.receive(data);
  return live;
};
