import { expect, test } from 'vitest';
import { attributeColumns, propertyIdOf } from './attributes.ts';

const rows = (...cells: (string | number | null)[][]) => cells.map((row) => ({ cells: row }));

test('headers become identifiers that glTF metadata allows', () => {
  expect(propertyIdOf('Année ')).toBe('annee');
  expect(propertyIdOf('Vein 1%')).toBe('vein_1');
  expect(propertyIdOf('2nd look')).toBe('c_2nd_look');
  expect(propertyIdOf('岩性')).toMatch(/^c_[0-9a-f]{8}$/);
  expect(propertyIdOf('岩性')).not.toBe(propertyIdOf('层厚'));
});

test('types are inferred from all rows and empty cells stay unknown', () => {
  const data = {
    headers: ['year', 'grade', 'code', 'checked', 'empty'],
    rows: rows(['1941', '0.25', '007', 'true', ''], ['', '1.5', '12', 'false', null]),
  };
  const { columns, valuesOf } = attributeColumns(data, {}, new Set(), []);
  expect(columns.map((column) => [column.id, column.type])).toEqual([
    ['year', 'integer'],
    ['grade', 'number'],
    ['code', 'string'],
    ['checked', 'boolean'],
  ]);
  expect(valuesOf(data.rows[1]!.cells)).toEqual({ year: null, grade: 1.5, code: '12', checked: false });
});

test('the manifest names, types and merges columns; a spelling that is absent does not matter', () => {
  const data = { headers: ['Elev', 'RL'], rows: rows(['12.5', null], [null, '13']) };
  const { columns, valuesOf, missing } = attributeColumns(
    data,
    {
      attributes: [
        {
          column: ['elev', 'rl', 'z'],
          id: 'collar-height',
          name: { zh: '孔口标高', en: 'Collar' },
          unit: 'm',
        },
        { column: 'depth', name: { zh: '深', en: 'Depth' } },
      ],
    },
    new Set(),
    [],
  );
  expect(columns).toEqual([
    { id: 'collar_height', name: { zh: '孔口标高', en: 'Collar' }, type: 'number', unit: 'm', decimals: 1 },
  ]);
  expect(valuesOf(data.rows[1]!.cells)).toEqual({ collar_height: 13 });
  expect(missing.map((attribute) => attribute.column)).toEqual(['depth']);
});

test('columns with a role are not repeated and a clash with an id of the layer is told apart', () => {
  const data = { headers: ['x', 'Source'], rows: rows([1, 'a']) };
  const { columns } = attributeColumns(data, {}, new Set([0]), ['source']);
  expect(columns.map((column) => column.id)).toEqual(['source_2']);
});
