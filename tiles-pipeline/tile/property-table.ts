import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import { NO_DATA } from '../../domain/contracts/property-encoding.ts';
import type { LayerModel, ModelFeature, PropertyValue } from '../model/layer-model.ts';
import type { BufferViews } from './buffer-views.ts';

/** EXT_structural_metadata of a layer: the same class in every tile, and how its columns are stored. */
export interface LayerSchema {
  readonly classId: string;
  readonly schema: unknown;
  readonly columns: readonly Column[];
}

interface Column {
  readonly id: string;
  readonly property: CatalogProperty;
  readonly storage: 'string' | 'float64' | 'int32';
}

const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const INT32_MAX = 2_147_483_647;

const storageOf = (property: CatalogProperty, features: readonly ModelFeature[]): Column['storage'] => {
  if (property.type === 'string' || property.type === 'boolean') return 'string';
  if (property.type === 'number') return 'float64';
  const fits = features.every(({ properties }) => {
    const value = properties[property.id];
    return (
      value === null ||
      value === undefined ||
      Math.abs(Number(value)) <= INT32_MAX /* −2³¹ is the no-data value */
    );
  });
  return fits ? 'int32' : 'float64';
};

const STORED_TYPE = {
  string: { type: 'STRING', noData: NO_DATA.string, default: NO_DATA.string },
  float64: { type: 'SCALAR', componentType: 'FLOAT64', noData: NO_DATA.float64, default: NO_DATA.float64 },
  int32: { type: 'SCALAR', componentType: 'INT32', noData: NO_DATA.int32, default: NO_DATA.int32 },
} as const;

const SEMANTICS: Partial<Record<NonNullable<CatalogProperty['role']>, string>> = { id: 'ID', title: 'NAME' };

const classProperty = ({ property, storage }: Column) => {
  const { zh, en } = property.name;
  const unit = property.unit ? ` (${property.unit})` : '';
  const semantic = property.role && storage === 'string' ? SEMANTICS[property.role] : undefined;
  return {
    name: `${zh} / ${en}${unit}`,
    description: property.unit ? `${en}, ${property.unit}` : en,
    ...STORED_TYPE[storage],
    ...(semantic ? { semantic } : {}),
  };
};

/**
 * The schema of a layer's property tables. Throws when a column's id is not a metadata identifier (letters,
 * digits, underscore), or when ids in the column of role `id` are missing or repeated: a thing that cannot be
 * named apart cannot be selected, linked to or counted.
 */
export const layerSchema = (model: LayerModel): LayerSchema => {
  for (const { id } of model.properties)
    if (!IDENTIFIER.test(id))
      throw new Error(`layer ${model.id}: property id ${JSON.stringify(id)} must match ${IDENTIFIER.source}`);
  const idColumn = model.properties.find(({ role }) => role === 'id');
  if (idColumn) {
    const seen = new Set<PropertyValue>();
    for (const { properties } of model.features) {
      const value = properties[idColumn.id] ?? null;
      if (value === null || value === '' || seen.has(value))
        throw new Error(`layer ${model.id}: feature id ${JSON.stringify(value)} is missing or used twice`);
      seen.add(value);
    }
  }
  const columns = model.properties.map((property) => ({
    id: property.id,
    property,
    storage: storageOf(property, model.features),
  }));
  const classId = `layer_${model.id.replaceAll(/[^a-zA-Z0-9_]/g, '_')}`;
  return {
    classId,
    columns,
    schema: {
      id: classId,
      classes: {
        [classId]: {
          name: `${model.name.zh} / ${model.name.en}`,
          properties: Object.fromEntries(columns.map((column) => [column.id, classProperty(column)])),
        },
      },
    },
  };
};

const asNumber = (value: PropertyValue | undefined, noData: number): number => {
  if (value === null || value === undefined || value === '') return noData;
  const number = Number(value);
  return Number.isFinite(number) ? number : noData;
};

const asText = (value: PropertyValue | undefined): string =>
  value === null || value === undefined ? NO_DATA.string : String(value);

/** The smallest integer type that can hold every offset: a table of many short columns is mostly offsets. */
const smallestOffsets = (offsets: Uint32Array): { type: string; bytes: Uint8Array } => {
  const last = offsets.at(-1)!;
  if (last <= 0xff) return { type: 'UINT8', bytes: Uint8Array.from(offsets) };
  if (last <= 0xffff) return { type: 'UINT16', bytes: new Uint8Array(Uint16Array.from(offsets).buffer) };
  return { type: 'UINT32', bytes: new Uint8Array(offsets.buffer) };
};

const stringColumn = (texts: readonly string[], views: BufferViews) => {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [i, bytes] of encoded.entries()) offsets[i + 1] = offsets[i]! + bytes.length;
  const values = new Uint8Array(offsets[texts.length]!);
  for (const [i, bytes] of encoded.entries()) values.set(bytes, offsets[i]!);
  const { type, bytes } = smallestOffsets(offsets);
  return { values: views.plain(values), stringOffsets: views.plain(bytes), stringOffsetType: type };
};

/**
 * Writes the rows of the given features as columns; returns the property table of the GLB. A column without a single
 * value in these rows is left out (the schema's default, which is no data, holds for it): wide tables are mostly empty.
 */
export const writePropertyTable = (
  layer: LayerSchema,
  features: readonly ModelFeature[],
  views: BufferViews,
): unknown => {
  const properties: Record<string, unknown> = {};
  for (const { id, storage } of layer.columns) {
    const values = features.map((feature) => feature.properties[id]);
    if (values.every((value) => value === null || value === undefined || value === '')) continue;
    if (storage === 'string') {
      properties[id] = stringColumn(values.map(asText), views);
      continue;
    }
    const numbers = values.map((value) => asNumber(value, NO_DATA[storage]));
    const column = storage === 'int32' ? Int32Array.from(numbers, Math.round) : Float64Array.from(numbers);
    const size = storage === 'int32' ? 4 : 8;
    properties[id] = { values: views.numbers(new Uint8Array(column.buffer), column.length, size) };
  }
  return { name: layer.classId, class: layer.classId, count: features.length, properties };
};
