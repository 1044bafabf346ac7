import { expect, test } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { resolveRoles } from './roles.ts';
import { createSourceLog } from './source-log.ts';

const set = (headers: string[], ...rows: (string | number | null)[][]) => ({
  file: 'a.csv',
  headers,
  records: rows.map((cells, i) => ({ row: i + 2, cells, geometry: null })),
});
const logTo = (findings: Finding[]) => createSourceLog(findings, { id: 'a', kind: 'k', file: 'a.csv' }, 0);

test('of several spellings the first filled one counts in each row, and the mix is told', () => {
  const findings: Finding[] = [];
  const table = set(['Azimuth_MGA', 'Azimuth'], ['10', '11'], [null, '12'], ['NULL', '13']);
  const source = { kind: 'borehole-surveys', columns: { azimuth: ['Azimuth_MGA', 'Azimuth'] } };
  const roles = resolveRoles(table, source, logTo(findings));
  expect(table.records.map((record) => roles.number(record, 'azimuth'))).toEqual([10, 12, 13]);
  expect(findings).toMatchObject([
    { code: 'role-from-several-columns', params: { uses: 'Azimuth_MGA: 1, Azimuth: 2' } },
  ]);
});

test('a mapped column that is not there is an error that lists what is', () => {
  const findings: Finding[] = [];
  resolveRoles(set(['a', 'b']), { kind: 'goafs', columns: { seam: 'Couche' } }, logTo(findings));
  expect(findings).toMatchObject([
    { severity: 'error', code: 'column-missing', params: { headers: 'a, b' } },
  ]);
});

test('defaults fill empty cells and are known as defaults', () => {
  const table = set(['thickness'], [null], ['2.5'], ['x']);
  const findings: Finding[] = [];
  const roles = resolveRoles(table, { kind: 'goafs', defaults: { thickness: 1 } }, logTo(findings));
  expect(table.records.map((record) => roles.number(record, 'thickness'))).toEqual([1, 2.5, null]);
  expect(table.records.map((record) => roles.isDefault(record, 'thickness'))).toEqual([true, false, false]);
  expect(findings).toMatchObject([{ severity: 'warning', code: 'cell-not-number', row: 4, value: 'x' }]);
});
