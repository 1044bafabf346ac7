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

test.each([
  ['未充填', 'open'],
  ['unfilled', 'open'],
  ['not backfilled', 'open'],
  ['部分充填', 'partlyFilled'],
  ['partly filled', 'partlyFilled'],
  ['充填', 'filled'],
  ['backfilled', 'filled'],
] as const)('fill «%s» is %s: what is still open never reads as filled, nor as dry', (fill, state) => {
  expect(goafState({ ...NOTHING, fill })).toBe(state);
});

test.each([
  ['无积水', 'dry'],
  ['no water', 'dry'],
  ['已疏干', 'dry'],
  ['积水', 'flooded'],
  ['under water', 'flooded'],
] as const)('the survey’s own word «%s» is %s', (said, state) => {
  expect(goafState({ ...NOTHING, state: said })).toBe(state);
});

test('water above the floor wins over a word that denies it', () => {
  expect(goafState({ ...NOTHING, state: '无水', waterInside: true })).toBe('flooded');
});
