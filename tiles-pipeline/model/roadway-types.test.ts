import { expect, test } from 'vitest';
import { createRoadwayTypes, UNKNOWN_ROADWAY } from './roadway-types.ts';

const WRITTEN = ['Bouveau', 'Bouveau', 'Bouveau ', 'Bouvea', 'lien ', 'Lien', 'Lien', null];

test('blanks and case never make a type; synonyms join typing errors', () => {
  const types = createRoadwayTypes(WRITTEN, { Bouveau: ['Bouvea'] });
  expect(WRITTEN.map(types.canonical)).toEqual([
    'Bouveau',
    'Bouveau',
    'Bouveau',
    'Bouveau',
    'Lien',
    'Lien',
    'Lien',
    null,
  ]);
  expect(types.mapped).toEqual([
    { written: 'Bouvea', type: 'Bouveau', count: 1 },
    { written: 'Bouveau ', type: 'Bouveau', count: 1 },
    { written: 'lien ', type: 'Lien', count: 1 },
  ]);
});

test('without a synonym a spelling stays a type of its own', () => {
  expect(createRoadwayTypes(WRITTEN).canonical('Bouvea')).toBe('Bouvea');
});

test('a roadway without a type is shown as unknown', () => {
  expect(createRoadwayTypes(WRITTEN).legendOf(null)).toBe(UNKNOWN_ROADWAY);
});
