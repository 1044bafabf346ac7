import type { Catalog, EnuBox } from '../../domain/contracts/catalog.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';
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
  const counts = new Map<number, number>();
  for (const { kind, mesh } of bodies) {
    if (kind !== 'roadway') continue;
    const { min, max } = boundingBox(mesh);
    // What climbs belongs to no level.
    if (max[2] - min[2] > 8) continue;
    const level = Math.round((min[2] + max[2]) / 2);
    counts.set(level, (counts.get(level) ?? 0) + (max[0] - min[0]) + (max[1] - min[1]));
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? boxCentre(boxOf(bodies, extent))[2];
  return Math.round(frame.enuToSurvey(enu(0, 0, best)).height);
};
