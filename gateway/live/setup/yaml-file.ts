import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { LiveSetupError, type SetupProblem } from './setup-problem.ts';

export type YamlPath = readonly (string | number)[];

/** A file's validated content, and where in the file each value stands. */
export interface YamlFile<T> {
  readonly value: T;
  /** A problem at `path`, with the line and the value that stand there. */
  problemAt(path: YamlPath, what: string, mend: string): SetupProblem;
}

export const pathText = (path: YamlPath): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

const TYPE_WORDS: Readonly<Record<string, string>> = {
  record: 'a mapping (key: value)',
  object: 'a mapping (key: value)',
  array: 'a list',
  int: 'a whole number',
};

const expectedOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    default:
      return issue.message;
  }
};

const textOf = async (file: string, label: string): Promise<string> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new LiveSetupError([{ file: label, what, mend: `put it at ${file}` }]);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LiveSetupError([{ file: label, what: 'it is not UTF-8', mend: 'save it as UTF-8' }]);
  }
};

/**
 * Reads a YAML file by a schema. `label` names it in errors, `guide` is the document that describes its keys.
 * @throws LiveSetupError with every fault: no file, not UTF-8, not YAML, values the schema refuses
 */
export const readYamlFile = async <S extends z.ZodType>(
  file: string,
  schema: S,
  { label, guide }: { readonly label: string; readonly guide: string },
): Promise<YamlFile<z.output<S>>> => {
  const lines = new LineCounter();
  const document = parseDocument(await textOf(file, label), { lineCounter: lines });
  if (document.errors.length > 0)
    throw new LiveSetupError(
      document.errors.map((error) => ({
        file: label,
        line: error.linePos?.[0].line ?? 1,
        what: `this is not valid YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/u, '')}`,
        mend: 'check the indentation, the blank after the colon and the quotes on this line',
      })),
    );
  const content: unknown = (() => {
    try {
      return document.toJS();
    } catch (error) {
      // Aliases that unfold without end are refused by the parser only here.
      const what = `this is not usable YAML: ${error instanceof Error ? error.message : String(error)}`;
      throw new LiveSetupError([{ file: label, line: 1, what, mend: 'write the values without aliases' }]);
    }
  })();
  const valueAt = (path: YamlPath): unknown =>
    path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      content,
    );
  /** Line of the value at `path`, or of the nearest thing above it that is written. */
  const lineOf = (path: YamlPath): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const problemAt = (path: YamlPath, what: string, mend: string): SetupProblem => ({
    file: label,
    line: lineOf(path),
    path: pathText(path),
    value: valueAt(path),
    what,
    mend,
  });
  const parsed = schema.safeParse(content);
  if (parsed.success) return { value: parsed.data, problemAt };
  throw new LiveSetupError(
    parsed.error.issues.flatMap((issue): SetupProblem[] => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) =>
          problemAt([...path, key], 'this key is not known here', `correct or remove it; see ${guide}`),
        );
      const missing = valueAt(path) === undefined;
      return [
        problemAt(
          path,
          `${missing ? 'it is missing; ' : ''}expected: ${expectedOf(issue)}`,
          `${missing ? 'add it' : 'correct it'}; see ${guide}`,
        ),
      ];
    }),
  );
};
