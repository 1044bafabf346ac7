import { describe, expect, it } from 'vitest';
import { escapeReportSchema } from '../contracts/escape.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import { box } from '../geometry/sample-solids.test-kit.ts';
import type { EscapeGraph } from './escape-graph.ts';
import { type EscapeInput, escapeReport } from './escape-report.ts';
import { orebodyWings } from './orebody-wing.ts';

const rule = (id: string, check: LayoutRule['check'], op: LayoutRule['op'], value: number): LayoutRule => ({
  ...{ id, check, op, value, unit: 'u', coalOnly: false, mineTypes: [], mineSizes: [] },
  ...{ jurisdiction: '全国', clause: 'c', status: 'public copy' },
});
const RULES = [
  rule('EXIT_COUNT', 'exit-count', '<', 2),
  rule('EXIT_SPACING', 'exit-spacing', '<', 30),
  rule('EXIT_WING', 'exit-wing', '>', 1000),
  rule('LEVELS_4', 'producing-levels', '>=', 4),
];

/** A loop between two collars, a dead-end heading off it, and a closed way. */
const graph = (second = 80): EscapeGraph => ({
  nodes: [
    { id: 1, at: [0, 0, 0], isSurface: true },
    { id: 2, at: [second, 0, 0], isSurface: true },
    { id: 3, at: [0, 0, -50], isSurface: false },
    { id: 4, at: [80, 0, -50], isSurface: false },
    { id: 5, at: [80, 60, -50], isSurface: false },
    { id: 6, at: [0, 60, -50], isSurface: false },
  ],
  edges: [
    { id: 'shaft', from: 1, to: 3, length: 50, type: 'shaft', open: true },
    { id: 'ramp', from: 2, to: 4, length: 60, type: 'ramp', open: true },
    { id: 'drift', from: 3, to: 4, length: 80, type: 'drift', open: true },
    { id: 'heading', from: 4, to: 5, length: 60, type: 'drift', open: true },
    { id: 'closed', from: 5, to: 6, length: 80, type: 'drift', open: false },
  ],
});
const report = (parts: Partial<EscapeInput> = {}) =>
  escapeReport({
    graph: graph(),
    mineType: 'underground-metal',
    mineSize: null,
    rules: RULES,
    orebodies: null,
    producingLevels: null,
    ...parts,
  });

describe('escapeReport', () => {
  it('tells how many ways lead out from where, and what the single ones hang on', () => {
    const found = report();
    expect(escapeReportSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(found.nodes).toEqual([
      { node: 3, ways: 2 },
      { node: 4, ways: 2 },
      { node: 5, ways: 1 },
      { node: 6, ways: 0 },
    ]);
    expect(found.singleNodes).toEqual([
      { node: 5, ways: 1, cutNodes: [4], bridges: ['heading'] },
      { node: 6, ways: 0, cutNodes: [], bridges: [] },
    ]);
    expect(found.singleEdges.map(({ edge }) => edge)).toEqual(['heading', 'closed']);
    expect(found.singleLength).toBe(140);
  });

  it('judges number and distance of exits, wings and levels, and says what it cannot tell', () => {
    const answers = (parts: Partial<EscapeInput>) =>
      report(parts).findings.map(({ rule, answer, measured }) => [rule.id, answer, measured]);
    expect(answers({})).toEqual([
      ['EXIT_COUNT', 'denied', 2],
      ['EXIT_SPACING', 'denied', 80],
      ['EXIT_WING', 'unknown', null],
      ['LEVELS_4', 'unknown', null],
    ]);
    const long = { id: 'ore', positions: box([-200, 0, -300], [1300, 20, -100]).positions };
    expect(
      answers({
        graph: graph(29),
        orebodies: [long],
        producingLevels: ['-50', '-100', '-50', '-150', '-200'],
      }),
    ).toEqual([
      ['EXIT_COUNT', 'denied', 2],
      ['EXIT_SPACING', 'found', 29],
      ['EXIT_WING', 'found', expect.closeTo(1271, 6)],
      ['LEVELS_4', 'found', 4],
    ]);
    const one = graph();
    const alone = { nodes: one.nodes, edges: one.edges.filter(({ id }) => id !== 'ramp') };
    expect(answers({ graph: alone })[0]).toEqual(['EXIT_COUNT', 'found', 1]);
    // Where no node is known to be at the surface, that there is no exit is not found but unknown.
    const buried = { ...one, nodes: one.nodes.map((node) => ({ ...node, isSurface: false })) };
    const unknown = report({ graph: buried, orebodies: [long] }).findings.slice(0, 3);
    expect(unknown.map(({ answer, measured, missing }) => [answer, measured, missing])).toEqual(
      Array(3).fill(['unknown', null, 'surface-nodes']),
    );
    expect(report({ rules: [{ ...RULES[0]!, mineTypes: ['open-pit'] }] }).findings).toEqual([]);
  });
});

describe('a rule for some sizes of mines only', () => {
  const [levels] = RULES.filter(({ id }) => id === 'LEVELS_4');
  const rules = [{ ...levels!, mineSizes: ['medium', 'small'] as const }].map((one) => ({
    ...one,
    mineSizes: [...one.mineSizes],
  }));
  const told = (mineSize: EscapeInput['mineSize'], count: number | null) =>
    report({
      ...{ rules, mineSize },
      producingLevels: count === null ? null : Array.from({ length: count }, (_, k) => `-${50 * k}`),
    }).findings.map(({ answer, measured, missing, onlyIf }) => [answer, measured, missing, onlyIf]);
  it('holds for those, and not for another', () => {
    expect(told('small', 4)).toEqual([['found', 4, null, null]]);
    expect(told('large', 4)).toEqual([]);
  });
  it('is unknown, and said so with what it would find, where nobody registered the size', () => {
    expect(told(null, 5)).toEqual([['unknown', 5, 'mine-size', ['medium', 'small']]]);
    // Three levels are not against it, whatever the size.
    expect(told(null, 3)).toEqual([['denied', 3, null, null]]);
    expect(told(null, null)).toEqual([['unknown', null, 'producing-levels', null]]);
  });
});

describe('orebodyWings', () => {
  it('measures along the strike whatever direction it has', () => {
    const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
    const { positions } = box([0, 0, -9], [1000, 30, 0]);
    const turned = positions.map((_, i) => {
      const at = i - (i % 3);
      const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
      return [x * cos - y * sin, x * sin + y * cos, z][i % 3]!;
    });
    const { strike, wings } = orebodyWings(turned, [
      [300 * cos, 300 * sin, 0],
      [450 * cos, 450 * sin, 0],
    ]);
    expect(Math.abs(strike[0] * cos + strike[1] * sin)).toBeCloseTo(1, 9);
    expect(wings.toSorted((a, b) => a - b)).toEqual([expect.closeTo(300, 6), expect.closeTo(550, 6)]);
    expect(orebodyWings(turned, []).wings).toEqual([expect.closeTo(1000, 6), expect.closeTo(1000, 6)]);
    expect(orebodyWings(turned, [[5000 * cos, 5000 * sin, 0]]).wings.toSorted((a, b) => a - b)).toEqual([
      0,
      expect.closeTo(1000, 6),
    ]);
    expect(() => orebodyWings(Float64Array.of(1, 2, 3), [])).toThrow(/strike/);
  });
});
