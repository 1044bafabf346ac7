import type { Action } from '../../../domain/accounts/may.ts';
import type { Evidence, Hazard } from '../../../domain/contracts/hazard.ts';

/** What one can do to a hazard in one go. */
export const EDIT_TASKS = [
  'new',
  'basics',
  'evidence',
  'fixed',
  'treatment',
  'extend',
  'accept',
  'close',
  'reopen',
] as const;
export type EditTask = (typeof EDIT_TASKS)[number];

/** What each task needs of the reader's role. */
export const TASK_NEEDS = {
  new: 'write-hazard',
  basics: 'write-hazard',
  evidence: 'write-hazard',
  fixed: 'write-hazard',
  treatment: 'write-hazard',
  extend: 'accept-hazard',
  accept: 'accept-hazard',
  close: 'close-hazard',
  reopen: 'close-hazard',
} as const satisfies Record<EditTask, Action>;

const NOTHING_FIXED = {
  responsible: null,
  measure: null,
  funding: null,
  deadline: null,
  contingencyPlan: null,
} as const;

/** An id that is not taken: `<prefix>-<n>`. */
export const freeId = (prefix: string, taken: ReadonlySet<string>): string => {
  let n = 1;
  while (taken.has(`${prefix}-${n}`)) n++;
  return `${prefix}-${n}`;
};

/** What ids of hazards that are found on a day begin with. @param today YYYY-MM-DD */
export const idPrefix = (today: string): string => `HZ-${today.replaceAll('-', '')}`;

/** @param taken ids of the mine's hazards of that day @param today YYYY-MM-DD @param by who finds it */
export const newHazard = (mine: string, taken: ReadonlySet<string>, today: string, by: string): Hazard => ({
  id: freeId(idPrefix(today), taken),
  mine,
  title: '',
  category: 'goaf',
  place: { kind: 'point', at: [Number.NaN, Number.NaN] },
  found: { on: today, how: 'geophysics', by },
  evidence: [],
  fiveFixed: NOTHING_FIXED,
  treatment: { target: null, begun: null, accepted: null },
  state: 'found',
});

const newEvidence = (hazard: Hazard, today: string, by: string): Evidence => ({
  id: freeId('E', new Set(hazard.evidence.map(({ id }) => id))),
  method: 'drilling',
  on: today,
  author: by,
  // Nothing is preset that would say more than is known.
  says: 'unclear',
  finding: '',
  place: null,
  file: null,
  replaces: null,
});

/** The hazard as the form of a task begins with it. @param today YYYY-MM-DD @param by name of who writes */
export const draftFor = (
  task: Exclude<EditTask, 'new'>,
  hazard: Hazard,
  today: string,
  by: string,
): Hazard => {
  const { treatment } = hazard;
  switch (task) {
    case 'basics':
    case 'fixed':
    case 'treatment':
    case 'extend':
      return hazard;
    case 'evidence':
      return { ...hazard, evidence: [...hazard.evidence, newEvidence(hazard, today, by)] };
    case 'accept': {
      const { metric = '', unit = '' } = treatment.target ?? {};
      const accepted = { metric, unit, value: Number.NaN, on: today, by };
      return { ...hazard, state: 'accepted', treatment: { ...treatment, accepted } };
    }
    case 'close':
      return { ...hazard, state: 'closed' };
    case 'reopen':
      // What was reached no longer stands, and a treatment that goes on begins anew.
      return { ...hazard, state: 'verifying', treatment: { ...treatment, begun: null, accepted: null } };
  }
};
