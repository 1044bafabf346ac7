import { describe, expect, it } from 'vitest';
import { resolveColumns } from './columns.ts';
import { refusal } from './temp-files.test-kit.ts';

const ROLES = {
  hole: { required: true, aliases: ['孔号', '钻孔编号', 'hole', 'BHID'] },
  thickness: { required: false, aliases: ['厚度', 'thickness'] },
  x: { required: false, aliases: ['x'] },
} as const;
const resolve = (headers: readonly string[], columns?: Record<string, string | string[]>) =>
  resolveColumns(headers, ROLES, columns, 'holes.csv', 'holes');

describe('resolveColumns', () => {
  it('matches headers across full width, case, blanks, joining signs and units', () => {
    expect(resolve(['钻孔编号 ', '厚度/m', 'Ｘ']).index).toEqual({ hole: 0, thickness: 1, x: 2 });
    expect(resolve(['bh_id', 'Thickness (m)', 'X']).index).toEqual({ hole: 0, thickness: 1, x: 2 });
    expect(resolve(['孔号']).header).toEqual({ hole: '孔号', thickness: null, x: null });
  });

  it('takes what mine.yaml names first, the exact spelling before a similar one', () => {
    const { index, findings } = resolve(['BHID', 'dip', 'Dip'], { x: 'Dip' });
    expect(index.x).toBe(2);
    expect(findings).toEqual([]);
    expect(resolve(['BHID', 'dip', 'Dip'], { x: ['no such', 'DIP'] })).toMatchObject({
      index: { x: 1 },
      findings: [{ severity: 'warning', code: 'column-ambiguous', column: 'dip', params: { rivals: 'Dip' } }],
    });
  });

  it('refuses a missing required column, a column mine.yaml names in vain and an unknown role', async () => {
    expect(await refusal(() => resolve(['a', 'b']))).toMatchObject({
      code: 'column-missing',
      params: { role: 'hole', headers: 'a, b' },
    });
    expect(await refusal(() => resolve(['BHID'], { x: 'east' }))).toMatchObject({
      code: 'column-missing',
      value: 'east',
      params: { role: 'x' },
    });
    expect(await refusal(() => resolve(['BHID'], { depht: 'x' }))).toMatchObject({
      code: 'role-unknown',
      value: 'depht',
      params: { known: 'hole, thickness, x' },
    });
  });
});
