import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { TOPIC_ID } from '../../../domain/contracts/live/topic.ts';
import { LiveSetupError, type SetupProblem } from './setup-problem.ts';

/** Who wears a tag. Empty cells are null: not known, never guessed. */
export interface LivePerson {
  readonly tag: string;
  readonly name: string;
  readonly team: string | null;
  readonly role: string | null;
  readonly shift: string | null;
}

export interface LiveVehicle {
  readonly tag: string;
  readonly name: string;
  readonly team: string | null;
  readonly type: string | null;
}

/** Header of each column, Chinese or English. */
const PEOPLE_HEADERS = {
  tag: ['标签', 'tag'],
  name: ['姓名', 'name'],
  team: ['班组', 'team'],
  role: ['工种', 'role'],
  shift: ['班次', 'shift'],
} as const;
const VEHICLE_HEADERS = {
  tag: ['标签', 'tag'],
  name: ['名称', 'name'],
  team: ['班组', 'team'],
  type: ['类型', 'type'],
} as const;

type Headers = Readonly<Record<string, readonly string[]>>;
type Row<H extends Headers> = { [K in keyof H]: string | null } & { readonly row: number };

/** @throws LiveSetupError where the file cannot be read or a column is missing */
const readRows = async <H extends Headers>(file: string, label: string, headers: H): Promise<Row<H>[]> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new LiveSetupError([{ file: label, what, mend: `put it at ${file}` }]);
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const mend = 'save it as UTF-8 (in a spreadsheet: “CSV UTF-8”); other encodings are not guessed here';
    throw new LiveSetupError([{ file: label, what: 'it is not UTF-8', mend }]);
  }
  let records: string[][];
  try {
    records = parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    const what = `it is not a CSV table: ${error instanceof Error ? error.message : String(error)}`;
    throw new LiveSetupError([{ file: label, what, mend: 'check the quotes on that line' }]);
  }
  const head = records[0] ?? [];
  const missing: SetupProblem[] = [];
  const columns = Object.entries(headers).map(([key, names]) => {
    const at = head.findIndex((cell) => names.includes(cell.toLowerCase()));
    if (at < 0)
      missing.push({
        file: label,
        line: 1,
        path: names[0],
        value: head.join(','),
        what: 'this column is missing',
        mend: `the headers are ${Object.values(headers)
          .map(([first]) => first)
          .join(',')}`,
      });
    return [key, at] as const;
  });
  if (missing.length > 0) throw new LiveSetupError(missing);
  return records.slice(1).map(
    (cells, index) =>
      ({
        ...Object.fromEntries(columns.map(([key, at]) => [key, cells[at] || null])),
        row: index + 2,
      }) as Row<H>,
  );
};

/** Tags with a fault: missing, unfit for messages, or given twice (`taken` holds where each tag was seen first). */
const tagProblems = (
  rows: readonly { readonly tag: string | null; readonly name: string | null; readonly row: number }[],
  label: string,
  nameColumn: string,
  taken: Map<string, string>,
): SetupProblem[] =>
  rows.flatMap(({ tag, name, row }): SetupProblem[] => {
    const at = { file: label, line: row };
    if (tag === null)
      return [{ ...at, path: '标签', what: 'the tag is missing', mend: 'write the tag’s id' }];
    if (!TOPIC_ID.test(tag)) {
      const what = 'a tag is at most 64 letters, digits, _ and -';
      return [{ ...at, path: '标签', value: tag, what, mend: 'write it as the positioning system sends it' }];
    }
    if (name === null)
      return [{ ...at, path: nameColumn, what: 'the name is missing', mend: 'write whose tag it is' }];
    const first = taken.get(tag);
    if (first !== undefined) {
      const what = `this tag is already given at ${first}`;
      return [{ ...at, path: '标签', value: tag, what, mend: 'one tag, one wearer: correct one of the two' }];
    }
    taken.set(tag, `${label}:${row}`);
    return [];
  });

/**
 * people.csv: UTF-8 with or without a byte order mark. `taken` collects tags, so that none is given twice.
 * @throws LiveSetupError
 */
export const readPeople = async (
  file: string,
  label: string,
  taken: Map<string, string>,
): Promise<LivePerson[]> => {
  const rows = await readRows(file, label, PEOPLE_HEADERS);
  const problems = tagProblems(rows, label, '姓名', taken);
  if (problems.length > 0) throw new LiveSetupError(problems);
  return rows.map(({ tag, name, team, role, shift }) => ({ tag: tag!, name: name!, team, role, shift }));
};

/** As `readPeople`, for vehicles. @throws LiveSetupError */
export const readVehicles = async (
  file: string,
  label: string,
  taken: Map<string, string>,
): Promise<LiveVehicle[]> => {
  const rows = await readRows(file, label, VEHICLE_HEADERS);
  const problems = tagProblems(rows, label, '名称', taken);
  if (problems.length > 0) throw new LiveSetupError(problems);
  return rows.map(({ tag, name, team, type }) => ({ tag: tag!, name: name!, team, type }));
};
