import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { planArea, type Ring3 } from '../../domain/geometry/polygon3.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import { metres } from '../../domain/units/quantities.ts';
import { numberColumn } from './columns.ts';
import { readRecords } from './feature-columns.ts';
import { placedRings } from './goaf-shapes.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { joinMeshes } from './mesh-parts.ts';
import { type MineContext, type PlacedSource, recordsOf, upOf } from './mine-context.ts';

const RIGHT: LegendKey = {
  key: 'mining-right',
  name: { zh: '矿权边界', en: 'mining right' },
  colour: '#d6a12f',
};

const COLUMNS = [
  numberColumn('upper', '上限标高', 'Upper limit', 'm', 1),
  numberColumn('lower', '下限标高', 'Lower limit', 'm', 1, { role: 'level' }),
  numberColumn('area', '面积', 'Area', 'm²', 0),
];

/** Radius of the outline drawn along the upper and lower edge, metres. */
const OUTLINE_RADIUS = 0.75;

/** The mining right as upright walls between its elevations, with both edges drawn; no lids, so one can look in. */
export const miningRightLayer = (
  id: string,
  sources: readonly PlacedSource<'mining-right'>[],
  mine: MineContext,
): SourcedLayer => {
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const { read, columns } = readRecords(sets, COLUMNS);
  const draft = createLayerDraft(layerHead(id, 'mining-right', sources), [...COLUMNS, ...columns]);
  for (const { placed, set, roles, attributes } of read) {
    for (const record of set.records) {
      const featureId = roles.text(record, 'id') ?? roles.text(record, 'name') ?? String(record.row);
      const at = { row: record.row, feature: featureId };
      const upper = roles.number(record, 'upper');
      const lower = roles.number(record, 'lower');
      if (record.geometry?.type !== 'polygons') {
        placed.log.reject('polygon-expected', { ...at, params: { found: record.geometry?.type ?? 'none' } });
        continue;
      }
      if (upper === null || lower === null || !(upper > lower)) {
        placed.log.reject('right-elevations-invalid', { ...at, value: `${upper ?? '?'} / ${lower ?? '?'}` });
        continue;
      }
      const parts = placedRings(
        withoutHeights(record.geometry),
        { ...at, height: upper, offset: 0 },
        placed,
        mine,
      );
      if (!parts) continue;
      const limits = { upper: placed.place.metres(upper), lower: placed.place.metres(lower) };
      draft.add({
        id: featureId,
        title: roles.text(record, 'name') ?? featureId,
        provenance: placed.provenance,
        source: placed.id,
        mesh: joinMeshes(parts.flat().map((ring) => curtain(ring, limits, mine))),
        legend: RIGHT,
        alpha: 0.35,
        values: {
          ...attributes(record),
          ...limits,
          area: parts.reduce((sum, rings) => sum + planArea(rings), 0),
        },
      });
      placed.log.made();
    }
  }
  return draft.finish();
};

/** Corner heights of a right in plan mean nothing: its elevations are stated apart. */
const withoutHeights = (geometry: {
  type: 'polygons';
  polygons: readonly (readonly (readonly (readonly [number, number, number | null])[])[])[];
}) => ({
  type: 'polygons' as const,
  polygons: geometry.polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [x, y, null] as const)),
  ),
});

const curtain = (ring: Ring3, limits: { upper: number; lower: number }, mine: MineContext): TriangleMesh => {
  const at = (point: Ring3[number], elevation: number): EnuPoint => {
    const place = point as unknown as EnuPoint;
    return [point[0], point[1], upOf(mine.frame, place, metres(elevation))] as unknown as EnuPoint;
  };
  const top = ring.map((point) => at(point, limits.upper));
  const bottom = ring.map((point) => at(point, limits.lower));
  const positions = new Float64Array(ring.length * 6);
  const indices = new Uint32Array(ring.length * 6);
  ring.forEach((_, i) => {
    positions.set(bottom[i]!, i * 6);
    positions.set(top[i]!, i * 6 + 3);
    const next = (i + 1) % ring.length;
    indices.set([2 * i, 2 * next, 2 * next + 1, 2 * i, 2 * next + 1, 2 * i + 1], i * 6);
  });
  const edge = (line: readonly EnuPoint[]): TriangleMesh =>
    sweepTube([...line, line[0]!], circleSection(OUTLINE_RADIUS, 4), { frame: 'transport' });
  return joinMeshes([{ positions, indices }, edge(top), edge(bottom)]);
};
