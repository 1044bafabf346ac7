import { type Level, nearestVertex } from './levels.ts';
import { fromStrike, toStrike, type Vec3 } from './place.ts';
import { curveThrough, round3 } from './roadway.ts';

/** What the mine means to drive in the coming year; each line starts at a vertex of the network. */
export interface PlannedHeading {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly purpose: string;
  readonly line: readonly Vec3[];
}

/** The point moved along strike, towards the dip and up, metres. */
export const ahead = (from: Vec3, ds: number, dt: number, dz = 0.3): Vec3 => {
  const [s, t] = toStrike(from[0], from[1]);
  const [x, y] = fromStrike(s + ds, t + dt);
  return round3([x, y, from[2] + dz]);
};

export const plannedHeadings = (levels: readonly Level[], ramp: readonly Vec3[]): PlannedHeading[] => {
  const [upper, middle, bottom] = levels as readonly [Level, Level, Level];
  const heading = (
    id: string,
    name: string,
    start: string,
    end: string,
    purpose: string,
    points: readonly Vec3[],
  ): PlannedHeading => ({
    id,
    name,
    start,
    end,
    purpose,
    line: curveThrough(points.map(round3), 10),
  });
  const toGoaf = nearestVertex(upper.drift, -275);
  const deep = ramp.at(-1)!;
  const east = bottom.drift.at(-1)!;
  const west = bottom.drift[0]!;
  const cross = middle.crosscutEnds.get(12)!;
  const west2 = middle.crosscutEnds.get(4)!;
  return [
    // Rises at 15 % straight towards the flooded goaf of 1984: the case the product must not miss.
    heading('JH-01', '-50m西翼上山', '2026-01', '2026-06', '回收4号采场残矿', [
      toGoaf,
      ahead(toGoaf, 34, 4, 5),
      ahead(toGoaf, 84, 22, 14),
    ]),
    heading('JH-02', '斜坡道延深', '2026-01', '2026-12', '开拓-230m中段', [
      deep,
      ahead(deep, 62, 30, -8.6),
      ahead(deep, 128, 10, -17.2),
      ahead(deep, 150, -44, -24.5),
      ahead(deep, 92, -76, -32.8),
    ]),
    heading('JH-03', '-170m东翼探矿巷', '2026-03', '2026-09', '探明F1断层以东矿体', [
      east,
      ahead(east, 60, -6, 0.2),
      ahead(east, 126, 8, 0.4),
    ]),
    heading('JH-04', '-170m西翼运输巷', '2026-02', '2026-08', '西翼开拓', [
      west,
      ahead(west, -52, 9, 0.2),
      ahead(west, -108, 4, 0.3),
    ]),
    heading('JH-05', '-110m上盘探水巷', '2026-04', '2026-10', '探查灰岩含水层', [
      cross,
      ahead(cross, 6, 46, 0.2),
      ahead(cross, -4, 92, 0.3),
    ]),
    heading('JH-06', '-110m 5号穿脉延长', '2026-05', '2026-07', '探查上盘2号矿体', [
      west2,
      ahead(west2, 2, 38, 0.2),
    ]),
  ];
};
