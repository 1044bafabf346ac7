import { type CoverageTable, coverageTable } from '../../../../domain/cameras/coverage-table.ts';
import { createSurroundings } from '../../../../domain/cameras/line-of-sight.ts';
import { type Proposal, type ProposedCamera, proposeCameras } from '../../../../domain/cameras/propose.ts';
import type { LiveSetup } from '../../../../domain/contracts/live/setup.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';

export interface ProposeQuestion {
  readonly network: RoadwayNetwork;
  readonly setup: Pick<LiveSetup, 'devices' | 'keyPlaces' | 'workPlaces'>;
  readonly camera: ProposedCamera;
  readonly count: number;
}
export interface ProposeAnswer {
  readonly proposals: readonly Proposal[];
}

/** Half a second to two of work, off the page's thread. */
self.onmessage = ({ data }: MessageEvent<ProposeQuestion>) => {
  const surroundings = createSurroundings(data.network);
  const table: CoverageTable = coverageTable(surroundings, data.setup);
  const answer: ProposeAnswer = {
    proposals: proposeCameras(surroundings, data.setup, table, data.camera, data.count),
  };
  self.postMessage(answer);
};
