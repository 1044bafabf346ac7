import type { Finding, Severity } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { SurveyFileError } from './read-result.ts';

/** Where in the user's files something was found. `file` is the name shown, not necessarily the path opened. */
export interface FindingPlace {
  readonly source: string;
  readonly file: string;
  /** 1-based line of a text file, row of a sheet, or feature number. */
  readonly row?: number;
  readonly column?: string;
}

/** What every reader takes besides the path. */
export interface ReadOptions {
  /** Id of the source in mine.yaml, carried into every finding. */
  readonly source: string;
  /** The file as mine.yaml writes it, so that findings are the same on every machine; left out: the path. */
  readonly shownAs?: string;
}

export interface FindingDetail {
  readonly value?: unknown;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Long cells (WKB, pasted text) would drown the report: enough is kept to recognise them. */
const LONGEST_VALUE = 120;

const asWritten = (value: unknown): string => {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};

export const placeOf = (file: string, options: ReadOptions): FindingPlace => ({
  source: options.source,
  file: options.shownAs ?? file,
});

export const findingAt = (
  severity: Severity,
  code: FindingCode,
  place: FindingPlace,
  detail: FindingDetail = {},
): Finding => ({
  severity,
  code,
  source: place.source,
  file: place.file,
  ...(place.row === undefined ? {} : { row: place.row }),
  ...(place.column === undefined ? {} : { column: place.column }),
  ...(detail.value === undefined ? {} : { value: asWritten(detail.value) }),
  params: { ...detail.params },
});

/** The error a reader throws when the file, or what the manifest asks of it, cannot be read at all. */
export const fileError = (
  code: FindingCode,
  place: FindingPlace,
  detail: FindingDetail = {},
  cause?: unknown,
): SurveyFileError => new SurveyFileError(findingAt('error', code, place, detail), { cause });
