import type { EvidenceMethod } from '../../domain/contracts/driving.ts';
import { isMissing, numberCell, textCell } from '../read/cells.ts';
import { findColumn } from '../read/columns.ts';
import type { PlacedSource } from './mine-context.ts';
import type { RecordSet, SurveyRecord } from './records.ts';
import { resolveRoles } from './roles.ts';
import { createSourceLog } from './source-log.ts';

/** What the columns that `hazard` of a source names say of one feature. */
export interface HazardRow {
  readonly evidence: readonly EvidenceMethod[];
  readonly evidenceWritten: string | null;
  readonly dry: boolean;
  /** Metres above the datum. */
  readonly waterLevel: number | null;
  readonly conductive: boolean | null;
  readonly sealed: boolean;
}

export interface HazardRows {
  /** Of a feature of the source; what its rows do not say, or say differently, is unknown. */
  of(id: string): HazardRow;
  readonly ids: ReadonlySet<string>;
}

/** Roles whose text names a feature, as the builders of the layers read them. */
const ID_ROLES: Readonly<Partial<Record<string, readonly string[]>>> = {
  'borehole-collars': ['name', 'hole'],
  shafts: ['id', 'name'],
  'mining-right': ['id', 'name'],
  'water-bodies': ['id', 'name'],
  'fault-traces': ['id', 'name'],
};

/**
 * Reads the hazard columns of a source. A column that is named and not there is an error: where a file says how a void was
 * found, passing that over would be worse than not asking.
 */
export const hazardRows = (placed: PlacedSource): HazardRows => {
  const { hazard } = placed.source;
  const set = setOf(placed);
  const column = columnReader(placed, set);
  const foundBy = hazard?.foundBy;
  const found = foundBy && !Array.isArray(foundBy) ? foundBy : null;
  const cells = {
    foundBy: found ? column('foundBy', found.column) : null,
    dry: hazard?.dry ? column('dry', hazard.dry.column) : null,
    waterLevel: hazard?.waterLevel ? column('waterLevel', hazard.waterLevel) : null,
    conductive: hazard?.conductive ? column('conductive', hazard.conductive.column) : null,
    sealed: hazard?.sealed ? column('sealed', hazard.sealed.column) : null,
  };
  const unknownWords = new Map<string, { row: number; count: number }>();
  const methodsOf = (word: string | null, row: number): readonly EvidenceMethod[] => {
    if (!found || word === null) return [];
    if (Object.hasOwn(found.methods, word)) return found.methods[word]!;
    const seen = unknownWords.get(word);
    unknownWords.set(word, { row: seen?.row ?? row, count: (seen?.count ?? 0) + 1 });
    return [];
  };
  const all = Array.isArray(foundBy) ? foundBy : [];
  const nothing: HazardRow = {
    evidence: all,
    evidenceWritten: null,
    dry: false,
    waterLevel: null,
    conductive: null,
    sealed: false,
  };
  const rows = new Map<string, HazardRow>();
  const repeated = new Set<string>();
  const quiet = createSourceLog([], { id: placed.id, kind: placed.source.kind, file: placed.source.file }, 0);
  const roles = set ? resolveRoles(set, placed.source, quiet) : null;
  for (const record of set?.records ?? []) {
    const id =
      (ID_ROLES[placed.source.kind] ?? ['id']).map((role) => roles!.text(record, role)).find(Boolean) ??
      String(record.row);
    const written = cells.foundBy?.(record) ?? null;
    const said = cells.conductive?.(record) ?? null;
    const row: HazardRow = {
      evidence: found ? methodsOf(written, record.row) : all,
      evidenceWritten: written,
      dry: isOneOf(hazard?.dry?.words, cells.dry?.(record)),
      waterLevel: levelOf(cells.waterLevel?.(record) ?? null, record, placed, hazard?.waterLevel),
      conductive: isOneOf(hazard?.conductive?.wet, said)
        ? true
        : isOneOf(hazard?.conductive?.dry, said)
          ? false
          : null,
      sealed: isOneOf(hazard?.sealed?.words, cells.sealed?.(record)),
    };
    const before = rows.get(id);
    // Two rows of one name: which of them the feature is cannot be told, unless they agree.
    if (before && JSON.stringify(before) !== JSON.stringify(row)) repeated.add(id);
    rows.set(id, row);
  }
  for (const [word, { row, count }] of unknownWords)
    placed.log.warn('hazard-word-unknown', {
      row,
      column: [found!.column].flat().join(' / '),
      value: word,
      params: { count, known: Object.keys(found!.methods).join(', ') },
    });
  for (const id of repeated) placed.log.warn('hazard-row-repeated', { feature: id, value: id });
  const unknown: HazardRow = { ...nothing, evidence: found ? [] : all };
  return {
    of: (id) => (repeated.has(id) ? unknown : (rows.get(id) ?? unknown)),
    ids: new Set(rows.keys()),
  };
};

const setOf = ({ content }: PlacedSource): RecordSet | null =>
  content.form === 'records' ? content.set : content.form === 'meshes' ? content.table : null;

const columnReader =
  (placed: PlacedSource, set: RecordSet | null) =>
  (key: string, column: string | readonly string[]): ((record: SurveyRecord) => string | null) | null => {
    const indices = [column].flat().flatMap((name) => findColumn(set?.headers ?? [], [name])?.index ?? []);
    if (indices.length === 0) {
      placed.log.error('hazard-column-missing', {
        value: [column].flat().join(' / '),
        params: { key, headers: set?.headers.join(', ') ?? '' },
      });
      return null;
    }
    return (record) => {
      const index = indices.find((one) => !isMissing(record.cells[one]));
      return index === undefined ? null : textCell(record.cells[index]!);
    };
  };

const isOneOf = (words: readonly string[] | undefined, word: string | null | undefined): boolean =>
  word !== null && word !== undefined && (words?.includes(word) ?? false);

const levelOf = (
  written: string | null,
  record: SurveyRecord,
  placed: PlacedSource,
  column: string | readonly string[] | undefined,
): number | null => {
  if (written === null) return null;
  const { value } = numberCell(written, { source: '', file: '' });
  if (value !== null) return placed.place.metres(value);
  placed.log.warn('hazard-level-unreadable', {
    row: record.row,
    column: [column ?? ''].flat().join(' / '),
    value: written,
  });
  return null;
};
