import { describe, expect, it } from 'vitest';
import type { ObstacleFacts } from '../../domain/contracts/driving-facts.ts';
import type { RecordedKind } from '../../domain/contracts/hazard-source.ts';
import { recordedOfBundle } from './bundle-recorded.ts';

const source = (kind: string, rowsRejected = 0) => ({
  id: kind,
  kind,
  files: [],
  rowsRead: 9,
  featuresMade: 9 - rowsRejected,
  rowsRejected,
  counts: {},
});
const NETWORK = { format: 'hyalite-network/1' as const, nodes: [], edges: [], components: [] };
const bundle = {
  catalog: { sources: [source('roadways'), source('solids')] },
  bodies: [{ kind: 'ore' as const, layerId: 'ore', featureId: 'O1' }],
  driving: { recorded: [] as RecordedKind[], obstacles: [] as ObstacleFacts[] },
  network: NETWORK,
};
const saying = (...recorded: RecordedKind[]) => ({ ...bundle, driving: { recorded, obstacles: [] } });

describe('what a 3D bundle holds whole', () => {
  it('is the goafs only where the old workings are too: both are goafs to a neighbour', () => {
    expect(recordedOfBundle(saying('old-working'))).not.toContain('goaf');
    expect(recordedOfBundle(saying('goaf'))).not.toContain('goaf');
    expect(recordedOfBundle(saying('goaf', 'old-working', 'mining-right'))).toEqual([
      'goaf',
      'right',
      'working',
      'orebody',
    ]);
  });

  it('is no working and no ore of whose files a row was lost, and no working without a network', () => {
    const lost = (kind: string) => ({ ...bundle, catalog: { sources: [source(kind, 1)] } });
    expect(recordedOfBundle(lost('roadways'))).toEqual(['orebody']);
    expect(recordedOfBundle(lost('shafts'))).toEqual(['orebody']);
    expect(recordedOfBundle(lost('solids'))).toEqual([]);
    expect(recordedOfBundle(lost('goafs'))).toEqual(['working', 'orebody']);
    expect(recordedOfBundle({ ...bundle, network: null, driving: null })).toEqual(['orebody']);
  });

  it('is no kind of which an obstacle has lost its body', () => {
    const obstacle = (feature: string): ObstacleFacts => ({
      id: feature,
      name: null,
      kind: 'fault',
      source: 'faults',
      body: { type: 'mesh', layer: 'ore', feature },
      water: 'unknown',
      conductive: null,
      evidence: [],
      evidenceWritten: null,
      placed: true,
    });
    const holding = (feature: string) =>
      recordedOfBundle({ ...bundle, driving: { recorded: ['fault'], obstacles: [obstacle(feature)] } });
    expect(holding('O1')).toContain('fault');
    expect(holding('F9')).not.toContain('fault');
  });
});
