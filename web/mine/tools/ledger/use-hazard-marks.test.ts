import { describe, expect, it } from 'vitest';
import { hazardFacts } from '../../../../domain/hazards/hazard-row.ts';
import { acceptedHazard } from '../../../../domain/hazards/sample-hazard.test-kit.ts';
import { evidenceOf, hazardOf } from '../../../ledger/ledger.test-data.ts';
import { featureMarks } from './use-hazard-marks.ts';

const feature = (id: string) => ({ kind: 'feature', layer: 'goafs', feature: id }) as const;

describe('features of the model that are hazards', () => {
  it('are marked by how well they are known, of several by what must be looked at first', () => {
    const marks = featureMarks(
      [
        hazardOf({ id: 'a', evidence: [evidenceOf()] }),
        hazardOf({ id: 'b' }),
        acceptedHazard({ place: feature('G-4'), state: 'closed' }),
        // Closed, and nobody looked after it was treated.
        hazardOf({ id: 'c', place: feature('G-5'), state: 'closed' }),
        hazardOf({ id: 'd', place: { kind: 'point', at: [118, 31] } }),
      ].map((hazard) => ({
        ...hazardFacts(hazard, { number: 1, writtenAt: '', movedDeadline: null }),
        place: hazard.place,
        elevation: null,
      })),
    );
    expect([...marks].map(([layer, features]) => [layer, [...features]])).toEqual([
      [
        'goafs',
        [
          ['G-3', 'unverified'],
          ['G-5', 'unverified'],
        ],
      ],
    ]);
  });
});
