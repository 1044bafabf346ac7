import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkSchema } from '../contracts/network.ts';
import { enu } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { buildNetwork, type NetworkLine, withoutShafts } from './network.ts';

type P = readonly [number, number, number];
const roadway = (id: string, ...points: P[]): NetworkLine => ({
  id,
  line: points.map((p) => enu(...p)),
  type: 'drift',
  width: 4,
  height: 3,
});
const tolerance = metres(0.5);
const total = (lines: readonly NetworkLine[]): number =>
  lines.reduce(
    (sum, { line }) =>
      line.reduce((s, p, i) => (i === 0 ? s : s + Math.hypot(...p.map((v, k) => v - line[i - 1]![k]!))), sum),
    0,
  );

describe('buildNetwork', () => {
  it('joins ends within the tolerance, and not beyond it or on another level', () => {
    const net = buildNetwork(
      [
        roadway('a', [0, 0, 0], [100, 0, 0]),
        roadway('b', [100.4, 0, 0], [200, 0, 0]),
        roadway('c', [200.6, 0, 0], [300, 0, 0]),
        roadway('d', [0, 0, 40], [-50, 0, 40]),
      ],
      tolerance,
    );
    expect(net.components.map((c) => c.nodes)).toEqual([3, 2, 2]);
    expect(net.components[0]!.length).toBeCloseTo(199.6, 9);
    expect(net.nodes[1]).toEqual({ id: 1, at: [100, 0, 0], degree: 2 });
    expect(networkSchema.safeParse(net).success).toBe(true);
  });

  it('keeps the name and the level on every piece, and writes neither where the survey has none', () => {
    const main = { ...roadway('a', [0, 0, 0], [100, 0, 0]), name: '-50m运输巷', level: '-50' };
    const net = buildNetwork([main, roadway('b', [50, 0, 0], [50, 80, 0])], tolerance);
    expect(net.edges.map(({ id, name, level }) => [id, name, level])).toEqual([
      ['a/1', '-50m运输巷', '-50'],
      ['a/2', '-50m运输巷', '-50'],
      ['b/1', undefined, undefined],
    ]);
    expect(Object.keys(net.edges[2]!)).not.toContain('name');
  });

  it('splits a line where the end of another touches it, within a segment', () => {
    const lines = [roadway('main', [0, 0, 0], [100, 0, 0]), roadway('branch', [40, 0.3, 0], [40, 60, 0])];
    const net = buildNetwork(lines, tolerance);
    expect(net.edges.map((e) => [e.id, e.from, e.to])).toEqual([
      ['main/1', 0, 1],
      ['main/2', 1, 2],
      ['branch/1', 1, 3],
    ]);
    expect(net.nodes[1]!.degree).toBe(3);
    expect(net.edges[0]!.line).toEqual([
      [0, 0, 0],
      [40, 0, 0],
    ]);
    expect(net.components).toHaveLength(1);
    expect(buildNetwork(lines, tolerance, { joinInterior: false }).components).toHaveLength(2);
  });

  it('splits both lines at a vertex they share, and not where they only cross in plan', () => {
    const cross = (up: number) =>
      buildNetwork(
        [
          roadway('a', [0, 0, 0], [50, 0, 0], [100, 0, 0]),
          roadway('b', [50, -50, up], [50, 0, up], [50, 50, up]),
        ],
        tolerance,
      );
    expect(cross(0).edges).toHaveLength(4);
    expect(cross(0).nodes.find((n) => n.degree === 4)!.at).toEqual([50, 0, 0]);
    expect(cross(20).edges).toHaveLength(2);
  });

  it('makes one node of several ends that meet a line side by side', () => {
    const net = buildNetwork(
      [
        roadway('main', [0, 0, 0], [100, 0, 0]),
        roadway('left', [40, 0.1, 0], [40, 60, 0]),
        roadway('right', [40.2, -0.1, 0], [40, -60, 0]),
      ],
      tolerance,
    );
    expect(net.nodes.map((n) => n.degree).sort()).toEqual([1, 1, 1, 1, 4]);
  });

  it('joins a line that comes back to itself', () => {
    const net = buildNetwork(
      [roadway('loop', [0, 0, 0], [50, 0, 0], [50, 30, 0], [20, 30, 0], [20, 0.2, 0])],
      tolerance,
    );
    expect(net.edges.map((e) => [e.from, e.to])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('keeps a line shorter than the tolerance, and numbers on the parts of one roadway', () => {
    const net = buildNetwork(
      [roadway('a', [0, 0, 0], [0.3, 0, 0]), roadway('a', [50, 0, 0], [90, 0, 0])],
      tolerance,
    );
    expect(net.edges.map((e) => e.id)).toEqual(['a/1', 'a/2']);
    expect(net.edges[0]!.from).toBe(net.edges[0]!.to);
  });

  it('loses no length and leaves every end within the tolerance of its node, on any tangle', () => {
    const coordinate = fc.integer({ min: 0, max: 12 }).map((v) => v * 5);
    const anyPoint = fc.tuple(coordinate, coordinate, fc.constantFrom(0, 20)).map((p): P => p);
    const tangle = fc.array(fc.array(anyPoint, { minLength: 2, maxLength: 6 }), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(tangle, (points) => {
        const lines = points.map((p, i) => roadway(`r${i}`, ...p));
        const net = buildNetwork(lines, tolerance);
        const length = net.edges.reduce((sum, e) => sum + e.length, 0);
        expect(length).toBeCloseTo(total(lines), 6);
        expect(net.components.reduce((sum, c) => sum + c.length, 0)).toBeCloseTo(length, 6);
        expect(net.components.reduce((sum, c) => sum + c.nodes, 0)).toBe(net.nodes.length);
        for (const { from, to, line } of net.edges)
          for (const [node, end] of [
            [from, line[0]!],
            [to, line.at(-1)!],
          ] as const)
            expect(Math.hypot(...net.nodes[node]!.at.map((v, k) => v - end[k]!))).toBeLessThan(1.5);
        expect(buildNetwork(lines, tolerance)).toEqual(net);
      }),
    );
  });
});

it('without its shafts a network is what one walks along: ids stay, nodes of shafts alone go', () => {
  const lines: NetworkLine[] = [
    { ...{ id: 'R', type: 'drift', width: 4, height: 3 }, line: [enu(0, 0, 0), enu(50, 0, 0)] },
    {
      ...{ id: 'S', type: 'shaft', width: 4, height: 4, kind: 'shaft' },
      line: [enu(0, 0, 90), enu(0, 0, 0), enu(0, 0, -9)],
    },
  ];
  const whole = buildNetwork(lines, metres(0.1));
  expect(whole.nodes.map(({ degree }) => degree)).toEqual([3, 1, 1, 1]);
  const roadways = withoutShafts(whole);
  expect(roadways.edges.map(({ id }) => id)).toEqual(['R/1']);
  expect(roadways.nodes.map(({ id, degree }) => [id, degree])).toEqual([
    [0, 1],
    [1, 1],
  ]);
  expect(roadways.components).toEqual([{ nodes: 2, length: 50 }]);
  expect(withoutShafts(roadways)).toBe(roadways);
});
