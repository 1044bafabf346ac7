import type { CountyCatalog, CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { Evidence, Hazard } from '../contracts/hazard.ts';
import type { NeighbourFinding, NeighboursReport } from '../contracts/neighbours.ts';
import { regionalPlanRulesSchema } from '../contracts/regional-plan.ts';
import type { PlanSources } from './plan-sources.ts';

const SAID = { jurisdiction: 'nowhere', clause: 'test', status: 'made up' };
const WEST = 110.4;
const SOUTH = 32.8;

/** A square of about 500 m, `step` squares east of the corner. */
export const square = (step: number): [number, number][] => {
  const [w, s, e, n] = [WEST + step * 0.006, SOUTH, WEST + step * 0.006 + 0.005, SOUTH + 0.0045];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
};

export const smallMine = (id: string, step: number, more: Partial<RegisterMine> = {}): RegisterMine => ({
  id,
  name: { zh: `${id}矿`, en: `Mine ${id}` },
  town: null,
  at: [WEST + step * 0.006 + 0.0025, SOUTH + 0.002],
  type: 'underground-metal',
  state: 'producing',
  history: [{ from: '2020-01-01', state: 'producing', grade: 'B' }],
  grade: 'B',
  risk: null,
  warning: null,
  owner: `owner of ${id}`,
  leader: { name: '王县长', office: '副县长' },
  minerals: ['铁'],
  right: { rings: [square(step)], bottom: -200, top: 250, validUntil: null },
  ground: { highest: 300, plusMinus: 1 },
  recorded: ['right', 'working', 'goaf', 'aquifer', 'fault', 'closed-shaft', 'orebody'],
  disasterGrades: { water: 'low' },
  disasterKinds: null,
  size: null,
  duties: { facts: {}, events: {} },
  bundle: false,
  provenance: 'measured',
  ...more,
});

export const smallFeature = (
  mine: string,
  id: string,
  kind: CountyFeature['kind'],
  step: number,
  more: Partial<CountyFeature> = {},
): CountyFeature => ({
  id,
  mine,
  kind,
  name: { zh: `${id}号`, en: id },
  shape: { type: 'prism', rings: [square(step)], bottom: -120, top: -100 },
  method: 'survey',
  plusMinus: 1,
  holdsWater: false,
  waterLevel: null,
  conductive: null,
  partOf: null,
  from: null,
  to: null,
  ...more,
});

export const smallFinding = (
  id: string,
  check: NeighbourFinding['check'],
  [a, b]: readonly [readonly [mine: string, feature: string], readonly [mine: string, feature: string]],
  more: Partial<NeighbourFinding> = {},
): NeighbourFinding => ({
  id,
  check,
  mines: [a[0], b[0]].sort(),
  answer: 'found',
  certain: true,
  doubts: [],
  rule: { id: `NB_${check}`, ...SAID, note: null },
  bound: 100,
  drawAngles: [],
  proofs: [
    {
      here: { mine: a[0], feature: a[1], kind: 'goaf', at: [10, 20, -110] },
      there: { mine: b[0], feature: b[1], kind: 'goaf', at: [70, 20, -115] },
      distance: 60.2,
      plusMinus: 2,
      ground: null,
      water: [],
    },
  ],
  settles: [],
  ...more,
});

export const evidence = (id: string, method: Evidence['method'], more: Partial<Evidence> = {}): Evidence => ({
  id,
  method,
  on: '2026-03-01',
  author: `张工 ${method}`,
  says: 'present',
  finding: '低阻异常',
  place: { kind: 'point', at: [WEST + 0.002, SOUTH + 0.002] },
  file: null,
  replaces: null,
  ...more,
});

export const smallHazard = (mine: string, id: string, more: Partial<Hazard> = {}): Hazard => ({
  id,
  mine,
  title: `隐患 ${id}`,
  category: 'goaf',
  place: { kind: 'point', at: [WEST + 0.002, SOUTH + 0.002] },
  found: { on: '2026-02-01', how: 'geophysics', by: '张工' },
  evidence: [evidence('e1', 'geophysics'), evidence('e2', 'drilling')],
  fiveFixed: {
    responsible: { person: '李工', department: '地测科' },
    measure: '充填',
    funding: { amount: 120_000, currency: 'CNY', source: '企业自筹' },
    deadline: '2027-06-30',
    contingencyPlan: '预案 3',
  },
  treatment: {
    target: { metric: '充填率', value: 95, unit: '%', direction: 'at-least' },
    begun: null,
    accepted: null,
  },
  state: 'treating',
  ...more,
});

/** a and b are contiguous and share a pair of goafs; c is closed; d is of unknown state and little is recorded of it. */
export const smallSources = (more: Partial<PlanSources> = {}): PlanSources => {
  const mines = [
    smallMine('a', 0),
    smallMine('b', 1, { leader: null }),
    smallMine('c', 4, {
      state: 'closed',
      history: [
        { from: '2010-01-01', state: 'producing', grade: 'C' },
        { from: '2019-05-01', state: 'closed', grade: null },
      ],
    }),
    smallMine('d', 8, {
      state: 'unknown',
      history: [],
      recorded: ['right'],
      owner: null,
      disasterGrades: {},
      disasterKinds: null,
      size: null,
    }),
  ];
  const neighbours: NeighboursReport = {
    format: 'hyalite-neighbours/1',
    county: 'small',
    mines: mines.map(({ id }) => id),
    lookWithin: 500,
    findings: [
      smallFinding('f1', 'contiguous', [
        ['a', 'right'],
        ['b', 'right'],
      ]),
      smallFinding('f2', 'goafs-distance', [
        ['a', 'G1'],
        ['b', 'G2'],
      ]),
      smallFinding(
        'f3',
        'workings-goaf-distance',
        [
          ['a', 'W1'],
          ['b', 'G2'],
        ],
        {
          answer: 'unknown',
          certain: false,
          doubts: ['position-unknown'],
          settles: [{ do: 'state-accuracy', of: 'G2', kind: 'goaf' }],
        },
      ),
    ],
    gaps: [],
    clusters: [{ mines: ['a', 'b'], certain: true, findings: ['f1'] }],
  };
  return {
    catalog: smallCatalog,
    mines,
    outside: [],
    features: [
      smallFeature('a', 'G1', 'goaf', 0, { holdsWater: true, waterLevel: -60 }),
      smallFeature('b', 'G2', 'goaf', 1, { holdsWater: null, plusMinus: null }),
      smallFeature('a', 'W1', 'working', 0, {
        shape: {
          type: 'line',
          line: [
            [WEST + 0.001, SOUTH + 0.001, -150],
            [WEST + 0.004, SOUTH + 0.003, -150],
          ],
          radius: 2,
        },
      }),
      smallFeature('c', 'S1', 'closed-shaft', 4, {
        holdsWater: true,
        shape: {
          type: 'line',
          line: [
            [WEST + 0.026, SOUTH + 0.002, 280],
            [WEST + 0.026, SOUTH + 0.002, -80],
          ],
          radius: 2,
        },
      }),
      smallFeature('a', 'F1', 'fault', 0, {
        conductive: false,
        shape: {
          type: 'sheet',
          trace: [
            [WEST - 0.001, SOUTH],
            [WEST + 0.012, SOUTH + 0.004],
          ],
          dipDirection: 180,
          dip: 70,
          top: 200,
          bottom: -300,
        },
      }),
    ],
    neighbours,
    hazards: [
      smallHazard('a', 'H1', { place: { kind: 'feature', layer: 'goafs', feature: 'G1' } }),
      smallHazard('a', 'H2', {
        category: 'goaf-water',
        // Beside the goaf that is recorded.
        place: { kind: 'point', at: [WEST + 0.002, SOUTH + 0.0048] },
        evidence: [evidence('e1', 'geophysics')],
      }),
      smallHazard('c', 'H3', {
        category: 'closed-shaft',
        evidence: [evidence('e1', 'document')],
        fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
        treatment: { target: null, begun: null, accepted: null },
      }),
      smallHazard('d', 'H4', {
        category: '陷落柱',
        fiveFixed: {
          responsible: { person: '赵工', department: '技术科' },
          measure: '封堵',
          funding: null,
          deadline: '2026-01-31',
          contingencyPlan: null,
        },
      }),
      smallHazard('b', 'H5', { state: 'closed' }),
    ],
    layerNames: new Map([['a\ngoafs', { zh: '采空区', en: 'Goafs' }]]),
    closedOn: new Map([['hazard:b:H5', '2025-03-01']]),
    moved: new Map(),
    rules: regionalPlanRulesSchema.parse({
      complexHydrogeology: [
        { id: 'W_GOAF', criterion: 'water-holding-goaf', ...SAID },
        { id: 'W_HEAD', criterion: 'water-over-workings', value: 50, ...SAID },
        { id: 'W_GRADE', criterion: 'graded-water', kinds: ['water'], grades: ['major', 'larger'], ...SAID },
        { id: 'W_LEDGER', criterion: 'ledger-water', categories: ['goaf-water'], ...SAID },
      ],
    }),
    pins: {
      county: 'county-revision-1',
      rules: { file: 'small.yaml', sha256: 'a'.repeat(64) },
      ledger: mines.map(({ id }) => ({
        mine: id,
        versions: id === 'b' ? 0 : 2,
        head: id === 'b' ? null : 'b'.repeat(64),
      })),
    },
    ...more,
  };
};

export const smallCatalog: CountyCatalog = {
  format: 'hyalite-county/1',
  county: 'small',
  revision: 'county-revision-1',
  name: { zh: '小县', en: 'Small County' },
  provenance: 'synthetic',
  extent: [WEST - 0.01, SOUTH - 0.01, WEST + 0.06, SOUTH + 0.02],
  survey: {
    crs: 'EPSG:4546',
    crsName: 'CGCS2000 / 3-degree Gauss-Kruger CM 111E',
    proj: '+proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    verticalDatum: '1985 国家高程基准',
  },
  geoidSeparation: -20,
  towns: [
    {
      id: 'east',
      name: { zh: '东镇', en: 'East Town' },
      rings: [
        [
          [
            [110.39, 32.79],
            [110.47, 32.79],
            [110.47, 32.82],
            [110.39, 32.82],
            [110.39, 32.79],
          ],
        ],
      ],
    },
  ],
  base: { tiles: 'base/{z}/{x}/{y}.mvt', minZoom: 5, maxZoom: 12, layers: [] },
  relief: null,
  files: {
    mines: 'mines.json',
    features: 'features.json',
    sites: 'sites.json',
    neighbours: 'neighbours.json',
    hazards: null,
    majorHazards: null,
  },
  neighboursFrame: { origin: { longitude: WEST, latitude: SOUTH, ellipsoidHeight: 0 } },
  counts: { mines: 4, features: 5, sites: 0, hazards: 5 },
  years: [2019, 2026],
  asOf: '2026-11-01',
  findings: [],
};
