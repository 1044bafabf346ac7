import { expect, test } from 'vitest';
import type { DrivingFacts } from '../contracts/driving-facts.ts';
import { featureEvidence, isShown } from './feature-evidence.ts';

const layer = (
  id: string,
  group: 'boreholes' | 'goafs' | 'strata' | 'workings',
  features: number,
  patch = {},
) => ({ id, group, kind: 'solid', features, ...patch }) as const;
const obstacle = (layerId: string, feature: string, evidence: string[]) =>
  ({
    body: { type: 'mesh', layer: layerId, feature },
    evidence,
  }) as unknown as DrivingFacts['obstacles'][number];

const LAYERS = [
  layer('boreholes', 'boreholes', 40, { kind: 'borehole-intervals' }),
  layer('goafs', 'goafs', 4),
  layer('strata', 'strata', 3, { deviation: { most: 9 } }),
  layer('shafts', 'workings', 2),
];
const evidence = featureEvidence(LAYERS, [
  obstacle('goafs', 'G1', ['drilling', 'geophysics']),
  obstacle('goafs', 'G2', ['document']),
  obstacle('goafs', 'G3', []),
  obstacle('shafts', 'S1', ['document']),
]);

test('what a file says is the evidence; what none speaks of is unknown', () => {
  expect(evidence.of('goafs', 'G1')).toEqual(['drilling', 'geophysics']);
  expect(evidence.of('goafs', 'G3')).toEqual([]);
  expect(evidence.of('goafs', 'G4')).toEqual([]);
});

test('boreholes, and strata modelled from them, are what drilling saw; workings are hidden from nobody', () => {
  expect(evidence.of('boreholes', 'ZK1 0–3')).toEqual(['drilling']);
  expect(evidence.of('strata', 'ls')).toEqual(['drilling']);
  expect(evidence.layers).toEqual(['boreholes', 'goafs', 'strata']);
});

test('every feature is counted under each of its methods, or as unknown', () =>
  expect(evidence.counts).toEqual({
    drilling: 1,
    geophysics: 1,
    geochemistry: 0,
    survey: 0,
    document: 1,
    unknown: 2,
  }));

test('one found by two methods is shown by either; unknown is shown only where it is asked for', () => {
  expect(isShown(['drilling', 'geophysics'], ['geophysics'])).toBe(true);
  expect(isShown(['document'], ['drilling', 'unknown'])).toBe(false);
  expect(isShown([], ['drilling'])).toBe(false);
  expect(isShown([], ['unknown'])).toBe(true);
});
