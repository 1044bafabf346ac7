import type { Geology } from './geology.ts';
import { oreSpan, slotMiddle } from './goafs.ts';
import {
  LEVELS,
  type Level,
  MAIN_SHAFT,
  makeLevel,
  makeSublevel,
  nearestVertex,
  SUBLEVELS,
  VENT_SHAFT,
} from './levels.ts';
import { distance, fromStrike, toMillimetre, type Vec3 } from './place.ts';
import { ahead, type PlannedHeading, plannedHeadings } from './planned-headings.ts';
import { rampLine } from './ramp.ts';
import { curveThrough, type Roadway, type RoadwayType, round3 } from './roadway.ts';
import { YARDS } from './terrain.ts';

/** Shafts, ramp and everything that joins the levels into one network. */

export interface ShaftRow {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [x: number, y: number];
  readonly top: number;
  readonly bottom: number;
  readonly diameter: number;
  readonly use: string;
  readonly state: string;
  readonly year: number;
}

export interface Workings {
  readonly roadways: readonly Roadway[];
  readonly shafts: readonly ShaftRow[];
  readonly planned: readonly PlannedHeading[];
  readonly levels: readonly Level[];
  readonly ramp: readonly Vec3[];
}

const shaftAt = ({ s, t }: { s: number; t: number }): readonly [number, number] => {
  const [x, y] = fromStrike(s, t);
  return [toMillimetre(x), toMillimetre(y)];
};

/** Point beside a way: `along` of the way from a to b, `side` metres to its left. */
const beside = (a: Vec3, b: Vec3, along: number, side: number): Vec3 => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  return round3([
    a[0] + (b[0] - a[0]) * along - dy * side,
    a[1] + (b[1] - a[1]) * along + dx * side,
    a[2] + (b[2] - a[2]) * along,
  ]);
};

export const makeWorkings = (geology: Geology): Workings => {
  const roadways: Roadway[] = [];
  const add = (
    id: string,
    name: string,
    type: RoadwayType,
    level: string,
    year: number,
    line: readonly Vec3[],
    support = '喷锚',
  ): void => {
    roadways.push({ id, name, type, level, year, line, support });
  };
  const main = shaftAt(MAIN_SHAFT);
  const vent = shaftAt(VENT_SHAFT);
  const levels = LEVELS.map((z) => makeLevel(geology, z));
  const sublevels = SUBLEVELS.map((sub) => makeSublevel(geology, sub));
  const all = [...levels, ...sublevels];
  for (const level of all) roadways.push(...level.roadways);

  const yard = geology.ground.height(...YARDS[2]!.at);
  const rampStops = all.map((level) => nearestVertex(level.drift, -205)[2]);
  const ramp = rampLine(yard, rampStops);
  add('XPD', '斜坡道', 'ramp', '', 2009, ramp, '喷锚+钢拱架(硐口段)');
  for (const level of all) {
    const height = nearestVertex(level.drift, -205)[2];
    const exit = ramp.filter((p) => Math.abs(p[2] - height) < 0.002)[0]!;
    const entry = level.drift
      .filter((p) => Math.abs(p[2] - height) < 0.5)
      .reduce((best, p) => (distance(p, exit) < distance(best, exit) ? p : best));
    add(
      `XPL${-level.z}`,
      `${level.z}m斜坡道联络道`,
      'ramp-access',
      String(level.z),
      2010,
      curveThrough([exit, beside(exit, entry, 0.5, 6), entry], 10),
    );
  }

  for (const level of levels) {
    const tag = `L${-level.z}`;
    const z = String(level.z);
    const year = level.roadways[0]!.year;
    const station: Vec3 = [main[0], main[1], level.z];
    const junction = nearestVertex(level.drift, MAIN_SHAFT.s);
    const mouth = beside(station, junction, 0.12, 0);
    const yardEnd = beside(station, junction, 0.66, 0);
    add(`${tag}-MT`, `${z}m主井马头门`, 'shaft-station', z, year, [station, mouth], '混凝土砌碹');
    const mainLine = curveThrough([mouth, beside(station, junction, 0.4, -5), yardEnd, junction], 12);
    add(`${tag}-SM`, `${z}m主运输石门`, 'main-crosscut', z, year, mainLine);
    const loop = curveThrough(
      [
        mouth,
        beside(station, junction, 0.2, 26),
        beside(station, junction, 0.4, 33),
        beside(station, junction, 0.58, 22),
        yardEnd,
      ],
      10,
    );
    add(`${tag}-CC`, `${z}m井底车场环线`, 'shaft-yard', z, year, loop, '混凝土砌碹');
    const far = loop[Math.floor(loop.length * 0.55)]!;
    add(
      `${tag}-BN`,
      `${z}m避险硐室`,
      'chamber',
      z,
      year + 3,
      [far, beside(far, junction, 0.02, 24)],
      '混凝土砌碹',
    );

    const ventStation: Vec3 = [vent[0], vent[1], toMillimetre(level.z + 2)];
    const ventFrom = nearestVertex(level.drift, 460);
    add(
      `${tag}-FJ`,
      `${z}m风井联络巷`,
      'shaft-station',
      z,
      year,
      curveThrough([ventFrom, beside(ventFrom, ventStation, 0.5, -7), ventStation], 12),
    );
  }

  const bottom = levels[2]!;
  const ring = roadways.find((way) => way.id === 'L170-CC')!.line;
  const pumpAt = ring[2]!;
  const toRing = (k: number): Vec3 => ring[Math.min(ring.length - 1, k)]!;
  const pumpEnd = beside(pumpAt, toRing(3), 0, 30);
  add('L170-BF', '-170m中央水泵房', 'pump-room', '-170', 2014, [pumpAt, pumpEnd], '混凝土砌碹');
  const substation = beside(toRing(4), toRing(5), 0, 22);
  add('L170-BD', '-170m中央变电所', 'chamber', '-170', 2014, [toRing(4), substation], '混凝土砌碹');
  for (const [k, name] of ['主', '副'].entries()) {
    const neck = beside(pumpEnd, pumpAt, k * 0.25, k ? 18 : -16);
    const low = (p: Vec3): Vec3 => [p[0], p[1], toMillimetre(p[2] - 4.2)];
    const line = [
      pumpEnd,
      neck,
      low(beside(neck, pumpEnd, -1.6, k ? 14 : -6)),
      low(beside(neck, pumpEnd, -4.2, k ? 22 : 4)),
    ];
    add(`L170-SC${k + 1}`, `-170m${name}水仓`, 'sump', '-170', 2014, line, '混凝土砌碹');
  }
  const tail = nearestVertex(bottom.drift, 300);
  const head = toRing(ring.length - 5);
  add(
    'L170-PD',
    '-170m皮带运输巷',
    'belt',
    '-170',
    2015,
    curveThrough([tail, beside(tail, head, 0.3, -34), beside(tail, head, 0.75, -24), head], 12),
    '锚网喷',
  );
  const magazineFrom = nearestVertex(levels[1]!.drift, 330);
  add(
    'L110-BZ',
    '-110m炸药库',
    'chamber',
    '-110',
    2000,
    curveThrough(
      [
        magazineFrom,
        beside(magazineFrom, nearestVertex(levels[1]!.drift, 400), 0.3, 22),
        beside(magazineFrom, nearestVertex(levels[1]!.drift, 400), 0.75, 36),
      ],
      8,
    ),
    '混凝土砌碹',
  );

  for (const [lower, upper] of [
    [levels[1]!, levels[0]!],
    [levels[2]!, levels[1]!],
  ] as const) {
    const shared = [...lower.crosscutEnds.keys()].filter((slot) => upper.crosscutEnds.has(slot));
    for (const slot of [shared[0]!, shared[Math.floor(shared.length / 2)]!, shared.at(-1)!]) {
      add(
        `TJ${-lower.z}-${slot + 1}`,
        `${lower.z}m至${upper.z}m${slot + 1}号通风天井`,
        'raise',
        String(lower.z),
        2008,
        [lower.crosscutEnds.get(slot)!, upper.crosscutEnds.get(slot)!],
        '不支护',
      );
    }
  }
  const probeFrom = levels[1]!.crosscutEnds.get(9)!;
  add(
    'L110-TK',
    '-110m上盘探矿巷',
    'exploration',
    '-110',
    2022,
    curveThrough(
      [probeFrom, ahead(probeFrom, 14, 62), ahead(probeFrom, 60, 118), ahead(probeFrom, 128, 150)],
      12,
    ),
    '不支护',
  );

  const groundAt = (p: readonly [number, number]): number => toMillimetre(geology.ground.height(p[0], p[1]));
  const oldRoom = slotMiddle(4);
  const old1 = shaftAt({ s: oldRoom, t: oreSpan(geology, oldRoom, 20)![0] + 3 });
  const old2 = shaftAt({ s: -905, t: -150 });
  const shafts: ShaftRow[] = [
    {
      id: 'ZJ',
      name: '主井',
      at: main,
      top: groundAt(main),
      bottom: -206,
      diameter: 5.5,
      use: '提升',
      state: '在用',
      year: 1980,
    },
    {
      id: 'FJ',
      name: '风井',
      at: vent,
      top: groundAt(vent),
      bottom: -174,
      diameter: 4,
      use: '回风',
      state: '在用',
      year: 1982,
    },
    {
      id: 'LJ1',
      name: '1号老井',
      at: old1,
      top: groundAt(old1),
      bottom: 21,
      diameter: 2.2,
      use: '老窿提升',
      state: '已封闭',
      year: 1958,
    },
    {
      id: 'LJ2',
      name: '2号老井',
      at: old2,
      top: groundAt(old2),
      bottom: 62,
      diameter: 1.8,
      use: '老窿通风',
      state: '已封闭',
      year: 1961,
    },
  ];
  return { roadways, shafts, planned: plannedHeadings(levels, ramp), levels: all, ramp };
};
