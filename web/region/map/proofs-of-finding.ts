import type { NeighbourFinding, NeighbourProof } from '../../../domain/contracts/neighbours.ts';
import type { CountyPoint } from '../../../domain/county/county-places.ts';
import { polygonsOf } from '../../../domain/geometry/plan-polygon.ts';
import type { GroundArea, SceneProof, SceneThing } from '../../engines/county-view.ts';

type Place = (at: readonly [number, number, number]) => CountyPoint;

/** `23 ± 4 m`; without a stated ± the doubt is said by a question mark, never left out. */
export const distanceText = ({
  distance,
  plusMinus,
}: Pick<NeighbourProof, 'distance' | 'plusMinus'>): string => {
  const metres = Math.abs(distance) < 10 ? distance.toFixed(1) : String(Math.round(distance));
  return `${metres} ± ${plusMinus === null ? '?' : Math.round(plusMinus * 10) / 10} m`;
};

/** The lines that prove a finding: between nearest points, or of two subsidence zones up to the ground that lies in both. */
export const proofsOf = (
  finding: Pick<NeighbourFinding, 'proofs' | 'certain'>,
  place: Place,
  thing: SceneThing,
  labelOf: (proof: NeighbourProof) => string,
): SceneProof[] =>
  finding.proofs.flatMap((proof) => {
    const certain = finding.certain && proof.judged?.certain !== false;
    const [here, there] = [place(proof.here.at), place(proof.there.at)];
    const label = labelOf(proof);
    if (proof.ground === null) return [{ from: here, to: there, label, certain, thing }];
    const ground = place(proof.ground);
    return [
      { from: here, to: ground, label, certain, thing },
      { from: there, to: ground, label: '', certain, thing },
    ];
  });

/** The zones of a finding on the ground, and what they share; none where nobody configured a draw angle, or they are not told. */
export const groundOf = (
  { proofs }: Pick<NeighbourFinding, 'proofs'>,
  place: Place,
  thing: SceneThing,
): GroundArea[] =>
  proofs.flatMap(({ zones }) => {
    if (!zones) return [];
    const drawn = (rings: readonly (readonly [number, number])[][]): GroundArea['polygons'] =>
      polygonsOf(rings).map((polygon) =>
        polygon.map((ring) =>
          [...ring, ring[0]!].map(([east, north]): [number, number] => {
            const [longitude, latitude] = place([east, north, zones.ground]);
            return [longitude, latitude];
          }),
        ),
      );
    return (
      [
        ['zone', zones.here],
        ['zone', zones.there],
        ['overlap', zones.overlap],
      ] as const
    ).flatMap(([kind, rings]) =>
      rings && rings.length > 0 ? [{ kind, thing, polygons: drawn(rings) }] : [],
    );
  });

/** West, south, east, north around places; null: there are none. */
export const boundsOf = (places: readonly (readonly number[])[]): [number, number, number, number] | null => {
  if (places.length === 0) return null;
  const longitudes = places.map(([longitude]) => longitude!);
  const latitudes = places.map(([, latitude]) => latitude!);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
};

/** Room around bounds, so that two points 5 m apart are seen with what they belong to. Degrees. */
export const widened = (
  [west, south, east, north]: readonly [number, number, number, number],
  by = 0.002,
): [number, number, number, number] => [west - by, south - by, east + by, north + by];
