import { describe, expect, it } from 'vitest';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import type { MajorHazard, MajorView } from '../../../../domain/contracts/major-hazard.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { sampleMajor } from '../../../../domain/major-hazards/sample-major.test-kit.ts';
import { majorMarks, majorsOfTheirOwn } from './major-marks.ts';

const SITE = {
  frame: {
    geographicToEnu: ({ longitude, latitude }: { longitude: number; latitude: number }) =>
      enu(longitude * 1e5, latitude * 1e5, 0),
  },
  geoidSeparation: 0,
  ground: () => 10,
  otherwise: 0,
};
const hidden = (id: string, state: PlacedHazard['state']): PlacedHazard => ({
  ...{
    mine: 'm',
    id,
    title: id,
    category: 'goaf',
    state,
    corroboration: 'inferred',
    inDoubt: false,
    elevation: null,
  },
  place: { kind: 'feature', layer: 'goafs', feature: `of ${id}` },
});
const viewOf = (hazards: readonly MajorHazard[]): MajorView =>
  ({ entries: hazards.map((hazard) => ({ entry: { kind: 'hazard', hazard } })) }) as unknown as MajorView;

describe('major hazards in the scene', () => {
  it('stand by themselves where they are about no hidden hazard that stands', () => {
    const ids = majorsOfTheirOwn(
      viewOf([
        sampleMajor({ id: 'alone' }),
        sampleMajor({ id: 'heard-of', state: 'reported' }),
        sampleMajor({ id: 'at-hidden', hazards: ['open'] }),
        sampleMajor({ id: 'hidden-is-closed', hazards: ['closed'] }),
        sampleMajor({ id: 'closed', state: 'closed' }),
        sampleMajor({ id: 'unfounded', state: 'unfounded' }),
      ]),
      [hidden('open', 'treating'), hidden('closed', 'closed')],
    ).map(({ id }) => id);
    expect(ids).toEqual(['alone', 'heard-of', 'hidden-is-closed']);
  });

  it('stand on the ground where they were drawn, at the thing of the model they are, and else say why nowhere', () => {
    const hazards = [
      sampleMajor({ id: 'drawn', place: { kind: 'point', at: [0.001, 0] } }),
      sampleMajor({ id: 'thing', place: { kind: 'feature', layer: 'shafts', feature: 'S1' } }),
      sampleMajor({ id: 'gone', place: { kind: 'feature', layer: 'shafts', feature: 'S9' } }),
      sampleMajor({ id: 'of-closed', hazards: ['h'], place: null }),
      sampleMajor({ id: 'nowhere', place: null }),
    ];
    const closed = [hidden('h', 'closed')];
    const told = (bodies: Parameters<typeof majorMarks>[2]) => {
      const { marks, placeless } = majorMarks(hazards, closed, bodies, SITE);
      return [
        marks.map(({ hazard, at }) => [hazard.id, at[2]]),
        placeless.map(({ hazard, why }) => `${hazard.id}: ${why}`),
      ];
    };
    expect(told((_, feature) => (feature === 'S9' ? null : [1, 2, -50]))).toEqual([
      [
        ['drawn', 41.5],
        ['thing', -50],
        ['of-closed', -50],
      ],
      ['gone: not-in-model', 'nowhere: no-place'],
    ]);
    expect(told('loading')).toEqual([[['drawn', 41.5]], ['nowhere: no-place']]);
    expect(told('failed')[1]).toEqual([
      'thing: model-unread',
      'gone: model-unread',
      'of-closed: model-unread',
      'nowhere: no-place',
    ]);
  });
});
