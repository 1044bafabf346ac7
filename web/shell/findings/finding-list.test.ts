import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../domain/contracts/finding.ts';
import { countBySeverity, findingsTable, sortFindings } from './finding-list.ts';

const finding = (patch: Partial<Finding> = {}): Finding => ({
  severity: 'warning',
  code: 'file-missing',
  source: 'goafs',
  file: 'goafs.csv',
  params: {},
  ...patch,
});

describe('the list of findings', () => {
  it('counts and puts the worst first, else in the order of reading', () => {
    const list = [
      finding({ severity: 'note', row: 1 }),
      finding({ severity: 'reject', row: 2 }),
      finding({ severity: 'note', row: 3 }),
      finding({ severity: 'error', row: 4 }),
    ];
    expect(countBySeverity(list)).toEqual({ error: 1, reject: 1, warning: 0, note: 2 });
    expect(sortFindings(list).map(({ row }) => row)).toEqual([4, 2, 1, 3]);
  });

  it('copies one line a finding, whatever the value holds', () => {
    const list = [finding({ row: 7, column: 'X', value: 'a\tb\nc', feature: 'ZK-1' })];
    const table = findingsTable(list, ['s', 'src', 'f', 'r', 'c', 'v', 'id', 'what', 'mend'], () => ({
      severity: 'Warning',
      what: 'w',
      mend: 'm',
    }));
    expect(table.split('\n')).toEqual([
      's\tsrc\tf\tr\tc\tv\tid\twhat\tmend',
      'Warning\tgoafs\tgoafs.csv\t7\tX\ta b c\tZK-1\tw\tm',
    ]);
  });
});
