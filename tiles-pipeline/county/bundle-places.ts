import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { CountyFeature } from '../../domain/contracts/county.ts';
import type { CountyFrame } from '../../domain/county/county-frame.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import { hullRing } from '../../domain/geometry/hull-ring.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { sheetOfMesh } from './sheet-of-mesh.ts';

type Shape = CountyFeature['shape'];

/** From the frame of a mine's bundle to the county: exact for the comparison, simple for the map. */
export interface BundlePlaces {
  readonly toCounty: (point: Vec3) => Vec3;
  /** Degrees, and metres above the datum. */
  readonly toPlace: (point: Vec3) => [longitude: number, latitude: number, height: number];
  readonly moved: (mesh: TriangleMesh) => TriangleMesh;
  /** What of a body is seen from above, between its lowest and highest point. */
  readonly prism: (mesh: TriangleMesh) => Shape;
  readonly sheet: (mesh: TriangleMesh) => Shape;
}

const DEGREE_DIGITS = 1e7;
const degree = (value: number): number => Math.round(value * DEGREE_DIGITS) / DEGREE_DIGITS;
const centimetre = (value: number): number => Math.round(value * 100) / 100;

const lowestAndHighest = ({ positions }: TriangleMesh): readonly [number, number] => {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 2; i < positions.length; i += 3) {
    lowest = Math.min(lowest, positions[i]!);
    highest = Math.max(highest, positions[i]!);
  }
  return [lowest, highest];
};

export const bundlePlaces = (catalog: Catalog, county: CountyFrame): BundlePlaces => {
  const own = frameOfCatalog(catalog);
  const separation = catalog.survey.geoidSeparation.metres;
  const toCounty = ([x, y, z]: Vec3): Vec3 => county.frame.ecefToEnu(own.enuToEcef(enu(x, y, z)));
  const toPlace = ([x, y, z]: Vec3): [number, number, number] => {
    const at = own.enuToGeographic(enu(x, y, z));
    return [degree(at.longitude), degree(at.latitude), centimetre(at.ellipsoidHeight - separation)];
  };
  const plan = (point: Vec3): [number, number] => {
    const [longitude, latitude] = toPlace(point);
    return [longitude, latitude];
  };
  return {
    toCounty,
    toPlace,
    moved: ({ positions, indices }) => {
      const to = new Float64Array(positions.length);
      for (let i = 0; i < to.length; i += 3)
        to.set(toCounty([positions[i]!, positions[i + 1]!, positions[i + 2]!]), i);
      return { positions: to, indices };
    },
    prism: (mesh) => {
      const [lowest, highest] = lowestAndHighest(mesh);
      const hull = hullRing(mesh.positions);
      const [x, y] = hull[0]!;
      const ring = hull.map(([east, north]) => plan([east, north, lowest]));
      return {
        type: 'prism',
        rings: [[...ring, ring[0]!]],
        bottom: toPlace([x, y, lowest])[2],
        top: toPlace([x, y, highest])[2],
      };
    },
    sheet: (mesh) => {
      const { trace, dip, dipDirection } = sheetOfMesh(mesh);
      const [lowest, highest] = lowestAndHighest(mesh);
      const [x, y] = trace[0]!;
      return {
        type: 'sheet',
        trace: trace.map(plan),
        dip,
        dipDirection,
        top: toPlace([x, y, highest])[2],
        bottom: toPlace([x, y, lowest])[2],
      };
    },
  };
};
