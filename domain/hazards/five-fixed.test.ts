import { expect, test } from 'vitest';
import { missingFixed } from './five-fixed.ts';
import { treatedHazard } from './sample-hazard.test-kit.ts';

const FIXED = treatedHazard().fiveFixed;

test.each(['待定', '无', ' 暂无 ', '—', '/', 'TBD', 'n/a', '\u200b', '。。'])(
  '"%s" gives none of the five',
  (word) => {
    expect(missingFixed({ ...FIXED, measure: word, contingencyPlan: word })).toEqual([
      'measure',
      'contingencyPlan',
    ]);
    const responsible = { person: word, department: '生产技术科' };
    expect(missingFixed({ ...FIXED, responsible })).toEqual(['responsible']);
    expect(missingFixed({ ...FIXED, responsible: { person: '赵', department: word } })).toEqual([
      'responsible',
    ]);
    expect(missingFixed({ ...FIXED, funding: { amount: 0, currency: 'CNY', source: word } })).toEqual([
      'funding',
    ]);
  },
);

test('what says something is given, and nothing spent is, where it is said why', () => {
  expect(missingFixed(FIXED)).toEqual([]);
  expect(missingFixed({ ...FIXED, measure: '无轨设备运料充填', contingencyPlan: '撤人' })).toEqual([]);
  const funding = { amount: 0, currency: 'CNY', source: '本矿人工，不另支出' };
  expect(missingFixed({ ...FIXED, funding })).toEqual([]);
});
