import type { HoleGain, NextHoleQuestion } from '../../../../domain/geology/next-hole/rank-next-holes.ts';
import type { NextHoleAnswer } from './next-hole-worker.ts';

/** Asks a worker what one hole more would tell. Rejects where it cannot start or fails; `signal` ends it. */
export const askNextHoles = (
  question: NextHoleQuestion,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<readonly HoleGain[]> =>
  new Promise((answered, failed) => {
    const worker = new Worker(new URL('./next-hole-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      failed(signal.reason);
    });
    worker.onmessage = ({ data }: MessageEvent<NextHoleAnswer>) => {
      if ('done' in data) {
        progress(data.done);
        return;
      }
      end();
      answered(data.gains);
    };
    worker.onerror = (event) => {
      end();
      failed(new Error(event.message));
    };
    worker.postMessage(question);
  });
