import type { EscapeReport, LayoutFinding } from '../contracts/escape.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { MineSize, MineType } from '../contracts/manifest.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { type EscapeGraph, indexEscape } from './escape-graph.ts';
import { orebodyWings } from './orebody-wing.ts';
import { findSingleWays } from './single-ways.ts';
import { createWaysOut } from './ways-out.ts';

export interface EscapeInput {
  readonly graph: EscapeGraph;
  readonly mineType: MineType;
  /** As the county registers it; null: not known. */
  readonly mineSize: MineSize | null;
  /** Those of the county that concern the layout of a mine (rule book, `layout`). */
  readonly rules: readonly LayoutRule[];
  /** Orebodies by id, corners of their meshes in ENU metres; null: not known. */
  readonly orebodies: readonly { readonly id: string; readonly positions: Float64Array }[] | null;
  /** Levels that are being mined now; null: not known. */
  readonly producingLevels: readonly string[] | null;
}

/**
 * Ways to the surface of a whole mine.
 * @throws RangeError where the graph is not one (indexEscape)
 */
export function escapeReport({
  graph,
  mineType,
  mineSize,
  rules,
  orebodies,
  producingLevels,
}: EscapeInput): EscapeReport {
  const index = indexEscape(graph);
  const ways = createWaysOut(index);
  const single = findSingleWays(index);
  // A collar nobody can reach is no exit.
  const exits = graph.nodes.filter(
    ({ isSurface, id }) => isSurface && index.around[index.numberOf.get(id)!]!.length > 0,
  );
  const singleEdges = graph.edges.flatMap((edge, i) => {
    const found = single.ofEdge(i);
    return found ? [{ edge: edge.id, ...found }] : [];
  });
  const lengths = new Map(graph.edges.map(({ id, length }) => [id, length]));
  return {
    format: 'hyalite-escape/1',
    exits: exits.map(({ id, at }) => ({ node: id, at: [...at] })),
    nodes: graph.nodes
      .filter(({ isSurface }) => !isSurface)
      .map(({ id }) => ({ node: id, ways: ways.count(id) ?? 0 })),
    singleNodes: graph.nodes.flatMap(({ id }, i) => {
      const found = single.ofNode(i);
      return found ? [{ node: id, ...found }] : [];
    }),
    singleEdges,
    singleLength: singleEdges.reduce((sum, { edge }) => sum + lengths.get(edge)!, 0),
    findings: rules.flatMap((rule) => {
      const judge = JUDGES[rule.check];
      const ofType = rule.mineTypes.length === 0 || rule.mineTypes.includes(mineType);
      const ofSize = mineSize === null || rule.mineSizes.length === 0 || rule.mineSizes.includes(mineSize);
      if (!judge || !ofType || !ofSize) return [];
      // A network that names no node at the surface does not say that the mine has no exit.
      if (ABOUT_EXITS.has(rule.check) && !graph.nodes.some(({ isSurface }) => isSurface))
        return [finding(rule, null, [], 'surface-nodes')];
      const judged = judge(rule, { exits, orebodies, producingLevels });
      return mineSize === null && rule.mineSizes.length > 0
        ? judged.map((one) => onlyIfOfSize(one, rule.mineSizes))
        : judged;
    }),
  };
}

interface Laid {
  readonly exits: readonly { readonly id: number; readonly at: Vec3 }[];
  readonly orebodies: EscapeInput['orebodies'];
  readonly producingLevels: EscapeInput['producingLevels'];
}

const HOLDS: Readonly<Record<LayoutRule['op'], (value: number, bound: number) => boolean>> = {
  '>=': (value, bound) => value >= bound,
  '>': (value, bound) => value > bound,
  '<=': (value, bound) => value <= bound,
  '<': (value, bound) => value < bound,
};

const finding = (
  { id, check, jurisdiction, clause, status, note, value, op, unit }: LayoutRule,
  measured: number | null,
  subjects: readonly string[],
  missing: LayoutFinding['missing'] = null,
): LayoutFinding => ({
  rule: { id, jurisdiction, clause, status, note: note ?? null },
  check,
  answer: measured === null ? 'unknown' : HOLDS[op](measured, value) ? 'found' : 'denied',
  measured,
  bound: value,
  unit,
  subjects: [...subjects],
  missing,
  onlyIf: null,
});

/** What is against a rule for some sizes only is neither found nor denied of a mine of unknown size; what is not against it is so for all. */
const onlyIfOfSize = (one: LayoutFinding, sizes: readonly MineSize[]): LayoutFinding =>
  one.answer === 'found' ? { ...one, answer: 'unknown', missing: 'mine-size', onlyIf: [...sizes] } : one;

const ABOUT_EXITS: ReadonlySet<LayoutRule['check']> = new Set(['exit-count', 'exit-spacing', 'exit-wing']);

const JUDGES: Partial<Record<LayoutRule['check'], (rule: LayoutRule, laid: Laid) => LayoutFinding[]>> = {
  'exit-count': (rule, { exits }) => [
    finding(
      rule,
      exits.length,
      exits.map(({ id }) => `${id}`),
    ),
  ],
  // Of three exits any two may lie together: the rule is about a mine that has only two.
  'exit-spacing': (rule, { exits }) => {
    if (exits.length !== 2) return [];
    const [a, b] = [exits[0]!, exits[1]!];
    return [finding(rule, Math.hypot(...a.at.map((v, k) => v - b.at[k]!)), [`${a.id}`, `${b.id}`])];
  },
  'exit-wing': (rule, { exits, orebodies }) =>
    orebodies === null
      ? [finding(rule, null, [], 'orebodies')]
      : orebodies.map(({ id, positions }) =>
          finding(
            rule,
            Math.max(
              ...orebodyWings(
                positions,
                exits.map(({ at }) => at),
              ).wings,
            ),
            [id],
          ),
        ),
  'producing-levels': (rule, { producingLevels }) =>
    producingLevels === null
      ? [finding(rule, null, [], 'producing-levels')]
      : [finding(rule, new Set(producingLevels).size, [...new Set(producingLevels)].sort())],
};
