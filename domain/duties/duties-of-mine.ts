import type { DrivingFacts } from '../contracts/driving-facts.ts';
import type { EscapeReport } from '../contracts/escape.ts';
import type { HotWork } from '../contracts/hot-work.ts';
import type { LayoutRule, SurveyScopeRule } from '../contracts/live/rule-book.ts';
import type { MineSize, MineType } from '../contracts/manifest.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import type { SurveyCoverage } from '../contracts/survey-coverage.ts';
import { escapeReport } from '../escape/escape-report.ts';
import type { BodyKind, GeologicalBody } from '../geology/geological-model.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { hotWork } from '../hot-work/hot-work.ts';
import { type OutsideRights, outsideRights } from '../mining-right/outside-rights.ts';
import { coverageOfPlan } from '../survey-coverage/coverage-of-plan.ts';

export interface MinePlace {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  /** ENU metres. */
  readonly at: Vec3;
}

export interface DutiesInput {
  readonly mineType: MineType;
  /** As the county registers it; null: not known. */
  readonly mineSize: MineSize | null;
  readonly facts: DrivingFacts;
  readonly bodies: readonly GeologicalBody[];
  readonly network: RoadwayNetwork | null;
  readonly places: readonly MinePlace[];
  /** Of the county; null: they are not known here, and what rests on them is left out. */
  readonly rules: {
    readonly layout: readonly LayoutRule[];
    readonly surveyScopes: readonly SurveyScopeRule[];
  } | null;
  /** YYYY-MM-DD, in the mine's time zone. */
  readonly today: string;
}

/** A working of which something lies outside the mining right. */
export interface OutsideWorking extends OutsideRights {
  readonly layerId: string;
  readonly featureId: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: BodyKind;
}

export interface MineDuties {
  readonly today: string;
  /** null: no plan or no rules. */
  readonly coverage: readonly SurveyCoverage[] | null;
  /** null: no network. */
  readonly escape: EscapeReport | null;
  /** null: no network, or no rule on it. */
  readonly hotWork: HotWork | null;
  /** The largest first; null: no mining right. */
  readonly outside: readonly OutsideWorking[] | null;
  /** Workings whose volume cannot be told, by name of layer and feature. */
  readonly unmeasured: readonly { readonly layerId: string; readonly featureId: string }[];
}

/** What mining is: its volume counts. Shafts and roadways lead in from the surface and lie above a right by nature. */
const WORKINGS: ReadonlySet<BodyKind> = new Set(['stope', 'goaf', 'roadway', 'shaft']);

/** What the rules ask of a mine that its model can answer. */
export function dutiesOfMine(input: DutiesInput): MineDuties {
  const { facts, rules, today } = input;
  return {
    today,
    coverage: rules && coverageOfPlan(facts, rules.surveyScopes, today),
    escape: escapeOf(input),
    hotWork: hotWorkOf(input),
    ...outsideOf(input),
  };
}

function escapeOf({ network, bodies, facts, mineType, mineSize, rules }: DutiesInput): EscapeReport | null {
  if (!network) return null;
  const ores = bodies.filter(({ kind }) => kind === 'ore');
  return escapeReport({
    graph: {
      nodes: network.nodes.map(({ id, at, surface }) => ({ id, at, isSurface: surface === true })),
      edges: network.edges.map(({ id, from, to, length, type }) => ({
        id,
        from,
        to,
        length,
        type,
        open: true,
      })),
    },
    mineType,
    mineSize,
    rules: rules?.layout ?? [],
    orebodies:
      ores.length > 0
        ? ores.map(({ featureId, mesh }) => ({ id: featureId, positions: mesh.positions }))
        : null,
    producingLevels: facts.settings.producingLevels ?? null,
  });
}

function hotWorkOf({ network, places, facts, mineType, rules }: DutiesInput): HotWork | null {
  const rule = rules?.layout.find(
    ({ check, mineTypes }) =>
      check === 'hot-work-distance' && (mineTypes.length === 0 || mineTypes.includes(mineType)),
  );
  if (!network || !rule) return null;
  const collars = network.nodes
    .filter(({ surface }) => surface === true)
    .map(({ id, at }) => ({ id: `${id}`, at }));
  const highest = Math.max(...collars.map(({ at }) => at[2]));
  const { mainIntakes } = facts.settings;
  return hotWork({
    rule,
    collars,
    edges: network.edges.map(({ id, roadway, type, line }) => ({ id, roadway, type, line })),
    places: places.map(({ id, name, type, at }) => ({
      id,
      // What a place is stands in its name as often as in its type.
      type: [type, name].filter(Boolean).join(' '),
      at,
      // Lower than a way out it may be under the ground: what is above it is then classed too high, not too low.
      isUnderground: collars.length === 0 || at[2] < highest,
    })),
    mainIntakes: mainIntakes ? new Set(mainIntakes) : null,
  });
}

function outsideOf({ facts, bodies }: DutiesInput): Pick<MineDuties, 'outside' | 'unmeasured'> {
  if (facts.rights.length === 0) return { outside: null, unmeasured: [] };
  const outside: OutsideWorking[] = [];
  const unmeasured: { layerId: string; featureId: string }[] = [];
  for (const { layerId, featureId, name, kind, mesh, closed } of bodies) {
    if (!WORKINGS.has(kind)) continue;
    try {
      if (!closed) throw new RangeError('open');
      const found = outsideRights(mesh, facts.rights);
      if (found.beyondInPlan + found.otherHeights > 0)
        outside.push({ layerId, featureId, name, kind, ...found });
    } catch {
      unmeasured.push({ layerId, featureId });
    }
  }
  const size = (one: OutsideWorking): number => one.beyondInPlan + one.otherHeights;
  return { outside: outside.sort((a, b) => size(b) - size(a)), unmeasured };
}
