import { expect, test } from 'vitest';
import { readAssays, readStructures } from './hole-samples.ts';
import { saidOf, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';

const HOLES = [{ key: 'A', depth: 60 }];

test('a sample whose hole or depths cannot be is rejected, never moved', () => {
  const mine = sampleMine();
  const table = sampleTable(
    ['hole', 'from', 'to', 'TFe'],
    ['B', 0, 1, 3],
    ['A', 50, 70, 3],
    ['A', 5, 5, 3],
    ['A', 5, 6, 3],
  );
  const { byHole } = readAssays([sampleSource(mine, 'borehole-assays', table)], HOLES);
  expect(byHole.get('A')).toEqual([{ from: 5, to: 6, values: { tfe: 3 } }]);
  expect(saidOf(mine)).toEqual([
    'reject sample-without-collar',
    'reject sample-invalid',
    'reject sample-invalid',
  ]);
});

test('a structure keeps its place where its attitude cannot be', () => {
  const mine = sampleMine();
  const table = sampleTable(
    ['hole', 'depth', 'type', 'dip', 'dip direction'],
    ['A', 61, 'joint', 10, 10],
    ['A', 20, 'joint', 95, 10],
  );
  const { byHole } = readStructures([sampleSource(mine, 'borehole-structures', table)], HOLES);
  expect(byHole.get('A')).toMatchObject([{ from: 20, dip: null, dipDirection: 10, kind: { zh: 'joint' } }]);
  expect(saidOf(mine)).toEqual(['reject sample-invalid', 'warning structure-attitude-invalid']);
});
