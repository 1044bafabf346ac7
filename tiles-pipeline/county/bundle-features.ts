import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../../domain/contracts/county.ts';
import type { EvidenceMethod } from '../../domain/contracts/driving.ts';
import type { ObstacleFacts } from '../../domain/contracts/driving-facts.ts';
import type { RecordedKind } from '../../domain/contracts/hazard-source.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { CountyFrame } from '../../domain/county/county-frame.ts';
import type { BundleFeatures } from '../../domain/county/mine-record.ts';
import { COUNTY_HEIGHTS } from '../../domain/county/mine-record.ts';
import type { Water } from '../../domain/drive-on/obstacle.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import { hullRing } from '../../domain/geometry/hull-ring.ts';
import type { MineFeature } from '../../domain/neighbours/mine-features.ts';
import { rightShape } from '../../domain/neighbours/right-shape.ts';
import { type MineBundle, placedBy } from './mine-bundle.ts';

/** The features of a mine's 3D bundle: exact bodies for the comparison, simple shapes of the same ids for the map. */
export interface OfBundle extends BundleFeatures {
  readonly drawn: readonly CountyFeature[];
  readonly right: RegisterMine['right'];
}

/** What of a heading's obstacles neighbours look at. */
const KIND_OF: Partial<Readonly<Record<RecordedKind, NeighbourKind>>> = {
  goaf: 'goaf',
  'old-working': 'goaf',
  fault: 'fault',
  aquifer: 'aquifer',
  'closed-shaft': 'closed-shaft',
};
const WORKING_BODIES = new Set<GeologicalBody['kind']>(['roadway', 'shaft', 'stope']);
const ORE_BODIES = new Set<GeologicalBody['kind']>(['ore', 'lens']);

const centimetre = (value: number): number => Math.round(value * 100) / 100;
const DEGREE_DIGITS = 1e7;
const degree = (value: number): number => Math.round(value * DEGREE_DIGITS) / DEGREE_DIGITS;

export const featuresOfBundle = (mine: string, bundle: MineBundle, county: CountyFrame): OfBundle => {
  const { catalog, bodies, driving, network } = bundle;
  const own = frameOfCatalog(catalog);
  const separation = catalog.survey.geoidSeparation.metres;
  const toCounty = ([x, y, z]: Vec3): Vec3 => county.frame.ecefToEnu(own.enuToEcef(enu(x, y, z)));
  const toPlace = ([x, y, z]: Vec3): [longitude: number, latitude: number, height: number] => {
    const at = own.enuToGeographic(enu(x, y, z));
    return [degree(at.longitude), degree(at.latitude), centimetre(at.ellipsoidHeight - separation)];
  };
  const moved = ({ mesh }: GeologicalBody): MineFeature['shape'] & { type: 'mesh' } => {
    const positions = new Float64Array(mesh.positions.length);
    for (let i = 0; i < positions.length; i += 3)
      positions.set(toCounty([mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!]), i);
    return { type: 'mesh', mesh: { positions, indices: mesh.indices }, closed: true };
  };
  /** What of a body is seen from above, between its lowest and highest point. */
  const prismOf = ({ mesh }: GeologicalBody): CountyFeature['shape'] => {
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 2; i < mesh.positions.length; i += 3) {
      lowest = Math.min(lowest, mesh.positions[i]!);
      highest = Math.max(highest, mesh.positions[i]!);
    }
    const hull = hullRing(mesh.positions);
    const [x, y] = hull[0]!;
    const ring = hull.map(([u, v]): [number, number] => {
      const [longitude, latitude] = toPlace([u, v, lowest]);
      return [longitude, latitude];
    });
    return {
      type: 'prism',
      rings: [[...ring, ring[0]!]],
      bottom: toPlace([x, y, lowest])[2],
      top: toPlace([x, y, highest])[2],
    };
  };
  const features: MineFeature[] = [];
  const drawn: CountyFeature[] = [];
  const add = (
    kind: NeighbourKind,
    id: string,
    name: Bilingual,
    shape: MineFeature['shape'],
    simple: CountyFeature['shape'],
    method: EvidenceMethod | null,
    water: Water,
    conductive: boolean | null,
  ): void => {
    features.push({
      id,
      kind,
      shape,
      method,
      plusMinus: null,
      water: waterHere(water),
      conductive,
      partOf: null,
    });
    const level = typeof water === 'object' ? water.level : null;
    drawn.push({
      id,
      mine,
      kind,
      name,
      shape: simple,
      method,
      plusMinus: null,
      holdsWater: water === 'dry' ? false : water === 'unknown' ? null : true,
      waterLevel: level === null ? null : toPlace([0, 0, level])[2],
      conductive,
      partOf: null,
      from: null,
      to: null,
    });
  };
  /** A level is metres up in the mine's frame; the mine is small, so one place of it stands for all. */
  const waterHere = (water: Water): Water =>
    typeof water === 'object' && water.level !== null ? { level: toCounty([0, 0, water.level])[2] } : water;

  const bodyOf = new Map(bodies.map((body) => [`${body.layerId}\n${body.featureId}`, body]));
  for (const obstacle of driving?.obstacles ?? []) addObstacle(obstacle);

  function addObstacle({ id, name, kind, body, water, conductive, evidence, placed }: ObstacleFacts): void {
    const wanted = KIND_OF[kind];
    if (!wanted) return;
    const method = placedBy(evidence, placed);
    const called = { zh: name ?? id, en: name ?? id };
    if (body.type === 'mesh') {
      const found = bodyOf.get(`${body.layer}\n${body.feature}`);
      if (!found) return;
      const shape = { ...moved(found), closed: found.closed };
      add(
        wanted,
        `${mine}/${body.layer}/${body.feature}`,
        called,
        shape,
        prismOf(found),
        method,
        water,
        conductive,
      );
      return;
    }
    body.lines.forEach((line, i) => {
      const several = body.lines.length > 1 ? `-${i + 1}` : '';
      add(
        wanted,
        `${mine}/${kind}/${id}${several}`,
        called,
        { type: 'line', line: line.map(toCounty), radius: 0 },
        { type: 'line', line: line.map(toPlace), radius: 0 },
        method,
        water,
        conductive,
      );
    });
  }

  const lines = roadwayLines(network);
  for (const body of bodies) {
    const isOre = ORE_BODIES.has(body.kind);
    if (!isOre && !WORKING_BODIES.has(body.kind)) continue;
    // Shafts out of use are closed shafts, and stand among the obstacles.
    if (driving?.obstacles.some(({ kind, id }) => kind === 'closed-shaft' && id === body.featureId)) continue;
    // A file of roadways is a survey; what was derived or inferred was measured by nobody.
    const surveyed = body.provenance === 'measured' || body.provenance === 'synthetic';
    const line = lines.get(body.featureId);
    add(
      isOre ? 'orebody' : 'working',
      `${mine}/${body.layerId}/${body.featureId}`,
      body.name,
      { ...moved(body), closed: body.closed },
      line ? { type: 'line', line: line.line.map(toPlace), radius: line.radius } : prismOf(body),
      surveyed ? (isOre ? 'drilling' : 'survey') : null,
      'dry',
      null,
    );
  }

  const rights: NonNullable<RegisterMine['right']>[] = [];
  for (const { id, polygons, lower, upper } of driving?.rights ?? []) {
    const rings = polygons.flatMap((polygon) =>
      polygon.map((ring): [number, number][] => {
        const places = ring.map(([x, y]): [number, number] => {
          const [longitude, latitude] = toPlace([x, y, lower]);
          return [longitude, latitude];
        });
        return [...places, places[0]!];
      }),
    );
    const height = (up: number): number => Math.round(10 * toPlace([0, 0, up])[2]) / 10;
    // The day it ends is a property in the layer's tiles, which are not opened here.
    rights.push({ rings, bottom: height(lower), top: height(upper), validUntil: null });
    polygons.forEach((polygon, i) => {
      const shape = rightShape({ id, polygon, lower, upper }, COUNTY_HEIGHTS);
      if (shape.type !== 'mesh') return;
      const positions = Float64Array.from(shape.mesh.positions);
      for (let k = 0; k < positions.length; k += 3)
        positions.set(toCounty([positions[k]!, positions[k + 1]!, positions[k + 2]!]), k);
      features.push({
        id: `${mine}/right-${i + 1}`,
        kind: 'right',
        shape: { ...shape, mesh: { positions, indices: shape.mesh.indices } },
        method: 'survey',
        plusMinus: 0,
        water: 'dry',
        conductive: null,
        partOf: null,
      });
    });
  }
  const recorded = new Set<NeighbourKind>();
  for (const kind of driving?.recorded ?? []) {
    const known = KIND_OF[kind];
    if (known) recorded.add(known);
    if (kind === 'mining-right') recorded.add('right');
  }
  if (network) recorded.add('working');
  if (bodies.some(({ kind }) => ORE_BODIES.has(kind))) recorded.add('orebody');
  const right: RegisterMine['right'] =
    rights.length === 0
      ? null
      : {
          rings: rights.flatMap(({ rings }) => rings),
          bottom: Math.min(...rights.map(({ bottom }) => bottom!)),
          top: Math.max(...rights.map(({ top }) => top!)),
          validUntil: null,
        };
  return { features, recorded: [...recorded], drawn, right };
};

/** Roadways of a network as one line each where their pieces follow one another, with half their mean width. */
const roadwayLines = (
  network: MineBundle['network'],
): ReadonlyMap<string, { readonly line: readonly Vec3[]; readonly radius: number }> => {
  const lines = new Map<string, { line: Vec3[]; radius: number; last: number; whole: boolean }>();
  for (const { roadway, from, to, line, width, height } of network?.edges ?? []) {
    const known = lines.get(roadway);
    if (!known) lines.set(roadway, { line: [...line], radius: (width + height) / 4, last: to, whole: true });
    else if (known.last === from) {
      known.line.push(...line.slice(1));
      known.last = to;
    } else known.whole = false;
  }
  return new Map([...lines].filter(([, { whole }]) => whole));
};
