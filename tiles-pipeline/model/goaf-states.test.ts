import { expect, test } from 'vitest';
import { goafState } from './goaf-states.ts';

const NOTHING = { state: null, fill: null, evidence: null, waterInside: null, inferred: false };

test('a goaf of which nothing is said is unknown, not dry', () => {
  expect(goafState(NOTHING)).toBe('unknown');
  expect(goafState({ ...NOTHING, waterInside: false })).toBe('unknown');
});

test('water above the floor makes it flooded whatever the fill', () => {
  expect(goafState({ ...NOTHING, fill: 'filled', waterInside: true })).toBe('flooded');
});

test('geophysics alone is inference; a hole proves it', () => {
  expect(goafState({ ...NOTHING, evidence: '物探' })).toBe('inferred');
  expect(goafState({ ...NOTHING, evidence: '物探、钻探', fill: '充填' })).toBe('filled');
  expect(goafState({ ...NOTHING, evidence: 'geophysics', waterInside: true })).toBe('inferred');
});

test('未充填 is not 充填', () => {
  expect(goafState({ ...NOTHING, fill: '未充填' })).toBe('dry');
  expect(goafState({ ...NOTHING, fill: '充填' })).toBe('filled');
});
