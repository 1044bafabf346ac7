import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../geometry/bounds.ts';
import { findNeighbours } from './find-neighbours.ts';
import type { MineFeature, MineRecord } from './mine-features.ts';
import { answerBetween } from './neighbour-gaps.ts';
import { box, line, mine, rule, rulesOf, solid } from './small-county.test-kit.ts';

const scanned = (more?: Partial<MineFeature>): MineFeature => {
  const whole = solid('g', 'goaf', [0, 0, -150], [100, 100, -50], { water: { level: null }, ...more });
  if (whole.shape.type !== 'mesh') throw new Error('a solid is a mesh');
  const { positions, indices } = whole.shape.mesh;
  return { ...whole, shape: { type: 'mesh', mesh: { positions, indices: indices.slice(3) }, closed: false } };
};
const drift = (x: number): MineFeature =>
  line(
    'w',
    'working',
    [
      [x, 45, -100],
      [x, 55, -100],
    ] as Vec3[],
    1,
  );
const rules = rulesOf(rule('workings-goaf-distance', 10), rule('shared-water-path', 10));
const look = (...mines: readonly MineRecord[]) => findNeighbours('nowhere', mines, rules, 300);

describe('a mesh that is not watertight', () => {
  it('never has what is in its middle count as far from it', () => {
    const report = look(mine('A', [scanned()]), mine('B', [drift(50)]));
    const [inside] = report.findings.filter(({ check }) => check === 'workings-goaf-distance');
    expect(inside).toMatchObject({
      answer: 'unknown',
      certain: false,
      doubts: ['mesh-open'],
      settles: expect.arrayContaining([{ do: 'close-mesh', of: 'g', kind: 'goaf' }]),
    });
    expect(inside!.proofs[0]!.distance).toBeGreaterThan(40);
    expect(answerBetween(report, 'workings-goaf-distance', 'A', 'B')).toBe('unknown');
  });

  it('still denies what is well outside it, and still finds what is near its faces', () => {
    const far = look(mine('A', [scanned()]), mine('B', [drift(140)]));
    expect(answerBetween(far, 'workings-goaf-distance', 'A', 'B')).toBe('denied');
    const near = look(mine('A', [scanned()]), mine('B', [drift(105)]));
    expect(answerBetween(near, 'workings-goaf-distance', 'A', 'B')).toBe('found');
  });

  it('holds an aquifer that may enclose a working for a path of its water', () => {
    const aquifer = scanned({ kind: 'aquifer' });
    const other = solid('o', 'working', [102, 0, -100], [110, 10, -90]);
    const report = look(mine('A', [aquifer, other]), mine('B', [drift(50)]));
    const [path] = report.findings.filter(({ check }) => check === 'shared-water-path');
    expect(path).toMatchObject({ mines: ['A', 'B'], answer: 'unknown' });
    expect(path!.doubts).toContain('mesh-open');
    expect(path!.settles).toContainEqual({ do: 'close-mesh', of: 'g', kind: 'aquifer' });
  });

  it('looks at every piece of a thing, for one alone may lie inside', () => {
    // Blasted in nine rooms in a row, of which the sixth lies in the middle of the scan.
    const rooms = Array.from({ length: 9 }, (_, i) =>
      box([140 * i - 652, 48, -102], [140 * i - 648, 52, -98]),
    );
    const mesh = {
      positions: Float64Array.from(rooms.flatMap(({ positions }) => [...positions])),
      indices: Uint32Array.from(
        rooms.flatMap(({ indices }, i) => [...indices].map((index) => index + 8 * i)),
      ),
    };
    const stope: MineFeature = { ...drift(0), shape: { type: 'mesh', mesh, closed: true } };
    const report = look(mine('A', [scanned()]), mine('B', [stope]));
    expect(report.findings.filter(({ check }) => check === 'workings-goaf-distance')).toMatchObject([
      { answer: 'unknown', doubts: ['mesh-open'] },
    ]);
  });

  it('goes by the box where faces look both ways', () => {
    const { shape, ...goaf } = scanned();
    if (shape.type !== 'mesh') throw new Error('it is a mesh');
    const [a, b, c, ...rest] = shape.mesh.indices;
    const mesh = { ...shape.mesh, indices: Uint32Array.from([a!, c!, b!, ...rest]) };
    const report = look(mine('A', [{ ...goaf, shape: { ...shape, mesh } }]), mine('B', [drift(50)]));
    expect(answerBetween(report, 'workings-goaf-distance', 'A', 'B')).toBe('unknown');
  });
});
