import { extrudePolygon, planArea, type Ring3, triangulatePolygon3 } from '../../domain/geometry/polygon3.ts';
import { edgeReport, orientOutward, signedVolume } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { booleanColumn, numberColumn, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { readRecords } from './feature-columns.ts';
import { middleOf, placedRings } from './goaf-shapes.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { meshFeatures } from './mesh-features.ts';
import { joinMeshes, reportOpenMesh } from './mesh-parts.ts';
import { type MineContext, type PlacedSource, upOf } from './mine-context.ts';

const WATER: LegendKey = { key: 'water', name: { zh: '水体', en: 'water body' }, colour: '#3f8fe0' };

const COLUMNS = [
  textColumn('type', '类型', 'Type'),
  numberColumn('level', '水位标高', 'Water level', 'm', 2, { role: 'level' }),
  numberColumn('depth', '水深', 'Depth', 'm', 2),
  numberColumn('area', '水面面积', 'Area', 'm²', 0),
  numberColumn('volume', '水量', 'Volume', 'm³', 0),
  booleanColumn('watertight', '封闭网格', 'Closed mesh'),
];

/** Water as surfaces at their level, as bodies where a depth is given, or as closed meshes (aquifers, karst water). */
export const waterBodyLayer = (
  id: string,
  sources: readonly PlacedSource<'water-bodies'>[],
  mine: MineContext,
): SourcedLayer => {
  const records = sources.flatMap((placed) =>
    placed.content.form === 'records' ? [{ placed, set: placed.content.set }] : [],
  );
  const { read, columns } = readRecords(records, COLUMNS);
  const meshes = meshFeatures(sources, mine, COLUMNS);
  const extra = meshes.columns.filter((column) => columns.every((known) => known.id !== column.id));
  const draft = createLayerDraft(layerHead(id, 'water-bodies', sources), [...COLUMNS, ...columns, ...extra]);
  for (const { placed, set, roles, attributes } of read) {
    for (const record of set.records) {
      const featureId = roles.text(record, 'id') ?? roles.text(record, 'name') ?? String(record.row);
      const at = { row: record.row, feature: featureId };
      if (record.geometry?.type !== 'polygons') {
        placed.log.reject('polygon-expected', { ...at, params: { found: record.geometry?.type ?? 'none' } });
        continue;
      }
      const level = roles.number(record, 'level');
      const parts = placedRings(record.geometry, { ...at, height: level, offset: 0 }, placed, mine);
      if (!parts) continue;
      // A stated level beats the polygon's own heights: water lies flat.
      const flat =
        level === null
          ? parts
          : parts.map((rings) => rings.map((ring) => atLevel(ring, placed.place.metres(level), mine)));
      const depth = roles.number(record, 'depth');
      const deep = depth !== null && depth > 0 ? placed.place.metres(depth) : null;
      const mesh = joinMeshes(
        flat.map((rings) =>
          deep === null ? triangulatePolygon3(rings) : extrudePolygon(rings, [0, 0, -deep], 'floor'),
        ),
      );
      const area = flat.reduce((sum, rings) => sum + planArea(rings), 0);
      draft.add({
        id: featureId,
        title: roles.text(record, 'name') ?? featureId,
        provenance: placed.provenance,
        source: placed.id,
        mesh: deep === null ? mesh : orientOutward(mesh),
        legend: WATER,
        values: {
          ...attributes(record),
          type: roles.text(record, 'type'),
          level: level === null ? elevationRange(mesh.positions, mine.frame).max : placed.place.metres(level),
          depth: deep,
          area,
          volume: deep === null ? null : area * deep,
          watertight: deep === null ? null : edgeReport(mesh).closed,
        },
      });
      placed.log.made();
    }
  }
  for (const feature of meshes.features) {
    reportOpenMesh(feature.placed, feature.id, feature.edges);
    const mesh = feature.edges.closed ? orientOutward(feature.mesh) : feature.mesh;
    const level = feature.record && feature.roles ? feature.roles.number(feature.record, 'level') : null;
    draft.add({
      id: feature.id,
      title: feature.name ?? feature.id,
      provenance: feature.placed.provenance,
      source: feature.placed.id,
      mesh,
      legend: WATER,
      values: {
        ...feature.attributes,
        type: feature.record && feature.roles ? feature.roles.text(feature.record, 'type') : null,
        level: level === null ? null : feature.placed.place.metres(level),
        volume: feature.edges.closed ? signedVolume(mesh) : null,
        watertight: feature.edges.closed,
      },
    });
    feature.placed.log.made();
  }
  return draft.finish();
};

const atLevel = (ring: Ring3, level: number, mine: MineContext): Ring3 => {
  const positions = Float64Array.from(ring.flat());
  const up = upOf(mine.frame, middleOf(positions), metres(level));
  return ring.map(([east, north]) => [east, north, up]);
};
