import { expect, it } from 'vitest';
import { sampleHazard } from '../../../domain/hazards/sample-hazard.test-kit.ts';
import { inspectedMajor, sampleMajor } from '../../../domain/major-hazards/sample-major.test-kit.ts';
import { factsOf } from './hazard-features.ts';
import { majorFeatures, majorSigns } from './major-signs.ts';

const hidden = (id: string, state: 'found' | 'closed') =>
  factsOf({
    ...{ mine: 'tiny', number: 1 },
    content: JSON.stringify(
      sampleHazard({ id, mine: 'tiny', state, place: { kind: 'point', at: [117.5, 35.5] } }),
    ),
  });
const places = { find: () => null };
const DAY = '2026-11-30';

it('signs every one that is not done with, at its own place or at that of what it is about, beside an open hidden one too', () => {
  const signs = majorSigns(
    [
      sampleMajor({ id: 'own', place: { kind: 'point', at: [117, 35] } }),
      sampleMajor({ id: 'at-open', hazards: ['H1'] }),
      inspectedMajor({ id: 'at-closed', hazards: ['H2'] }),
      sampleMajor({ id: 'nowhere' }),
      sampleMajor({ id: 'unfounded', source: 'public-report', state: 'unfounded', hazards: ['H1'] }),
      sampleMajor({ id: 'not-in-model', place: { kind: 'feature', layer: 'goafs', feature: 'G9' } }),
    ],
    [hidden('H1', 'found'), hidden('H2', 'closed')],
    places,
    DAY,
  );
  expect(signs.map(({ at, sign }) => [sign.id, sign.placed, at])).toEqual([
    ['tiny/own', true, [117, 35]],
    ['tiny/at-open', true, [117.5, 35.5]],
    ['tiny/at-closed', true, [117.5, 35.5]],
    ['tiny/nowhere', false, null],
    ['tiny/not-in-model', false, null],
  ]);
  expect(signs.filter(({ sign }) => sign.atHidden).map(({ sign }) => sign.id)).toEqual(['tiny/at-open']);
  expect(Object.keys(majorFeatures(signs)[0]!.properties!)).not.toContain('top');
  expect(majorFeatures(signs).map(({ properties }) => properties?.['source'])).toEqual([
    'self-reported',
    'self-reported',
    'inspection',
  ]);
});

it('stands at the heights of the place it is given, and says of each that nobody wrote', () => {
  const model = {
    find: () => ({
      geometry: { type: 'Point' as const, coordinates: [117.2, 35.2] },
      ...{ listed: null, top: -60, bottom: -90 },
    }),
  };
  const deep = factsOf({
    ...{ mine: 'tiny', number: 1 },
    content: JSON.stringify(
      sampleHazard({
        ...{ id: 'H3', mine: 'tiny', place: { kind: 'point', at: [117.3, 35.3] } },
        elevation: { top: -40, bottom: null },
      }),
    ),
  });
  const signs = majorSigns(
    [
      sampleMajor({ id: 'in-model', place: { kind: 'feature', layer: 'goafs', feature: 'G1' } }),
      sampleMajor({ id: 'about', hazards: ['H3'] }),
      sampleMajor({ id: 'drawn', place: { kind: 'point', at: [117, 35] }, hazards: ['H3'] }),
    ],
    [deep],
    model,
    DAY,
  );
  expect(signs.map(({ sign: { at, top, bottom } }) => [at, top, bottom])).toEqual([
    [[117.2, 35.2], -60, -90],
    [[117.3, 35.3], -40, null],
    [[117, 35], null, null],
  ]);
});
