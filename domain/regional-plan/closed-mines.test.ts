import { expect, it } from 'vitest';
import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import { closedMines } from './closed-mines.ts';
import { groundOf } from './plan-sources.ts';
import { smallFeature, smallMine, smallSources } from './small-plan.test-kit.ts';

const water = (recorded: RegisterMine['recorded'], features: readonly CountyFeature[]) => {
  const mine = smallMine('c', 4, { state: 'closed', recorded });
  const { objects } = closedMines(groundOf(smallSources({ mines: [mine], features }), '2026-11-01'));
  const { value, tone } = objects[0]!.fields.find(({ key }) => key === 'water')!;
  return [value?.zh ?? null, tone];
};
const dry = smallFeature('c', 'G1', 'goaf', 4);

it('of a closed mine nothing holds water only where shafts, goafs and workings are recorded whole', () => {
  expect(water(['right', 'goaf', 'working', 'closed-shaft'], [dry])).toEqual(['无积水', 'plain']);
  expect(water(['right', 'goaf', 'working', 'closed-shaft'], [])).toEqual(['无积水', 'plain']);
  expect(water(['right', 'goaf'], [])).toEqual([null, 'missing']);
  const [said, tone] = water(['right', 'goaf'], [dry]);
  expect(said).toMatch(/^已登记的 1 处不积水；.+、.+未完整登记$/);
  expect(tone).toBe('doubt');
});

it('says beside a known level and beside listed shafts what was never recorded whole', () => {
  const flooded = smallFeature('c', 'G1', 'goaf', 4, { holdsWater: true, waterLevel: -80 });
  expect(water(['right', 'goaf', 'working', 'closed-shaft'], [flooded])).toEqual([
    'G1号 水位 −80 m',
    'plain',
  ]);
  expect(water(['right', 'goaf', 'working'], [flooded])).toEqual([
    'G1号 水位 −80 m；关闭井筒未完整登记',
    'doubt',
  ]);
  const goafs = (recorded: RegisterMine['recorded']) => {
    const mine = smallMine('c', 4, { state: 'closed', recorded });
    const { objects } = closedMines(groundOf(smallSources({ mines: [mine], features: [dry] }), '2026-11-01'));
    return objects[0]!.fields.find(({ key }) => key === 'goafs')!;
  };
  expect(goafs(['goaf']).tone).toBe('plain');
  expect(goafs([])).toMatchObject({
    tone: 'doubt',
    value: { zh: expect.stringContaining('采空区未完整登记') },
  });
});
