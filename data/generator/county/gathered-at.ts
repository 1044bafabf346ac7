import type { EvidenceMethod } from '../../../domain/contracts/driving.ts';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';

type Position = [number, number];

/** Degrees of latitude of a metre. */
const METRE = 1 / 111_320;
/** As finely as a survey writes them: a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Of so many pieces nobody wrote down where they were gathered: a ledger that has grown is like that. */
const UNSTATED = 0.09;

const middleOf = (place: Exclude<HazardPlace, { kind: 'feature' }>): Position => {
  if (place.kind === 'point') return place.at;
  const points = place.kind === 'line' ? place.line : place.rings[0]!.slice(1);
  const sum = points.reduce<Position>(([a, b], [x, y]) => [a + x, b + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
};

/** Where a piece of evidence of a hazard was gathered: a line of stations, a hole, a sample, or the thing itself. Papers come from nowhere. */
export const gatheredAt = (
  next: () => number,
  method: EvidenceMethod,
  of: HazardPlace,
): HazardPlace | null => {
  const [isUnstated, turn, away] = [next() < UNSTATED, 2 * Math.PI * next(), 4 + 14 * next()];
  if (method === 'document' || isUnstated) return null;
  // Of the model's own features only the model knows where they are.
  if (of.kind === 'feature' || method === 'survey') return of;
  const [east, north] = middleOf(of);
  const moved = (metres: number): Position => [
    rounded(east + (metres * METRE * Math.cos(turn)) / Math.cos((north * Math.PI) / 180)),
    rounded(north + metres * METRE * Math.sin(turn)),
  ];
  return method === 'geophysics'
    ? { kind: 'line', line: [moved(-60 - away), moved(0), moved(60 + away)] }
    : { kind: 'point', at: moved(away) };
};
