import { expect, test } from 'vitest';
import type { BodyKind, GeologicalBody } from '../../../../domain/geology/geological-model.ts';
import { layeredModel } from '../../../../domain/geology/small-model.test-kit.ts';
import { legendRows } from './legend-rows.ts';

const body = (kind: BodyKind): GeologicalBody => ({
  layerId: kind,
  featureId: kind,
  kind,
  name: { zh: kind, en: kind },
  colour: '#aa2020',
  provenance: 'synthetic',
  mesh: { positions: new Float64Array(0), indices: new Uint32Array(0) },
  closed: true,
});

test('each kind once with its count, lines as lines, rock in the column’s order, the unknown last', () => {
  const bodies = [body('ore'), body('goaf'), body('ore'), body('surface')];
  const rows = legendRows(
    [
      { kind: 'unknown' },
      { kind: 'unit', unit: 2 },
      { kind: 'body', body: 0 },
      { kind: 'unit', unit: 0 },
      { kind: 'body', body: 2 },
      { kind: 'body', body: 1 },
    ],
    [3],
    { bodies, model: layeredModel() },
    'light',
  );
  expect(rows.map(({ key, pattern, count }) => [key, pattern, count])).toEqual([
    ['surface', 'line', 1],
    ['goaf', 'void', 1],
    ['ore', 'ore', 2],
    ['QC', 'plain', null],
    ['SC', 'plain', null],
    ['unknown', 'unknown', null],
  ]);
});
