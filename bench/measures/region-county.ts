import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CountyCatalog,
  type CountyFeature,
  type CountySite,
  MINE_GRADES,
  type RegisterMine,
  RISK_LEVELS,
} from '../../domain/contracts/county.ts';
import { HAZARD_CATEGORIES, HAZARD_STATES } from '../../domain/contracts/hazard.ts';
import type { LedgerSeed } from '../../domain/contracts/ledger.ts';
import type { NeighboursReport } from '../../domain/contracts/neighbours.ts';
import { SITE_KIND_IDS } from '../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../domain/contracts/site-kinds.ts';
import { writeBaseTiles } from '../../tiles-pipeline/county/base-tiles.ts';
import type { BaseFeature, BaseLayer } from '../../tiles-pipeline/county/read-base.ts';

/**
 * A made-up region far larger than a county, for measuring: the contracts of a county bundle, filled by lot from a seed. Nothing of
 * it is kept in the repository. Mines stand in a grid, all else around them.
 */
export interface RegionCounty {
  readonly catalog: CountyCatalog;
  readonly mines: readonly RegisterMine[];
  readonly features: readonly CountyFeature[];
  readonly sites: readonly CountySite[];
  readonly hazards: LedgerSeed;
  /** Empty: neighbours are measured by the bench of that name. */
  readonly neighbours: NeighboursReport;
}

export interface RegionSize {
  readonly mines: number;
  readonly hazards: number;
  readonly sites: number;
}
export const REGION_SIZE: RegionSize = { mines: 2000, hazards: 50_000, sites: 5000 };
export const REGION_ID = 'made-up-region';

/** mulberry32 (public domain, T. Ettinger). */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

type Position = [longitude: number, latitude: number];
const MIDDLE: Position = [117.2, 35.3];
/** Degrees between mines: about 1.8 km. */
const STEP: Position = [0.02, 0.0165];
const TOWNS_ACROSS = 6;
const short = (value: number): number => Math.round(value * 1e6) / 1e6;
const around = ([x, y]: Position, next: () => number, reach: number): Position => [
  short(x + (2 * next() - 1) * reach * STEP[0]),
  short(y + (2 * next() - 1) * reach * STEP[1]),
];
const ringAround = ([x, y]: Position, next: () => number, reach: number, corners: number): Position[] => {
  const ring = Array.from({ length: corners }, (_, k): Position => {
    const angle = (2 * Math.PI * k) / corners;
    const r = reach * (0.8 + 0.4 * next());
    return [short(x + r * STEP[0] * Math.cos(angle)), short(y + r * STEP[1] * Math.sin(angle))];
  });
  return [...ring, ring[0]!];
};
const oneOf = <T>(next: () => number, of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
const orUnknown = <T>(next: () => number, of: readonly T[]): T | null =>
  next() < 0.08 ? null : oneOf(next, of);
const dayOf = (next: () => number): string =>
  `${2021 + Math.floor(6 * next())}-${String(1 + Math.floor(10 * next())).padStart(2, '0')}-${String(1 + Math.floor(28 * next())).padStart(2, '0')}`;

const TYPES = [
  'underground-metal',
  'underground-coal',
  'underground-nonmetal',
  'open-pit',
  'tailings',
] as const;
const STATES = ['producing', 'producing', 'producing', 'construction', 'suspended', 'closed'] as const;
const METHODS = ['geophysics', 'drilling', 'geochemistry', 'survey', 'document'] as const;

/** Everything of the region; the same seed and size give the same. */
export const madeUpRegion = (size: RegionSize = REGION_SIZE, seed = 11): RegionCounty => {
  const next = numbers(seed);
  const across = Math.ceil(Math.sqrt(size.mines));
  const half = (across - 1) / 2;
  const extent: CountyCatalog['extent'] = [
    short(MIDDLE[0] - (half + 1) * STEP[0]),
    short(MIDDLE[1] - (half + 1) * STEP[1]),
    short(MIDDLE[0] + (half + 1) * STEP[0]),
    short(MIDDLE[1] + (half + 1) * STEP[1]),
  ];
  const [west, south, east, north] = extent;
  const [wide, high] = [(east - west) / TOWNS_ACROSS, (north - south) / TOWNS_ACROSS];
  const towns = Array.from({ length: TOWNS_ACROSS ** 2 }, (_, k): CountyCatalog['towns'][number] => {
    const [x, y] = [west + (k % TOWNS_ACROSS) * wide, south + Math.floor(k / TOWNS_ACROSS) * high];
    const ring: Position[] = [
      [short(x), short(y)],
      [short(x + wide), short(y)],
      [short(x + wide), short(y + high)],
      [short(x), short(y + high)],
      [short(x), short(y)],
    ];
    return { id: `town-${k}`, name: { zh: `${k}号乡镇`, en: `Town ${k}` }, rings: [[ring]] };
  });
  const townAt = ([x, y]: Position): string => {
    const cell = (share: number): number => Math.min(TOWNS_ACROSS - 1, Math.max(0, Math.floor(share)));
    return `town-${cell((y - south) / high) * TOWNS_ACROSS + cell((x - west) / wide)}`;
  };

  const features: CountyFeature[] = [];
  const mines = Array.from({ length: size.mines }, (_, k): RegisterMine => {
    const middle: Position = [
      MIDDLE[0] + ((k % across) - half) * STEP[0],
      MIDDLE[1] + (Math.floor(k / across) - half) * STEP[1],
    ];
    const at = around(middle, next, 0.15);
    const id = `m${k}`;
    const [state, grade] = [oneOf(next, STATES), orUnknown(next, MINE_GRADES)];
    const common = {
      mine: id,
      plusMinus: null,
      waterLevel: null,
      conductive: null,
      partOf: null,
      from: null,
      to: null,
    };
    const depth = -60 - 200 * next();
    for (let g = 0; g < 2; g++)
      features.push({
        ...common,
        id: `${id}/g${g}`,
        kind: 'goaf',
        name: { zh: `${g}号采空区`, en: `Goaf ${g}` },
        shape: {
          type: 'prism',
          rings: [ringAround(around(at, next, 0.2), next, 0.05, 10)],
          bottom: depth,
          top: depth + 12,
        },
        method: orUnknown(next, METHODS),
        holdsWater: orUnknown(next, [true, false]),
      });
    for (let w = 0; w < 2; w++) {
      const start = around(at, next, 0.2);
      features.push({
        ...common,
        id: `${id}/w${w}`,
        kind: 'working',
        name: { zh: `${w}号巷道`, en: `Drift ${w}` },
        shape: {
          type: 'line',
          line: Array.from({ length: 6 }, (__, p): [number, number, number] => [
            short(start[0] + 0.03 * p * STEP[0]),
            short(start[1] + 0.02 * next() * STEP[1]),
            depth,
          ]),
          radius: 2,
        },
        method: 'survey',
        holdsWater: false,
      });
    }
    return {
      id,
      name: { zh: `第${k}号矿`, en: `Mine ${k}` },
      town: townAt(at),
      at,
      type: oneOf(next, TYPES),
      state,
      history: [2022, 2024, 2026].map((year) => ({
        from: `${year}-01-10`,
        state: year === 2026 ? state : oneOf(next, STATES),
        grade: year === 2026 ? grade : orUnknown(next, MINE_GRADES),
      })),
      grade,
      risk: orUnknown(next, RISK_LEVELS),
      warning: next() < 0.02 ? oneOf(next, ['red', 'orange', 'yellow', 'blue'] as const) : null,
      owner: next() < 0.93 ? `${Math.floor(next() * size.mines * 0.6)}号公司` : null,
      leader: next() < 0.9 ? { name: `领导${k % 97}`, office: '副县长' } : null,
      minerals: ['铁'],
      right: { rings: [ringAround(at, next, 0.36, 8)], bottom: -400, top: 200, validUntil: '2030-12-31' },
      ground: { highest: 150 + 100 * next(), plusMinus: 5 },
      recorded: ['right', 'working', 'goaf'],
      disasterGrades: {},
      disasterKinds: null,
      size: null,
      duties: {
        facts: { keyPlaceCameraPercent: Math.round(100 * next()) },
        events: { emergencyDrill: dayOf(next) },
      },
      bundle: false,
      provenance: 'synthetic',
    };
  });
  const sites = Array.from({ length: size.sites }, (_, k): CountySite => {
    const kind = oneOf(next, SITE_KIND_IDS);
    const at = around(oneOf(next, mines).at, next, 0.9);
    return {
      id: `s${k}`,
      kind,
      name: { zh: `${k}号${SITE_KINDS[kind].name.zh}`, en: `${SITE_KINDS[kind].name.en} ${k}` },
      town: townAt(at),
      at,
      risk: orUnknown(next, RISK_LEVELS),
      mine: null,
      fields: Object.fromEntries(SITE_KINDS[kind].fields.map(({ id }) => [id, null])),
      from: null,
      to: null,
      provenance: 'synthetic',
    };
  });
  const categories = Object.keys(HAZARD_CATEGORIES);
  const hazards = Array.from({ length: size.hazards }, (_, k): LedgerSeed[number] => {
    const mine = mines[k % mines.length]!;
    const at = around(mine.at, next, 0.3);
    const on = dayOf(next);
    const how = oneOf(next, METHODS);
    const isArea = next() < 0.4;
    return {
      writtenAt: `${on}T04:00:00Z`,
      writtenBy: { account: 'bench', name: 'bench' },
      reason: '发现登记',
      hazard: {
        id: `h${k}`,
        mine: mine.id,
        title: `${k}号隐患`,
        category: oneOf(next, categories),
        place: isArea ? { kind: 'polygon', rings: [ringAround(at, next, 0.03, 8)] } : { kind: 'point', at },
        found: { on, how, by: '甲' },
        evidence: [
          {
            id: 'e1',
            method: how,
            on,
            author: '甲',
            says: 'present',
            finding: '异常',
            place: { kind: 'point', at },
            file: null,
            replaces: null,
          },
        ],
        fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
        treatment: { target: null, begun: null, accepted: null },
        state: oneOf(next, HAZARD_STATES.slice(0, 2)),
        // of every fifth nobody knows how deep it lies
        ...(k % 5 > 0 && { elevation: { top: 5 - (k % 211), bottom: -15 - (k % 211) } }),
      },
    };
  }).sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
  return {
    catalog: {
      format: 'hyalite-county/1',
      county: REGION_ID,
      revision: `seed ${seed}, ${size.mines} mines`,
      name: { zh: '测量用虚构区域', en: 'Made-up region' },
      provenance: 'synthetic',
      extent,
      survey: {
        crs: 'EPSG:4527',
        crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
        proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
        verticalDatum: 'none: made up',
      },
      geoidSeparation: 0,
      towns,
      base: { tiles: 'base/{z}/{x}/{y}.mvt', minZoom: 7, maxZoom: 11, layers: ['county', 'town'] },
      relief: null,
      files: {
        mines: 'mines.json',
        features: 'features.json',
        sites: 'sites.json',
        neighbours: 'neighbours.json',
        hazards: 'hazards.json',
        majorHazards: null,
      },
      neighboursFrame: { origin: { longitude: MIDDLE[0], latitude: MIDDLE[1], ellipsoidHeight: 0 } },
      counts: {
        mines: mines.length,
        features: features.length,
        sites: sites.length,
        hazards: hazards.length,
      },
      years: [2022, 2026],
      asOf: '2026-11-01',
      findings: [],
    },
    mines,
    features,
    sites,
    hazards,
    neighbours: {
      format: 'hyalite-neighbours/1',
      county: REGION_ID,
      mines: mines.map(({ id }) => id),
      lookWithin: 0,
      findings: [],
      gaps: [],
      clusters: [],
    },
  };
};

/** Writes the region as a built county. @returns its folder under `countiesRoot` */
export const writeRegion = async (region: RegionCounty, countiesRoot: string): Promise<string> => {
  const folder = join(countiesRoot, region.catalog.county);
  await mkdir(folder, { recursive: true });
  const { catalog } = region;
  const write = (name: string, value: unknown) => writeFile(join(folder, name), `${JSON.stringify(value)}\n`);
  await Promise.all([
    write('county.json', catalog),
    ...(['mines', 'features', 'sites', 'hazards', 'neighbours'] as const).map((name) =>
      write(`${name}.json`, region[name]),
    ),
  ]);
  const polygon = (coordinates: number[][][][], name: string): BaseFeature => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiPolygon', coordinates },
  });
  const layers = new Map<BaseLayer, BaseFeature[]>([
    ['town', catalog.towns.map(({ rings, name }) => polygon(rings, name.zh))],
    [
      'county',
      [
        polygon(
          catalog.towns.flatMap(({ rings }) => rings),
          catalog.name.zh,
        ),
      ],
    ],
  ]);
  await writeBaseTiles(
    layers,
    catalog.extent,
    catalog.base.minZoom,
    catalog.base.maxZoom,
    join(folder, 'base'),
  );
  return folder;
};
