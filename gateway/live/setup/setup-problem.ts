/** One thing wrong in a set-up file: where it stands, what stands there, and how to mend it. */
export interface SetupProblem {
  readonly file: string;
  /** Line of a YAML file, row of a CSV (the header is row 1); left out where the whole file is meant. */
  readonly line?: number | undefined;
  /** Path in a YAML file (devices[2].place), or the column of a CSV. */
  readonly path?: string | undefined;
  readonly value?: unknown;
  readonly what: string;
  readonly mend: string;
}

const MOST_SHOWN = 80;

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
};

/** live.yaml:12 [devices[2].place] «JZ-99»: no such place in the bundle. → … */
export const problemLine = ({ file, line, path, value, what, mend }: SetupProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}${path ? ` [${path}]` : ''}${
    value === undefined ? '' : ` «${shown(value)}»`
  }: ${what}. → ${mend}`;

/** The set-up of a mine's live side is refused; `problems` holds every fault found. */
export class LiveSetupError extends Error {
  readonly problems: readonly SetupProblem[];
  constructor(problems: readonly SetupProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'LiveSetupError';
    this.problems = problems;
  }
}
