import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import { type PlanFeature, SNAPSHOT_KINDS } from '../contracts/plans.ts';
import { enu } from '../frame/coordinates.ts';
import type { MineFrame } from '../frame/mine-frame.ts';
import type { GeologicalBody } from '../geology/geological-model.ts';
import { hullRing } from '../geometry/hull-ring.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';

/** Centimetres: finer than any survey of a mine, and short in a file. */
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** What an as-built plan is about, as it is now: workings, goafs and their water, planned headings, boreholes. In the survey's coordinates, so that another origin of the model changes nothing. */
export const planFeatures = (
  bodies: readonly GeologicalBody[],
  logs: readonly BoreholeLog[],
  frame: MineFrame,
): PlanFeature[] => {
  const inPlan = (east: number, north: number, up: number): [number, number] => {
    const { easting, northing } = frame.enuToSurvey(enu(east, north, up));
    return [rounded(easting), rounded(northing)];
  };
  const features: PlanFeature[] = [];
  for (const { kind, layerId, featureId, name, mesh, closed } of bodies) {
    const known = SNAPSHOT_KINDS.find((one) => one === kind);
    if (!known || mesh.positions.length === 0) continue;
    const { low, high, middle } = heightsOf(mesh, frame);
    features.push({
      kind: known,
      layer: layerId,
      feature: featureId,
      name,
      low,
      high,
      volume: closed ? rounded(Math.abs(signedVolume(mesh))) : null,
      ring: hullRing(mesh.positions).map(([east, north]) => inPlan(east, north, middle)),
    });
  }
  for (const { layerId, hole, title, path, plan, height } of logs) {
    const ring: [number, number][] = path
      ? Array.from({ length: path.length / 4 }, (_, i) =>
          inPlan(path[i * 4 + 1]!, path[i * 4 + 2]!, path[i * 4 + 3]!),
        )
      : plan
        ? [[rounded(plan.easting), rounded(plan.northing)]]
        : [];
    // A hole of which nobody knows where it is cannot be compared by its place.
    if (ring.length === 0) continue;
    const bottom = path && frame.enuToSurvey(enu(path.at(-3)!, path.at(-2)!, path.at(-1)!)).height;
    features.push({
      kind: 'borehole',
      layer: layerId,
      feature: hole,
      name: { zh: title, en: title },
      low: bottom === null ? null : rounded(bottom),
      high: height === null ? null : rounded(height),
      volume: null,
      ring,
    });
  }
  return features;
};

const heightsOf = ({ positions }: TriangleMesh, frame: MineFrame) => {
  let [lowest, highest] = [0, 0];
  for (let i = 0; i < positions.length; i += 3) {
    if (positions[i + 2]! < positions[lowest + 2]!) lowest = i;
    if (positions[i + 2]! > positions[highest + 2]!) highest = i;
  }
  const heightAt = (i: number): number =>
    rounded(frame.enuToSurvey(enu(positions[i]!, positions[i + 1]!, positions[i + 2]!)).height);
  return {
    low: heightAt(lowest),
    high: heightAt(highest),
    middle: (positions[lowest + 2]! + positions[highest + 2]!) / 2,
  };
};

/** By tetrahedra from the first vertex, m³. */
const signedVolume = ({ positions: p, indices }: TriangleMesh): number => {
  let six = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const corner = (k: number): readonly [number, number, number] => {
      const v = indices[i + k]! * 3;
      return [p[v]! - p[0]!, p[v + 1]! - p[1]!, p[v + 2]! - p[2]!];
    };
    const [a, b, c] = [corner(0), corner(1), corner(2)];
    six +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) +
      a[1] * (b[2] * c[0] - b[0] * c[2]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
};
