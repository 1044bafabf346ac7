import { expect, test } from 'vitest';
import type { Evidence } from '../contracts/hazard.ts';
import { replacingOf, standingOfEvidence } from './replaced-evidence.ts';
import { sampleEvidence } from './sample-hazard.test-kit.ts';

const FILE = 'a'.repeat(64);
const hole = sampleEvidence('hole', { method: 'drilling', file: FILE });
const newer = (more: Partial<Evidence>): Evidence => ({
  ...sampleEvidence('newer', { method: 'drilling', on: '2026-05-01', says: 'absent', file: FILE }),
  replaces: 'hole',
  ...more,
});

test.each<[string, Partial<Evidence>, ReturnType<typeof replacingOf>]>([
  ['a later hole with its log', {}, 'replaces'],
  ['a paper', { method: 'document' }, 'cannot'],
  ['another method', { method: 'survey' }, 'cannot'],
  ['an older look', { on: '2025-12-31' }, 'cannot'],
  ['the same hole read anew, unclear', { says: 'unclear' }, 'withdraws'],
  ['without the log that the older one has', { file: null }, 'withdraws'],
])('a borehole, and %s', (_, more, does) => {
  expect(replacingOf(newer(more), hole)).toBe(does);
});

test('papers, and what nobody could rely on, are put in other words by anybody who says the same', () => {
  const paper = sampleEvidence('hole', { method: 'document' });
  expect(replacingOf(newer({ method: 'document' }), paper)).toBe('replaces');
  const loose = { ...hole, file: null, place: null };
  expect(replacingOf(newer({ file: null, place: null, says: 'present' }), loose)).toBe('replaces');
  expect(replacingOf(newer({ file: null, place: null }), loose)).toBe('withdraws');
});

test('what is withdrawn still speaks, and others can rely on it no more', () => {
  const { standing, withdrawn } = standingOfEvidence([hole, newer({ says: 'unclear' })]);
  expect(standing).toEqual([{ ...hole, file: null, place: null }, newer({ says: 'unclear' })]);
  expect([...withdrawn]).toEqual([['hole', 'newer']]);
});

test('a look replaces what came before it through others, too; a circle replaces nothing', () => {
  const [second, third] = [newer({ id: 'second', says: 'unclear' }), newer({ replaces: 'second' })];
  expect(standingOfEvidence([hole, second, third]).standing).toEqual([third]);
  const circle = [newer({ id: 'a', replaces: 'b' }), newer({ id: 'b', replaces: 'a' })];
  expect(standingOfEvidence(circle).standing.map(({ id }) => id)).toEqual(['b']);
});
