import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../../domain/contracts/account.ts';
import type {
  CountyCatalog,
  CountyFeature,
  CountySite,
  RegisterMine,
} from '../../domain/contracts/county.ts';
import type { NeighboursReport } from '../../domain/contracts/neighbours.ts';

/** A county of three mines and two towns: `east` and `west` endanger each other, `south` lies apart. */
export const TINY_COUNTY = 'tiny';

const square = (east: number, north: number, half: number): [number, number][] => [
  [east - half, north - half],
  [east + half, north - half],
  [east + half, north + half],
  [east - half, north + half],
  [east - half, north - half],
];

export const tinyMine = (
  id: string,
  at: [number, number],
  more: Partial<RegisterMine> = {},
): RegisterMine => ({
  id,
  name: { zh: `${id}矿`, en: `${id} mine` },
  town: 'upper',
  at,
  type: 'underground-metal',
  state: 'producing',
  history: [{ from: '2020-01-01', state: 'producing', grade: 'B' }],
  grade: 'B',
  risk: 'general',
  warning: null,
  owner: `${id} Ltd`,
  leader: { name: '张三', office: '副县长' },
  minerals: ['iron'],
  right: { rings: [square(at[0], at[1], 0.004)], bottom: -400, top: 200, validUntil: '2030-12-31' },
  ground: { highest: 210, plusMinus: 1 },
  recorded: ['right', 'working', 'goaf'],
  disasterGrades: {},
  disasterKinds: null,
  size: null,
  duties: { facts: {}, events: {} },
  bundle: false,
  provenance: 'synthetic',
  ...more,
});

const MINES: readonly RegisterMine[] = [
  tinyMine('east', [117.02, 35], {
    size: 'small',
    duties: { facts: { keyPlaceCameraPercent: 40 }, events: { asBuiltPlan: '2026-08-01' } },
  }),
  tinyMine('west', [117, 35], {
    state: 'suspended',
    grade: 'D',
    risk: 'major',
    history: [
      { from: '2020-01-01', state: 'producing', grade: 'C' },
      { from: '2026-01-15', state: 'suspended', grade: 'D' },
    ],
  }),
  tinyMine('south', [117.01, 34.5], { town: 'lower', type: 'open-pit', grade: null, risk: null }),
];

const feature = (mine: string, id: string, more: Partial<CountyFeature>): CountyFeature => ({
  id,
  mine,
  kind: 'goaf',
  name: { zh: `${id}采空区`, en: `${id} goaf` },
  shape: { type: 'prism', rings: [square(117.01, 35, 0.001)], bottom: -120, top: -80 },
  method: 'drilling',
  plusMinus: null,
  holdsWater: true,
  waterLevel: -85,
  conductive: null,
  partOf: null,
  from: null,
  to: null,
  ...more,
});
const FEATURES: readonly CountyFeature[] = [
  feature('east', 'east-goaf', {}),
  feature('west', 'west-goaf', { from: '2024-06-01' }),
  feature('west', 'west-adit', {
    kind: 'working',
    shape: {
      type: 'line',
      line: [
        [117, 35, -90],
        [117.005, 35, -91],
      ],
      radius: 2,
    },
  }),
];

const site = (id: string, mine: string | null, more: Partial<CountySite> = {}): CountySite => ({
  id,
  kind: 'tailings-pond',
  name: { zh: id, en: id },
  town: 'upper',
  at: [117.005, 35.01],
  risk: 'larger',
  mine,
  fields: {},
  from: null,
  to: null,
  provenance: 'synthetic',
  ...more,
});
const SITES: readonly CountySite[] = [
  site('pond', 'east', { fields: { overhead: true } }),
  site('cold-store', null, { kind: 'ammonia', town: 'lower' }),
];

const rule = { id: 'R', jurisdiction: '演示', clause: '演示', status: 'demo setting', note: null };
const proof = (here: [string, string], there: [string, string]) => ({
  here: {
    mine: here[0],
    feature: here[1],
    kind: 'goaf' as const,
    at: [1, 2, -100] as [number, number, number],
  },
  there: {
    mine: there[0],
    feature: there[1],
    kind: 'goaf' as const,
    at: [21, 2, -100] as [number, number, number],
  },
  distance: 20,
  plusMinus: 5,
  ground: null,
  water: [{ feature: there[1], level: -85, headMetres: 15, headMegapascals: 0.147 }],
});
export const TINY_NEIGHBOURS: NeighboursReport = {
  format: 'hyalite-neighbours/1',
  county: TINY_COUNTY,
  mines: ['east', 'south', 'west'],
  lookWithin: 300,
  findings: [
    {
      id: 'goafs-distance:east:west',
      check: 'goafs-distance',
      mines: ['east', 'west'],
      answer: 'found',
      certain: true,
      doubts: [],
      rule,
      bound: 100,
      drawAngles: [
        { mine: 'east', id: 'A', degrees: 65 },
        { mine: 'west', id: 'A', degrees: 60 },
      ],
      proofs: [proof(['east', 'east-goaf'], ['west', 'west-goaf'])],
      settles: [{ do: 'measure-water-level', of: 'west-goaf', kind: 'goaf' }],
    },
    {
      id: 'contiguous:south:west',
      check: 'contiguous',
      mines: ['south', 'west'],
      answer: 'unknown',
      certain: false,
      doubts: ['position-unknown'],
      rule,
      bound: 300,
      drawAngles: [],
      proofs: [proof(['south', 'south-right'], ['west', 'west-right'])],
      settles: [{ do: 'survey-position', of: 'south', kind: 'right' }],
    },
  ],
  gaps: [
    {
      mine: null,
      check: 'subsidence-overlap',
      settles: { do: 'configure-draw-angle', of: 'subsidence-overlap', kind: null },
    },
    { mine: 'south', check: 'goafs-distance', settles: { do: 'record-kind', of: 'south', kind: 'goaf' } },
  ],
  clusters: [
    {
      mines: ['east', 'south', 'west'],
      certain: false,
      findings: ['goafs-distance:east:west', 'contiguous:south:west'],
    },
  ],
};

export const tinyCatalog = (more: Partial<CountyCatalog> = {}): CountyCatalog => ({
  format: 'hyalite-county/1',
  county: TINY_COUNTY,
  revision: 'rev-1',
  name: { zh: '小县', en: 'Tiny county' },
  provenance: 'synthetic',
  extent: [116.9, 34.4, 117.1, 35.1],
  survey: { crs: 'EPSG:4527', crsName: 'CGCS2000', proj: '+proj=tmerc', verticalDatum: '1985' },
  geoidSeparation: -8,
  towns: [
    { id: 'upper', name: { zh: '上镇', en: 'Upper' }, rings: [[square(117, 35, 0.05)]] },
    { id: 'lower', name: { zh: '下镇', en: 'Lower' }, rings: [[square(117, 34.5, 0.05)]] },
  ],
  base: { tiles: 'base/{z}/{x}/{y}.mvt', minZoom: 0, maxZoom: 12, layers: ['county', 'town'] },
  relief: { tiles: 'relief/{z}/{x}/{y}.png', minZoom: 0, maxZoom: 12 },
  files: {
    mines: 'mines.json',
    features: 'features.json',
    sites: 'sites.json',
    neighbours: 'neighbours.json',
    hazards: null,
    majorHazards: null,
  },
  neighboursFrame: { origin: { longitude: 117, latitude: 35, ellipsoidHeight: 0 } },
  counts: { mines: MINES.length, features: FEATURES.length, sites: SITES.length, hazards: 0 },
  siteRules: {
    classes: [],
    flags: [
      {
        ...{ id: 'OVER', name: { zh: '头顶库', en: 'overhead' }, kinds: ['tailings-pond'], where: [] },
        ...{
          anyOf: [
            { field: 'overhead', is: true },
            { field: 'hasOperator', is: false },
          ],
        },
        ...{ jurisdiction: 'x', clause: 'y', status: 'z' },
      },
    ],
  },
  years: [2020, 2026],
  asOf: '2026-11-01',
  findings: [],
  ...more,
});

/** Writes the county's bundle into `root`. */
export const writeTinyCounty = async (
  root: string,
  more: { readonly catalog?: Partial<CountyCatalog>; readonly mines?: readonly RegisterMine[] } = {},
): Promise<void> => {
  const folder = join(root, TINY_COUNTY);
  await mkdir(join(folder, 'base', '3', '6'), { recursive: true });
  const json = (file: string, value: unknown) => writeFile(join(folder, file), JSON.stringify(value));
  await json('mines.json', more.mines ?? MINES);
  await json('features.json', FEATURES);
  await json('sites.json', SITES);
  await json('neighbours.json', TINY_NEIGHBOURS);
  await writeFile(join(folder, 'base', '3', '6', '3.mvt'), 'base tile');
  await json('county.json', tinyCatalog(more.catalog));
};

export const account = (more: Partial<Account>): Account => ({
  id: 'a',
  name: 'A',
  role: 'viewer',
  county: null,
  mines: [],
  isDemo: false,
  ...more,
});
export const OFFICIAL = account({ role: 'county-official', county: TINY_COUNTY });
export const EAST_ENGINEER = account({ role: 'mine-engineer', mines: ['east'] });
export const STRANGER = account({ role: 'county-official', county: 'elsewhere', mines: ['other'] });
