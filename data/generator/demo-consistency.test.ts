import { readdirSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Geology, makeGeology } from './geology.ts';
import { distance, type Vec3 } from './place.ts';
import { portalCut } from './ramp.ts';
import {
  type BackMesh,
  DATA,
  features,
  insideRing,
  isInside,
  local,
  meshes,
  openEdges,
  type Raster,
  raster,
  rows,
  sheetRows,
  volume,
} from './read-back.test-data.ts';
import { makeGround } from './terrain.ts';
import { DEMO_SEED } from './write-demo.ts';

/** The written files must describe one possible mine; they are read back from disk, not taken from the generator. */

const Q = 'qingshi-iron/';
const B = 'baiyun-limestone/';
let geology: Geology;
let west: Raster;
let east: Raster;

beforeAll(async () => {
  geology = makeGeology(DEMO_SEED, makeGround(DEMO_SEED, portalCut));
  west = await raster(`${Q}terrain.tif`);
  east = await raster(`${B}terrain.tif`);
});

interface Hole {
  readonly id: string;
  readonly collar: Vec3;
  readonly depth: number;
  readonly stations: { depth: number; azimuth: number; dip: number }[];
  readonly intervals: { from: number; to: number; code: string }[];
}

const holes = async (mine: string): Promise<Hole[]> => {
  const log =
    mine === Q
      ? await sheetRows(`${mine}boreholes/岩性.xlsx`, '岩性')
      : rows(`${mine}boreholes/岩性.csv`, 'gb18030');
  const surveys = rows(`${mine}boreholes/测斜.csv`, 'utf-8', mine === Q ? ',' : ';');
  return rows(`${mine}boreholes/钻孔坐标.csv`).map((row) => ({
    id: row['孔号']!,
    collar: local(Number(row['Y']), Number(row['X']), Number(row['孔口标高'])),
    depth: Number(row['孔深']),
    stations: surveys
      .filter((s) => s['孔号'] === row['孔号'])
      .map((s) => ({ depth: Number(s['测深']), azimuth: Number(s['方位角']), dip: Number(s['倾角']) })),
    intervals: log
      .filter((i) => i['孔号'] === row['孔号'])
      .map((i) => ({ from: Number(i['自']), to: Number(i['至']), code: i['岩性代码']! })),
  }));
};

/** Minimum curvature in its textbook form (ratio factor), at a station or between two, as a check of the generator's. */
const along = ({ collar, stations }: Hole, depth: number): Vec3 => {
  const rad = Math.PI / 180;
  let p = collar;
  for (let i = 0; i < stations.length && stations[i]!.depth < depth; i++) {
    const a = stations[i]!;
    const next = stations[i + 1] ?? { ...a, depth: depth + 1 };
    const unit = (st: { azimuth: number; dip: number }): number[] => [
      Math.cos(st.dip * rad) * Math.sin(st.azimuth * rad),
      Math.cos(st.dip * rad) * Math.cos(st.azimuth * rad),
      Math.sin(st.dip * rad),
    ];
    const [u, v] = [unit(a), unit(next)];
    const whole = Math.acos(Math.min(1, u[0]! * v[0]! + u[1]! * v[1]! + u[2]! * v[2]!));
    const share = Math.min(1, (depth - a.depth) / (next.depth - a.depth));
    // Direction at `share` of the arc, then the ratio factor over the part gone.
    const w =
      whole < 1e-9
        ? u
        : u.map(
            (c, d) => (c * Math.sin((1 - share) * whole) + v[d]! * Math.sin(share * whole)) / Math.sin(whole),
          );
    const part = whole * share;
    const ratio = part < 1e-9 ? 1 : (2 / part) * Math.tan(part / 2);
    const half = ((Math.min(depth, next.depth) - a.depth) / 2) * ratio;
    p = [p[0] + half * (u[0]! + w[0]!), p[1] + half * (u[1]! + w[1]!), p[2] + half * (u[2]! + w[2]!)];
  }
  return p;
};

describe('boreholes', () => {
  it('the iron mine has at least 60, deviated, on the ground, ending in schist for the most part', async () => {
    const all = await holes(Q);
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map((h) => h.id)).size).toBe(all.length);
    for (const hole of all)
      expect(Math.abs(hole.collar[2] - west.at(hole.collar[0], hole.collar[1]))).toBeLessThan(0.1);
    const deviated = all.filter(({ stations }) => Math.abs(stations[0]!.dip - stations.at(-1)!.dip) > 1);
    expect(deviated.length).toBeGreaterThan(50);
    const ends = all.map((h) => h.intervals.at(-1)!.code);
    expect(ends.filter((code) => code === 'SC').length).toBeGreaterThan(20);
    expect(all.filter((h) => h.intervals.some((i) => i.code === 'FE')).length).toBeGreaterThan(30);
    expect(all.filter((h) => h.intervals.some((i) => i.code === 'KV')).length).toBeGreaterThanOrEqual(4);
    expect(rows(`${Q}boreholes/钻孔坐标.csv`).filter((r) => r['封孔质量'] === '不合格')).toHaveLength(1);
  });

  it.each([Q, B])('%s: logs run from 0 to the depth without gap and say what lies there', async (mine) => {
    const terrain = mine === Q ? west : east;
    for (const hole of await holes(mine)) {
      expect(Math.abs(hole.collar[2] - terrain.at(hole.collar[0], hole.collar[1]))).toBeLessThan(0.1);
      expect(hole.stations.at(-1)!.depth).toBeLessThanOrEqual(hole.depth);
      expect(hole.intervals[0]!.from).toBe(0);
      expect(hole.intervals.at(-1)!.to).toBe(hole.depth);
      hole.intervals.forEach(({ from, to, code }, i) => {
        if (i > 0) expect(from).toBe(hole.intervals[i - 1]!.to);
        expect(to).toBeGreaterThan(from);
        const middle = along(hole, (from + to) / 2);
        expect(`${hole.id} ${from}: ${geology.lithologyAt(middle)}`).toBe(`${hole.id} ${from}: ${code}`);
      });
    }
  });

  it('groundwater lies in the hole, under the ground', async () => {
    const depths = new Map((await holes(Q)).map((h) => [h.id, h.depth]));
    const levels = rows(`${Q}boreholes/地下水位.csv`, 'gb18030');
    expect(levels.length).toBeGreaterThan(40);
    for (const level of levels) {
      expect(Number(level['水位埋深'])).toBeGreaterThan(0);
      expect(Number(level['水位埋深'])).toBeLessThan(depths.get(level['孔号']!)!);
    }
  });
});

describe('goafs', () => {
  const scanned = (): BackMesh[] => meshes(`${Q}goafs/实测采空区.obj`);
  const polygons = () => [
    ...features(`${Q}goafs/采空区平面.geojson`),
    ...features(`${Q}goafs/物探推断采空区.geojson`),
  ];
  const table = () => rows(`${Q}goafs/实测采空区.csv`, 'gb18030');

  it('are at least 12 of different years: some flooded, some filled, one only inferred', () => {
    const records: Record<string, string | number | null>[] = [
      ...table(),
      ...polygons().map((p) => p.properties),
    ];
    expect(records.length).toBeGreaterThanOrEqual(12);
    expect(new Set(records.map((r) => r['编号'])).size).toBe(records.length);
    expect(new Set(records.map((r) => r['形成年份'])).size).toBeGreaterThan(10);
    expect(records.filter((r) => r['积水水位']).length).toBeGreaterThanOrEqual(3);
    expect(records.filter((r) => r['充填状态'] === '已充填').length).toBeGreaterThanOrEqual(3);
    expect(features(`${Q}goafs/物探推断采空区.geojson`)).toHaveLength(1);
    expect(
      scanned()
        .map((m) => m.name)
        .sort(),
    ).toEqual(
      table()
        .map((r) => r['编号'])
        .sort(),
    );
  });

  it('lie in the ore', () => {
    for (const mesh of scanned()) for (const p of mesh.positions) expect(geology.ore(p)).toBeGreaterThan(0);
    for (const { properties, points } of polygons())
      for (const [x, y, z] of points)
        for (const up of [0, 0.5, 1])
          expect(geology.ore([x, y, z + up * Number(properties['厚度'])])).toBeGreaterThan(0);
  });

  it('hold their water between floor and roof', () => {
    const byId = new Map(scanned().map((m) => [m.name, m]));
    for (const row of table().filter((r) => r['积水水位'])) {
      const zs = byId.get(row['编号']!)!.positions.map((p) => p[2]);
      expect(Number(row['积水水位'])).toBeGreaterThan(Math.min(...zs));
      expect(Number(row['积水水位'])).toBeLessThan(Math.max(...zs));
    }
    for (const { properties, points } of polygons().filter((p) => p.properties['积水水位'] !== null)) {
      const zs = points.map((p) => p[2]);
      expect(Number(properties['积水水位'])).toBeGreaterThan(Math.min(...zs));
      expect(Number(properties['积水水位'])).toBeLessThan(Math.max(...zs) + Number(properties['厚度']));
    }
  });
});

describe('workings', () => {
  const roadways = () => features(`${Q}workings/巷道.geojson`);
  const boxOf = ({ positions }: BackMesh): [number[], number[]] => [
    [0, 1, 2].map((d) => Math.min(...positions.map((p) => p[d]!))),
    [0, 1, 2].map((d) => Math.max(...positions.map((p) => p[d]!))),
  ];
  const key = (p: Vec3): string => p.map((c) => c.toFixed(3)).join(' ');

  it('are one network of at least 20 km', () => {
    const parent = new Map<string, string>();
    const root = (k: string): string => {
      let r = k;
      while (parent.get(r) !== undefined && parent.get(r) !== r) r = parent.get(r)!;
      return r;
    };
    let length = 0;
    for (const { points } of roadways())
      points.forEach((p, i) => {
        if (!parent.has(key(p))) parent.set(key(p), key(p));
        if (i === 0) return;
        length += distance(points[i - 1]!, p);
        parent.set(root(key(p)), root(key(points[i - 1]!)));
      });
    expect(new Set([...parent.keys()].map(root)).size).toBe(1);
    expect(length).toBeGreaterThan(20_000);
  });

  it('lie under the ground, clear of every goaf, and three levels meet the shafts', () => {
    const voids = meshes(`${Q}goafs/实测采空区.obj`).map((mesh) => ({ mesh, box: boxOf(mesh) }));
    for (const { properties, points } of roadways()) {
      const ramp = properties['类型'] === '斜坡道';
      points.forEach((p, i) => {
        if (!ramp || i > 6) expect(west.at(p[0], p[1]) - p[2]).toBeGreaterThan(4);
        for (const { mesh, box } of voids) {
          if (p.every((c, d) => c > box[0][d]! && c < box[1][d]!))
            expect(`${properties['编号']} in ${mesh.name}: ${isInside(mesh, p)}`).toBe(
              `${properties['编号']} in ${mesh.name}: false`,
            );
        }
      });
    }
    const shafts = rows(`${Q}workings/井筒.csv`, 'gb18030');
    expect(shafts.filter((s) => s['状态'] === '在用')).toHaveLength(2);
    expect(shafts.filter((s) => s['状态'] === '已封闭')).toHaveLength(2);
    for (const shaft of shafts) {
      const top = local(Number(shaft['Y']), Number(shaft['X']), Number(shaft['井口标高']));
      expect(Math.abs(top[2] - west.at(top[0], top[1]))).toBeLessThan(0.1);
      if (shaft['状态'] !== '在用') continue;
      const stations = roadways().filter(({ points }) =>
        points.some((p) => Math.hypot(p[0] - top[0], p[1] - top[1]) < 0.01),
      );
      expect(new Set(stations.map((s) => s.properties['中段'])).size).toBe(3);
    }
  });

  it('the portal stands on the ground', () => {
    const portal = roadways().find((r) => r.properties['编号'] === 'XPD')!.points[0]!;
    expect(Math.abs(portal[2] - west.at(portal[0], portal[1]))).toBeLessThan(0.1);
  });

  it('reach every working stope', () => {
    const byId = new Map(roadways().map((r) => [r.properties['编号'], r.points]));
    const stopes = meshes(`${Q}workings/采场.obj`);
    const table = rows(`${Q}workings/采场.csv`);
    expect(table).toHaveLength(stopes.length);
    for (const row of table) {
      const end = byId.get(row['联络道']!)!.at(-1)!;
      expect(`${row['编号']}: ${isInside(stopes.find((m) => m.name === row['编号'])!, end)}`).toBe(
        `${row['编号']}: true`,
      );
    }
  });

  it('key places stand on roadways or on the ground', () => {
    const vertices = roadways().flatMap((r) => r.points);
    for (const row of rows(`${Q}workings/重要部位.csv`, 'gb18030')) {
      const p = local(Number(row['Y']), Number(row['X']), Number(row['Z']));
      const onGround = Math.abs(p[2] - west.at(p[0], p[1])) < 0.1;
      expect(onGround || vertices.some((v) => distance(v, p) < 3)).toBe(true);
    }
  });

  it('a planned heading points at the flooded goaf and stops short of it', () => {
    const heading = features(`${Q}workings/计划掘进.geojson`).find(
      (h) => h.properties['编号'] === 'JH-01',
    )!.points;
    const goaf = features(`${Q}goafs/采空区平面.geojson`).find(
      (g) => g.properties['编号'] === 'G1984-A4',
    )!.points;
    expect(goaf.some((p) => distance(p, heading.at(-1)!) < 45)).toBe(true);
    expect(Math.min(...goaf.map((p) => distance(p, heading.at(-1)!)))).toBeGreaterThan(8);
    const starts = new Set(roadways().flatMap((r) => r.points.map(key)));
    for (const planned of features(`${Q}workings/计划掘进.geojson`))
      expect(starts.has(key(planned.points[0]!))).toBe(true);
  });
});

describe('limits', () => {
  it('ore, goafs, stopes and the deep roadways lie inside the mining right, one closed shaft does not', () => {
    const right = features(`${Q}mining-right.geojson`)[0]!;
    const [upper, lower] = [Number(right.properties['上限标高']), Number(right.properties['下限标高'])];
    const bodies = ['geology/矿体.obj', 'goafs/实测采空区.obj', 'workings/采场.obj'].flatMap((file) =>
      meshes(Q + file),
    );
    const points = [
      ...bodies.flatMap((m) => m.positions),
      ...features(`${Q}goafs/采空区平面.geojson`).flatMap((f) => f.points),
      ...features(`${Q}workings/计划掘进.geojson`).flatMap((f) => f.points),
    ];
    for (const p of points) {
      expect(insideRing(right.points, p)).toBe(true);
      expect(p[2]).toBeLessThan(upper);
      expect(p[2]).toBeGreaterThan(lower);
    }
    for (const { points: line } of features(`${Q}workings/巷道.geojson`))
      for (const p of line) expect(insideRing(right.points, p)).toBe(true);
    const outside = rows(`${Q}workings/井筒.csv`, 'gb18030').filter(
      (s) => !insideRing(right.points, local(Number(s['Y']), Number(s['X']), 0)),
    );
    expect(outside.map((s) => s['井筒编号'])).toEqual(['LJ2']);
  });
});

describe('solids', () => {
  const closed = [
    `${Q}geology/矿体.obj`,
    `${Q}geology/溶洞.obj`,
    `${Q}goafs/实测采空区.obj`,
    `${Q}workings/采场.obj`,
    `${Q}water/含水层.obj`,
    `${B}goafs/岩溶采空区.obj`,
    `${B}geology/溶洞.obj`,
  ];
  it.each(closed)('%s is closed and faces outward', (path) => {
    for (const mesh of meshes(path)) {
      expect(`${mesh.name}: ${openEdges(mesh)}`).toBe(`${mesh.name}: 0`);
      expect(volume(mesh)).toBeGreaterThan(100);
    }
  });

  it('the ore lens is 600 to 900 m long and holds a mine', () => {
    const parts = meshes(`${Q}geology/矿体.obj`);
    const along = parts.flatMap((m) =>
      m.positions.map((p) => p[0] * Math.sin(0.698) + p[1] * Math.cos(0.698)),
    );
    const length = along.reduce((a, b) => Math.max(a, b)) - along.reduce((a, b) => Math.min(a, b));
    expect(length).toBeGreaterThan(600);
    expect(length).toBeLessThan(900);
    expect(parts.reduce((sum, m) => sum + volume(m), 0)).toBeGreaterThan(5e6);
  });
});

describe('ground and water', () => {
  it('terrains are EPSG:4527 at 5 m and share their seam to the last bit', () => {
    expect([west.epsg, east.epsg]).toEqual([4527, 4527]);
    expect([west.width, west.height, east.width, east.height]).toEqual([801, 801, 801, 801]);
    expect(west.west + 800 * 5).toBe(east.west);
    expect(west.north).toBe(east.north);
    for (let j = 0; j < 801; j++) {
      const seam = west.heights[j * 801 + 800]!;
      expect(east.heights[j * 801]).toBe(seam);
      // No fold at the seam either: slopes on its two sides agree as neighbouring slopes do.
      const bend = seam - west.heights[j * 801 + 799]! - (east.heights[j * 801 + 1]! - seam);
      expect(Math.abs(bend)).toBeLessThan(1.5);
    }
  });

  it('the country has hills of 150 to 300 m over a valley', () => {
    const range = ({ heights }: Raster): number =>
      heights.reduce((a, b) => Math.max(a, b)) - heights.reduce((a, b) => Math.min(a, b));
    expect(range(west)).toBeGreaterThan(90);
    expect(range(east)).toBeGreaterThan(150);
    expect(range(east)).toBeLessThan(300);
  });

  it('the final slope is over 150 m high and stepped', () => {
    const profile = Array.from({ length: 110 }, (_, i) =>
      east.at(6090 + i * 5 * Math.cos(0.2), 2010 + i * 5 * Math.sin(0.2)),
    );
    const rise = Math.max(...profile) - Math.min(...profile);
    expect(rise).toBeGreaterThan(150);
    const steps = profile.slice(1).map((z, i) => z - profile[i]!);
    expect(steps.filter((step) => step > 5).length).toBeGreaterThan(8);
    expect(steps.filter((step) => Math.abs(step) < 1).length).toBeGreaterThan(10);
  });

  it('the old karst goaf lies below the pit floor', () => {
    for (const mesh of meshes(`${B}goafs/岩溶采空区.obj`))
      for (const p of mesh.positions) expect(east.at(p[0], p[1]) - p[2]).toBeGreaterThan(8);
  });

  it('river, pond and sump stand in their beds', () => {
    for (const { properties, points } of features(`${Q}water/地表水.geojson`)) {
      const level = Number(properties['水位']);
      const ring = points.slice(0, -1);
      const shore = ring.map((p) => west.at(p[0], p[1]) - level);
      expect(Math.max(...shore)).toBeLessThan(2.6);
      const middle =
        properties['类型'] === 'pond'
          ? ring.reduce((s, p) => [s[0]! + p[0] / ring.length, s[1]! + p[1] / ring.length], [0, 0])
          : [0, 0];
      if (properties['类型'] === 'pond') expect(level - west.at(middle[0]!, middle[1]!)).toBeGreaterThan(2);
      else
        for (let k = 0; k < 20; k++) {
          const [a, b] = [ring[k]!, ring[ring.length - 1 - k]!];
          expect(level - west.at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)).toBeGreaterThan(1.5);
        }
    }
    const sump = features(`${B}water/集水坑.geojson`)[0]!;
    for (const p of sump.points) expect(Math.abs(east.at(p[0], p[1]) - p[2])).toBeLessThan(1);
  });

  it('slope stations and cameras stand on the ground or on a mast', () => {
    for (const row of rows(`${B}places.csv`, 'gb18030')) {
      const p = local(Number(row['Y']), Number(row['X']), Number(row['Z']));
      const mast = row['类型'] === 'camera' ? 6 : 0;
      expect(Math.abs(p[2] - mast - east.at(p[0], p[1]))).toBeLessThan(0.1);
    }
  });
});

it('the whole survey stays small', () => {
  const files = readdirSync(DATA, { recursive: true, withFileTypes: true }).filter(
    (f) => f.isFile() && !f.parentPath.includes('generator'),
  );
  const sizes = files.map((f) => statSync(`${f.parentPath}/${f.name}`).size);
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(8e6);
});
