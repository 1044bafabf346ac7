import { expect, test } from 'vitest';
import type { BodyKind, GeologicalBody } from '../../../../domain/geology/geological-model.ts';
import type { HoleInterval } from '../../../../domain/geology/slice/cut-holes.ts';
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

const interval = (hole: string): HoleInterval => ({
  layerId: 'boreholes',
  featureId: hole,
  hole,
  title: hole,
  rock: { zh: '灰岩', en: 'limestone' },
  colour: '#8090a0',
  line: new Float64Array(6),
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
      { kind: 'hole', interval: 0 },
      { kind: 'hole', interval: 1 },
    ],
    [3],
    { bodies, model: layeredModel(), holes: [interval('ZK1'), interval('ZK1')] },
    'light',
  );
  expect(rows.map(({ key, pattern, count }) => [key, pattern, count])).toEqual([
    ['hole', 'hole', 1],
    ['surface', 'line', 1],
    ['goaf', 'void', 1],
    ['ore', 'ore', 2],
    ['QC', 'plain', null],
    ['SC', 'plain', null],
    ['unknown', 'unknown', null],
  ]);
});

test('a unit whose names call for a pattern has it beside its name', () => {
  const model = layeredModel();
  const named = { ...model, units: model.units.map((unit) => ({ ...unit, name: { zh: '灰岩', en: 'x' } })) };
  const [row] = legendRows([{ kind: 'unit', unit: 0 }], [], { bodies: [], model: named, holes: [] }, 'dark');
  expect([row!.pattern, row!.rock]).toEqual(['rock', 'limestone']);
});
