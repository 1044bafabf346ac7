import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import { planArea as ringArea } from '../../domain/geometry/polygon3.ts';
import {
  edgeReport,
  orientOutward,
  signedVolume,
  surfaceArea,
  type TriangleMesh,
} from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { booleanColumn, coded, integerColumn, numberColumn, ORIGIN_VALUES, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { readRecords } from './feature-columns.ts';
import { floorPoints, middleOf, panelShape, placedRings } from './goaf-shapes.ts';
import { GOAF_STATES, goafState } from './goaf-states.ts';
import { createLayerDraft, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import type { PropertyValue } from './layer-model.ts';
import { meshFeatures } from './mesh-features.ts';
import { reportOpenMesh } from './mesh-parts.ts';
import { type MineContext, type PlacedSource, upOf } from './mine-context.ts';
import { derivedFrom } from './provenance.ts';
import type { SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';
import { reportStackedPanels } from './stacked-panels.ts';

export const GOAF_COLUMNS: readonly CatalogProperty[] = [
  textColumn('seam', '煤层/矿体', 'Seam'),
  integerColumn('year', '年份', 'Year', { role: 'date' }),
  textColumn('state', '状态', 'State', coded(namesOf(GOAF_STATES))),
  numberColumn('area', '面积（网格为表面积，面片为斜面积）', 'Area (mesh: surface; panel: sloping)', 'm²', 0),
  numberColumn('planArea', '水平投影面积', 'Plan area', 'm²', 0),
  numberColumn('volume', '体积', 'Volume', 'm³', 0),
  booleanColumn('watertight', '封闭网格', 'Closed mesh'),
  numberColumn('thickness', '厚度', 'Thickness', 'm', 2),
  textColumn('thicknessSource', '厚度依据', 'Thickness from', ORIGIN_VALUES),
  numberColumn('floorMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('floorMax', '最高标高', 'Highest elevation', 'm', 1),
  numberColumn('waterLevel', '积水标高', 'Water level', 'm', 1),
  textColumn('fill', '充填', 'Fill'),
  textColumn('evidence', '依据', 'Evidence'),
];

function namesOf<T extends Record<string, { name: { zh: string; en: string } }>>(entries: T) {
  return Object.fromEntries(Object.entries(entries).map(([key, { name }]) => [key, name]));
}

/** A measured panel given an assumed thickness is no measured body. */
const provenanceOfShape = (placed: PlacedSource, values: Record<string, PropertyValue>): Provenance =>
  values.thicknessSource === 'assumed' ? derivedFrom(placed.provenance) : placed.provenance;

/** A goaf with its outside, for those who need more than the picture (the water in it, its neighbours). */
export interface Goaf {
  readonly id: string;
  readonly title: string;
  readonly placed: PlacedSource<'goafs'>;
  readonly mesh: TriangleMesh;
  readonly closed: boolean;
  /** ENU up of the water level at the goaf; null where none is recorded. */
  readonly waterUp: number | null;
  readonly waterLevel: number | null;
}

/** The floor of a surveyed panel, for the seam it was worked in. */
export interface PanelFloor {
  readonly seam: string;
  readonly placed: PlacedSource<'goafs'>;
  /** Outline on the floor, ENU metres. */
  readonly points: readonly Vec3[];
}

/**
 * Mined-out voids: polygons with a thickness become closed solids, meshes are taken as given. A polygon without a
 * thickness and without a default in the manifest is an error: a void of unknown height is not drawn as if known.
 */
export const goafLayer = (
  id: string,
  sources: readonly PlacedSource<'goafs'>[],
  mine: MineContext,
): {
  readonly layer: SourcedLayer;
  readonly goafs: readonly Goaf[];
  readonly floors: readonly PanelFloor[];
} => {
  const records = sources.flatMap((placed) =>
    placed.content.form === 'records' ? [{ placed, set: placed.content.set }] : [],
  );
  const { read, columns } = readRecords(records, GOAF_COLUMNS);
  const meshes = meshFeatures(sources, mine, GOAF_COLUMNS);
  const extra = [...columns, ...meshes.columns.filter(({ id: name }) => columns.every((c) => c.id !== name))];
  const draft = createLayerDraft(
    layerHead(id, 'goafs', sources),
    [...GOAF_COLUMNS, ...extra],
    Object.keys(GOAF_STATES),
  );
  const goafs: Goaf[] = [];
  const floors: PanelFloor[] = [];

  const add = (o: {
    readonly placed: PlacedSource<'goafs'>;
    readonly id: string;
    readonly name: string | null;
    readonly mesh: TriangleMesh;
    readonly said: Said;
    readonly values: Record<string, PropertyValue>;
  }): void => {
    const edges = edgeReport(o.mesh);
    const mesh = edges.closed ? orientOutward(o.mesh) : o.mesh;
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    const middle = middleOf(mesh.positions);
    const { waterLevel } = o.said;
    const inferred = o.placed.provenance === 'inferred';
    const waterInside = waterLevel === null ? null : waterLevel > min;
    const state = goafState({ ...o.said, waterInside, inferred });
    const title = o.name ?? ([o.said.seam, o.said.year].filter((part) => part !== null).join(' ') || o.id);
    const given = draft.add({
      id: o.id,
      title,
      provenance: state === 'inferred' ? 'inferred' : provenanceOfShape(o.placed, o.values),
      source: o.placed.id,
      mesh,
      legend: GOAF_STATES[state],
      values: {
        ...o.values,
        state,
        seam: o.said.seam,
        year: o.said.year,
        volume: edges.closed ? signedVolume(mesh) : null,
        watertight: edges.closed,
        floorMin: min,
        floorMax: max,
        waterLevel,
        fill: o.said.fill,
        evidence: o.said.evidence,
      },
    });
    o.placed.log.made();
    const waterUp = waterLevel === null ? null : upOf(mine.frame, middle, metres(waterLevel));
    goafs.push({ id: given, title, placed: o.placed, mesh, closed: edges.closed, waterUp, waterLevel });
  };

  for (const { placed: general, set, roles, attributes } of read) {
    const placed = general as PlacedSource<'goafs'>;
    let assumed = 0;
    const panels: { id: string; rings: ReturnType<typeof placedRings> }[] = [];
    for (const record of set.records) {
      const featureId = roles.text(record, 'id') ?? String(record.row);
      const at = { row: record.row, feature: featureId };
      if (record.geometry?.type !== 'polygons') {
        placed.log.reject('polygon-expected', { ...at, params: { found: record.geometry?.type ?? 'none' } });
        continue;
      }
      const thickness = roles.number(record, 'thickness');
      if (thickness === null || !(thickness > 0)) {
        placed.log.error('thickness-missing', {
          ...at,
          value: thickness === null ? undefined : String(thickness),
        });
        continue;
      }
      const isAssumed = roles.isDefault(record, 'thickness');
      if (isAssumed) assumed++;
      const height = roles.number(record, 'z');
      const offset = roles.number(record, 'floorOffset') ?? 0;
      const rings = placedRings(record.geometry, { ...at, height, offset }, placed, mine);
      if (!rings) continue;
      const inMetres = placed.place.metres(thickness);
      const shape = panelShape(rings, inMetres, placed.source.polygonIs, at, placed);
      panels.push({ id: featureId, rings });
      const seam = roles.text(record, 'seam');
      if (seam !== null)
        floors.push({ seam, placed, points: floorPoints(rings, inMetres, placed.source.polygonIs) });
      add({
        placed,
        id: featureId,
        name: roles.text(record, 'name'),
        mesh: shape.mesh,
        said: saidOf(record, roles, placed),
        values: {
          ...attributes(record),
          area: shape.area,
          planArea: shape.planArea,
          thickness: inMetres,
          thicknessSource: isAssumed ? 'assumed' : 'measured',
        },
      });
    }
    if (assumed > 0)
      placed.log.note('thickness-assumed', {
        value: String(placed.source.defaults?.thickness),
        params: { count: assumed },
      });
    reportStackedPanels(
      panels.flatMap(({ id: name, rings }) => (rings ? [{ id: name, rings }] : [])),
      placed.log,
    );
  }
  for (const feature of meshes.features) {
    const placed = feature.placed as PlacedSource<'goafs'>;
    reportOpenMesh(placed, feature.id, feature.edges);
    add({
      placed,
      id: feature.id,
      name: feature.name,
      mesh: feature.mesh,
      said: feature.record && feature.roles ? saidOf(feature.record, feature.roles, placed) : NOTHING_SAID,
      values: { ...feature.attributes, area: surfaceArea(feature.mesh), planArea: footprint(feature.mesh) },
    });
  }
  return { layer: draft.finish(), goafs, floors };
};

/** Area of a closed body seen from above, exact where no part hangs over another: half of all its plan triangles. */
const footprint = ({ positions: p, indices }: TriangleMesh): number => {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const corner = (k: number) => {
      const at = indices[i + k]! * 3;
      return [p[at]!, p[at + 1]!, 0] as const;
    };
    sum += ringArea([[corner(0), corner(1), corner(2)]]);
  }
  return sum / 2;
};

interface Said {
  readonly seam: string | null;
  readonly year: number | null;
  readonly fill: string | null;
  readonly state: string | null;
  readonly evidence: string | null;
  /** Metres above the height datum. */
  readonly waterLevel: number | null;
}
const NOTHING_SAID: Said = {
  seam: null,
  year: null,
  fill: null,
  state: null,
  evidence: null,
  waterLevel: null,
};

const saidOf = (record: SurveyRecord, roles: Roles, placed: PlacedSource): Said => {
  const level = roles.number(record, 'waterLevel');
  return {
    seam: roles.text(record, 'seam'),
    year: yearOf(record, roles, placed),
    fill: roles.text(record, 'fill'),
    state: roles.text(record, 'state'),
    evidence: roles.text(record, 'evidence'),
    waterLevel: level === null ? null : placed.place.metres(level),
  };
};

const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2200;

/** A year that cannot be is unknown, and said so: -1913 may be 1913, but it is not for us to know. */
const yearOf = (record: SurveyRecord, roles: Roles, placed: PlacedSource): number | null => {
  const text = roles.text(record, 'year');
  if (text === null) return null;
  const year = /^\d{4}(?=$|\D)/.test(text) ? Number(text.slice(0, 4)) : Number.NaN;
  if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) return year;
  placed.log.warn('year-invalid', {
    row: record.row,
    column: roles.column('year'),
    value: text,
    feature: roles.text(record, 'id') ?? String(record.row),
  });
  return null;
};
