import { expect, test } from 'vitest';
import { siteRulesSchema } from '../../../domain/contracts/site-rules.ts';
import { siteMarkRows } from './site-mark-rows.ts';

const said = { name: { zh: '甲', en: 'a' }, jurisdiction: 'x', clause: 'y', status: 'z' };

test('each flag is followed by those of which nobody can tell, the classes of a kind by theirs', () => {
  const rules = siteRulesSchema.parse({
    classes: [10, 30].map((value) => ({
      ...{ ...said, id: `D_${value}`, kind: 'dust' },
      where: [{ field: 'peopleAtWork', op: '>=', value }],
    })),
    flags: [{ ...said, id: 'OFF', kinds: ['dust', 'ammonia'], anyOf: [{ field: 'access', is: 'none' }] }],
  });
  expect(siteMarkRows(rules).map(({ mark, is, kinds }) => [mark, is, kinds.length])).toEqual([
    ['OFF', 'flag', 2],
    ['OFF-unknown', 'unknown', 2],
    ['D_10', 'class', 1],
    ['D_30', 'class', 1],
    ['dust-unknown', 'class-unknown', 1],
  ]);
  expect(siteMarkRows({ classes: [], flags: [] })).toEqual([]);
});
