import type { CountyCatalog, CountyFeature, RegisterMine } from '../contracts/county.ts';
import { countyFrame } from './county-frame.ts';

export const SURVEY: CountyCatalog['survey'] = {
  crs: 'EPSG:4527',
  crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
  proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  verticalDatum: '1985',
};

/** In the middle of the sample county. */
export const MIDDLE: [longitude: number, latitude: number] = [117.15, 35.3];

export const sampleFrame = () =>
  countyFrame({
    survey: SURVEY,
    geoidSeparation: -8,
    neighboursFrame: { origin: { longitude: MIDDLE[0], latitude: MIDDLE[1], ellipsoidHeight: -8 } },
  });

/** A square about so many degrees wide, closed. */
export const square = ([x, y]: readonly [number, number], half: number): [number, number][] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];

export const sampleMine = (more: Partial<RegisterMine> = {}): RegisterMine => ({
  id: 'a',
  name: { zh: '甲矿', en: 'A' },
  town: null,
  at: MIDDLE,
  type: 'underground-metal',
  state: 'producing',
  history: [],
  grade: null,
  risk: null,
  warning: null,
  owner: null,
  leader: null,
  minerals: [],
  right: null,
  ground: null,
  recorded: ['right', 'goaf'],
  disasterGrades: {},
  disasterKinds: null,
  size: null,
  duties: { facts: {}, events: {} },
  bundle: false,
  provenance: 'synthetic',
  ...more,
});

export const sampleFeature = (
  shape: CountyFeature['shape'],
  more: Partial<CountyFeature> = {},
): CountyFeature => ({
  id: 'a/g1',
  mine: 'a',
  kind: 'goaf',
  name: { zh: '采空区', en: 'goaf' },
  shape,
  method: 'survey',
  plusMinus: null,
  holdsWater: null,
  waterLevel: null,
  conductive: null,
  partOf: null,
  from: null,
  to: null,
  ...more,
});
