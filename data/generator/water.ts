import { waterTable } from './boreholes.ts';
import type { Geology } from './geology.ts';
import { PIT } from './open-pit.ts';
import type { Plan, Vec3 } from './place.ts';
import { type Mesh, sheet, slab } from './solids.ts';
import { RIVER_HALF_WIDTH, riverBank, riverDistance, riverLevel } from './terrain.ts';
import type { GeoFeature } from './write-text.ts';

/** Water on and in the ground: river reaches, pond, in-pit sump, the gravel aquifer, the water table. */

const REACH = 500;

/** Reaches of the river, each a polygon at its own level. */
export const riverReaches = (): GeoFeature[] => {
  const features: GeoFeature[] = [];
  for (let from = 0; from < 4000; from += REACH) {
    const level = Math.round(riverLevel(from + REACH / 2) * 100) / 100;
    const west: Vec3[] = [];
    const east: Vec3[] = [];
    for (let y = from; y <= from + REACH; y += 25) {
      // The county's edge cuts the river square, so that no water hangs outside the terrain.
      const inside = (p: Plan): Vec3 => [p[0], Math.min(4000, Math.max(0, p[1])), level];
      west.push(inside(riverBank(y, -RIVER_HALF_WIDTH)));
      east.push(inside(riverBank(y, RIVER_HALF_WIDTH)));
    }
    const ring = [...east, ...west.reverse()];
    const number = features.length + 1;
    features.push({
      properties: { 编号: `HL${number}`, 名称: `云溪河第${number}段`, 类型: 'river', 水位: level, 水深: 2.5 },
      geometry: { type: 'Polygon', ring: [...ring, ring[0]!] },
    });
  }
  return features;
};

export const pondFeature = (geology: Geology): GeoFeature => {
  const { level, outline } = geology.ground.pond;
  const ring = outline.map(([x, y]): Vec3 => [x, y, level]);
  return {
    properties: { 编号: 'CT1', 名称: '青石塘', 类型: 'pond', 水位: level, 水深: 3.5 },
    geometry: { type: 'Polygon', ring: [...ring, ring[0]!] },
  };
};

/** The sump's water line: where the written ground rises through its level, seen from the middle. */
export const pitSump = (geology: Geology): GeoFeature => {
  const { centre, level, radius } = PIT.sump;
  const ring = Array.from({ length: 36 }, (_, i): Vec3 => {
    const angle = (i / 36) * 2 * Math.PI;
    let r = 4;
    const at = (d: number): Plan => [centre[0] + d * Math.cos(angle), centre[1] + d * Math.sin(angle)];
    while (r < radius * 1.2 && geology.ground.height(...at(r)) < level) r += 0.5;
    return [...at(r), level];
  });
  return {
    properties: { 编号: 'SK1', 名称: '坑底集水坑', 类型: 'pit-sump', 水位: level, 水深: 4.4 },
    geometry: { type: 'Polygon', ring: [...ring, ring[0]!] },
  };
};

/** Saturated gravel under the river plain: between the water table and the base of the Quaternary. */
export const gravelAquifer = (geology: Geology): Mesh => {
  const top: Vec3[][] = [];
  const bottom: Vec3[][] = [];
  for (let k = 0; k <= 46; k++) {
    const y = 620 + k * 60;
    const upper: Vec3[] = [];
    const lower: Vec3[] = [];
    for (let i = -12; i <= 12; i++) {
      const spread = 430 * (1 + 0.16 * Math.sin(k / 5 + (i < 0 ? 1 : 3)));
      const p = riverBank(y, (i / 12) * spread);
      const table = Math.min(waterTable(geology, ...p), geology.topOfGravel(...p));
      const base = geology.baseOfQuaternary(...p);
      const edge = Math.min(1, (12 - Math.abs(i)) / 3, k / 3, (46 - k) / 3);
      const thickness = 0.4 + Math.max(0, table - base - 0.4) * (0.1 + 0.9 * edge);
      upper.push([p[0], p[1], base + thickness]);
      lower.push([p[0], p[1], base]);
    }
    top.push(upper);
    bottom.push(lower);
  }
  return slab(top, bottom);
};

/** The groundwater table over the mining area. */
export const waterTableSheet = (geology: Geology): Mesh => {
  const rows: Vec3[][] = [];
  for (let y = 900; y <= 3300; y += 60) {
    const row: Vec3[] = [];
    for (let x = 900; x <= 3300; x += 60) {
      const near = Math.abs(riverDistance(x, y)) < 60;
      row.push([x, y, near ? riverLevel(y) : waterTable(geology, x, y)]);
    }
    rows.push(row);
  }
  return sheet(rows);
};
