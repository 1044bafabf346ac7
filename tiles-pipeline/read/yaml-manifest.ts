import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, findingAt } from './finding-place.ts';
import { type ManifestPath, manifestIssues } from './manifest-issues.ts';
import { decodeText } from './text-encoding.ts';

/** The manifest is refused; every finding names the path (`column`), line (`row`), value and what was expected. */
export class ManifestError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    const lines = findings.map((finding) => {
      const { what } = describeFinding(finding, 'en');
      return `${finding.file}:${finding.row ?? '?'} ${what}`;
    });
    super(lines.join('\n'));
    this.name = 'ManifestError';
    this.findings = findings;
  }
}

/** sources[2].columns.x */
const pathText = (path: ManifestPath): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

/** What every entry under `sources` has. */
interface ListedSource {
  readonly id?: string;
  readonly kind: string;
  readonly file: string;
}

/** What a manifest of one kind is. */
export interface ManifestKind<S extends z.ZodType<{ readonly sources: readonly ListedSource[] }>> {
  /** Name of the manifest in findings. */
  readonly source: string;
  readonly schema: S;
  readonly sourceKinds: readonly string[];
  /** The file that describes it, named in mends. */
  readonly guide: string;
  /** Files the manifest names beside those of its sources, and further files of a source. */
  readonly moreFiles: (manifest: z.output<S>) => readonly NamedFile[];
}

export interface NamedFile {
  readonly path: ManifestPath;
  readonly file: string;
}

/** Every source gets an id, so that findings, catalog and cache all call it the same: kind, file name, ordinal. */
const withIds = <S extends ListedSource>(sources: readonly S[]): S[] => {
  const taken = new Set(sources.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return sources.map((source) => {
    if (source.id !== undefined) return source;
    const base = [...new Set([source.kind, slug(basename(source.file, extname(source.file)))])]
      .filter((part) => part !== '')
      .join('-')
      .slice(0, 56)
      .replace(/-+$/u, '');
    let id = base;
    for (let nth = 2; taken.has(id); nth += 1) id = `${base}-${nth}`;
    taken.add(id);
    return { ...source, id };
  });
};

/** Aliases that unfold without end are refused by the parser only here. */
const plainContent = (document: Document.Parsed, place: FindingPlace): unknown => {
  try {
    return document.toJS();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ManifestError([
      findingAt('error', 'manifest-syntax', { ...place, row: 1 }, { params: { reason } }),
    ]);
  }
};

/**
 * Reads and validates a manifest. `folder` is where relative paths start; sources may lie outside it but must exist.
 * Sources without an id get one. Throws SurveyFileError when the file itself cannot be read and ManifestError with
 * every fault found: manifest-syntax, manifest-missing, manifest-value, manifest-key (with the nearest known key),
 * manifest-duplicate-id, file-missing, file-is-folder.
 */
export const readYamlManifest = async <S extends z.ZodType<{ readonly sources: readonly ListedSource[] }>>(
  file: string,
  { source, schema, sourceKinds, guide, moreFiles }: ManifestKind<S>,
): Promise<{ manifest: z.output<S>; folder: string }> => {
  const place: FindingPlace = { source, file: basename(file) };
  const folder = dirname(resolve(file));
  const { text } = decodeText(await readBytes(file, { ...place, file }), place);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ManifestError(
      document.errors.map((error) => {
        const reason = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/u, '');
        return findingAt(
          'error',
          'manifest-syntax',
          { ...place, row: error.linePos?.[0].line ?? 1 },
          { params: { reason } },
        );
      }),
    );
  }
  const content = plainContent(document, place);
  const valueAt = (path: ManifestPath): unknown =>
    path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      content,
    );
  /** Line of the value at `path`, or of the nearest thing above it that is written. */
  const lineOf = (path: ManifestPath): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const fault = (
    code: FindingCode,
    path: ManifestPath,
    params: Record<string, string | number> = {},
  ): Finding => {
    const value = valueAt(path);
    const written = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    return findingAt(
      'error',
      code,
      { ...place, row: lineOf(path), column: pathText(path) },
      { value: written, params },
    );
  };

  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw new ManifestError(
      manifestIssues(parsed.error, valueAt, schema, sourceKinds).map(({ code, path, expected, suggestion }) =>
        fault(code, path, { expected, guide, ...(suggestion === undefined ? {} : { suggestion }) }),
      ),
    );
  }
  const findings: Finding[] = [];
  const firstLine = new Map<string, number>();
  const { sources } = parsed.data;
  sources.forEach(({ id }, index) => {
    if (id === undefined) return;
    const path: ManifestPath = ['sources', index, 'id'];
    const other = firstLine.get(id);
    if (other === undefined) firstLine.set(id, lineOf(path));
    else findings.push(fault('manifest-duplicate-id', path, { other }));
  });
  const ofSources = sources.map((each, index) => ({ path: ['sources', index, 'file'], file: each.file }));
  for (const { path, file: named } of [...ofSources, ...moreFiles(parsed.data)]) {
    const found = statSync(resolve(folder, named), { throwIfNoEntry: false });
    if (!found) findings.push(fault('file-missing', path));
    else if (!found.isFile()) findings.push(fault('file-is-folder', path));
  }
  if (findings.length > 0) throw new ManifestError(findings.sort((a, b) => a.row! - b.row!));
  return { manifest: { ...parsed.data, sources: withIds(sources) }, folder };
};
