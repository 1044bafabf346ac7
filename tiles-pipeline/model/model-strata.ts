import type { StrataSettings } from '../../domain/contracts/stratigraphy.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import { heightAt } from '../../domain/geology/horizon-height.ts';
import { basesByHole, basesOfUnplaced } from '../../domain/geology/stratigraphy/hole-bases.ts';
import {
  type DoubtfulBase,
  type LoggedHole,
  type Observations,
  observeBases,
} from '../../domain/geology/stratigraphy/observations.ts';
import { type Stack, type StackUnit, stackHorizons } from '../../domain/geology/stratigraphy/stack.ts';
import type { TrendDegree } from '../../domain/geology/stratigraphy/trend.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { Hole } from './holes.ts';
import type { SourcedLayer } from './layer-draft.ts';
import { type MineContext, type PlacedSource, upOf } from './mine-context.ts';
import type { MineGeology, UnitAccount } from './mine-geology.ts';
import { strataColumn } from './strata-column.ts';
import { reportDoubtfulBases, reportStackDoubts } from './strata-doubts.ts';
import { strataFaults } from './strata-faults.ts';
import { gridAround, groundHorizon } from './strata-ground.ts';

/** Beyond so many nodes a surface no longer fits the machines this runs on beside its blocks; refused, never thinned unasked. */
const MOST_NODES = 1_000_000;
/** A collar so far off the terrain is not at the ground: drilled from underground, or the terrain is another year's. */
const COLLAR_SLACK = 5;

/**
 * The strata of a mine from its logs, by the column that mine.yaml declares; null where it declares none or no log shows a
 * contact. Everything the model passes over or doubts is in the findings.
 */
export const modelStrata = (
  { holes, layers }: { readonly holes: readonly Hole[]; readonly layers: readonly SourcedLayer[] },
  sources: readonly PlacedSource[],
  mine: MineContext,
): MineGeology | null => {
  const settings = mine.manifest.strata;
  if (!settings) return null;
  // Of a hole of unknown height nothing is known in space; one without rocks logged has no contact. Said before the column is asked.
  if (holes.length === 0) return nothing('strata-no-placed-holes', mine);
  if (holes.every(({ intervals }) => intervals.every(({ lithology }) => lithology === null)))
    return nothing('strata-no-lithology', mine, { count: holes.length });
  const column = strataColumn(settings, holes, mine);
  const faults = strataFaults(settings, sources, layers, mine);
  if (!column) return null;
  const collars = holes.map((hole) => placeIn(hole, mine)(0));
  const places = holes.flatMap((hole, h) => [collars[h]!, placeIn(hole, mine)(hole.depth)]);
  const grid = gridAround(places, settings.cell, settings.reach);
  if (grid.columns * grid.rows > MOST_NODES) return tooLarge(settings, grid.columns * grid.rows, mine);
  const ground = groundHorizon(grid, sources, collars, settings, mine);
  // A ground made of the collars cannot tell which of them lie off it.
  const above = collars.map(([east, north, up]) =>
    settings.ground === 'collars' ? Number.NaN : up - heightAt(grid, ground.up, east, north),
  );
  reportOffGround(holes, above, mine);
  const logged = holes.map((hole, h): LoggedHole => {
    const at = placeIn(hole, mine);
    return {
      id: hole.key,
      depth: metres(hole.depth),
      at,
      stretches: hole.intervals.map(({ from, to, lithology }) => ({
        from: metres(from),
        to: metres(to),
        lithology,
      })),
      fromSurface: !isOffGround(above[h]!),
    };
  });
  const observations = observeBases(logged, {
    units: column.units.length,
    placeOf: column.placeOf,
    faults,
    isCut: (unit) => !settings.units[unit]!.youngerThanFaults,
    // Nobody draws a sheet closer than half a node of the surfaces it cuts.
    nearFault: settings.cell / 2,
  });
  if (observations.contacts.length === 0) return nothing('strata-no-logs', mine);
  const floor = floorOf(settings, places, mine);
  const stack = stackHorizons({
    grid,
    ground,
    floor,
    units: settings.units.map(stackUnit),
    faults,
    observations,
    reach: settings.reach,
  });
  reportDoubtfulBases(observations.doubtful, holes, column.units);
  reportStackDoubts(stack.doubts, holes, column.units, mine);
  const model: GeologicalModel = {
    grid,
    units: column.units,
    ground,
    floor: metres(floor),
    faults,
    blocks: stack.blocks,
  };
  return {
    model,
    accounts: accountsOf(stack, observations, settings),
    kriged: stack,
    logBases: {
      placed: basesByHole(observations, holes.length),
      ofUnplaced: (stretches) => basesOfUnplaced(stretches, column.placeOf, column.units.length),
    },
  };
};

/** @param above metres of a collar above the ground; NaN where the ground is not known, and nothing can be held against it */
const isOffGround = (above: number): boolean => Math.abs(above) > COLLAR_SLACK;

const MOST_NAMED = 8;

/** Holes taken to begin underground, for what their logs leave out at the top then says nothing. */
const reportOffGround = (
  holes: readonly Hole[],
  above: readonly number[],
  { findings }: MineContext,
): void => {
  const off = holes.flatMap(({ key }, h) => (isOffGround(above[h]!) ? [{ key, by: above[h]! }] : []));
  if (off.length === 0) return;
  off.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const named = off
    .slice(0, MOST_NAMED)
    .map(({ key, by }) => `${key} (${by > 0 ? '+' : ''}${by.toFixed(0)} m)`);
  findings.push({
    severity: 'note',
    code: 'strata-holes-off-ground',
    source: 'mine.yaml',
    file: 'mine.yaml',
    column: 'strata.ground',
    params: {
      count: off.length,
      slack: COLLAR_SLACK,
      holes: `${named.join(', ')}${off.length > MOST_NAMED ? ' …' : ''}`,
    },
  });
};

const placeIn =
  (hole: Hole, mine: MineContext) =>
  (depth: number): Vec3 =>
    mine.frame.surveyToEnu(hole.path.at(metres(depth))) as unknown as Vec3;

const stackUnit = ({
  interpolate,
  trend,
  youngerThanFaults,
  variogram,
}: StrataSettings['units'][number]): StackUnit => ({
  interpolate,
  youngerThanFaults,
  ...(trend === undefined ? {} : { trend: trend as TrendDegree }),
  ...(variogram ? { variogram: variogram as StackUnit['variogram'] & object } : {}),
});

const floorOf = ({ floor }: StrataSettings, places: readonly Vec3[], { frame }: MineContext): number => {
  if (floor === undefined)
    return places.reduce((low, [, , up]) => Math.min(low, up), Number.POSITIVE_INFINITY);
  const [east, north] = places[0]!;
  return upOf(frame, enu(east, north, 0), metres(floor));
};

const accountsOf = (
  { accounts }: Stack,
  { doubtful }: Observations,
  { units }: StrataSettings,
): UnitAccount[] => {
  const doubts = Map.groupBy(doubtful, ({ unit }: DoubtfulBase) => unit);
  return accounts.map(({ contacts, fit, crossValidation, residual }, u) => ({
    contacts,
    ambiguous: doubts.get(u)?.length ?? 0,
    method: units[u]!.interpolate,
    variogram: fit ? { ...fit.model, origin: fit.origin, widened: fit.widened } : null,
    crossValidation,
    residual,
  }));
};

const nothing = (
  code: 'strata-no-placed-holes' | 'strata-no-lithology' | 'strata-no-logs',
  { findings }: MineContext,
  params: Record<string, number> = {},
): null => {
  findings.push({
    severity: 'warning',
    code,
    source: 'mine.yaml',
    file: 'mine.yaml',
    column: 'strata',
    params,
  });
  return null;
};

const tooLarge = ({ cell }: StrataSettings, nodes: number, { findings }: MineContext): null => {
  findings.push({
    severity: 'error',
    code: 'strata-grid-too-large',
    source: 'mine.yaml',
    file: 'mine.yaml',
    column: 'strata.cell',
    value: String(cell),
    params: { nodes, most: MOST_NODES, cell: Math.ceil(cell * Math.sqrt(nodes / MOST_NODES)) },
  });
  return null;
};
