import { describe, expect, it } from 'vitest';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import type { HazardBody } from '../../../domain/contracts/hazard-bodies.ts';
import { hazardsShown, sceneHazard } from './scene-hazards.ts';

const body = (more: Partial<HazardBody> = {}): HazardBody => ({
  ...{ id: 'a/H1', mine: 'a', title: 'goaf water', state: 'found', corroboration: 'inferred', flags: [] },
  ...{ feature: null, at: [117, 35], top: null, bottom: null },
  geometry: { type: 'Point', coordinates: [117, 35] },
  ...more,
});
const unknown = { both: 'depth?', top: 'top?', bottom: 'bottom?' };
const drawn = (more: Partial<HazardBody>, feature: CountyFeature | null = null) =>
  sceneHazard(body(more), { feature, unknown, pick: { kind: 'hazard', id: 'a/H1' } });
const RING = [
  [117, 35],
  [117.01, 35],
  [117.01, 35.01],
  [117, 35],
];
const AREA = { type: 'Polygon', coordinates: [RING] } as const;

describe('a hazard of the ledger in depth', () => {
  it('is at no depth where nobody knows its heights, and says so', () => {
    for (const geometry of [body().geometry, { type: 'Polygon', coordinates: [RING] } as const])
      expect(drawn({ geometry: geometry as HazardBody['geometry'] })).toMatchObject({
        ...{ shape: null, highest: null, unknown: 'depth?', isPicked: true },
      });
  });

  it('stands between its heights: an area, a line, a point', () => {
    const heights = { top: -60, bottom: -90 };
    expect(drawn({ ...heights, geometry: AREA as never })).toMatchObject({
      ...{ unknown: null, highest: -60 },
      shape: { type: 'prism', bottom: -90, top: -60 },
    });
    expect(drawn(heights).shape).toEqual({ type: 'mark', bottom: -90, top: -60 });
    const line = { type: 'LineString', coordinates: RING.slice(0, 3) };
    expect(drawn({ ...heights, geometry: line as never }).shape).toMatchObject({
      type: 'faces',
      faces: [
        [
          [117, 35, -90],
          [117.01, 35, -90],
          [117.01, 35, -60],
          [117, 35, -60],
        ],
        expect.anything(),
      ],
    });
  });

  it('of one height known is nothing but what lies at it, and says which is not known', () => {
    expect(drawn({ top: -60, geometry: AREA as never })).toMatchObject({
      ...{ unknown: 'bottom?', shape: { type: 'faces' } },
    });
    expect(drawn({ bottom: -90 })).toMatchObject({
      ...{ unknown: 'top?', highest: -90, shape: { type: 'mark', bottom: -90, top: -90 } },
    });
  });

  it('has the shape of the county’s feature it is', () => {
    const feature = {
      shape: { type: 'prism', rings: [RING], bottom: -100, top: -80 },
    } as unknown as CountyFeature;
    expect(drawn({ feature: 'a/G1', top: -80, bottom: -100 }, feature).shape).toEqual(feature.shape);
  });
});

it('shows what a filter keeps, the nearest of too many, and says how many are left out', () => {
  const bodies = [
    body({ id: 'a/far', at: [117.2, 35] }),
    body({ id: 'a/near', at: [117.01, 35], flags: ['overdue'] }),
    body({ id: 'b/H', mine: 'b', at: [117, 35] }),
  ];
  const all = { kept: null, instead: null, flags: [], from: [117, 35], most: 10 } as const;
  expect(hazardsShown(bodies, { ...all, most: 2 })).toMatchObject({
    shown: [{ id: 'b/H' }, { id: 'a/near' }],
    leftOut: 1,
  });
  expect(hazardsShown(bodies, { ...all, kept: new Set(['a']) }).shown).toHaveLength(2);
  expect(hazardsShown(bodies, { ...all, flags: ['overdue'] }).shown.map(({ id }) => id)).toEqual(['a/near']);
  const inModel = [...bodies, body({ id: 'b/model', mine: 'b', feature: 'b/goafs/G1' })];
  expect(hazardsShown(inModel, { ...all, instead: 'b' }).shown).toEqual(bodies);
});
