import { expect, test } from 'vitest';
import { SAMPLE_ORIGIN, saidOf, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';
import { shaftLayer } from './shafts.ts';

const { easting: E, northing: N } = SAMPLE_ORIGIN;
const OPTIONS = { columns: { id: 'name', end: 'end' }, ends: { top: ['D'], bottom: ['F'] } };
const HEADERS = ['name', 'end', 'x', 'y', 'z', 'diameter'];

test('two points make a shaft even where a blank, a swap or a zero is in the way', () => {
  const mine = sampleMine();
  const content = sampleTable(
    HEADERS,
    ['P1', 'D', E, N, 130, 5],
    ['P1 ', 'F', E, N, -800, 5],
    ['P2', 'F', E, N, 120, 5],
    ['P2', 'D', E, N, -700, 5],
    ['P3', 'F', E, N, 148.76, 5],
    ['P3', 'D', E, N, 0, 5],
  );
  const { layer } = shaftLayer('shafts', [sampleSource(mine, 'shafts', content, OPTIONS)], mine);
  expect(layer.features.map(({ properties: p }) => [p.id, p.top, p.bottom, p.depthState])).toEqual([
    ['P1', 130, -800, 'given'],
    ['P2', 120, -700, 'given'],
    ['P3', 148.76, 0, 'doubtful'],
  ]);
  expect(saidOf(mine)).toEqual([
    'warning shaft-ends-swapped',
    'warning shaft-height-zero',
    'warning shaft-ends-swapped',
  ]);
});

test('half a shaft is rejected, not guessed', () => {
  const mine = sampleMine();
  const content = sampleTable(HEADERS, ['P1', 'D', E, N, 130, 5], ['P2', 'Q', E, N, 130, 5]);
  const source = sampleSource(mine, 'shafts', content, OPTIONS);
  expect(shaftLayer('shafts', [source], mine).layer.features).toHaveLength(0);
  expect(saidOf(mine)).toEqual(['reject shaft-end-unknown', 'reject shaft-end-missing']);
  expect(source.log.account().rowsRejected).toBe(2);
});

test('one row a shaft; a missing diameter is assumed and said', () => {
  const mine = sampleMine();
  const content = sampleTable(['id', 'x', 'y', 'top', 'bottom', 'state'], ['S1', E, N, 200, -50, '已封闭']);
  const { layer } = shaftLayer('shafts', [sampleSource(mine, 'shafts', content)], mine);
  expect(layer.features[0]!.properties).toMatchObject({
    depth: 250,
    diameterSource: 'assumed',
    legend: 'closed',
  });
  expect(saidOf(mine)).toEqual(['note diameter-assumed']);
});
