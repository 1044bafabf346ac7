import { useEffect } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { LayoutRule } from '../../../../domain/contracts/live/rule-book.ts';
import { useLive } from '../../../live/live-store.ts';
import './drive-on.css';
import { DriveOnPanel } from './drive-on-panel.tsx';
import { setDriveOn } from './drive-on-store.ts';
import { openAnswer } from './open-answer.ts';
import { PrintSheet } from './print-sheet.tsx';
import { useSceneLines } from './use-scene-lines.ts';

const NO_RULES: readonly LayoutRule[] = [];

interface Props {
  readonly driveOn: { readonly heading: string | null };
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** Everything of "May we drive on?" while it is asked: panel, lines in the scene, and the sheet that is printed. */
export default function DriveOnScene({ driveOn, catalog, bundleUrl }: Props) {
  const rules = useLive((state) => state.setup?.rules.layout ?? NO_RULES);
  useEffect(() => openAnswer(catalog, bundleUrl, rules), [catalog, bundleUrl, rules]);
  useEffect(() => {
    if (driveOn.heading !== undefined) setDriveOn({ hole: null });
  }, [driveOn.heading]);
  useSceneLines(driveOn.heading);
  return (
    <>
      <DriveOnPanel catalog={catalog} heading={driveOn.heading} />
      <PrintSheet catalog={catalog} />
    </>
  );
}
