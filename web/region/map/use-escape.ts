import { useEffect } from 'react';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { dialogIsOpen } from '../../shell/open-dialog.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { mineOfPick } from './use-scene.ts';

/** What one types into, and lists that are open, have the key for themselves. */
const TYPED_INTO = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]';

/** What is chosen after a step back: of a body that stands in its place its mine, which goes on standing there; else nothing. */
export const stepBack = (
  pick: RegionPick | null,
): { readonly regionPick: RegionPick | null; readonly mineInPlace: boolean } => {
  const mine = mineOfPick(pick);
  return pick?.kind === 'body' && mine !== null
    ? { regionPick: { kind: 'mine', id: mine }, mineInPlace: true }
    : { regionPick: null, mineInPlace: false };
};

/** Escape lets go of what is chosen on the map, one step at a time; not while something is typed, drawn, or written in a form. */
export const useEscape = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== 'Escape' || event.defaultPrevented || dialogIsOpen()) return;
      if (target?.closest(TYPED_INTO) || useEdit.getState().edit || useMajor.getState().edit) return;
      const { regionPick } = useView.getState();
      if (regionPick) setView(stepBack(regionPick));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
