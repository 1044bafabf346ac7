import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { LayoutRule } from '../../../../domain/contracts/live/rule-book.ts';
import { setDriveOn } from './drive-on-store.ts';
import type { DriveOnAnswer, DriveOnQuestion } from './drive-on-worker.ts';

/** Asks a worker for the answer of the whole mine; call the returned function to give it up. */
export const openAnswer = (
  catalog: Catalog,
  bundleUrl: string,
  rules: readonly LayoutRule[],
): (() => void) => {
  if (!catalog.driving) {
    setDriveOn({ state: { status: 'no-file' } });
    return () => setDriveOn({ state: { status: 'none' } });
  }
  setDriveOn({ state: { status: 'loading' } });
  const worker = new Worker(new URL('./drive-on-worker.ts', import.meta.url), { type: 'module' });
  const fail = (detail: string) => setDriveOn({ state: { status: 'failed', detail } });
  worker.onmessage = ({ data }: MessageEvent<DriveOnAnswer>) => {
    worker.terminate();
    if (data.ok) setDriveOn({ state: { status: 'open', answer: data.answer, facts: data.facts } });
    else fail(data.detail);
  };
  worker.onerror = (event) => {
    worker.terminate();
    fail(event.message);
  };
  worker.postMessage({ catalog, bundleUrl, rules } satisfies DriveOnQuestion);
  return () => {
    worker.terminate();
    setDriveOn({ state: { status: 'none' }, hole: null });
  };
};
