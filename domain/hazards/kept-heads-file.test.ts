import { expect, it } from 'vitest';
import { headsCsv, readKeptHeads } from './kept-heads-file.ts';

const head = (mine: string, number = 3) => ({
  ...{ mine, ledger: 'hazards' as const, number, hash: 'a'.repeat(64), at: '2026-01-01T00:00:00.000Z' },
});
const kept = ({ at, ...rest }: ReturnType<typeof head>) => rest;
const heads = [head('east'), head('west', 12)];

it('reads what was exported, as a table or as JSON, also after a spreadsheet saved it', () => {
  const whole = { heads: heads.map(kept), faults: [] };
  const csv = headsCsv(heads);
  expect(readKeptHeads(csv)).toEqual(whole);
  expect(readKeptHeads(`\uFEFF${csv.replaceAll(',', ';').replaceAll('east', '"east"')}`)).toEqual(whole);
  expect(readKeptHeads(JSON.stringify({ county: 'c', heads }))).toEqual(whole);
});

it('tells what it cannot use by row, column and value, and reads the rest', () => {
  const { heads: read, faults } = readKeptHeads(headsCsv(heads).replace(',12,', ',twelve,'));
  expect(read).toHaveLength(1);
  expect(faults).toMatchObject([{ row: 3, column: 'number', value: 'twelve' }]);
  expect(readKeptHeads('a,b\n1,2').faults[0]!.what.en).toContain('no mine, ledger, number, hash');
  expect(readKeptHeads('{"heads":[').faults[0]!.what.en).toContain('no whole JSON');
  expect(readKeptHeads('').faults).toHaveLength(1);
});
