import { type CoverageTable, coverageTable } from '../../../../domain/cameras/coverage-table.ts';
import { mineSurroundings } from '../../../../domain/cameras/mine-surroundings.ts';
import { type Proposal, type ProposedCamera, proposeCameras } from '../../../../domain/cameras/propose.ts';
import type { LiveSetup } from '../../../../domain/contracts/live/setup.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import type { GroundField } from '../../../../domain/geology/ground-field.ts';

export interface ProposeQuestion {
  readonly network: RoadwayNetwork;
  readonly ground: GroundField | null;
  readonly setup: Pick<LiveSetup, 'devices' | 'keyPlaces' | 'workPlaces'>;
  readonly camera: ProposedCamera;
  readonly count: number;
}
export interface ProposeAnswer {
  readonly proposals: readonly Proposal[];
}

/** Half a second to two of work, off the page's thread. */
self.onmessage = ({ data }: MessageEvent<ProposeQuestion>) => {
  const surroundings = mineSurroundings(data.network, data.ground)!;
  const table: CoverageTable = coverageTable(surroundings, data.setup);
  const answer: ProposeAnswer = {
    proposals: proposeCameras(surroundings, data.setup, table, data.camera, data.count),
  };
  self.postMessage(answer);
};
