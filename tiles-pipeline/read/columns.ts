import type { Finding } from '../../domain/contracts/finding.ts';
import { headerWithoutUnit, normaliseHeader } from './column-names.ts';
import { type FindingPlace, fileError, findingAt } from './finding-place.ts';
import type { Table, VectorLayer } from './read-result.ts';

export interface RoleSpec {
  /** The build cannot go on without it. Leave it false where mine.yaml gives a default for the role. */
  readonly required?: boolean;
  /** Headers known to mean this role, in order of preference. */
  readonly aliases: readonly string[];
}

export interface ResolvedColumns<Role extends string> {
  /** Index into the headers given, null where the role has no column. */
  readonly index: Readonly<Record<Role, number | null>>;
  /** The header itself, which is also the key of a vector feature's attribute. */
  readonly header: Readonly<Record<Role, string | null>>;
  readonly findings: readonly Finding[];
}

export type ColumnRef = string | readonly string[];

const headersOf = (from: Table | VectorLayer | readonly string[]): readonly string[] =>
  'headers' in from ? from.headers : 'fields' in from ? from.fields : from;

/**
 * First header that one of `names` means. Passes go from strict to loose over all names, so that a header written
 * exactly as asked wins over one that merely resembles another spelling (tables with both "dip" and "Dip" exist).
 */
export const findColumn = (
  headers: readonly string[],
  names: readonly string[],
): { index: number; rivals: readonly number[] } | null => {
  const passes = [(name: string) => name, (name: string) => name.trim(), normaliseHeader, headerWithoutUnit];
  for (const key of passes) {
    const keys = headers.map(key);
    for (const name of names) {
      const wanted = key(name);
      if (wanted === '') continue;
      const hits = keys.flatMap((candidate, index) => (candidate === wanted ? [index] : []));
      if (hits.length > 0) return { index: hits[0]!, rivals: hits.slice(1) };
    }
  }
  return null;
};

/**
 * Role → column of a table or layer. mine.yaml's `columns` come first and must exist; a role it does not name is
 * looked for by the role's aliases. Throws SurveyFileError: role-unknown (mine.yaml names a role the kind does not
 * have), column-missing (named in mine.yaml or required, with the headers found). Warns column-ambiguous.
 */
export const resolveColumns = <Role extends string>(
  from: Table | VectorLayer | readonly string[],
  roles: Readonly<Record<Role, RoleSpec>>,
  manifestColumns: Readonly<Record<string, ColumnRef>> | undefined,
  file: string,
  source: string,
): ResolvedColumns<Role> => {
  const headers = headersOf(from);
  const place: FindingPlace = { source, file };
  const findings: Finding[] = [];
  const known = Object.keys(roles) as Role[];
  const given = manifestColumns ?? {};
  for (const role of Object.keys(given)) {
    if (known.some((name) => name === role)) continue;
    throw fileError('role-unknown', place, { value: role, params: { role, known: known.join(', ') } });
  }
  const index = {} as Record<Role, number | null>;
  const header = {} as Record<Role, string | null>;
  for (const role of known) {
    const asked = given[role];
    const names = asked === undefined ? roles[role].aliases : typeof asked === 'string' ? [asked] : asked;
    const hit = findColumn(headers, names);
    if (!hit && (asked !== undefined || roles[role].required)) {
      throw fileError('column-missing', place, {
        value: names.join(' / '),
        params: { role, headers: headers.join(', ') },
      });
    }
    if (hit && hit.rivals.length > 0) {
      const rivals = hit.rivals.map((rival) => headers[rival]).join(', ');
      const params = { role, rivals };
      findings.push(
        findingAt('warning', 'column-ambiguous', { ...place, column: headers[hit.index]! }, { params }),
      );
    }
    index[role] = hit?.index ?? null;
    header[role] = hit ? headers[hit.index]! : null;
  }
  return { index, header, findings };
};
