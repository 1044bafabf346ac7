import { writeMajorSchema } from '../../../domain/contracts/major-hazard.ts';
import { shapeIssues } from '../../shell/fetch-json.ts';
import { tidyFixed } from '../edit/tidy-draft.ts';
import { majorRoutes } from './major-routes.ts';
import { endMajorEdit, majorKey, reloadMajor, setMajorEdit, useMajor } from './major-store.ts';

/** Writes what was typed as the next version; what stands in the way comes into the store. */
export const submitMajor = async (): Promise<void> => {
  const { edit } = useMajor.getState();
  if (!edit || edit.busy) return;
  const { entry } = edit;
  const tidy =
    entry.kind === 'hazard'
      ? {
          ...entry,
          hazard: {
            ...entry.hazard,
            criterion: entry.hazard.criterion?.trim() || null,
            fiveFixed: tidyFixed(entry.hazard.fiveFixed),
          },
        }
      : entry;
  const wanted = { base: edit.base?.number ?? null, reason: edit.reason, entry: tidy };
  const parsed = writeMajorSchema.safeParse(wanted);
  if (!parsed.success) {
    setMajorEdit({ trouble: { kind: 'shape', issues: shapeIssues(writeMajorSchema, wanted) } });
    return;
  }
  setMajorEdit({ busy: true, trouble: null });
  const mine = tidy.kind === 'hazard' ? tidy.hazard.mine : tidy.survey.mine;
  const written = await majorRoutes.write(mine, parsed.data);
  if (written.kind !== 'written') {
    setMajorEdit({ busy: false, trouble: written });
    return;
  }
  endMajorEdit();
  if (tidy.kind === 'hazard') useMajor.setState({ open: majorKey(tidy.hazard) });
  // Counts, flow and what is owed are reckoned by the gateway.
  reloadMajor();
};
