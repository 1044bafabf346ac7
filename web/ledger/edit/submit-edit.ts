import { writeHazardSchema } from '../../../domain/contracts/ledger.ts';
import { reapplyChanges } from '../../../domain/hazards/hazard-difference.ts';
import { shapeIssues } from '../../shell/fetch-json.ts';
import { setView } from '../../shell/view-store.ts';
import { takeVersion } from '../card/card-store.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { endEdit, setEdit, useEdit } from './edit-store.ts';
import { freeId } from './start-edit.ts';
import { tidyDraft } from './tidy-draft.ts';

/** Writes what was typed as the hazard's next version; what stands in the way comes into the store. */
export const submitEdit = async (): Promise<void> => {
  const { edit } = useEdit.getState();
  if (!edit || edit.busy) return;
  const wanted = { base: edit.base?.number ?? null, reason: edit.reason, hazard: tidyDraft(edit.draft) };
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
    setView({ openHazard: { mine, hazard: id } });
    return;
  }
  setEdit({ busy: false, trouble: written });
};

/** Makes one's changes again on what somebody else wrote meanwhile; they are looked at before they are sent again. */
export const redoOnLast = async (): Promise<void> => {
  const { edit } = useEdit.getState();
  if (edit?.trouble?.kind !== 'conflict') return;
  const { last } = edit.trouble;
  const mine = tidyDraft(edit.draft);
  if (!edit.base) {
    // Another hazard has the id meanwhile: this one takes the next.
    const prefix = mine.id.replace(/-\d+$/, '');
    setEdit({ busy: true });
    const taken = await ledgerRoutes.takenIds(mine.mine, prefix);
    const id = freeId(prefix, new Set([...taken, last.hazard.id]));
    setEdit({ draft: { ...mine, id }, trouble: null, busy: false });
    return;
  }
  const { hazard, contested } = reapplyChanges(edit.base.hazard, mine, last.hazard);
  setEdit({ base: last, draft: hazard, contested, trouble: null });
};
