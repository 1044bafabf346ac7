import type { MajorHazard, MajorSurvey, RepeatAnswer } from '../../../domain/contracts/major-hazard.ts';
import { freeId } from '../edit/start-edit.ts';
import type { MajorTask } from './major-store.ts';

/** @param taken ids of the mine's major hazards @param today YYYY-MM-DD @param official officials write what inspections and the public found */
export const newMajor = (
  mine: string,
  taken: ReadonlySet<string>,
  today: string,
  by: string,
  official: boolean,
): MajorHazard => ({
  id: freeId(`ZD-${today.replaceAll('-', '')}`, taken),
  mine,
  title: '',
  what: '',
  criterion: null,
  source: official ? 'inspection' : 'self-reported',
  inspection: official ? { office: '', level: 'county' } : null,
  found: { on: today, by },
  whileProducing: null,
  hazards: [],
  place: null,
  fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
  listed: null,
  closeOut: null,
  state: 'confirmed',
});

export const newSurvey = (mine: string, month: string, today: string, by: string): MajorSurvey => ({
  mine,
  month,
  on: today,
  by,
  signedBy: [by],
  report: null,
  found: [],
});

/** What the county did about a mine, as its form begins with it. */
export const newAnswer = (mine: string, reachedOn: string, today: string): RepeatAnswer => ({
  ...{ mine, reachedOn, decision: 'proposed', on: today, by: '', to: '', report: null, why: null },
});

/** The hazard as the form of a task begins with it. @param today YYYY-MM-DD @param by name of who writes */
export const majorDraft = (
  task: Exclude<MajorTask, 'report' | 'survey' | 'answer'>,
  hazard: MajorHazard,
  today: string,
  by: string,
): MajorHazard => {
  switch (task) {
    case 'describe':
    case 'link':
    case 'fixed':
    case 'hand-in':
      return hazard;
    case 'confirm':
      return { ...hazard, state: 'confirmed' };
    case 'unfounded':
      return { ...hazard, state: 'unfounded' };
    case 'rectify':
      return { ...hazard, state: 'rectifying' };
    case 'list':
      return { ...hazard, listed: hazard.listed ?? { office: '', level: 'county', on: today, until: null } };
    case 'close':
      return {
        ...{ ...hazard, state: 'closed' },
        closeOut: { on: today, by, found: '', report: null, accepted: null },
      };
    case 'reopen':
      return { ...hazard, state: 'rectifying', closeOut: null };
  }
};

/** Tasks that a state allows, in the order they come. */
export const tasksOf = ({
  state,
  closeOut,
}: Pick<MajorHazard, 'state' | 'closeOut'>): Exclude<MajorTask, 'report' | 'survey' | 'answer'>[] => {
  switch (state) {
    case 'reported':
      return ['confirm', 'unfounded', 'describe', 'link'];
    case 'confirmed':
      return ['fixed', 'list', 'rectify', 'close', 'describe', 'link'];
    case 'rectifying':
      return ['fixed', 'list', 'close', 'describe', 'link'];
    case 'closed':
      return closeOut?.report === null ? ['hand-in', 'reopen'] : ['reopen'];
    case 'unfounded':
      return [];
  }
};
