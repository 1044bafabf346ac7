import type { Catalog, EnuBox } from '../../domain/contracts/catalog.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';
import { mineLevels } from '../../domain/geology/section/level-heights.ts';
import { strikeLine } from '../../domain/geology/section/strike-line.ts';
import { type Box3, boxCentre, emptyBox, isEmptyBox, unionBox } from '../../domain/geometry/bounds.ts';
import { boundingBox } from '../../domain/geometry/triangle-mesh.ts';

/** Kinds that a mine is about, most telling first. */
const TELLING = [['ore'], ['goaf'], ['roadway', 'shaft', 'stope']] as const;

const boxOf = (bodies: readonly GeologicalBody[], fallback: EnuBox): Box3 => {
  for (const kinds of TELLING) {
    const box = bodies
      .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      .reduce((sum, { mesh }) => unionBox(sum, boundingBox(mesh)), emptyBox());
    if (!isEmptyBox(box)) return box;
  }
  return { min: [...fallback.min], max: [...fallback.max] };
};

/** Where nobody has drawn a line: from west to east through the middle of what is mined, and a fifth beyond it. */
export const defaultLine = (bodies: readonly GeologicalBody[], extent: EnuBox): readonly PlanPoint[] => {
  const box = boxOf(bodies, extent);
  const [east, north] = boxCentre(box);
  const half = Math.max(50, (box.max[0] - box.min[0]) * 0.6);
  return [
    [east - half, north],
    [east + half, north],
  ];
};

/** The level with most roadways; without any, the middle of what is mined. Whole metres above the datum. */
export const defaultLevel = (
  bodies: readonly GeologicalBody[],
  { extent }: Catalog,
  frame: MineFrame,
): number => {
  const best =
    mineLevels(bodies).toSorted((a, b) => b.size - a.size)[0]?.up ?? boxCentre(boxOf(bodies, extent))[2];
  return Math.round(frame.enuToSurvey(enu(0, 0, best)).height);
};

/** Where nobody has drawn the plane of a longitudinal projection: along the strike of what is mined, else as a section. */
export const defaultStrike = (bodies: readonly GeologicalBody[], extent: EnuBox): readonly PlanPoint[] => {
  for (const kinds of TELLING) {
    const meshes = bodies.flatMap(({ kind, mesh }) =>
      (kinds as readonly string[]).includes(kind) ? [mesh] : [],
    );
    const line = meshes.length > 0 ? strikeLine(meshes) : null;
    if (line) return line;
  }
  return defaultLine(bodies, extent);
};
