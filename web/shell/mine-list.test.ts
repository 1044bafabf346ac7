import { expect, it } from 'vitest';
import { distinctName } from './mine-list.ts';

const mine = (id: string, zh: string, en: string) => ({ id, name: { zh, en } });

it('tells mines of one name apart by their ids, and leaves other names alone', () => {
  const mines = [mine('a', '甲矿', 'Mine A'), mine('a-2', '甲矿', 'Mine A2'), mine('b', '乙矿', 'Mine B')];
  const names = (language: 'zh' | 'en') => mines.map((one) => distinctName(one, mines, language));
  expect(names('zh')).toEqual(['甲矿 (a)', '甲矿 (a-2)', '乙矿']);
  expect(names('en')).toEqual(['Mine A', 'Mine A2', 'Mine B']);
});
