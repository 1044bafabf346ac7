import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import { fromPropertyTable, type TableValue } from '../../domain/contracts/property-encoding.ts';
import type { Report } from './check-report.ts';
import type { DecodedGlb } from './decoded-glb.ts';
import type { StructuralMetadata } from './gltf-schema.ts';

/** Columns of a tile's property table by property id, values as the survey gave them. */
export interface PropertyRows {
  readonly count: number;
  readonly columns: ReadonlyMap<string, readonly TableValue[]>;
}

type Table = StructuralMetadata['propertyTables'][number];

const isAligned = ({ gltf }: DecodedGlb, view: number, size: number): boolean =>
  gltf.bufferViews[view]!.byteOffset % size === 0;

const strings = (glb: DecodedGlb, property: Table['properties'][string], count: number): string[] => {
  const { values, stringOffsets, stringOffsetType = 'UINT32' } = property;
  const size = { UINT8: 1, UINT16: 2, UINT32: 4 }[stringOffsetType];
  const bytes = glb.views[values]!;
  const offsetBytes = stringOffsets === undefined ? undefined : glb.views[stringOffsets];
  if (stringOffsets === undefined || !offsetBytes) throw new Error('a STRING column needs stringOffsets');
  if (!isAligned(glb, stringOffsets, size)) throw new Error(`stringOffsets are not aligned to ${size} bytes`);
  if (offsetBytes.length !== size * (count + 1))
    throw new Error(
      `${count} rows need ${size * (count + 1)} bytes of offsets, there are ${offsetBytes.length}`,
    );
  const { buffer } = offsetBytes.slice();
  const offsets =
    size === 1 ? new Uint8Array(buffer) : size === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Array.from({ length: count }, (_, row) => {
    const [start, end] = [offsets[row]!, offsets[row + 1]!];
    if (end < start || end > bytes.length) throw new Error(`string offsets go back or too far at row ${row}`);
    return decoder.decode(bytes.subarray(start, end));
  });
};

const numbers = (glb: DecodedGlb, values: number, type: 'FLOAT64' | 'INT32', count: number): number[] => {
  const size = type === 'FLOAT64' ? 8 : 4;
  const bytes = glb.views[values]!;
  if (!isAligned(glb, values, size)) throw new Error(`the column is not aligned to ${size} bytes`);
  if (bytes.length !== size * count)
    throw new Error(`${count} rows need ${size * count} bytes, there are ${bytes.length}`);
  const { buffer } = bytes.slice();
  return [...(type === 'FLOAT64' ? new Float64Array(buffer) : new Int32Array(buffer))];
};

/** Reads the one property table of a tile, checking layout, alignment, offsets and that it has the declared columns. */
export const readPropertyRows = (
  glb: DecodedGlb,
  declared: readonly CatalogProperty[],
  report: Report,
): PropertyRows | null => {
  const metadata = glb.gltf.extensions?.EXT_structural_metadata;
  if (!metadata) {
    if (declared.length > 0) report('metadata-missing', 'the tile has no property table');
    return null;
  }
  if (!glb.gltf.extensionsUsed.includes('EXT_structural_metadata'))
    report('extension-undeclared', 'EXT_structural_metadata is not in extensionsUsed');
  const table = metadata.propertyTables[0]!;
  const properties = metadata.schema.classes[table.class]?.properties;
  if (!properties) {
    report('metadata-invalid', `there is no class ${table.class}`, '/extensions/EXT_structural_metadata');
    return null;
  }
  const ids = new Set(declared.map(({ id }) => id));
  for (const id of Object.keys(table.properties))
    if (!ids.has(id)) report('column-undeclared', `column ${id} is not in catalog.json`);

  const columns = new Map<string, readonly TableValue[]>();
  for (const { id, type } of declared) {
    const stored = table.properties[id];
    const property = properties[id];
    const path = `/extensions/EXT_structural_metadata/propertyTables/0/properties/${id}`;
    if (!property) {
      report('column-missing', `column ${id} of catalog.json is not in the class`, path);
      continue;
    }
    const isText = type === 'string' || type === 'boolean';
    if (isText !== (property.type === 'STRING')) {
      report('column-type', `column ${id} is ${type} in catalog.json, ${property.type} here`, path);
      continue;
    }
    // A column may be left out where no row has a value: the class's default, which is no data, stands for it.
    if (!stored) {
      columns.set(id, new Array<TableValue>(table.count).fill(null));
      continue;
    }
    try {
      if (!glb.views[stored.values]) throw new Error(`there is no buffer view ${stored.values}`);
      const raw =
        property.type === 'STRING'
          ? strings(glb, stored, table.count)
          : numbers(glb, stored.values, property.componentType, table.count);
      columns.set(
        id,
        raw.map((value) => fromPropertyTable(type, value === property.noData ? null : value)),
      );
    } catch (error) {
      report('metadata-invalid', error instanceof Error ? error.message : String(error), path);
    }
  }
  return { count: table.count, columns };
};
