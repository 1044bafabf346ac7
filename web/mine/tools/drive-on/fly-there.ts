import type { DriveStretch, ProbeHole } from '../../../../domain/contracts/drive-on.ts';
import type { PlannedHeadingFacts } from '../../../../domain/contracts/driving-facts.ts';
import { lineBetween } from '../../../../domain/drive-on/along-line.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import { middleLine } from './scene-lines.ts';

const middleOf = (line: readonly Vec3[], from: number, to: number): Vec3 | undefined =>
  lineBetween(line, (from + to) / 2, (from + to) / 2)[0];

export const flyToStretch = (
  facts: PlannedHeadingFacts,
  { from, to }: Pick<DriveStretch, 'from' | 'to'>,
): void => {
  const middle = middleOf(middleLine(facts), from, to);
  if (middle) flyBesidePanel(middle, to - from);
};

export const flyToHole = ({ collar, end, length }: ProbeHole): void => {
  const middle = middleOf([collar, end], 0, length);
  if (middle) flyBesidePanel(middle, length);
};
