import {
  type MajorEntry,
  type MajorHazard,
  writeMajorSchema,
} from '../../../domain/contracts/major-hazard.ts';
import { bodyOf } from '../../../domain/major-hazards/write-rules.ts';
import { shapeIssues } from '../../shell/fetch-json.ts';
import { setView } from '../../shell/view-store.ts';
import { freeId } from '../edit/start-edit.ts';
import { tidyFixed } from '../edit/tidy-draft.ts';
import { majorRoutes } from './major-routes.ts';
import { endMajorEdit, reloadMajor, setMajorEdit, takenMajors, useMajor } from './major-store.ts';

/** What was left empty in a form was not given. */
export const tidyMajor = (entry: MajorEntry): MajorEntry => {
  switch (entry.kind) {
    case 'hazard':
      return {
        kind: 'hazard',
        hazard: {
          ...entry.hazard,
          title: entry.hazard.title.trim(),
          what: entry.hazard.what.trim(),
          criterion: entry.hazard.criterion?.trim() || null,
          fiveFixed: tidyFixed(entry.hazard.fiveFixed),
          closeOut: tidyCloseOut(entry.hazard.closeOut),
        },
      };
    case 'survey':
      return entry;
    case 'answer': {
      const { decision, to, why } = entry.answer;
      const told = { to: decision === 'proposed' ? to?.trim() || null : null, why: why?.trim() || null };
      return { kind: 'answer', answer: { ...entry.answer, ...told } };
    }
  }
};

const tidyCloseOut = (closeOut: MajorHazard['closeOut']): MajorHazard['closeOut'] =>
  closeOut && { ...closeOut, accepted: closeOut.accepted?.by.trim() ? closeOut.accepted : null };

/** Writes what was typed as the next version; what stands in the way comes into the store. */
export const submitMajor = async (): Promise<void> => {
  const { edit } = useMajor.getState();
  if (!edit || edit.busy) return;
  const entry = tidyMajor(edit.entry);
  const wanted = {
    base: edit.base?.number ?? null,
    reason: edit.reason,
    ...(edit.whyFar.trim() !== '' && { whyFar: edit.whyFar }),
    entry,
  };
  const parsed = writeMajorSchema.safeParse(wanted);
  if (!parsed.success) {
    setMajorEdit({ trouble: { kind: 'shape', issues: shapeIssues(writeMajorSchema, wanted) } });
    return;
  }
  setMajorEdit({ busy: true, trouble: null });
  const { mine } = bodyOf(entry);
  const written = await majorRoutes.write(mine, parsed.data);
  if (written.kind !== 'written') {
    setMajorEdit({ busy: false, trouble: written });
    return;
  }
  endMajorEdit();
  if (entry.kind === 'hazard') setView({ openHazard: { mine, hazard: entry.hazard.id } });
  // Counts, flow and what is owed are reckoned by the gateway.
  reloadMajor();
};

/** Goes on with what was chosen of both, standing on what somebody else wrote meanwhile. */
export const goOnWith = (entry: MajorEntry): void => {
  const { edit } = useMajor.getState();
  if (edit?.trouble?.kind !== 'conflict') return;
  const { last } = edit.trouble;
  if (last) setMajorEdit({ base: last, entry, trouble: null });
};

/** Another major hazard has the id meanwhile: this one takes the next, and stays as it was typed. */
export const takeNextId = (): void => {
  const { edit } = useMajor.getState();
  if (edit?.entry.kind !== 'hazard' || edit.trouble?.kind !== 'conflict') return;
  const { hazard } = edit.entry;
  const taken = new Set([...takenMajors(hazard.mine), hazard.id]);
  const id = freeId(hazard.id.replace(/-\d+$/, ''), taken);
  setMajorEdit({ base: null, entry: { kind: 'hazard', hazard: { ...hazard, id } }, trouble: null });
};
