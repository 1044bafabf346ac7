import { Worker } from 'node:worker_threads';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanDocument, PlanFileType } from '../../../domain/contracts/regional-plan.ts';
import type { Drawing } from '../../../domain/drawing/drawing.ts';

export interface RenderRequest {
  readonly type: PlanFileType;
  readonly document: PlanDocument;
  readonly figures: readonly (readonly [string, Drawing])[];
  readonly language: Language;
  readonly date: Date;
}
export type RenderAnswer = { readonly bytes: Uint8Array } | { readonly failed: string };

/** Files are written one after the other: each holds fonts and pictures of some hundred MB for as long as it takes. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Writes a file of the plan in a thread of its own, so that neither devices nor viewers wait for it.
 * @throws Error where it cannot be written
 */
export const renderPlan = (request: RenderRequest): Promise<Uint8Array> => {
  const written = before.then(() => inThread(request));
  before = written.catch(() => {});
  return written;
};

const inThread = async (request: RenderRequest): Promise<Uint8Array> => {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url));
  try {
    const answer = await new Promise<RenderAnswer>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread that writes the plan ended')));
      worker.postMessage(request);
    });
    if ('failed' in answer) throw new Error(`the plan could not be written: ${answer.failed}`);
    return answer.bytes;
  } finally {
    await worker.terminate();
  }
};
