import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../../domain/contracts/county.ts';
import type { EvidenceMethod } from '../../domain/contracts/driving.ts';
import type { DrivingFacts, ObstacleFacts } from '../../domain/contracts/driving-facts.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { CountyFrame } from '../../domain/county/county-frame.ts';
import type { BundleFeatures } from '../../domain/county/mine-record.ts';
import { asRight } from '../../domain/county/right-polygons.ts';
import type { Water } from '../../domain/drive-on/obstacle.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import type { MineFeature } from '../../domain/neighbours/mine-features.ts';
import { rightShape } from '../../domain/neighbours/right-shape.ts';
import { type BundlePlaces, bundlePlaces } from './bundle-places.ts';
import { KIND_OF, ORE_BODIES, recordedOfBundle } from './bundle-recorded.ts';
import { type MineBundle, placedBy } from './mine-bundle.ts';

/** The features of a mine's 3D bundle: exact bodies for the comparison, simple shapes of the same ids for the map. */
export interface OfBundle extends BundleFeatures {
  readonly drawn: readonly CountyFeature[];
  readonly right: RegisterMine['right'];
  /** Whether its model has a layer, and in it a feature; null where the bundle lists no features of the layer. */
  readonly has: (layer: string, feature: string) => boolean | null;
}

const WORKING_BODIES = new Set<GeologicalBody['kind']>(['roadway', 'shaft', 'stope']);

interface Found {
  readonly kind: NeighbourKind;
  readonly id: string;
  readonly name: Bilingual;
  readonly shape: MineFeature['shape'];
  readonly simple: CountyFeature['shape'];
  readonly method: EvidenceMethod | null;
  /** Level up in the frame of the mine. */
  readonly water: Water;
  readonly conductive: boolean | null;
}

export const featuresOfBundle = (mine: string, bundle: MineBundle, county: CountyFrame): OfBundle => {
  const { catalog, bodies, driving } = bundle;
  const places = bundlePlaces(catalog, county);
  const bodyOf = new Map(bodies.map((body) => [`${body.layerId}\n${body.featureId}`, body]));
  const found = [
    ...(driving?.obstacles ?? []).flatMap((obstacle) => ofObstacle(mine, obstacle, bodyOf, places)),
    ...ofBodies(mine, bundle, places),
  ];
  const recorded = recordedOfBundle(bundle);
  const listed = new Set(bodies.map(({ layerId }) => layerId));
  const rights = driving?.rights ?? [];
  return {
    features: [...found.map((each) => comparedOf(each, places)), ...rightsCompared(mine, rights, places)],
    recorded,
    drawn: found.map((each) => drawnOf(mine, each, places)),
    right: rightDrawn(rights, places),
    has: (layer, feature) => {
      if (!catalog.layers.some(({ id }) => id === layer)) return false;
      return listed.has(layer) ? bodyOf.has(`${layer}\n${feature}`) : null;
    },
  };
};

const ofObstacle = (
  mine: string,
  { id, name, kind, body, water, conductive, evidence, placed }: ObstacleFacts,
  bodyOf: ReadonlyMap<string, GeologicalBody>,
  { toCounty, toPlace, moved, prism, sheet }: BundlePlaces,
): Found[] => {
  const wanted = KIND_OF[kind];
  if (!wanted) return [];
  const common = {
    kind: wanted,
    name: { zh: name ?? id, en: name ?? id },
    method: placedBy(evidence, placed),
    water,
    conductive,
  };
  if (body.type === 'mesh') {
    const found = bodyOf.get(`${body.layer}\n${body.feature}`);
    if (!found) return [];
    return [
      {
        ...common,
        id: `${mine}/${body.layer}/${body.feature}`,
        shape: { type: 'mesh', mesh: moved(found.mesh), closed: found.closed },
        simple: wanted === 'fault' ? sheet(found.mesh) : prism(found.mesh),
      },
    ];
  }
  return body.lines.map((line, i) => ({
    ...common,
    id: `${mine}/${kind}/${id}${body.lines.length > 1 ? `-${i + 1}` : ''}`,
    shape: { type: 'line' as const, line: line.map(toCounty), radius: 0 },
    simple: { type: 'line' as const, line: line.map(toPlace), radius: null },
  }));
};

/** Roadways, shafts in use, stopes and ore. */
const ofBodies = (
  mine: string,
  { bodies, driving, network }: MineBundle,
  { toPlace, moved, prism }: BundlePlaces,
): Found[] => {
  const lines = roadwayLines(network);
  return bodies.flatMap(({ kind, layerId, featureId, name, provenance, mesh, closed }): Found[] => {
    const isOre = ORE_BODIES.has(kind);
    if (!isOre && !WORKING_BODIES.has(kind)) return [];
    // Shafts out of use are closed shafts, and stand among the obstacles.
    if (driving?.obstacles.some((obstacle) => obstacle.kind === 'closed-shaft' && obstacle.id === featureId))
      return [];
    // A file of roadways is a survey; what was derived or inferred was measured by nobody. How ore was found no file says.
    const isSurveyed = !isOre && (provenance === 'measured' || provenance === 'synthetic');
    const line = lines.get(featureId);
    return [
      {
        kind: isOre ? 'orebody' : 'working',
        id: `${mine}/${layerId}/${featureId}`,
        name,
        shape: { type: 'mesh', mesh: moved(mesh), closed },
        simple: line ? { type: 'line', line: line.line.map(toPlace), radius: line.radius } : prism(mesh),
        method: isSurveyed ? 'survey' : null,
        // No file of roadways or stopes says whether water stands in them.
        water: isOre ? 'dry' : 'unknown',
        conductive: null,
      },
    ];
  });
};

const comparedOf = (
  { id, kind, shape, simple, method, water, conductive }: Found,
  { toCounty }: BundlePlaces,
): MineFeature => ({
  id,
  kind,
  shape,
  method,
  plusMinus: null,
  // A mine is small, so one place of it stands for all.
  water:
    typeof water === 'object' && water.level !== null ? { level: toCounty([0, 0, water.level])[2] } : water,
  conductive,
  partOf: null,
  ...(shape.type === 'line' && simple.type === 'line' && simple.radius === null ? { unsized: true } : {}),
});

const drawnOf = (
  mine: string,
  { id, kind, name, simple, method, water, conductive }: Found,
  { toPlace }: BundlePlaces,
): CountyFeature => ({
  id,
  mine,
  kind,
  name,
  shape: simple,
  method,
  plusMinus: null,
  holdsWater: water === 'dry' ? false : water === 'unknown' ? null : true,
  waterLevel: typeof water === 'object' && water.level !== null ? toPlace([0, 0, water.level])[2] : null,
  conductive,
  partOf: null,
  from: null,
  to: null,
});

type Rights = DrivingFacts['rights'];

const rightsCompared = (mine: string, rights: Rights, { moved }: BundlePlaces): MineFeature[] =>
  rights
    .flatMap(({ id, polygons, lower, upper }) =>
      polygons.map((polygon) => rightShape({ id, polygon, lower, upper }, { lowest: lower, highest: upper })),
    )
    .map((shape, i) => ({
      id: `${mine}/right-${i + 1}`,
      kind: 'right',
      shape: shape.type === 'mesh' ? { ...shape, mesh: moved(shape.mesh) } : shape,
      method: 'survey',
      // Corners of a licence are exact: they are numbers in a document.
      plusMinus: 0,
      water: 'dry',
      conductive: null,
      partOf: null,
    }));

/** The day it ends is a property in the layer's tiles, which are not opened here. */
const rightDrawn = (rights: Rights, { toPlace }: BundlePlaces): RegisterMine['right'] => {
  if (rights.length === 0) return null;
  const height = (up: number): number => Math.round(10 * toPlace([0, 0, up])[2]) / 10;
  return {
    ...asRight(
      rights.flatMap(({ polygons, lower, upper }) =>
        polygons.map((polygon) => ({
          rings: polygon.map((ring) => {
            const corners = ring.map(([x, y]): [number, number] => {
              const [longitude, latitude] = toPlace([x, y, lower]);
              return [longitude, latitude];
            });
            return [...corners, corners[0]!];
          }),
          bottom: height(lower),
          top: height(upper),
        })),
      ),
    ),
    validUntil: null,
  };
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
