import { type Body, lineBody, meshBody } from '../clearance/body.ts';
import { createHeading } from '../clearance/heading.ts';
import type { DriveOn } from '../contracts/drive-on.ts';
import type { DrivingSettings } from '../contracts/driving.ts';
import type { DrivingFacts, ObstacleFacts, PlannedHeadingFacts } from '../contracts/driving-facts.ts';
import type { RecordedKind } from '../contracts/hazard-source.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { MineType } from '../contracts/manifest.ts';
import type { StratumBody } from '../geology/geological-model.ts';
import { mergeRights, rightsMesh } from '../mining-right/merge-rights.ts';
import { crossSection } from '../workings/cross-section.ts';
import { type DriveOnInput, driveOn, type PlannedHeading } from './drive-on.ts';
import { type DoubtedSurface, modelDeviation } from './model-doubt.ts';
import { judgedAs, type Obstacle } from './obstacle.ts';
import { worstMethod } from './worst-method.ts';

export interface MineDriveOnInput {
  readonly mine: string;
  readonly mineType: MineType;
  readonly facts: DrivingFacts;
  readonly bodies: readonly StratumBody[];
  /** Of the county; only what is shown for reference depends on them. */
  readonly rules: readonly LayoutRule[];
}

/** Why an obstacle or a heading could not be judged: what is named here is never answered "drive". */
export interface Unjudged {
  readonly what: 'obstacle' | 'heading' | 'mining-right';
  readonly id: string;
  /** `no-body`: the bundle holds no body of it; `not-a-body`: its geometry is none, `detail` says why. */
  readonly why: 'no-body' | 'not-a-body';
  readonly detail: string | null;
}

export interface MineDriveOn {
  readonly report: DriveOn;
  readonly unjudged: readonly Unjudged[];
}

/**
 * "May we drive on?" of a whole mine, from what its bundle holds. An obstacle that has no body lies nobody knows where: its
 * kind then counts as recorded nowhere, and no heading is answered "drive". A heading whose size or heights nobody gave
 * strays from its line by an unknown length.
 */
export function answerMine({ mine, mineType, facts, bodies, rules }: MineDriveOnInput): MineDriveOn {
  const unjudged: Unjudged[] = [];
  const missing = new Set<RecordedKind>();
  const byName = new Map(bodies.map((body) => [nameOf(body.layerId, body.featureId), body]));
  /** Modelled obstacles, whose doubt is another for each heading. */
  const doubted = new Map<Obstacle, DoubtedSurface | null>();
  const obstacles = facts.obstacles.flatMap((one): Obstacle[] => {
    const found = bodyOf(one, byName);
    if ('tree' in found) {
      const obstacle = obstacleOf(one, found, facts);
      if (one.modelled) doubted.set(obstacle, surfaceOf(one, byName));
      return [obstacle];
    }
    missing.add(one.kind);
    unjudged.push({ what: 'obstacle', id: one.id, ...found });
    return [];
  });
  const border = borderOf(facts);
  if (border && 'body' in border) obstacles.push(border);
  else missing.add('mining-right');
  if (border && 'why' in border) unjudged.push(border);
  const sure: PlannedHeading[] = [];
  const straying: PlannedHeading[] = [];
  for (const one of facts.headings) {
    const heading = headingOf(one);
    if ('why' in heading) unjudged.push(heading);
    else (isAsPlanned(one) ? sure : straying).push(heading);
  }
  const input: Omit<DriveOnInput, 'headings'> = {
    mine,
    mineType,
    revision: facts.inputHash,
    obstacles,
    recorded: facts.recorded.filter((kind) => !missing.has(kind)),
    settings: facts.settings,
    surveyed: facts.surveyed?.flatMap(({ polygons }) => polygons) ?? null,
    rules,
  };
  const { headingPlusMinus: _, ...unknown } = facts.settings;
  const answer = (headings: readonly PlannedHeading[], settings: DrivingSettings): DriveOn => {
    if (doubted.size === 0) return driveOn({ ...input, headings, settings });
    const each = headings.map((heading) =>
      driveOn({
        ...input,
        headings: [heading],
        settings,
        obstacles: asSeenFrom(heading, obstacles, doubted, settings),
      }),
    );
    return {
      ...driveOn({ ...input, headings: [], settings }),
      headings: each.flatMap((one) => one.headings),
    };
  };
  const report = answer(sure, facts.settings);
  const doubtful = answer(straying, unknown);
  const order = new Map(facts.headings.map(({ id }, i) => [id, i]));
  const headings = [...report.headings, ...doubtful.headings].sort(
    (a, b) => order.get(a.heading)! - order.get(b.heading)!,
  );
  return { report: { ...report, headings }, unjudged };
}

/** The obstacles with the doubt that the modelled ones have where they come near a heading. */
function asSeenFrom(
  { heading }: PlannedHeading,
  obstacles: readonly Obstacle[],
  doubted: ReadonlyMap<Obstacle, DoubtedSurface | null>,
  { distances, deviations }: DrivingSettings,
): Obstacle[] {
  return obstacles.map((obstacle) => {
    const surface = doubted.get(obstacle);
    if (surface === undefined) return obstacle;
    const { kind } = judgedAs(obstacle);
    const asked = distances.filter((rule) => rule.obstacle === kind);
    const reach = Math.max(0, ...asked.flatMap(({ keep, probe }) => [keep ?? 0, probe ?? 0]));
    const standardDeviation = surface
      ? modelDeviation(surface, heading, reach, deviations?.multiple ?? 0)
      : 'unknown';
    return { ...obstacle, position: { ...obstacle.position, standardDeviation } };
  });
}

/** null: the bundle does not say how far the model may be off. */
function surfaceOf({ body }: ObstacleFacts, byName: ReadonlyMap<string, StratumBody>): DoubtedSurface | null {
  const found = body.type === 'mesh' ? byName.get(nameOf(body.layer, body.feature)) : undefined;
  return found?.deviation ? { mesh: found.mesh, deviation: found.deviation } : null;
}

const nameOf = (layer: string, feature: string): string => JSON.stringify([layer, feature]);

type Failure = Pick<Unjudged, 'why' | 'detail'>;

function bodyOf(
  { body, kind }: ObstacleFacts,
  byName: ReadonlyMap<string, MineDriveOnInput['bodies'][number]>,
): Body | Failure {
  try {
    // The diameter of a hole is centimetres, and the files do not give it: the axis stands for it.
    if (body.type === 'line') return lineBody(body.lines.flat(), 0);
    const found = byName.get(nameOf(body.layer, body.feature));
    // A fault has two sides and no inside.
    return found ? meshBody(found.mesh, found.closed && kind !== 'fault') : { why: 'no-body', detail: null };
  } catch (error) {
    return { why: 'not-a-body', detail: (error as Error).message };
  }
}

const obstacleOf = (one: ObstacleFacts, body: Body, { settings }: DrivingFacts): Obstacle => ({
  id: one.id,
  name: one.name,
  kind: one.kind,
  body,
  water: one.water,
  conductive: one.conductive,
  evidence: one.evidence,
  position: {
    // What has an inside and is not closed may reach farther than it is drawn.
    method:
      !one.modelled && one.placed && (body.closed || one.kind === 'fault' || one.body.type === 'line')
        ? worstMethod(one.evidence, settings)
        : null,
    plusMinus: null,
    source: null,
    // Another for each heading: asSeenFrom.
    standardDeviation: one.modelled ? 'unknown' : null,
  },
});

/** All rights together as one border; null: the files hold none. */
function borderOf({ rights, settings }: DrivingFacts): Obstacle | Unjudged | null {
  if (rights.length === 0) return null;
  const id = rights.map((right) => right.id).join(' + ');
  try {
    const known = rights.every(({ evidence }) => evidence.length > 0);
    const evidence = known ? [...new Set(rights.flatMap((right) => right.evidence))] : [];
    return {
      id,
      name: rights.length === 1 ? rights[0]!.name : null,
      kind: 'mining-right',
      body: meshBody(rightsMesh(mergeRights(rights)), true),
      water: 'dry',
      conductive: null,
      evidence,
      position: {
        method: worstMethod(evidence, settings),
        plusMinus: null,
        source: null,
        standardDeviation: null,
      },
    };
  } catch (error) {
    return { what: 'mining-right', id, why: 'not-a-body', detail: (error as Error).message };
  }
}

function headingOf({ id, name, line, section }: PlannedHeadingFacts): PlannedHeading | Unjudged {
  try {
    const outline = crossSection(section.shape, section.width, section.height, section.lineIs);
    return { id, name, heading: createHeading(line, outline) };
  } catch (error) {
    return { what: 'heading', id, why: 'not-a-body', detail: (error as Error).message };
  }
}

const isAsPlanned = ({ section, heightsInterpolated }: PlannedHeadingFacts): boolean =>
  section.from !== 'nobody' && heightsInterpolated === 0;
