import { useEffect } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import { setView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { CutLabel } from './cut-label.tsx';
import { openSubject } from './open-subject.ts';
import './slice.css';
import { SliceHandleMarks } from './slice-handle-marks.tsx';
import { SlicePanel } from './slice-panel.tsx';
import { useSlice } from './slice-store.ts';
import { cancelDraft, useDraftLine } from './use-draft-line.ts';
import { useShownSlice } from './use-shown-slice.ts';

interface Props {
  readonly slice: Slice;
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** Everything of the slice that lies over the picture, while there is one. */
export default function SliceScene({ slice, catalog, bundleUrl }: Props) {
  const view = useSession((session) => session.view);
  const drawing = useSlice((state) => state.draft !== null);
  useEffect(() => openSubject(catalog, bundleUrl), [catalog, bundleUrl]);
  useShownSlice(catalog);
  useDraftLine();
  useEffect(() => cancelDraft, []);
  usePickedCut();
  return (
    <>
      {view && !drawing && <SliceHandleMarks view={view} slice={slice} catalog={catalog} />}
      <SlicePanel slice={slice} catalog={catalog} />
      <CutLabel catalog={catalog} />
    </>
  );
}

/** A body or an interval clicked on the cut is chosen as if it had been clicked itself. */
const usePickedCut = (): void => {
  const picked = useSession((session) => session.pickedCut);
  useEffect(() => {
    const { parts, subject } = useSlice.getState();
    const part = picked && parts[picked.part];
    if (subject.status !== 'open') return;
    const { bodies, holes } = subject.subject;
    const met =
      part?.kind === 'body' ? bodies[part.body] : part?.kind === 'hole' ? holes[part.interval] : null;
    if (met) setView({ selected: { layerId: met.layerId, featureId: met.featureId } });
  }, [picked]);
};
