import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { type ManifestSource, type MineManifest, manifestSchema } from '../../domain/contracts/manifest.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, findingAt } from './finding-place.ts';
import { type ManifestPath, manifestIssues } from './manifest-issues.ts';
import { decodeText } from './text-encoding.ts';

/** mine.yaml is refused; every finding names the path (`column`), line (`row`), value and what was expected. */
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

/** Every source gets an id, so that findings, catalog and cache all call it the same: kind, file name, ordinal. */
const withIds = (sources: readonly ManifestSource[]): ManifestSource[] => {
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

const filesOf = (source: ManifestSource, index: number): { path: ManifestPath; file: string }[] => {
  const here: ManifestPath = ['sources', index];
  const files = [{ path: [...here, 'file'], file: source.file }];
  if ('table' in source && source.table) files.push({ path: [...here, 'table'], file: source.table });
  if (source.pivot) files.push({ path: [...here, 'pivot', 'file'], file: source.pivot.file });
  return files;
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
 * Reads and validates mine.yaml. `folder` is where relative paths start; sources may lie outside it but must exist.
 * Sources without an id get one. Throws SurveyFileError when the file itself cannot be read and ManifestError with
 * every fault found: manifest-syntax, manifest-missing, manifest-value, manifest-key (with the nearest known key),
 * manifest-duplicate-id, file-missing, file-is-folder.
 */
export const readManifest = async (file: string): Promise<{ manifest: MineManifest; folder: string }> => {
  const place: FindingPlace = { source: 'mine.yaml', file: basename(file) };
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

  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) {
    throw new ManifestError(
      manifestIssues(parsed.error, valueAt).map(({ code, path, expected, suggestion }) =>
        fault(code, path, { expected, ...(suggestion === undefined ? {} : { suggestion }) }),
      ),
    );
  }
  const findings: Finding[] = [];
  const firstLine = new Map<string, number>();
  parsed.data.sources.forEach((source, index) => {
    if (source.id !== undefined) {
      const path: ManifestPath = ['sources', index, 'id'];
      const other = firstLine.get(source.id);
      if (other === undefined) firstLine.set(source.id, lineOf(path));
      else findings.push(fault('manifest-duplicate-id', path, { other }));
    }
    for (const { path, file: named } of filesOf(source, index)) {
      const found = statSync(resolve(folder, named), { throwIfNoEntry: false });
      if (!found) findings.push(fault('file-missing', path));
      else if (!found.isFile()) findings.push(fault('file-is-folder', path));
    }
  });
  if (findings.length > 0) throw new ManifestError(findings);
  return { manifest: { ...parsed.data, sources: withIds(parsed.data.sources) }, folder };
};
