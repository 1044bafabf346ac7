import type { Vec3 } from '../place.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, roundRing } from './county-mines.ts';
import { addDays } from './county-place.ts';
import { along, type DrawnFeature, ellipse, type Method, tenth } from './drawn-feature.ts';
import type { HeightAt } from './lie-of-the-land.ts';
import { sharedFeatures } from './shared-features.ts';
import { toldFeatures } from './told-features.ts';

/** What lies under mines that have no bundle: rights apart, simple shapes in plan metres and heights. */

const day = (next: () => number, from: number, to: number): string =>
  addDays(`${from}-03-01`, Math.floor(next() * 365 * (to - from)));

/** Shaft, levels, goafs, ore and old shafts of an underground mine. */
const underground = (mine: CountyMine, seed: number, height: HeightAt): DrawnFeature[] => {
  const next = randomStream(seed * 613 + [...mine.id].reduce((sum, c) => sum * 37 + c.charCodeAt(0), 3));
  for (let warm = 0; warm < 3; warm++) next();
  const { id, at, field } = mine;
  const [radius, lower, upper] = [field?.radius ?? 400, field?.lower ?? -250, field?.upper ?? 100];
  const turn = ((field?.turn ?? 0) * Math.PI) / 180 + (next() - 0.5) * 0.5;
  const found: DrawnFeature[] = [];
  const closed = mine.state === 'closed' ? mine.history.at(-1)!.from : undefined;
  const began = day(next, 2006, 2020);
  const shaftAt = along(at, turn + Math.PI / 2, 90);
  const ground = height(...shaftAt);
  const levels = [0.62, 0.3].map((share) => tenth(lower + share * (Math.min(upper, ground - 60) - lower)));
  found.push({
    id: `${id}/W1`,
    mine: id,
    kind: 'working',
    zh: '主井',
    en: 'Main shaft',
    shape: {
      line: [
        [...shaftAt, tenth(ground)],
        [...shaftAt, levels[1]! - 15],
      ],
      radius: 2.5,
    },
    method: 'survey',
    holdsWater: false,
    from: began,
  });
  levels.forEach((z, i) => {
    const reach = radius * (0.55 + 0.2 * next());
    const ends = [along(at, turn + Math.PI, reach), at, along(at, turn, reach)];
    found.push({
      id: `${id}/W${i + 2}`,
      mine: id,
      kind: 'working',
      zh: `${Math.round(z)}m 中段运输巷`,
      en: `Haulage drift at ${Math.round(z)} m`,
      shape: {
        line: [
          [...shaftAt, z],
          ...[ends[0]!, along(at, turn + Math.PI, reach / 2), at, along(at, turn, reach / 2), ends[2]!].map(
            (p, k): Vec3 => [p[0], p[1], tenth(z + 0.6 * Math.abs(k - 2))],
          ),
        ],
        radius: 2,
      },
      method: mine.state === 'closed' && next() < 0.5 ? 'document' : 'survey',
      holdsWater: closed ? null : false,
      from: i === 0 ? began : day(next, 2014, 2023),
    });
  });
  const goafs = 1 + Math.floor(next() * 3);
  for (let g = 0; g < goafs; g++) {
    const z = levels[g % 2]!;
    const side = next() < 0.5 ? turn : turn + Math.PI;
    const [middle, thick] = [
      along(along(at, side, radius * (0.15 + 0.35 * next())), turn + Math.PI / 2, 25 * next()),
      6 + 16 * next(),
    ];
    const method: Method | null =
      next() < 0.45 ? 'survey' : next() < 0.5 ? 'drilling' : next() < 0.7 ? 'geophysics' : null;
    const wet = next();
    found.push({
      id: `${id}/G${g + 1}`,
      mine: id,
      kind: 'goaf',
      zh: `${g + 1}号采空区`,
      en: `Goaf ${g + 1}`,
      shape: {
        ring: ellipse(middle, turn, 30 + 45 * next(), 14 + 16 * next()),
        bottom: tenth(z + 4),
        top: tenth(z + 4 + thick),
      },
      method,
      ...(wet < 0.25
        ? { holdsWater: true, ...(wet < 0.15 ? { waterLevel: tenth(z + 4 + thick + 40 * next()) } : {}) }
        : { holdsWater: wet < 0.7 ? false : null }),
      from: day(next, 2009, 2025),
    });
  }
  if (next() < 0.55)
    found.push({
      id: `${id}/O1`,
      mine: id,
      kind: 'orebody',
      zh: '1号矿体',
      en: 'Ore body 1',
      shape: {
        ring: ellipse(at, turn, radius * 0.7, 55),
        bottom: tenth(lower + 20),
        top: tenth(levels[0]! + 40),
      },
      method: 'drilling',
    });
  if (next() < 0.34) {
    const old = along(at, turn - Math.PI / 2, radius * (0.3 + 0.4 * next()));
    const [top, known] = [height(...old), next()];
    found.push({
      id: `${id}/S1`,
      mine: id,
      kind: 'closed-shaft',
      zh: '老井',
      en: 'Old shaft',
      shape: {
        line: [
          [...old, tenth(top)],
          [...old, tenth(levels[0]! + 30 * next())],
        ],
        radius: 1.5,
      },
      method: known < 0.4 ? 'survey' : known < 0.8 ? 'document' : null,
      holdsWater: known < 0.3 ? true : null,
      ...(known < 0.15 ? { waterLevel: tenth(top - 60) } : {}),
      from: day(next, 1958, 1998),
    });
  }
  return found;
};

/** Under quarries: few have old workings nobody remembers. */
const underPit = (mine: CountyMine, seed: number, height: HeightAt): DrawnFeature[] => {
  const next = randomStream(seed * 71 + [...mine.id].reduce((sum, c) => sum * 29 + c.charCodeAt(0), 11));
  for (let warm = 0; warm < 3; warm++) next();
  if (next() > 0.4) return [];
  const at = along(mine.at, next() * 6, 180 * next());
  const top = height(...at) - 25 - 30 * next();
  return [
    {
      id: `${mine.id}/G1`,
      mine: mine.id,
      kind: 'goaf',
      zh: '坑底老采空区',
      en: 'Old goaf under the pit',
      shape: { ring: roundRing(next, at, 28 + 20 * next(), 9, 0.2), bottom: tenth(top - 6), top: tenth(top) },
      method: next() < 0.5 ? 'geophysics' : 'document',
      holdsWater: null,
    },
  ];
};

export const countyFeatures = (
  mines: readonly CountyMine[],
  seed: number,
  height: HeightAt,
  qingshiEnd: Vec3,
): DrawnFeature[] => {
  const byId = new Map(mines.map((mine) => [mine.id, mine]));
  const own = mines.flatMap((mine) => {
    if (mine.hasBundle) return [];
    if (mine.type.startsWith('underground')) return underground(mine, seed, height);
    return mine.type === 'open-pit' ? underPit(mine, seed, height) : [];
  });
  return [...own, ...toldFeatures(byId, qingshiEnd), ...sharedFeatures(byId, seed)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
};
