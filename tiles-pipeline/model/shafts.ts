import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { EnuPoint, SurveyPoint } from '../../domain/frame/coordinates.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import { metres } from '../../domain/units/quantities.ts';
import { coded, numberColumn, ORIGIN_VALUES, textColumn } from './columns.ts';
import { readRecords } from './feature-columns.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import type { PropertyValue } from './layer-model.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';
import { recordPoint } from './record-point.ts';
import type { RecordSet, SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';

const SHAFT_LEGEND = {
  open: { key: 'open', name: { zh: '在用井筒', en: 'shaft in use' }, colour: '#7f93a8' },
  closed: {
    key: 'closed',
    name: { zh: '关闭/废弃井筒', en: 'closed or abandoned shaft' },
    colour: '#a15c5c',
  },
  unknown: {
    key: 'unknown',
    name: { zh: '井筒（状态不明）', en: 'shaft, state unknown' },
    colour: '#9fa5ad',
  },
  doubtful: { key: 'doubtful', name: { zh: '井深存疑', en: 'depth doubtful' }, colour: '#c9a1d8' },
} as const satisfies Record<string, LegendKey>;

const COLUMNS: readonly CatalogProperty[] = [
  textColumn('use', '用途', 'Use'),
  textColumn('state', '状态', 'State'),
  numberColumn('top', '井口标高', 'Top elevation', 'm', 2),
  numberColumn('bottom', '井底标高', 'Bottom elevation', 'm', 2, { role: 'level' }),
  numberColumn('depth', '井深', 'Depth', 'm', 1),
  numberColumn('diameter', '直径', 'Diameter', 'm', 2),
  textColumn('diameterSource', '直径依据', 'Diameter from', ORIGIN_VALUES),
  textColumn(
    'depthState',
    '井深可信度',
    'Depth is',
    coded({
      given: { zh: '按测量数据', en: 'as surveyed' },
      doubtful: { zh: '存疑（一端标高为 0）', en: 'doubtful (one end at height 0)' },
    }),
  ),
];

const ASSUMED_DIAMETER = 4;
const SIDES = 24;

interface Shaft {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly top: SurveyPoint;
  readonly bottom: SurveyPoint;
  readonly record: SurveyRecord;
  /** An end at exactly 0 among ends that are not. */
  readonly doubtful: boolean;
}

export type ShaftState = keyof typeof SHAFT_LEGEND;

/** A shaft as it was surveyed, for those who need more than the picture (ways out, distances). */
export interface ShaftAxis {
  readonly id: string;
  readonly name: string;
  readonly top: EnuPoint;
  readonly bottom: EnuPoint;
  /** Metres. */
  readonly diameter: number;
  readonly state: ShaftState;
  readonly placed: PlacedSource<'shafts'>;
  readonly row: number;
}

/** Shafts as cylinders from top to bottom, from one row a shaft or two points a shaft. */
export const shaftLayer = (
  id: string,
  sources: readonly PlacedSource<'shafts'>[],
  mine: MineContext,
): { readonly layer: SourcedLayer; readonly shafts: readonly ShaftAxis[] } => {
  const axes: ShaftAxis[] = [];
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const { read, columns } = readRecords(sets, COLUMNS);
  const draft = createLayerDraft(
    layerHead(id, 'shafts', sources),
    [...COLUMNS, ...columns],
    Object.keys(SHAFT_LEGEND),
  );
  for (const { placed: general, set, roles, attributes } of read) {
    const placed = general as PlacedSource<'shafts'>;
    const shafts = placed.source.ends ? pairedShafts(set, roles, placed) : rowShafts(set, roles, placed);
    let assumed = 0;
    for (const shaft of shafts) {
      const diameter = roles.number(shaft.record, 'diameter');
      const isAssumed = diameter === null || !(diameter > 0) || roles.isDefault(shaft.record, 'diameter');
      if (isAssumed) assumed++;
      const size = diameter !== null && diameter > 0 ? placed.place.metres(diameter) : ASSUMED_DIAMETER;
      const [top, bottom] = [mine.frame.surveyToEnu(shaft.top), mine.frame.surveyToEnu(shaft.bottom)];
      const state = roles.text(shaft.record, 'state');
      const values: Record<string, PropertyValue> = {
        ...attributes(shaft.record),
        use: roles.text(shaft.record, 'use'),
        state,
        top: shaft.top.height,
        bottom: shaft.bottom.height,
        depth: shaft.top.height - shaft.bottom.height,
        diameter: size,
        diameterSource: isAssumed ? 'assumed' : 'measured',
        depthState: shaft.doubtful ? 'doubtful' : 'given',
      };
      const known = shaft.doubtful ? 'doubtful' : stateOf(state, mine);
      const given = draft.add({
        id: shaft.id,
        title: shaft.name,
        provenance: placed.provenance,
        source: placed.id,
        mesh: sweepTube([top, bottom], circleSection(size / 2, SIDES), { frame: 'transport' }),
        legend: SHAFT_LEGEND[known],
        values,
      });
      const { name, row } = shaft;
      axes.push({ id: given, name, top, bottom, diameter: size, state: known, placed, row });
      placed.log.made();
    }
    if (assumed > 0)
      placed.log.note('diameter-assumed', { params: { count: assumed, metres: ASSUMED_DIAMETER } });
  }
  return { layer: draft.finish(), shafts: axes };
};

const stateOf = (state: string | null, mine: MineContext): ShaftState => {
  const said = state ?? (mine.manifest.state === 'closed' ? 'closed' : null);
  if (said === null) return 'unknown';
  if (/clos|aband|废|关闭|封/iu.test(said)) return 'closed';
  // "Not in use" and "unused" hold "use".
  if (/\bnot\b|unuse|dis-?use|未|不|停/iu.test(said)) return 'unknown';
  return /open|use|operat|active|在用|生产|运行/iu.test(said) ? 'open' : 'unknown';
};

const rowShafts = (set: RecordSet, roles: Roles, placed: PlacedSource): Shaft[] => {
  const allZero = set.records.every(
    (record) => roles.number(record, 'top') === 0 && roles.number(record, 'bottom') === 0,
  );
  return set.records.flatMap((record): Shaft[] => {
    const id = roles.text(record, 'id') ?? roles.text(record, 'name') ?? String(record.row);
    const at = { row: record.row, feature: id };
    const top = roles.number(record, 'top') ?? roles.number(record, 'z');
    const bottom = roles.number(record, 'bottom');
    if (top === null || bottom === null) {
      placed.log.reject('shaft-end-missing', { ...at, params: { end: top === null ? 'top' : 'bottom' } });
      return [];
    }
    const upper = recordPoint(record, roles, placed, top);
    const lower = recordPoint(record, roles, placed, bottom);
    if (!upper || !lower) {
      placed.log.reject('position-missing', {
        ...at,
        ...roles.culprit(record, ['x', 'y', 'longitude', 'latitude']),
      });
      return [];
    }
    return checked(
      { id, name: roles.text(record, 'name') ?? id, record, row: record.row },
      upper,
      lower,
      placed,
      allZero,
    );
  });
};

/** Two points a shaft, joined by name with blanks ignored; the end codes are believed only if the heights agree. */
const pairedShafts = (set: RecordSet, roles: Roles, placed: PlacedSource<'shafts'>): Shaft[] => {
  const { top: topWords, bottom: bottomWords } = placed.source.ends!;
  const groups = new Map<string, { record: SurveyRecord; end: 'top' | 'bottom'; at: SurveyPoint }[]>();
  for (const record of set.records) {
    const id = roles.text(record, 'id') ?? roles.text(record, 'name');
    const word = roles.text(record, 'end');
    const end =
      word === null ? null : topWords.includes(word) ? 'top' : bottomWords.includes(word) ? 'bottom' : null;
    const at = recordPoint(record, roles, placed, roles.number(record, 'z'));
    if (id === null || end === null || at === null) {
      const code = id === null ? 'shaft-id-missing' : end === null ? 'shaft-end-unknown' : 'position-missing';
      placed.log.reject(code, {
        row: record.row,
        value: end === null ? (word ?? '') : undefined,
        feature: id ?? undefined,
      });
      continue;
    }
    groups.set(id, [...(groups.get(id) ?? []), { record, end, at }]);
  }
  placed.log.count('points', set.records.length);
  const ends = [...groups.values()].flat();
  const allZero = ends.every((end) => end.at.height === 0);
  return [...groups].flatMap(([id, found]): Shaft[] => {
    const top = found.find((one) => one.end === 'top');
    const bottom = found.find((one) => one.end === 'bottom');
    const { record } = found[0]!;
    if (!top || !bottom || found.length > 2) {
      const params = { points: found.length, end: top ? 'bottom' : 'top' };
      placed.log.reject('shaft-end-missing', { row: record.row, feature: id, params });
      return [];
    }
    return checked(
      { id, name: id, record: top.record, row: top.record.row },
      top.at,
      bottom.at,
      placed,
      allZero,
    );
  });
};

const checked = (
  head: Pick<Shaft, 'id' | 'name' | 'record' | 'row'>,
  top: SurveyPoint,
  bottom: SurveyPoint,
  placed: PlacedSource,
  allZero: boolean,
): Shaft[] => {
  const at = { row: head.row, feature: head.id };
  const doubtful = !allZero && (top.height === 0 || bottom.height === 0);
  if (doubtful) placed.log.warn('shaft-height-zero', { ...at, value: '0' });
  if (top.height === bottom.height) {
    placed.log.reject('shaft-no-depth', { ...at, value: String(top.height) });
    return [];
  }
  if (top.height > bottom.height) return [{ ...head, top, bottom, doubtful }];
  placed.log.warn('shaft-ends-swapped', {
    ...at,
    params: { top: Number(metres(top.height).toFixed(2)), bottom: Number(bottom.height.toFixed(2)) },
  });
  return [{ ...head, top: bottom, bottom: top, doubtful }];
};
