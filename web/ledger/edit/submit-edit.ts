import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { writeHazardSchema } from '../../../domain/contracts/ledger.ts';
import { shapeIssues } from '../../shell/fetch-json.ts';
import { takeVersion } from '../card/card-store.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { openHiddenHazard } from '../open-hidden-hazard.ts';
import { endEdit, setEdit, useEdit } from './edit-store.ts';
import { freeId } from './start-edit.ts';
import { tidyDraft } from './tidy-draft.ts';

/** Writes what was typed as the hazard's next version; what stands in the way comes into the store. */
export const submitEdit = async (): Promise<void> => {
  const { edit } = useEdit.getState();
  if (!edit || edit.busy) return;
  const wanted = {
    base: edit.base?.number ?? null,
    reason: edit.reason,
    ...(edit.whyFar.trim() !== '' && { whyFar: edit.whyFar }),
    hazard: tidyDraft(edit.draft),
  };
  const parsed = writeHazardSchema.safeParse(wanted);
  if (!parsed.success) {
    setEdit({ trouble: { kind: 'shape', issues: shapeIssues(writeHazardSchema, wanted) } });
    return;
  }
  setEdit({ busy: true, trouble: null });
  const written = await ledgerRoutes.write(wanted.hazard.mine, parsed.data);
  if (written.kind === 'written') {
    const { mine, id } = written.version.hazard;
    takeVersion(written.version);
    endEdit();
    openHiddenHazard({ mine, hazard: id });
    return;
  }
  setEdit({ busy: false, trouble: written });
};

/** Another hazard has the id meanwhile: this one takes the next, and stays as it was typed. */
export const takeNextId = async (): Promise<void> => {
  const { edit } = useEdit.getState();
  if (edit?.trouble?.kind !== 'conflict') return;
  const { draft, trouble } = edit;
  const prefix = draft.id.replace(/-\d+$/, '');
  setEdit({ busy: true });
  const taken = await ledgerRoutes.takenIds(draft.mine, prefix);
  const id = freeId(prefix, new Set([...taken, trouble.last.hazard.id]));
  setEdit({ draft: { ...draft, id }, trouble: null, busy: false });
};

/** Goes on with what was chosen of both, standing on what somebody else wrote meanwhile. */
export const goOnWith = (draft: Hazard): void => {
  const { edit } = useEdit.getState();
  if (edit?.trouble?.kind === 'conflict') setEdit({ base: edit.trouble.last, draft, trouble: null });
};
