import type { HazardPlace } from '../../contracts/hazard.ts';
import { IN_PIECES } from './ledger-tables.ts';
import { PLACE_WORDS } from './ledger-words.ts';
import type { RowReader } from './row-reader.ts';
import { readWellKnownText } from './well-known-text.ts';

/** Figures that lie in pieces in a table of their own, by whose they are. */
export interface Figures {
  /** The whole figure of a hazard, or of a piece of its evidence. */
  take(mine: string, hazard: string | null, evidence: string | null): string | undefined;
  /** Rows that nobody took. */
  unused(): readonly RowReader[];
}

/** @param mineOf of whose hazard a row is a piece */
export const readPieces = (
  rows: readonly RowReader[],
  mineOf: (row: RowReader, hazard: string | null) => string | null,
): Figures => {
  const keyOf = (...whose: readonly (string | null)[]): string => JSON.stringify(whose);
  const pieces = Map.groupBy(rows, (row) => {
    const hazard = row.text('隐患编号');
    return keyOf(mineOf(row, hazard), hazard, row.text('证据编号'));
  });
  const taken = new Set<string>();
  return {
    take: (mine, hazard, evidence) => {
      const key = keyOf(mine, hazard, evidence);
      taken.add(key);
      return pieces
        .get(key)
        ?.map((row) => [row.number('段') ?? 0, row.text('WKT') ?? ''] as const)
        .sort(([a], [b]) => a - b)
        .map(([, text]) => text)
        .join('');
    },
    unused: () => [...pieces].flatMap(([key, of]) => (taken.has(key) ? [] : of)),
  };
};

const PLACE_FIELDS = ['图层', '要素编号', '经度', '纬度', '图形'] as const;
const OF_KIND: Readonly<Record<HazardPlace['kind'], readonly string[]>> = {
  feature: ['图层', '要素编号'],
  point: ['经度', '纬度'],
  line: ['图形'],
  polygon: ['图形'],
};

/** @returns null: none is stated, or it is faulty, which then is told */
export const readPlace = (
  row: RowReader,
  figure: () => string | undefined,
  isRequired: boolean,
): HazardPlace | null => {
  const kind = row.word('位置类型', PLACE_WORDS);
  if (kind === null) {
    if (row.isEmpty('位置类型') && (isRequired || !row.isEmpty(...PLACE_FIELDS))) row.required('位置类型');
    return null;
  }
  for (const other of PLACE_FIELDS)
    if (!OF_KIND[kind].includes(other) && !row.isEmpty(other))
      row.reject(
        other,
        { zh: '这种位置类型没有这一列。', en: 'A place of this kind has no such column.' },
        { zh: '清空它，或改位置类型。', en: 'Empty it, or change the kind of place.' },
      );
  if (kind === 'feature') return { kind, layer: row.required('图层'), feature: row.required('要素编号') };
  if (kind === 'point') {
    const at = [row.number('经度'), row.number('纬度')] as const;
    for (const header of OF_KIND.point) if (row.isEmpty(header)) row.required(header);
    return { kind, at: [at[0] ?? 0, at[1] ?? 0] };
  }
  const text = row.required('图形');
  const place = text === '' ? null : readWellKnownText(text === IN_PIECES ? (figure() ?? '') : text);
  if (place?.kind === kind) return place;
  if (text !== '')
    row.reject(
      '图形',
      { zh: '不是这种位置类型的 WKT。', en: 'This is no WKT of this kind of place.' },
      {
        zh: '写成 LINESTRING (117.1 36.2, 117.2 36.2) 或 POLYGON ((…))，经度在前，每点两个数。',
        en: 'Write LINESTRING (117.1 36.2, 117.2 36.2) or POLYGON ((…)), longitude first, two numbers a corner.',
      },
    );
  return null;
};
