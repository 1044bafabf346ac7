import { z } from 'zod';
import { countySourceSchema } from '../../domain/contracts/county-manifest.ts';
import { sourceSchema } from '../../domain/contracts/manifest.ts';
import { nearestName } from './nearest-name.ts';

export type ManifestPath = readonly (string | number)[];

/** A schema complaint in the terms of a finding. */
export interface ManifestIssue {
  readonly code: 'manifest-missing' | 'manifest-value' | 'manifest-key';
  readonly path: ManifestPath;
  readonly expected: string;
  readonly suggestion?: string;
}

/** Lists of sources, of which `kind` decides the keys. */
const SOURCE_SCHEMAS = [sourceSchema, countySourceSchema] as const;

const unwrap = (schema: unknown): unknown => {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner;
};

/** The keys the manifest may have at `path`; the kind of a source decides which. */
const knownKeys = (
  root: z.ZodType,
  path: ManifestPath,
  valueAt: (path: ManifestPath) => unknown,
): string[] => {
  let schema: unknown = root;
  path.forEach((step, depth) => {
    const here = unwrap(schema);
    if (here instanceof z.ZodArray) schema = here.element;
    else if (here instanceof z.ZodRecord) schema = here.valueType;
    else if (here instanceof z.ZodObject) schema = here.shape[String(step)];
    else schema = undefined;
    const sources = SOURCE_SCHEMAS.find((each) => each === unwrap(schema));
    if (sources) {
      const kind = valueAt([...path.slice(0, depth + 1), 'kind']);
      schema = sources.options.find((option) => option.shape.kind.value === kind);
    }
  });
  const found = unwrap(schema);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  record: 'mapping (key: value)',
  object: 'mapping (key: value)',
  array: 'list',
  int: 'whole number',
};

const expectedOf = (issue: z.core.$ZodIssue, kinds: readonly string[]): string => {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small': {
      const bound = `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
      return issue.origin === 'string' || issue.origin === 'array' ? `length ${bound}` : bound;
    }
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    case 'invalid_union':
      if (issue.discriminator === 'kind') return kinds.join(' | ');
      return [...new Set(issue.errors.flatMap((each) => (each[0] ? [expectedOf(each[0], kinds)] : [])))].join(
        ' | ',
      );
    default:
      return issue.message;
  }
};

/** Zod's complaints about a manifest; `valueAt` gives what stands in the file at a path. */
export const manifestIssues = (
  error: z.ZodError,
  valueAt: (path: ManifestPath) => unknown,
  root: z.ZodType,
  kinds: readonly string[],
): ManifestIssue[] =>
  error.issues.flatMap((issue): ManifestIssue[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(root, path, valueAt);
      return issue.keys.map((key) => {
        const near = nearestName(key, known);
        return {
          code: 'manifest-key',
          path: [...path, key],
          expected: known.join(', '),
          suggestion: near === null ? '' : ` (→ ${near}?)`,
        };
      });
    }
    const missing = valueAt(path) === undefined;
    return [
      { code: missing ? 'manifest-missing' : 'manifest-value', path, expected: expectedOf(issue, kinds) },
    ];
  });
