import type { CutFace, CutSubject } from './cut-faces.ts';

/**
 * The faces of a cut without the bodies and boreholes that are not asked for. Rock stays where it is, but without what the strata
 * were modelled from nobody knows which.
 * @param isKept by layer and feature; layer null: the modelled strata
 */
export const keptFaces = (
  faces: readonly CutFace[],
  { bodies, holes }: Pick<CutSubject, 'bodies' | 'holes'>,
  isKept: (layerId: string | null, featureId: string) => boolean,
): CutFace[] => {
  const keepsStrata = isKept(null, '');
  const keeps = ({ layerId, featureId }: { readonly layerId: string; readonly featureId: string }): boolean =>
    isKept(layerId, featureId);
  return faces.map((face) => ({
    ...face,
    areas: keepsStrata ? face.areas : face.areas.map((area) => ({ ...area, unit: -1 })),
    bodies: face.bodies.filter(({ body }) => keeps(bodies[body]!)),
    holes: face.holes.filter(({ interval }) => keeps(holes[interval]!)),
  }));
};
