import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { sweepTube } from '../../domain/geometry/tube.ts';
import { metres } from '../../domain/units/quantities.ts';
import { crossSection, type SectionShape } from '../../domain/workings/cross-section.ts';
import type { NetworkLine } from '../../domain/workings/network.ts';
import { coded, integerColumn, numberColumn, ORIGIN_VALUES, textColumn } from './columns.ts';
import { reportDepthColumn } from './depth-column.ts';
import { readRecords } from './feature-columns.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { joinMeshes } from './mesh-parts.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';
import { lineLength, mendHeights, toEnu } from './placed-lines.ts';
import type { SurveyRecord } from './records.ts';
import { createRoadwayTypes } from './roadway-types.ts';
import type { Roles } from './roles.ts';

type LineSource = PlacedSource<'roadways'> | PlacedSource<'planned-headings'>;

interface LineSection {
  readonly shape: SectionShape;
  readonly width: number;
  readonly height: number;
  readonly from: 'measured' | 'assumed';
}

/** Where neither file nor manifest gives a section: drawn at this size and said to be assumed. */
const ASSUMED_SECTION: LineSection = { shape: 'arch', width: 3, height: 3, from: 'assumed' };

const SHAPES = coded({
  arch: { zh: '拱形', en: 'arch' },
  rectangle: { zh: '矩形', en: 'rectangle' },
  circle: { zh: '圆形', en: 'circle' },
});

const COLUMNS: readonly CatalogProperty[] = [
  textColumn('type', '类型', 'Type'),
  textColumn('typeWritten', '原文类型', 'Type as written'),
  textColumn('level', '中段/水平', 'Level'),
  textColumn('year', '年份', 'Year', { role: 'date' }),
  numberColumn('length', '长度', 'Length', 'm', 1),
  numberColumn('slope', '坡度', 'Slope', '‰', 0),
  textColumn('section', '断面形状', 'Section', SHAPES),
  numberColumn('width', '宽度', 'Width', 'm', 2),
  numberColumn('height', '高度', 'Height', 'm', 2),
  textColumn('sectionSource', '断面依据', 'Section from', ORIGIN_VALUES),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
  integerColumn('heightsInterpolated', '插补高程的顶点数', 'Vertices with interpolated height'),
];
const PLANNED_COLUMNS: readonly CatalogProperty[] = [
  textColumn('start', '计划开工', 'Planned start', { role: 'date' }),
  textColumn('end', '计划完工', 'Planned end'),
];

const PLANNED: LegendKey = {
  key: 'planned',
  name: { zh: '计划（未掘）', en: 'planned, not driven' },
  colour: '#d9c65a',
};

export interface LineLayer {
  readonly layer: SourcedLayer;
  /** Centre of each part as surveyed, for the network. */
  readonly lines: readonly NetworkLine[];
  /** Lines of each feature of the layer, in its order. */
  readonly axes: readonly (readonly (readonly EnuPoint[])[])[];
  /** Smallest of the sources' snapping distances, metres. */
  readonly snapTolerance: number;
}

/**
 * Roadways as tubes of their section along the surveyed line; each keeps its length, slope and the words it was
 * written with. Planned headings go through the same steps but are inferred and drawn as planned.
 */
export const roadwayLayer = (
  id: string,
  sources: readonly LineSource[],
  mine: MineContext,
  planned: boolean,
): LineLayer => {
  const own = planned ? [...COLUMNS, ...PLANNED_COLUMNS] : COLUMNS;
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const { read, columns } = readRecords(sets, own);
  const drafts: { feature: Parameters<ReturnType<typeof createLayerDraft>['add']>[0] }[] = [];
  const lines: NetworkLine[] = [];
  const axes: EnuPoint[][][] = [];
  const order: string[] = [];

  for (const { placed: general, set, roles, attributes } of read) {
    const placed = general as LineSource;
    const synonyms = 'synonyms' in placed.source ? placed.source.synonyms : undefined;
    const types = createRoadwayTypes(
      set.records.map((record) => written(record, roles, set.headers)),
      synonyms,
    );
    order.push(...types.order);
    if (types.mapped.length > 0)
      placed.log.note('types-mapped', {
        column: roles.column('type'),
        params: {
          count: types.mapped.reduce((sum, { count }) => sum + count, 0),
          spellings: types.mapped.map((one) => `“${one.written}” → ${one.type} (${one.count})`).join(', '),
        },
      });
    const assumed = new Map<string, number>();
    for (const record of set.records) {
      const featureId = roles.text(record, 'id') ?? String(record.row);
      const at = { row: record.row, feature: featureId };
      if (record.geometry?.type !== 'lines') {
        placed.log.reject('line-expected', { ...at, params: { found: record.geometry?.type ?? 'none' } });
        continue;
      }
      const parts = placedParts(record, roles, placed, mine, at);
      if (!parts) continue;
      const asWritten = roles.text(record, 'type');
      const type = types.canonical(asWritten);
      const section = sectionOf(record, roles, placed, type);
      if (section.from === 'assumed') {
        const size = `${section.shape} ${section.width} × ${section.height} m`;
        assumed.set(size, (assumed.get(size) ?? 0) + 1);
      }
      const outline = crossSection(section.shape, section.width, section.height, placed.source.lineIs);
      const length = parts.lines.reduce((sum, line) => sum + lineLength(line), 0);
      const ends = parts.lines.flatMap((line) => [line[0]!, line.at(-1)!]);
      const rise = Math.abs(ends.at(-1)![2] - ends[0]![2]);
      const run = parts.lines.reduce((sum, line) => sum + planLength(line), 0);
      const heights = parts.lines.flatMap((line) =>
        line.map((point) => mine.frame.enuToSurvey(point).height),
      );
      drafts.push({
        feature: {
          id: featureId,
          title: roles.text(record, 'name') ?? [type, featureId].filter(Boolean).join(' '),
          provenance: planned ? 'inferred' : placed.provenance,
          source: placed.id,
          mesh: joinMeshes(parts.lines.map((line) => sweepTube(line, outline, { frame: 'upright' }))),
          legend: planned ? PLANNED : types.legendOf(type),
          values: {
            ...attributes(record),
            type,
            typeWritten: asWritten,
            level: roles.text(record, 'level'),
            year: roles.text(record, 'year'),
            length,
            slope: run > 0 ? (1000 * rise) / run : null,
            section: section.shape,
            width: section.width,
            height: section.height,
            sectionSource: section.from,
            zMin: Math.min(...heights),
            zMax: Math.max(...heights),
            heightsInterpolated: parts.mended,
            start: roles.text(record, 'start'),
            end: roles.text(record, 'end'),
          },
        },
      });
      axes.push(parts.lines);
      placed.log.made();
      const { width, height } = section;
      const name = roles.text(record, 'name') ?? undefined;
      const level = roles.text(record, 'level') ?? undefined;
      parts.lines.forEach((line, index) => {
        const part = parts.lines.length > 1 ? `${featureId}/${index + 1}` : featureId;
        lines.push({ id: part, line, name, level, type: type ?? 'unknown', width, height });
      });
    }
    if (assumed.size > 0)
      placed.log.note('section-assumed', {
        params: {
          count: [...assumed.values()].reduce((sum, count) => sum + count, 0),
          sections: [...assumed].map(([size, count]) => `${size} (${count})`).join(', '),
        },
      });
    reportDepthColumn(set, roles, placed);
  }
  const head = layerHead(
    id,
    planned ? 'planned-headings' : 'roadways',
    sources,
    planned ? { provenance: 'inferred' } : {},
  );
  const draft = createLayerDraft(head, [...own, ...columns], [...new Set(order)]);
  for (const { feature } of drafts) draft.add(feature);
  const tolerances = sources.flatMap((placed) =>
    'snapTolerance' in placed.source ? [placed.source.snapTolerance] : [],
  );
  return { layer: draft.finish(), lines, axes, snapTolerance: Math.min(0.5, ...tolerances) || 0.5 };
};

/** The type with its blanks, so that a note can show what was mapped. */
const written = (record: SurveyRecord, roles: Roles, headers: readonly string[]): string | null => {
  const header = roles.writtenIn(record, 'type');
  if (header === null) return roles.text(record, 'type');
  const cell = record.cells[headers.indexOf(header)];
  return cell === null || cell === undefined ? null : String(cell);
};

const placedParts = (
  record: SurveyRecord,
  roles: Roles,
  placed: LineSource,
  mine: MineContext,
  at: { readonly row: number; readonly feature: string },
): { lines: EnuPoint[][]; mended: number } | null => {
  if (record.geometry?.type !== 'lines') return null;
  const lines: EnuPoint[][] = [];
  let count = 0;
  for (const line of record.geometry.lines) {
    const mended = mendHeights(line, 'line', roles.has('z') ? roles.number(record, 'z') : null);
    if (!mended) {
      placed.log.reject('height-missing', at);
      return null;
    }
    if (mended.mended.length > 0) {
      count += mended.mended.length;
      placed.log.warn('height-zero', { ...at, value: '0', params: { vertices: mended.mended.join(', ') } });
    }
    const placedLine = toEnu(mine.frame, placed.place, mended.points);
    if (lineLength(placedLine) > 0) lines.push(placedLine);
  }
  if (lines.length > 0) return { lines, mended: count };
  placed.log.reject('line-degenerate', at);
  return null;
};

const planLength = (line: readonly EnuPoint[]): number =>
  line.slice(1).reduce((sum, b, i) => sum + Math.hypot(b[0] - line[i]![0], b[1] - line[i]![1]), 0);

const isShape = (text: string | null): text is SectionShape =>
  text === 'arch' || text === 'rectangle' || text === 'circle';

/** Width and height of the row itself, else the manifest's section for its section or type, else "*", else assumed. */
const sectionOf = (
  record: SurveyRecord,
  roles: Roles,
  placed: LineSource,
  type: string | null,
): LineSection => {
  const width = roles.number(record, 'width');
  const height = roles.number(record, 'height');
  const named = roles.text(record, 'section');
  const sections = 'sections' in placed.source ? placed.source.sections : undefined;
  const listed = [named, type, '*']
    .flatMap((key) => (key !== null && sections && Object.hasOwn(sections, key) && sections[key]) || [])
    .at(0);
  if (width !== null && height !== null && width > 0 && height > 0) {
    const shape = isShape(named) ? named : (listed?.shape ?? 'arch');
    const isDefault = roles.isDefault(record, 'width') || roles.isDefault(record, 'height');
    const size = { width: placed.place.metres(width), height: placed.place.metres(height) };
    return { shape, ...size, from: isDefault ? 'assumed' : 'measured' };
  }
  return listed ? { ...listed, from: 'assumed' } : ASSUMED_SECTION;
};

/** One network for the mine: how far ends may be apart and still meet is the manifest's to say. */
export const networkTolerance = (layers: readonly LineLayer[]) =>
  metres(Math.min(...layers.map((layer) => layer.snapTolerance)));
