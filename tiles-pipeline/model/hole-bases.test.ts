import { expect, test } from 'vitest';
import type { LogsFile } from '../../domain/contracts/logs.ts';
import { layeredModel } from '../../domain/geology/small-model.test-kit.ts';
import { withBases } from './hole-bases.ts';
import type { LayerLogs } from './hole-logs.ts';
import type { Hole } from './holes.ts';
import type { MineGeology } from './mine-geology.ts';

const entry = (hole: string, placed: boolean) =>
  ({
    hole,
    path: placed ? [0, 0, 0, 0, 10, 0, 0, -10] : null,
    intervals: [{ from: 0, to: 6, lithology: 'lime' }],
  }) as unknown as LogsFile['holes'][number];
const LOGS = [
  { layer: {}, holes: [entry('ZK1', true), entry('ZK9', false)] },
  { layer: {}, holes: [entry('U1', true)] },
] as unknown as LayerLogs[];
const holesNamed = (...keys: string[]) => keys.map((key) => ({ key })) as unknown as Hole[];
const model = layeredModel();
const geology: MineGeology = {
  model,
  accounts: [],
  logBases: {
    placed: [
      [{ kind: 'contact', unit: 0, depth: 8.00049, absent: false }],
      [{ kind: 'ambiguous', unit: 1, depth: 3, to: 5, doubt: 'at-fault' }],
    ],
    ofUnplaced: (stretches) => [{ kind: 'deeper', unit: 1, depth: stretches[0]!.to }],
  },
};

test('every log has its bases by the names of the units, whether its hole has a place or not', () => {
  const [first, second] = withBases(LOGS, holesNamed('ZK1', 'U1'), geology);
  expect(first!.holes.map(({ bases }) => bases)).toEqual([
    [{ unit: model.units[0]!.id, kind: 'contact', depth: 8 }],
    [{ unit: model.units[1]!.id, kind: 'deeper', depth: 6 }],
  ]);
  expect(second!.holes[0]!.bases).toEqual([
    { unit: model.units[1]!.id, kind: 'ambiguous', depth: 3, to: 5, doubt: 'at-fault' },
  ]);
});

test('without a model of the strata the logs stay as they are; holes in another order are refused', () => {
  expect(withBases(LOGS, holesNamed('ZK1', 'U1'), null)).toBe(LOGS);
  expect(() => withBases(LOGS, holesNamed('U1', 'ZK1'), geology)).toThrow(/ZK1/);
});
