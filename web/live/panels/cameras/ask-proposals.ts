import type { Proposal, ProposedCamera } from '../../../../domain/cameras/propose.ts';
import type { SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { ProposeAnswer, ProposeQuestion } from './propose-worker.ts';
import { isCamera } from './use-cameras.ts';

/** Asks a worker where the next cameras gain most. Rejects where it cannot start or fails; `signal` ends it. */
export const askProposals = (question: ProposeQuestion, signal: AbortSignal): Promise<readonly Proposal[]> =>
  new Promise((answered, failed) => {
    const worker = new Worker(new URL('./propose-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      failed(signal.reason);
    });
    worker.onmessage = ({ data }: MessageEvent<ProposeAnswer>) => {
      end();
      answered(data.proposals);
    };
    worker.onerror = (event) => {
      end();
      failed(new Error(event.message));
    };
    worker.postMessage(question);
  });

/** Hung under the roof, where there is one this high, metres above the floor. */
const MOUNTED_AT = 2.5;
/** What is assumed where the mine describes no camera: shown as an assumption. */
const ASSUMED: ProposedCamera = { tilt: -10, hfov: 80, vfov: 50, range: 50, mountedAt: MOUNTED_AT };

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1]!;
};

/** The camera to propose: the middle one of those the mine has, so that the proposal can be bought there. */
export const usualCamera = (
  devices: readonly SetupDevice[],
): { readonly camera: ProposedCamera; readonly from: 'installed' | 'assumed' } => {
  const whole = devices
    .filter(isCamera)
    .flatMap(({ tilt, hfov, vfov, range }) =>
      tilt === undefined || hfov === undefined || vfov === undefined || range === undefined
        ? []
        : [{ tilt, hfov, vfov, range }],
    );
  if (whole.length === 0) return { camera: ASSUMED, from: 'assumed' };
  const middle = (field: 'tilt' | 'hfov' | 'vfov' | 'range') => median(whole.map((one) => one[field]));
  return {
    camera: {
      tilt: middle('tilt'),
      hfov: middle('hfov'),
      vfov: middle('vfov'),
      range: middle('range'),
      mountedAt: MOUNTED_AT,
    },
    from: 'installed',
  };
};
