import { expect, test } from 'vitest';
import { sampleLog } from '../../../domain/boreholes/sample-logs.test-kit.ts';
import type { CatalogProperty } from '../../../domain/contracts/catalog.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { tracksOf } from './tracks.ts';

const column = (id: string, type: CatalogProperty['type'] = 'number'): CatalogProperty => ({
  id,
  type,
  name: { zh: id, en: id },
});

test('a track holds what was measured and nothing where nothing was; words are no track', () => {
  const log = {
    ...sampleLog('A', [
      ['clay', 0, 5],
      ['ore', 5, 9],
    ]),
    assayColumns: [column('tfe'), column('s')],
    assays: [
      { from: metres(5), to: metres(7), values: { tfe: 30 } },
      { from: metres(7), to: metres(9), values: { tfe: null } },
    ],
    intervalColumns: [column('remark', 'string')],
  };
  expect(tracksOf(log)).toEqual([
    { column: log.assayColumns[0], bars: [{ from: 5, to: 7, value: 30 }], most: 30 },
  ]);
});
