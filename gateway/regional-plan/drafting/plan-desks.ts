import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanText } from '../../../domain/contracts/regional-plan.ts';
import type { PlanFileType, PlanVersion } from '../../../domain/contracts/regional-plan-api.ts';
import { createThreadDesk, DeskFailed } from '../../thread-desk.ts';
import type { WritingErrand } from '../files/writing-thread.ts';
import { CountyNotOpen } from '../plan-context.ts';
import type { DraftingAnswer, DraftingErrand, PlanKey, PlanSource, PlanSummary } from './drafting-errands.ts';

/** A plan to ask for: its key, and what it is made from, read only where the thread does not keep it. */
export interface PlanHandle {
  readonly key: PlanKey;
  source(): Promise<PlanSource>;
}

/**
 * Plans are composed in one thread and written as files in another: a page waits for no PDF, and devices and viewers for neither.
 * All of it @throws CountyNotOpen, StoreDown, PlanFileChanged, DeskBusy, DeskLate, DeskFailed
 */
export interface PlanDesks {
  /** PlanView as JSON. @param texts of a draft; a version has its own */
  view(plan: PlanHandle, version: PlanVersion | null, texts: readonly PlanText[]): Promise<Uint8Array>;
  /** SVG; null: the plan has no such figure. */
  figure(plan: PlanHandle, figure: string, language: Language): Promise<Uint8Array | null>;
  /** PlanComparison as JSON. @param names as they were asked for */
  compare(from: PlanHandle, to: PlanHandle, names: readonly [string, string]): Promise<Uint8Array>;
  /** Everything the plan shows (contentBytes). @param number of the version it is to be; null: a draft */
  content(
    plan: PlanHandle,
    o: {
      readonly texts: readonly PlanText[];
      readonly number: number | null;
      readonly languages: readonly Language[];
    },
  ): Promise<{ readonly bytes: Uint8Array; readonly summary: PlanSummary }>;
  /** A file of a content. */
  write(
    content: Uint8Array,
    o: { readonly type: PlanFileType; readonly language: Language; readonly date: Date },
  ): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A page asks for its figures all at once; files take seconds each, and whoever waits for more than these has left. */
const DRAFTING = { most: 100, limit: 60_000, idle: 60_000, heap: 768 };
const WRITING = { most: 12, limit: 120_000, idle: 20_000, heap: 768 };

type Wanted = DraftingErrand extends infer E ? (E extends unknown ? Omit<E, 'sources'> : never) : never;

export const createPlanDesks = (): PlanDesks => {
  const drafting = createThreadDesk<DraftingErrand, DraftingAnswer>({
    script: new URL('./drafting-thread.ts', import.meta.url),
    what: 'compose a plan',
    ...DRAFTING,
  });
  const writer = () =>
    createThreadDesk<WritingErrand, Uint8Array>({
      script: new URL('../files/writing-thread.ts', import.meta.url),
      what: 'write a file of a plan',
      ...WRITING,
    });
  // A thread a language: a version's files are of both, and the letters and figures of one are of no use to the other.
  const writing: Readonly<Record<Language, ReturnType<typeof writer>>> = { zh: writer(), en: writer() };
  const draft = async (wanted: Wanted, plans: readonly PlanHandle[]) => {
    const ask = (sources: DraftingErrand['sources']) =>
      drafting.do({ ...wanted, sources } as DraftingErrand).catch((error: unknown) => {
        if (error instanceof DeskFailed && error.inner === 'CountyNotOpen')
          throw new CountyNotOpen(error.message);
        throw error;
      });
    const first = await ask([]);
    if (!('lacks' in first)) return first;
    // All of them: what the thread had a moment ago others may have pushed out meanwhile.
    const sources = await Promise.all(plans.map(async (one) => [one.key, await one.source()] as const));
    const second = await ask(sources);
    // With what was just given that cannot be.
    if ('lacks' in second) throw new Error(`the thread lost ${second.lacks.join(', ')}`);
    return second;
  };
  return {
    view: async (plan, version, texts) =>
      (await draft({ do: 'view', plan: plan.key, version, texts }, [plan])).bytes!,
    figure: async (plan, figure, language) =>
      (await draft({ do: 'figure', plan: plan.key, figure, language }, [plan])).bytes,
    compare: async (from, to, names) =>
      (await draft({ do: 'compare', from: from.key, to: to.key, names }, [from, to])).bytes!,
    content: async (plan, o) => {
      const { bytes, summary } = await draft({ do: 'content', plan: plan.key, ...o }, [plan]);
      return { bytes: bytes!, summary: summary! };
    },
    write: (content, o) => writing[o.language].do({ content, ...o }),
    close: async () => {
      await Promise.all([drafting, ...Object.values(writing)].map((desk) => desk.close()));
    },
  };
};
