import validator from 'gltf-validator';
import type { CatalogLayer } from '../../domain/contracts/catalog.ts';
import { DEVIATION_ATTRIBUTE, UNKNOWN_DEVIATION } from '../../domain/contracts/deviation.ts';
import { accessorValues } from './accessor-values.ts';
import type { Report } from './check-report.ts';
import { type DecodedGlb, decodeGlb, decompressedCopy } from './decoded-glb.ts';
import { metresOutside, type OrientedBox } from './oriented-box.ts';
import { type PropertyRows, readPropertyRows } from './property-rows.ts';

/** What a tile really holds. `rows` are the table rows its triangles use; extent is min then max, ENU metres. */
export interface TileFacts {
  readonly triangles: number;
  readonly table: PropertyRows | null;
  readonly rows: ReadonlySet<number>;
  readonly extent: readonly number[];
}

/** A 16-bit position at the agreed precision of 1 cm cannot span more. */
const MAX_QUANTISED_METRES = 655.36;
const UNSIGNED_SHORT = 5123;
const FLOAT = 5126;
const EXTENSIONS = [
  'KHR_mesh_quantization',
  'EXT_meshopt_compression',
  'EXT_mesh_features',
  'EXT_structural_metadata',
];

const validate = async (glb: DecodedGlb, file: string, report: Report): Promise<void> => {
  const { issues } = await validator.validateBytes(decompressedCopy(glb), {
    uri: file,
    format: 'glb',
    maxIssues: 50,
    writeTimestamp: false,
  });
  for (const { code, message, severity, pointer } of issues.messages)
    if (severity <= 1) report(`gltf-${severity === 0 ? 'error' : 'warning'}`, `${code}: ${message}`, pointer);
};

const usedRows = (glb: DecodedGlb, table: PropertyRows | null, report: Report): Set<number> => {
  const rows = new Set<number>();
  if (!glb.gltf.extensionsUsed.includes('EXT_mesh_features'))
    report('extension-undeclared', 'EXT_mesh_features is not in extensionsUsed');
  for (const [m, mesh] of glb.gltf.meshes.entries()) {
    for (const [p, primitive] of mesh.primitives.entries()) {
      const path = `/meshes/${m}/primitives/${p}/extensions/EXT_mesh_features/featureIds/0`;
      const set = primitive.extensions.EXT_mesh_features.featureIds[0]!;
      const accessorIndex = primitive.attributes[`_FEATURE_ID_${set.attribute}`];
      if (accessorIndex === undefined) {
        report('feature-ids-missing', `there is no attribute _FEATURE_ID_${set.attribute}`, path);
        continue;
      }
      const accessor = glb.gltf.accessors[accessorIndex];
      if (accessor?.type !== 'SCALAR' || accessor.normalized)
        report('feature-ids-invalid', 'feature ids must be plain SCALARs', path);
      else if (accessor.componentType !== FLOAT)
        // See writeFeatureIds in tile/glb-writer.ts: loaders.gl reads all others as 0 when they are compressed.
        report('feature-ids-not-portable', 'feature ids must be tightly packed float32', path);
      if (table && set.propertyTable !== 0)
        report('feature-ids-invalid', 'not tied to the property table', path);
      const values = accessorValues(glb, accessorIndex);
      const own = new Set<number>();
      for (const vertex of accessorValues(glb, primitive.indices)) {
        const row = values[vertex];
        if (row !== undefined) own.add(row);
      }
      const limit = table?.count ?? set.featureCount;
      for (const row of own)
        if (!Number.isInteger(row) || row < 0 || row >= limit)
          report('feature-id-out-of-range', `feature id ${row}, the table has ${limit} rows`, path);
      if (own.size !== set.featureCount)
        report('feature-count-wrong', `featureCount says ${set.featureCount}, ${own.size} are used`, path);
      for (const row of own) rows.add(row);
    }
  }
  return rows;
};

/** The attribute is there exactly where the catalog says so, and every value is one that is not known or within what it says. */
const checkDeviation = (glb: DecodedGlb, declared: CatalogLayer['deviation'], report: Report): void => {
  for (const [m, mesh] of glb.gltf.meshes.entries())
    for (const [p, { attributes }] of mesh.primitives.entries()) {
      const path = `/meshes/${m}/primitives/${p}/attributes/${DEVIATION_ATTRIBUTE}`;
      const accessor = attributes[DEVIATION_ATTRIBUTE];
      if ((accessor === undefined) !== (declared === undefined)) {
        report(
          'deviation-invalid',
          `the catalog says ${declared ? 'that' : 'not that'} the tiles carry it`,
          path,
        );
        continue;
      }
      if (accessor === undefined || !declared) continue;
      const wrong = accessorValues(glb, accessor).find(
        (value) => !(value >= 0 && (value <= declared.most + 0.01 || value === UNKNOWN_DEVIATION)),
      );
      if (wrong !== undefined)
        report('deviation-invalid', `${wrong} m, the catalog says ${declared.most} m at most`, path);
    }
};

const geometry = (glb: DecodedGlb, box: OrientedBox, report: Report) => {
  const extent = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  let triangles = 0;
  let outside = 0;
  for (const [n, node] of glb.gltf.nodes.entries()) {
    if (node.mesh === undefined) continue;
    const mesh = glb.gltf.meshes[node.mesh];
    if (!mesh) throw new Error(`/nodes/${n}/mesh: there is no mesh ${node.mesh}`);
    for (const primitive of mesh.primitives) {
      const position = primitive.attributes.POSITION;
      if (position === undefined) throw new Error(`/nodes/${n}: a primitive without POSITION`);
      const values = accessorValues(glb, position);
      const own = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
      for (let i = 0; i < values.length; i += 3) {
        const at = (k: number) => node.translation[k]! + node.scale[k]! * values[i + k]!;
        // glTF is Y-up: its −z is north.
        const enu = [at(0), -at(2), at(1)] as const;
        outside = Math.max(outside, metresOutside(box, ...enu));
        for (let k = 0; k < 3; k++) {
          own[k] = Math.min(own[k]!, enu[k]!);
          own[k + 3] = Math.max(own[k + 3]!, enu[k]!);
        }
      }
      const widest = Math.max(own[3]! - own[0]!, own[4]! - own[1]!, own[5]! - own[2]!);
      if (glb.gltf.accessors[position]!.componentType === UNSIGNED_SHORT && widest > MAX_QUANTISED_METRES)
        report(
          'tile-too-wide',
          `${widest.toFixed(2)} m in 16 bits, at most ${MAX_QUANTISED_METRES} m keep 1 cm`,
        );
      for (let k = 0; k < 3; k++) {
        extent[k] = Math.min(extent[k]!, own[k]!);
        extent[k + 3] = Math.max(extent[k + 3]!, own[k + 3]!);
      }
      const accessor = glb.gltf.accessors[primitive.indices];
      if (!accessor || accessor.count % 3 !== 0) throw new Error('indices that do not make triangles');
      triangles += accessor.count / 3;
    }
  }
  if (outside > 0)
    report('outside-bounding-volume', `geometry sticks out of the tile's box by ${outside.toFixed(3)} m`);
  return { extent, triangles };
};

/** Checks one GLB against its tile; null when it cannot be read at all (reported). */
export const checkTile = async (
  bytes: Uint8Array,
  file: string,
  box: OrientedBox,
  layer: Pick<CatalogLayer, 'properties' | 'deviation'>,
  report: Report,
): Promise<TileFacts | null> => {
  try {
    const glb = await decodeGlb(bytes);
    for (const name of glb.gltf.extensionsUsed)
      if (!EXTENSIONS.includes(name))
        report('extension-not-portable', `${name} is not in the portable profile`);
    await validate(glb, file, report);
    const table = readPropertyRows(glb, layer.properties, report);
    const rows = usedRows(glb, table, report);
    checkDeviation(glb, layer.deviation, report);
    return { ...geometry(glb, box, report), table, rows };
  } catch (error) {
    report('glb-unreadable', error instanceof Error ? error.message : String(error));
    return null;
  }
};
