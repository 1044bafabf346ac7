import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { setDuties } from './duties-store.ts';
import type { DutiesAnswer, DutiesQuestion } from './duties-worker.ts';

/** Asks a worker what the mine's model says of its duties; call the returned function to give it up. */
export const openDuties = (
  catalog: Catalog,
  bundleUrl: string,
  rules: DutiesQuestion['rules'],
  mineSize: DutiesQuestion['mineSize'],
  today: string,
): (() => void) => {
  setDuties({ status: 'loading' });
  const worker = new Worker(new URL('./duties-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<DutiesAnswer>) => {
    worker.terminate();
    if (!data.ok) setDuties({ status: 'failed', detail: data.detail });
    else {
      const { duties, facts, network, places } = data;
      setDuties({ status: 'open', duties, facts, network, places });
    }
  };
  worker.onerror = (event) => {
    worker.terminate();
    setDuties({ status: 'failed', detail: event.message });
  };
  worker.postMessage({ catalog, bundleUrl, rules, mineSize, today } satisfies DutiesQuestion);
  return () => {
    worker.terminate();
    setDuties({ status: 'loading' });
  };
};
