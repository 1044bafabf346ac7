import { expect, test } from 'vitest';
import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import type { PlannedHeadingFacts } from '../../../../domain/contracts/driving-facts.ts';
import { answerLines, answerSleeves, holeLines, middleLine, nearestLines } from './scene-lines.ts';

const facts: PlannedHeadingFacts = {
  id: 'H1',
  feature: 'H1',
  layer: 'planned-headings',
  name: null,
  line: [
    [0, 0, 0],
    [100, 0, 0],
  ],
  section: { shape: 'arch', width: 4, height: 3, lineIs: 'floor', from: 'file' },
  heightsInterpolated: 0,
  start: null,
  end: null,
};
const stretch = (from: number, to: number, answer: HeadingAnswer['answer']) => ({
  from,
  to,
  answer,
  reasons: [],
  unproven: [],
});
const heading: HeadingAnswer = {
  heading: 'H1',
  name: null,
  length: 100,
  answer: 'stop',
  clearTo: 40,
  stretches: [stretch(0, 40, 'drive'), stretch(40, 70, 'probe-first'), stretch(70, 100, 'stop')],
  references: [],
  inrush: [],
  fan: null,
};

test('a heading is drawn through its middle, not along its floor', () => {
  expect(middleLine(facts)[0]).toEqual([0, 0, 1.5]);
  expect(middleLine({ ...facts, section: { ...facts.section, lineIs: 'centre' } })[0]).toEqual([0, 0, 0]);
});

test('answers differ in their strokes, not only in colour', () => {
  const lengths = (only: HeadingAnswer['answer']): number => {
    const one = { ...heading, stretches: heading.stretches.filter(({ answer }) => answer === only) };
    const { positions } = answerLines([one], [facts])!;
    let sum = 0;
    for (let i = 0; i < positions.length; i += 6) sum += positions[i + 3]! - positions[i]!;
    return sum;
  };
  expect(lengths('drive')).toBeCloseTo(40, 9);
  expect(lengths('probe-first')).toBeCloseTo(20, 9);
  // Whole, and every so often a cross of two strokes.
  expect(lengths('stop')).toBeCloseTo(30 + 4 * 2 * 9, 9);
  expect(answerLines([heading], [])).toBeNull();
});

test('sleeves stand about the section, in bands where the answer is in bands', () => {
  const { positions, indices, colours } = answerSleeves([heading], [facts])!;
  const ups = [...positions].filter((_, i) => i % 3 === 2);
  expect(Math.max(...ups)).toBeCloseTo(1.5 + 2.5 * 1.05, 9);
  expect(colours.length / 4).toBe(positions.length / 3);
  expect(Math.max(...indices)).toBe(positions.length / 3 - 1);
  const lilac = [...positions].filter((_, i) => i % 3 === 0 && colours[Math.floor(i / 3) * 4] === 0x8a);
  expect(lilac.some((x) => x > 45.01 && x < 47.49)).toBe(false);
  expect(answerSleeves([], [])).toBeNull();
});

test('where a hole runs into something is drawn over it', () => {
  const hole = {
    number: 1,
    aim: 'middle' as const,
    collar: [0, 0, 0] as [number, number, number],
    end: [40, 0, 0] as [number, number, number],
    azimuth: 90,
    dip: 0,
    length: 40,
    proves: [],
    pierces: [{ obstacle: 'G', at: 30, to: 50, water: null }],
  };
  const rule = { id: 'P', jurisdiction: '—', clause: 'c', status: 's', coalOnly: false };
  const drawn = holeLines(
    { ...heading, fan: { face: 0, provenTo: 40, nextFace: 30, holes: [hole], rule } },
    null,
  )!;
  expect([...drawn.positions]).toEqual([0, 0, 0, 40, 0, 0, 30, 0, 0, 40, 0, 0]);
  expect(holeLines(heading, null)).toBeNull();
  expect(nearestLines([], 'dark')).toBeNull();
});
