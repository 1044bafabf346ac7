import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { useView } from '../../../shell/view-store.ts';
import { stretchAt } from './stretch-at.ts';

/** Number of the stretch that the link chooses of the open heading; null: none. */
export const useChosenStretch = (heading: HeadingAnswer | null): number | null =>
  useView(({ driveOn }) =>
    driveOn && heading && driveOn.heading === heading.heading ? stretchAt(heading, driveOn.along) : null,
  );
