import { expect, it } from 'vitest';
import type { Drawing } from '../../drawing/drawing.ts';
import { drawingToSvg } from '../../drawing/svg.ts';
import { composePlan } from '../compose-plan.ts';
import type { PlanSources } from '../plan-sources.ts';
import { smallMine, smallSources } from '../small-plan.test-kit.ts';
import { planFigures } from './plan-figures.ts';

const figure = (id: string, sources: PlanSources = smallSources(), language: 'zh' | 'en' = 'zh'): Drawing => {
  const plan = composePlan(sources, { year: 2026, on: '2026-11-01', comparedWith: null });
  return planFigures(sources, plan, language).get(id)!;
};
const textsIn = ({ layers }: Drawing, layer: string): string[] =>
  layers
    .filter(({ id }) => id === layer)
    .flatMap(({ shapes }) => shapes)
    .flatMap((shape) => (shape.type === 'text' ? shape.text : []));

it('shows an area with its waters, and how far they stand above its lowest working', () => {
  const area = figure('water:a:water');
  expect(textsIn(area, 'NAMES')).toContain('G1号 水位 −60 m');
  // −60 over the floor of the drift at −152.
  expect(textsIn(area, 'LEVEL-BARS')).toEqual(
    expect.arrayContaining(['a矿', '高出最低处 92 m', '−60', '井巷']),
  );
  expect(drawingToSvg(area)).not.toMatch(/NaN|undefined|Infinity/);
});

it('of its hazards only those of water are on it', () => {
  const signs = (drawing: Drawing) => drawing.layers.find(({ id }) => id === 'HAZARDS')!.shapes;
  // H2 of goaf water, of one method; not H1 of the goaf.
  expect(signs(figure('water:a:water'))).toHaveLength(1);
  expect(signs(figure('closed:c:water'))).toHaveLength(1);
});

it('where no level is known it draws none, marks the water with a question, and says why', () => {
  const mine = figure('closed:c:water');
  expect(mine.layers.map(({ id }) => id)).not.toContain('LEVEL-BARS');
  expect(textsIn(mine, 'WATER')).toEqual(['?']);
  expect(textsIn(mine, 'NAMES')).toContain('S1号 水位不明');
  expect(textsIn(mine, 'LEGEND').join('')).toContain('1 处水体的水位均不明，无法与井巷标高对比');
});

it('says what of a mine was never recorded; that all is recorded and dry is something else', () => {
  const sources = smallSources();
  const closed = (more: Parameters<typeof smallMine>[2]): string => {
    const c = smallMine('c', 4, { state: 'closed', history: [], ...more });
    const mines = sources.mines.map((mine) => (mine.id === 'c' ? c : mine));
    const features = sources.features.filter(({ mine }) => mine !== 'c');
    return textsIn(figure('closed:c:water', { ...sources, mines, features }, 'en'), 'LEGEND').join(' ');
  };
  const dry = closed({});
  expect(dry).toContain('are recorded whole, and none holds water');
  const bare = closed({ right: null, recorded: ['working'] });
  expect(bare).toContain('No mining right recorded: Mine c');
  expect(bare).toContain('Not recorded whole, so more may be there: Mine c (goafs, aquifers, closed shafts)');
  expect(bare).toContain('No water and no level is recorded');
});

it('a figure and its caption find room on a page, in either language', () => {
  for (const language of ['zh', 'en'] as const)
    for (const id of ['water:a:water', 'closed:c:water'])
      expect(figure(id, smallSources(), language).sheet.height).toBeLessThan(236);
});
