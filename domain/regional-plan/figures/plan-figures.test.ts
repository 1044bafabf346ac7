import { expect, it } from 'vitest';
import type { Drawing, Shape } from '../../drawing/drawing.ts';
import { drawingToSvg } from '../../drawing/svg.ts';
import { isInPlan } from '../../geometry/plan-polygon.ts';
import { composePlan } from '../compose-plan.ts';
import type { PlanSources } from '../plan-sources.ts';
import { smallFinding, smallSources } from '../small-plan.test-kit.ts';
import { elevationView, planView, roundScale } from './figure-sheet.ts';
import { figureIds, planFigures } from './plan-figures.ts';

const figures = (sources: PlanSources = smallSources()) => {
  const plan = composePlan(sources, { year: 2026, on: '2026-11-01', comparedWith: null });
  return { plan, drawn: planFigures(sources, plan, 'zh') };
};
const shapesOf = (drawing: Drawing, layer: string): readonly Shape[] =>
  drawing.layers.find(({ id }) => id === layer)!.shapes;
const textsOf = (drawing: Drawing): string =>
  drawing.layers
    .flatMap(({ shapes }) => shapes)
    .flatMap((shape) => (shape.type === 'text' ? shape.text : []))
    .join('\n');

it('draws the county, every contiguous area from above and from the side, every area of water and every closed mine, as announced', () => {
  const sources = smallSources();
  const { plan, drawn } = figures(sources);
  expect([...drawn.keys()]).toEqual(figureIds(sources, plan));
  expect([...drawn.keys()]).toEqual([
    'county-map',
    'cluster:a+b:map',
    'cluster:a+b:elevation',
    'water:a:water',
    'closed:c:water',
  ]);
});

it('every figure says its scale, and that its data are made up; maps show north', () => {
  for (const [id, drawing] of figures().drawn) {
    const texts = textsOf(drawing);
    expect(texts, id).toContain('合成数据，不得用于生产');
    expect(texts, id).toMatch(/1:\d/);
    expect(
      drawing.layers.some((one) => one.id === 'NORTH'),
      id,
    ).toBe(!id.endsWith('elevation'));
    expect(drawingToSvg(drawing)).not.toMatch(/NaN|undefined|Infinity/);
  }
});

it('an open hazard is filled only where two methods agree', () => {
  const { drawn } = figures();
  const fills = shapesOf(drawn.get('county-map')!, 'HAZARDS').flatMap((shape) =>
    shape.type === 'area' ? [shape.fill.colour] : [],
  );
  // H1 and H4 are proven; H2 has one method, H3 only papers; H5 is closed.
  expect(fills.sort()).toEqual(['#c62828', '#c62828', '#ffffff', '#ffffff']);
});

it('a goaf of which nobody knows whether it holds water is drawn as unknown', () => {
  const [wet, unsure] = shapesOf(figures().drawn.get('cluster:a+b:map')!, 'GOAF');
  expect(wet).toMatchObject({ type: 'area', fill: { pattern: 'water' } });
  expect(unsure).toMatchObject({ type: 'area', fill: { pattern: 'unknown' }, stroke: { dash: [1.4, 1] } });
});

it('heights in the elevation are those of the data, and hazards without one are counted', () => {
  const elevation = figures().drawn.get('cluster:a+b:elevation')!;
  const goaf = shapesOf(elevation, 'GOAF')[0]!;
  expect(goaf.type === 'area' && goaf.rings[0]!.map(([, z]) => z)).toEqual([-120, -120, -100, -100]);
  expect(textsOf(elevation)).toContain('G1号 −60');
  expect(textsOf(elevation)).toContain('1 项隐患未按标高画');
});

it('where a right’s bottom is not stated its edge is dotted', () => {
  const sources = smallSources();
  const open = {
    ...sources,
    mines: sources.mines.map((mine) => ({ ...mine, right: mine.right && { ...mine.right, bottom: null } })),
  };
  const strokes = shapesOf(figures(open).drawn.get('cluster:a+b:elevation')!, 'RIGHTS').map(
    (shape) => shape.type === 'line' && shape.stroke.dash?.join(),
  );
  expect(strokes).toContain('0.6,1');
});

it('a doubtful pair is dashed', () => {
  const sources = smallSources();
  const doubtful = smallFinding(
    'f2',
    'goafs-distance',
    [
      ['a', 'G1'],
      ['b', 'G2'],
    ],
    { certain: false, doubts: ['within-plus-minus'] },
  );
  const neighbours = { ...sources.neighbours, findings: [sources.neighbours.findings[0]!, doubtful] };
  const lines = shapesOf(figures({ ...sources, neighbours }).drawn.get('cluster:a+b:map')!, 'PROOFS').filter(
    ({ type }) => type === 'line',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ stroke: { dash: [1.2, 0.8] } });
});

it('scales are round and what is drawn fits', () => {
  expect([43_210, 50_000, 8_100].map(roundScale)).toEqual([50_000, 50_000, 10_000]);
  const wide = planView({ left: 0, right: 30_000, bottom: 0, top: 10_000 });
  expect((30_000 * 1000) / wide.scale).toBeLessThanOrEqual(147);
  const flat = elevationView({ left: 0, right: 5000, bottom: -200, top: 300 });
  expect(flat.exaggeration).toBe(5);
  expect(((500 * 1000) / flat.scale) * flat.exaggeration).toBeLessThanOrEqual(95);
});

it('a hole of a right is not drawn as its land, each parcel is a field of its own, and the name stands on land', () => {
  const sources = smallSources();
  const [outer] = sources.mines[0]!.right!.rings;
  const [[w, south], , [e, north]] = outer as [[number, number], unknown, [number, number]];
  const inner = (share: number): [number, number][] => {
    const [dx, dy] = [(e - w) * share, (north - south) * share];
    return [
      [w + dx, south + dy],
      [w + dx, north - dy],
      [e - dx, north - dy],
      [e - dx, south + dy],
      [w + dx, south + dy],
    ];
  };
  const away = outer!.map(([x, y]): [number, number] => [x, y + 0.02]);
  const [first, ...others] = sources.mines;
  const right = { ...first!.right!, rings: [outer!, inner(0.25), away], holes: [1] };
  const { drawn } = figures({ ...sources, mines: [{ ...first!, right }, ...others] });
  for (const id of ['county-map', 'cluster:a+b:map', 'water:a:water']) {
    const fields = shapesOf(drawn.get(id)!, 'RIGHTS').flatMap((shape) =>
      shape.type === 'area' ? [shape.rings.length] : [],
    );
    expect(fields.slice(0, 2), id).toEqual([2, 1]);
  }
  const map = drawn.get('cluster:a+b:map')!;
  const [shape] = shapesOf(map, 'RIGHTS');
  const name = shapesOf(map, 'NAMES').find((one) => one.type === 'text' && one.text === 'a矿');
  if (shape?.type !== 'area' || name?.type !== 'text') throw new Error('neither drawn nor named');
  const fields = shapesOf(map, 'RIGHTS').flatMap((one) => (one.type === 'area' ? [one.rings] : []));
  expect(fields.some((rings) => isInPlan(rings, ...name.at))).toBe(true);
});
