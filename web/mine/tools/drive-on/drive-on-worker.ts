import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { drivingFactsSchema } from '../../../../domain/contracts/driving-facts.ts';
import type { LayoutRule } from '../../../../domain/contracts/live/rule-book.ts';
import { answerMine } from '../../../../domain/drive-on/answer-mine.ts';
import { fetchBodies } from '../../../shell/fetch-bodies.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';
import type { OpenAnswer } from './drive-on-store.ts';

export interface DriveOnQuestion {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly rules: readonly LayoutRule[];
}
export type DriveOnAnswer =
  | ({ readonly ok: true } & OpenAnswer)
  | { readonly ok: false; readonly detail: string };

/** Distances of every planned heading to every body: seconds in a large mine, so off the page's thread. */
self.onmessage = ({ data }: MessageEvent<DriveOnQuestion>) => {
  void work(data).then(
    (answer) => self.postMessage(answer),
    (error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      self.postMessage({ ok: false, detail } satisfies DriveOnAnswer);
    },
  );
};

const work = async ({ catalog, bundleUrl, rules }: DriveOnQuestion): Promise<DriveOnAnswer> => {
  const { signal } = new AbortController();
  const [bodies, file] = await Promise.all([
    fetchBodies(catalog, bundleUrl, signal),
    fetchJson(new URL(catalog.driving!.file, bundleUrl).pathname, drivingFactsSchema, { signal }),
  ]);
  if ('failure' in bodies) return { ok: false, detail: bodies.failure.url };
  if (!file.ok) return { ok: false, detail: file.failure.url };
  const answer = answerMine({
    mine: catalog.mineId,
    mineType: catalog.type,
    facts: file.value,
    bodies: [...bodies.bodies, ...bodies.strata],
    rules,
  });
  return { ok: true, answer, facts: file.value };
};
