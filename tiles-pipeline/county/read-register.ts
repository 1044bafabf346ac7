import { type RegisterMine, RISK_LEVELS } from '../../domain/contracts/county.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import { NEIGHBOUR_KINDS, type NeighbourKind } from '../../domain/contracts/neighbours.ts';
import { asRight, rightParcels } from '../../domain/county/right-polygons.ts';
import { isInRings } from './county-extent.ts';
import type { CountyRecords } from './county-records.ts';
import { COUNTY_WORDS, DISASTER_WORDS, YES_NO } from './county-words.ts';
import { nameOf, polygonsOf, type Town } from './read-base.ts';

/** A mine of the register while its further files are read. */
export type MineDraft = { -readonly [K in keyof RegisterMine]: RegisterMine[K] } & {
  readonly reading: {
    /** Kinds of which a row could not be read: none of them is recorded whole, whatever the register or a bundle says. */
    readonly lost: Set<NeighbourKind>;
    /** Facts of which two rows say unlike things. */
    readonly disputed: Set<string>;
    readonly changes: Change[];
  };
};
export type StateAndGrade = Pick<RegisterMine, 'state' | 'grade'>;
/** A row of the history. What its cells leave empty is as it was before. */
export type Change = { readonly from: string } & Partial<StateAndGrade>;

/** @param kind null: nobody can tell which kind the lost row was of, so it may be any */
export const loseKind = (mine: MineDraft, kind: NeighbourKind | null): void => {
  for (const each of kind === null ? NEIGHBOUR_KINDS : [kind]) mine.reading.lost.add(each);
};

const ALL_KINDS = new Set(['全部', 'all']);

/**
 * A town by its id or its Chinese name. Where the file has no column of towns at all it is the one whose land the place lies in;
 * an empty cell stays unknown.
 */
export const townOf = (
  records: CountyRecords,
  record: CountyRecords['records'][number],
  towns: readonly Town[],
  at: readonly [number, number],
): string | null => {
  if (!records.has('town'))
    return towns.find(({ rings }) => rings.some((polygon) => isInRings(at, polygon)))?.id ?? null;
  const written = records.text(record, 'town');
  if (written === null) return null;
  const town = towns.find(({ id, name }) => id === written || name.zh === written);
  if (!town) records.log.warn('county-town-unknown', { row: record.row, value: written });
  return town?.id ?? null;
};

const recordedKinds = (records: CountyRecords, record: CountyRecords['records'][number]): NeighbourKind[] => {
  const written = records.text(record, 'recorded');
  if (written === null) return [];
  if (ALL_KINDS.has(written)) return [...NEIGHBOUR_KINDS];
  const { of, words } = COUNTY_WORDS.kind;
  return written.split(/[、,;，；\s]+/u).flatMap((word): NeighbourKind[] => {
    const value = (words as Readonly<Record<string, NeighbourKind>>)[word] ?? word;
    const known = of.find((kind) => kind === value);
    if (!known)
      records.log.warn('county-word-unknown', {
        row: record.row,
        column: 'recorded',
        value: word,
        params: { role: 'recorded', known: Object.keys(words).join(', ') },
      });
    return known ? [known] : [];
  });
};

/** The register. Of what a row does not say nothing is made up; a row without id or place is left out. */
export const readRegister = (
  records: CountyRecords,
  towns: readonly Town[],
  provenance: Provenance,
  bundles: ReadonlySet<string>,
): MineDraft[] => {
  const taken = new Set<string>();
  return records.records.flatMap((record): MineDraft[] => {
    const id = records.id(record, 'id');
    if (id === null) return [];
    if (taken.has(id)) {
      records.log.reject('county-id-twice', { row: record.row, value: id });
      return [];
    }
    const type = records.coded(record, 'type');
    if (type === null) {
      records.log.reject('county-cell-missing', {
        row: record.row,
        column: 'type',
        params: { role: 'type' },
      });
      return [];
    }
    const at = records.at(record);
    if (!at) return [];
    taken.add(id);
    records.log.made();
    const leader = records.text(record, 'leader');
    const ground = records.number(record, 'ground');
    return [
      {
        id,
        name: nameOf(records, record, id),
        town: townOf(records, record, towns, at),
        at,
        type,
        size: records.coded(record, 'size'),
        state: records.coded(record, 'state') ?? 'unknown',
        history: [],
        grade: records.coded(record, 'grade'),
        risk: records.coded(record, 'risk'),
        warning: records.coded(record, 'warning'),
        owner: records.text(record, 'owner'),
        leader: leader === null ? null : { name: leader, office: records.text(record, 'leaderOffice') ?? '' },
        minerals: (records.text(record, 'minerals') ?? '')
          .split(/[、,;，；]+/u)
          .filter((word) => word !== ''),
        right: null,
        ground:
          ground === null ? null : { highest: ground, plusMinus: records.size(record, 'groundPlusMinus') },
        recorded: recordedKinds(records, record),
        disasterGrades: {},
        disasterKinds: null,
        duties: { facts: {}, events: {} },
        bundle: bundles.has(id),
        provenance,
        reading: { lost: new Set(), disputed: new Set(), changes: [] },
      },
    ];
  });
};

export type Mines = ReadonlyMap<string, MineDraft>;

/** The mine a row of another file is about; the row is rejected where there is none. */
export const mineOf = (
  records: CountyRecords,
  record: CountyRecords['records'][number],
  mines: Mines,
): MineDraft | null => {
  const id = records.id(record, 'mine');
  if (id === null) return null;
  const mine = mines.get(id);
  if (!mine) records.log.reject('county-mine-unknown', { row: record.row, value: id });
  return mine ?? null;
};

const WORD = /^[a-z][a-zA-Z0-9-]{0,62}$/u;

/**
 * What duties look at. An event is a day, of several rows the last one; a fact a number or yes and no, and not known where two rows
 * say unlike things.
 */
export const readFacts = (records: CountyRecords, mines: Mines): void => {
  for (const record of records.records) {
    const mine = mineOf(records, record, mines);
    if (!mine) continue;
    const [fact, event] = [records.text(record, 'fact'), records.text(record, 'event')];
    const name = fact ?? event;
    if (name === null || !WORD.test(name)) {
      records.log.reject('county-cell-wrong', {
        row: record.row,
        column: 'fact',
        value: name ?? '',
        params: { role: 'fact', expected: 'keyPlaceCameraPercent, emergencyDrill …' },
      });
      continue;
    }
    const written = records.text(record, 'value');
    if (event !== null)
      mine.duties.events[name] = later(mine.duties.events[name], records.day(record, 'value'));
    else addFact(records, record, mine, name, written);
    records.log.made();
  }
};

const later = (one: string | null | undefined, other: string | null): string | null =>
  one && (other === null || one > other) ? one : other;

const addFact = (
  records: CountyRecords,
  record: CountyRecords['records'][number],
  { duties: { facts }, reading: { disputed } }: MineDraft,
  name: string,
  written: string | null,
): void => {
  const before = facts[name] ?? null;
  const value =
    written === null ? null : YES_NO_WORDS.has(written) ? YES_NO[written]! : records.number(record, 'value');
  if (before !== null && value !== null && before !== value) {
    disputed.add(name);
    records.log.warn('county-value-twice', {
      row: record.row,
      column: records.column('value'),
      value: written ?? '',
      params: { other: String(before) },
    });
  }
  facts[name] = disputed.has(name) ? null : (value ?? before);
};
/** 1 and 0 are numbers here. */
const YES_NO_WORDS = new Set(['是', '有', '否', '无', 'true', 'false', 'yes', 'no']);

/** Grade of each kind of disaster of a mine; of two rows of one kind the worse. */
export const readDisasterGrades = (records: CountyRecords, mines: Mines): void => {
  for (const record of records.records) {
    const mine = mineOf(records, record, mines);
    const word = mine && records.needed(record, 'kind');
    const kind = word && (records.source.words?.['kind']?.[word] ?? DISASTER_WORDS[word] ?? word);
    const { of, words } = COUNTY_WORDS.risk;
    const grade = kind ? records.choice(record, 'grade', of, words) : null;
    if (!mine || !kind || grade === null) continue;
    const [given, before] = [grade as NonNullable<RegisterMine['risk']>, mine.disasterGrades[kind]];
    if (before && before !== given)
      records.log.warn('county-grade-twice', {
        row: record.row,
        column: records.column('grade'),
        value: records.text(record, 'grade') ?? '',
        params: { other: before },
      });
    mine.disasterGrades[kind] =
      before && RISK_LEVELS.indexOf(before) < RISK_LEVELS.indexOf(given) ? before : given;
    records.log.made();
  }
};

/** Mining rights, put into their mines. Of two rows of one mine all parcels are kept, each with its heights, and the day the first ends. */
export const readRights = (
  records: CountyRecords,
  mines: Mines,
  /** Of a row of which nobody knows the mine. */
  onOwnerless: (record: CountyRecords['records'][number]) => void,
): void => {
  for (const record of records.records) {
    const mine = mineOf(records, record, mines);
    if (!mine) {
      onOwnerless(record);
      continue;
    }
    const polygons = polygonsOf(record.geometry, records.degrees);
    if (!polygons) {
      loseKind(mine, 'right');
      records.log.reject('county-shape-wrong', { row: record.row, params: { expected: 'polygon' } });
      continue;
    }
    const [bottom, top] = [records.number(record, 'lower'), records.number(record, 'upper')];
    const until = records.day(record, 'validUntil');
    const before = mine.right;
    mine.right = {
      ...asRight([
        ...(before ? rightParcels(before) : []),
        ...polygons.map((rings) => ({ rings, bottom, top })),
      ]),
      validUntil: before ? earlier(before.validUntil, until) : until,
    };
    records.log.made();
  }
};

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a < b ? a : b;
