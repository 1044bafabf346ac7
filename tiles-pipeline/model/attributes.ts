import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { ManifestAttribute } from '../../domain/contracts/manifest.ts';
import { isMissing as isBlank, numberFromText } from '../read/cells.ts';
import type { Cell } from '../read/read-result.ts';
import type { PropertyValue } from './layer-model.ts';

/** Rows of one source as attributes see them. */
export interface AttributeRows {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly cells: readonly Cell[] }[];
}

export interface AttributeColumns {
  readonly columns: readonly CatalogProperty[];
  /** Values of one row by property id. */
  valuesOf(cells: readonly Cell[]): Record<string, PropertyValue>;
}

interface Kept {
  readonly property: CatalogProperty;
  /** Accepted columns, first filled one wins. */
  readonly indices: readonly number[];
}

/** FNV-1a, 32 bits: a short stable name for a header that has no Latin letter. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};

/**
 * An identifier glTF metadata allows (letters, digits, underscore, no leading digit) made from a column header.
 * A header without Latin letters or digits gets a hash of itself, so the id does not depend on column order.
 */
export const propertyIdOf = (header: string): string => {
  const plain = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  const foreign = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(header);
  const base = foreign ? `${plain ? `${plain}_` : 'c_'}${shortHash(header.trim())}` : plain || 'column';
  return /^[0-9]/.test(base) ? `c_${base}` : base;
};

/** "007" may be a code and "1,234" may be two numbers: such text stays text. */
const LEADING_ZERO = /^[+-]?0\d/;
const numberOf = (cell: Cell): number | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string' || LEADING_ZERO.test(cell.trim())) return null;
  const number = numberFromText(cell);
  return number === 'ambiguous' ? null : number;
};
const booleanOf = (cell: Cell): boolean | null => {
  if (typeof cell === 'boolean') return cell;
  const text = String(cell).trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
};

type ValueType = CatalogProperty['type'];

const inferType = (cells: readonly Cell[]): ValueType => {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return 'string';
  if (filled.every((cell) => booleanOf(cell) !== null)) return 'boolean';
  const numbers = filled.map(numberOf);
  if (numbers.some((value) => value === null)) return 'string';
  // A column of whole numbers too long for exact doubles is an identifier, not a quantity.
  if (numbers.some((value) => Math.abs(value!) > Number.MAX_SAFE_INTEGER)) return 'string';
  return numbers.every((value) => Number.isInteger(value)) && numbers.every((v) => Math.abs(v!) < 2 ** 31)
    ? 'integer'
    : 'number';
};

const convert = (cell: Cell, type: ValueType): PropertyValue => {
  if (isBlank(cell)) return null;
  if (type === 'string') return String(cell).trim();
  if (type === 'boolean') return booleanOf(cell);
  const value = numberOf(cell);
  return type === 'integer' && value !== null && !Number.isInteger(value) ? null : value;
};

/** Digits after the point worth showing: enough to tell 99 % of the values as written, four at most. */
const decimalsOf = (cells: readonly Cell[]): number => {
  const digits = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => (String(numberOf(cell)!).split('.')[1] ?? '').length)
    .sort((a, b) => a - b);
  return Math.min(4, digits[Math.ceil(0.99 * (digits.length - 1))] ?? 0);
};

const normalHeader = (header: string): string => header.trim().toLowerCase();

/**
 * Columns of the survey file that a layer keeps in its property table: those the manifest names, under its names
 * and units, then (unless `keepOtherColumns` is off) every other filled column that plays no role. Types are inferred
 * from all rows where the manifest gives none; an empty cell is null, never 0 or "".
 *
 * @param usedColumns indices of columns that play a role and are shown by the layer itself
 * @param takenIds property ids the layer has already given out
 */
export const attributeColumns = (
  data: AttributeRows,
  options: { readonly attributes?: readonly ManifestAttribute[]; readonly keepOtherColumns?: boolean },
  usedColumns: ReadonlySet<number>,
  takenIds: Iterable<string>,
): AttributeColumns & { readonly missing: readonly ManifestAttribute[] } => {
  const taken = new Set(takenIds);
  const uniqueId = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`;
    taken.add(id);
    return id;
  };
  const cellsOf = (indices: readonly number[]): Cell[] =>
    data.rows.map((row) => indices.map((i) => row.cells[i] ?? null).find((cell) => !isBlank(cell)) ?? null);

  const kept: Kept[] = [];
  const missing: ManifestAttribute[] = [];
  const named = new Set<number>();
  for (const attribute of options.attributes ?? []) {
    const spellings = [attribute.column].flat().map(normalHeader);
    const indices = spellings.flatMap((spelling) => {
      const index = data.headers.findIndex((header) => normalHeader(header) === spelling);
      return index < 0 ? [] : [index];
    });
    if (indices.length === 0) {
      missing.push(attribute);
      continue;
    }
    for (const index of indices) named.add(index);
    const cells = cellsOf(indices);
    const inferred = inferType(cells);
    const type = attribute.type === 'date' ? 'string' : (attribute.type ?? inferred);
    kept.push({
      indices,
      property: {
        id: uniqueId(attribute.id?.replaceAll('-', '_') ?? propertyIdOf(data.headers[indices[0]!]!)),
        name: attribute.name,
        type,
        ...(attribute.unit ? { unit: attribute.unit } : {}),
        ...(type === 'number' && inferred !== 'string' && inferred !== 'boolean'
          ? { decimals: decimalsOf(cells) }
          : {}),
        ...(attribute.values ? { values: attribute.values } : {}),
        ...(attribute.type === 'date' ? { role: 'date' as const } : {}),
      },
    });
  }
  if (options.keepOtherColumns ?? true) {
    data.headers.forEach((header, index) => {
      if (named.has(index) || usedColumns.has(index)) return;
      const cells = cellsOf([index]);
      if (cells.every(isBlank)) return;
      const type = inferType(cells);
      const label = header.trim().replaceAll('_', ' ') || `column ${index + 1}`;
      kept.push({
        indices: [index],
        property: {
          id: uniqueId(propertyIdOf(header)),
          name: { zh: label, en: label },
          type,
          ...(type === 'number' ? { decimals: decimalsOf(cells) } : {}),
        },
      });
    });
  }
  return {
    columns: kept.map((entry) => entry.property),
    missing,
    valuesOf: (cells) => {
      const values: Record<string, PropertyValue> = {};
      for (const { property, indices } of kept) {
        const cell = indices.map((i) => cells[i] ?? null).find((value) => !isBlank(value)) ?? null;
        values[property.id] = convert(cell, property.type);
      }
      return values;
    },
  };
};
