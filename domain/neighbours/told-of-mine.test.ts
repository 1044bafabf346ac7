import { expect, it } from 'vitest';
import type { NeighboursReport } from '../contracts/neighbours.ts';
import { findNeighbours } from './find-neighbours.ts';
import { mine, rule, rulesOf, solid } from './small-county.test-kit.ts';
import { toldOfMine } from './told-of-mine.ts';

const DAY = '2026-11-30';

it('counts what is found of a mine apart from what cannot be told, and names the checks that say nothing', () => {
  const goaf = (id: string, x: number) => solid(id, 'goaf', [x, 0, -120], [x + 50, 50, -100]);
  const mines = [
    mine('A', [goaf('a', 0)]),
    mine('B', [goaf('b', 60)]),
    mine('C', [goaf('c', 5000)], { recorded: ['right'] }),
  ];
  const report: NeighboursReport = findNeighbours('x', mines, rulesOf(rule('goafs-distance', 20)), 300);
  const [a, c] = [toldOfMine(report, 'A', DAY), toldOfMine(report, 'C', DAY)];
  expect(report.findings.filter(({ mines: of }) => of.includes('A')).length).toBe(a.found + a.unsure);
  expect(a.found).toBeGreaterThanOrEqual(1);
  expect(a.untold).not.toContain('goafs-distance');
  expect(c.found + c.unsure).toBe(0);
  expect(c.untold).toContain('goafs-distance');
  const every = { findings: [], gaps: [{ ...report.gaps[0]!, mine: null }] };
  expect(toldOfMine(every, 'A', DAY).untold).toEqual([report.gaps[0]!.check]);
  const later = { mine: 'A', feature: 'a9', kind: 'goaf' as const, from: '2026-11-15', to: null };
  const dated = { findings: [], gaps: [], notCompared: [later] };
  expect(toldOfMine(dated, 'A', '2026-11-01').untold).toEqual([]);
  expect(toldOfMine(dated, 'A', DAY).untold).toContain('goafs-distance');
  expect(toldOfMine(dated, 'B', DAY).untold).toEqual([]);
});
