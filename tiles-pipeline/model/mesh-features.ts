import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { EdgeReport, TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { readRecords } from './feature-columns.ts';
import type { PropertyValue } from './layer-model.ts';
import { placeMesh } from './mesh-parts.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import type { SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';

/** A mesh object of a file with its row of the attribute table, if the manifest names one. */
export interface MeshFeature {
  readonly placed: PlacedSource;
  readonly id: string;
  readonly name: string | null;
  readonly mesh: TriangleMesh;
  readonly edges: EdgeReport;
  readonly record: SurveyRecord | null;
  readonly roles: Roles | null;
  readonly attributes: Record<string, PropertyValue>;
}

/**
 * Objects of mesh sources in the mine's frame, joined by name to their attribute tables. An object without a row and
 * a row without an object are warned of: a shape without its data, or data without a shape, is easily overlooked.
 */
export const meshFeatures = (
  sources: readonly PlacedSource[],
  mine: MineContext,
  own: readonly CatalogProperty[],
): { readonly features: readonly MeshFeature[]; readonly columns: readonly CatalogProperty[] } => {
  const meshSources = sources.flatMap((placed) =>
    placed.content.form === 'meshes' ? [{ placed, ...placed.content }] : [],
  );
  const { read, columns } = readRecords(
    meshSources.flatMap(({ placed, table }) => (table ? [{ placed, set: table }] : [])),
    own,
  );
  const features = meshSources.flatMap(({ placed, meshes, table }) => {
    const joined = table ? read.find((entry) => entry.placed === placed)! : null;
    const rows = new Map<string, SurveyRecord>();
    for (const record of joined?.set.records ?? []) {
      const key = joined!.roles.text(record, 'id');
      if (key !== null) rows.set(key, record);
    }
    const yUp = 'yUp' in placed.source && placed.source.yUp;
    const made = meshes.objects.flatMap((object, index): MeshFeature[] => {
      const { mesh, edges } = placeMesh(object, placed, mine, yUp);
      const id = object.name.trim() || `${placed.source.kind}-${index + 1}`;
      if (mesh.indices.length === 0 || mesh.positions.some((value) => !Number.isFinite(value))) {
        placed.log.reject(mesh.indices.length === 0 ? 'mesh-empty' : 'coordinates-invalid', {
          row: index + 1,
          feature: id,
        });
        return [];
      }
      const record = rows.get(id) ?? null;
      rows.delete(id);
      if (joined && !record) placed.log.warn('mesh-without-row', { feature: id });
      const attributes = record && joined ? joined.attributes(record) : {};
      const name = record && joined ? joined.roles.text(record, 'name') : null;
      return [{ placed, id, name, mesh, edges, record, roles: joined?.roles ?? null, attributes }];
    });
    for (const [key, record] of rows)
      placed.log.warn('row-without-mesh', { row: record.row, feature: key, value: key });
    return made;
  });
  return { features, columns };
};
