import type { PlanComparison, PlanView } from '../../../domain/contracts/regional-plan-api.ts';
import { drawingToSvg } from '../../../domain/drawing/svg.ts';
import { comparePlans } from '../../../domain/regional-plan/compare-plans.ts';
import { serveDesk } from '../../serve-desk.ts';
import type { DraftingAnswer, DraftingErrand, PlanKey, PlanSummary } from './drafting-errands.ts';
import { openInThread, type ThreadPlan } from './open-in-thread.ts';
import { contentBytes } from './plan-content.ts';

/** The thread that composes plans, draws their figures and writes them as JSON: none of it is done where live pictures go out. */

/** Each holds a county's objects and drawings, as long as the thread is there. */
const MOST_KEPT = 4;
const kept = new Map<PlanKey, ThreadPlan>();

const keep = (key: PlanKey, plan: ThreadPlan): void => {
  kept.delete(key);
  kept.set(key, plan);
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
};

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const summaryOf = ({ plan }: ThreadPlan): PlanSummary => {
  const { year, on, provenance, pins, objects, gaps } = plan;
  return { year, on, provenance, pins, objects: objects.length, gaps: gaps.length };
};

const made = (
  errand: DraftingErrand,
  open: (key: PlanKey) => ThreadPlan,
): { readonly bytes: Uint8Array | null; readonly summary: PlanSummary | null } => {
  switch (errand.do) {
    case 'view': {
      const of = open(errand.plan);
      const { plan, changes, figureIds } = of;
      const { texts, document } = of.written(errand.texts, errand.version);
      const view: PlanView = {
        version: errand.version,
        plan,
        texts: [...texts],
        document,
        changes: [...changes],
        figures: [...figureIds],
      };
      return { bytes: json(view), summary: null };
    }
    case 'figure': {
      const drawing = open(errand.plan).figures(errand.language).get(errand.figure);
      return {
        bytes: drawing ? new TextEncoder().encode(drawingToSvg(drawing)) : null,
        summary: null,
      };
    }
    case 'content': {
      const of = open(errand.plan);
      const { plan, changes } = of;
      const { number, languages } = errand;
      const { texts, document } = of.written(errand.texts, number === null ? null : { number });
      const drawn = (language: 'zh' | 'en') =>
        languages.includes(language) ? [...of.figures(language)] : [];
      const bytes = contentBytes({
        format: 'hyalite-regional-plan-content/1',
        plan,
        texts,
        changes,
        document,
        figures: { zh: drawn('zh'), en: drawn('en') },
      });
      return { bytes, summary: summaryOf(of) };
    }
    case 'compare': {
      const [from, to] = [open(errand.from).plan, open(errand.to).plan];
      const end = (plan: string, { year, on }: typeof from) => ({ plan, year, on });
      const comparison: PlanComparison = {
        from: end(errand.names[0], from),
        to: end(errand.names[1], to),
        ...comparePlans(from, to),
      };
      return { bytes: json(comparison), summary: null };
    }
  }
};

serveDesk<DraftingErrand, DraftingAnswer>(async (errand) => {
  for (const [key, source] of errand.sources) keep(key, await openInThread(source));
  const wanted = errand.do === 'compare' ? [errand.from, errand.to] : [errand.plan];
  const lacks = wanted.filter((key) => !kept.has(key));
  if (lacks.length > 0) return { answer: { lacks }, bytes: [] };
  const answer = made(errand, (key) => {
    const plan = kept.get(key)!;
    keep(key, plan);
    return plan;
  });
  return { answer, bytes: answer.bytes ? [answer.bytes] : [] };
});
