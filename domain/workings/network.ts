import type { RoadwayNetwork } from '../contracts/network.ts';
import type { EnuPoint } from '../frame/coordinates.ts';
import type { Metres } from '../units/quantities.ts';

export interface NetworkLine {
  readonly id: string;
  readonly line: readonly EnuPoint[];
  readonly type: string;
  readonly width: number;
  readonly height: number;
}
export function buildNetwork(
  _lines: readonly NetworkLine[],
  _tolerance: Metres,
  _o: { joinInterior?: boolean } = {},
): RoadwayNetwork {
  throw new Error('not written yet');
}
