import type { CatalogSource } from '../../domain/contracts/catalog.ts';
import type { Finding, Severity } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';

/** Where in the user's file a finding points; `params` fill the finding's text. */
export type FindingPlace = Partial<Pick<Finding, 'row' | 'column' | 'value' | 'feature' | 'params'>>;

/** What the catalog says of a source, before the builder adds the files' hashes. */
export type SourceAccount = Omit<CatalogSource, 'files'>;

/** The account of one source file: findings signed with its name, rows read, made and rejected. */
export interface SourceLog {
  error(code: FindingCode, place?: FindingPlace): void;
  /** Leaves one row or feature out, and counts it. */
  reject(code: FindingCode, place?: FindingPlace): void;
  warn(code: FindingCode, place?: FindingPlace): void;
  note(code: FindingCode, place?: FindingPlace): void;
  /** Counts features made from this source. */
  made(count?: number): void;
  count(name: string, value: number): void;
  account(): SourceAccount;
}

/** @param rejectedByReader rows of `rowsRead` that the reader of the file already left out, with a finding each */
export const createSourceLog = (
  findings: Finding[],
  source: { readonly id: string; readonly kind: string; readonly file: string },
  rowsRead: number,
  rejectedByReader = 0,
): SourceLog => {
  let featuresMade = 0;
  let rowsRejected = rejectedByReader;
  const counts: Record<string, number> = {};
  const add = (severity: Severity, code: FindingCode, { params, ...place }: FindingPlace = {}): void => {
    findings.push({ severity, code, source: source.id, file: source.file, ...place, params: params ?? {} });
  };
  return {
    error: (code, place) => add('error', code, place),
    reject: (code, place) => {
      rowsRejected++;
      add('reject', code, place);
    },
    warn: (code, place) => add('warning', code, place),
    note: (code, place) => add('note', code, place),
    made: (count = 1) => {
      featuresMade += count;
    },
    count: (name, value) => {
      counts[name] = value;
    },
    account: () => ({
      id: source.id,
      kind: source.kind,
      rowsRead,
      featuresMade,
      rowsRejected,
      counts: { ...counts },
    }),
  };
};
