import { describe, expect, it } from 'vitest';
import { pivotTable } from './pivot-table.ts';
import type { Table } from './read-result.ts';
import { readTable } from './table.ts';
import { NO_SURVEY_DATA, SKIP_REASON, SURVEY_DATA } from './temp-files.test-kit.ts';

const table = (file: string, headers: string[], cells: (string | number | null)[][]): Table => ({
  file,
  headers,
  rows: cells.map((row, index) => ({ line: index + 2, cells: row })),
  findings: [],
});
const SPEC = { rowKey: 'id', key: 'hole', attribute: 'name', value: 'value' };

describe('pivotTable', () => {
  it('turns attributes into columns, keeps the first of duplicates, counts orphans', () => {
    const main = table(
      'collar.csv',
      ['id', 'dip'],
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    );
    const eav = table(
      'attr.csv',
      ['hole', 'name', 'value'],
      [
        ['1', 'RL', '350'],
        ['2', 'RL', '351'],
        ['1', 'Type', 'RC'],
        ['1', 'RL', '999'],
        ['2', 'RL', '351'],
        ['9', 'RL', '1'],
        ['8', 'RL', '1'],
        ['1', 'dip', '-60'],
        ['', 'RL', '1'],
      ],
    );
    const pivoted = pivotTable(main, eav, SPEC, 'holes');
    expect(pivoted.headers).toEqual(['id', 'dip', 'RL', 'Type', 'dip (name)']);
    expect(pivoted.rows.map((row) => row.cells)).toEqual([
      [1, 'a', '350', 'RC', '-60'],
      [2, 'b', '351', null, null],
      [3, 'c', null, null, null],
    ]);
    expect(pivoted.rows[2]!.line).toBe(4);
    expect(pivoted.findings).toMatchObject([
      { severity: 'reject', code: 'pivot-key-empty', row: 10, column: 'hole' },
      { code: 'pivot-duplicate', row: 5, column: 'RL', params: { count: 2, differing: 1, key: '1' } },
      { code: 'pivot-orphan', row: 7, value: '9', params: { count: 2, main: 'collar.csv' } },
    ]);
  });
});

describe.skipIf(NO_SURVEY_DATA)(`Karara attribute tables ${SKIP_REASON}`, () => {
  const read = (name: string) =>
    readTable(`${SURVEY_DATA}05-boreholes-karara-wamex/${name}.csv`, { source: 'k' });
  it.each([
    ['collar', 'collarattr', 'collarid', 133, 44, []],
    ['dhgeology', 'dhgeologyattr', 'dhgeologyid', 5001, 101, [48, 15, 31]],
    ['dhsurvey', 'dhsurveyattr', 'dhsurveyid', 1364, 24, [23]],
  ] as const)('%s takes in %s', async (main, eav, key, rows, attributes, repeats) => {
    const spec = { rowKey: 'id', key, attribute: 'attributecolumn', value: 'attributevalue' };
    const [mainTable, eavTable] = await Promise.all([read(main), read(eav)]);
    const pivoted = pivotTable(mainTable, eavTable, spec, 'k');
    expect(pivoted.rows).toHaveLength(rows);
    expect(pivoted.headers.length - mainTable.headers.length).toBe(attributes);
    // Every attribute row is either a cell or counted as a repeat: nothing is lost.
    const cells = pivoted.rows.flatMap((row) => row.cells.slice(mainTable.headers.length));
    const empty = eavTable.rows.filter((row) => row.cells[3] === null).length;
    const repeated = repeats.reduce<number>((sum, count) => sum + count, 0);
    expect(cells.filter((cell) => cell !== null).length + repeated + empty).toBe(eavTable.rows.length);
    expect(pivoted.findings.map((finding) => finding.params.count)).toEqual(repeats);
  });
});
