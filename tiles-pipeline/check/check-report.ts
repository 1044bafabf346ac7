/** One thing wrong with a bundle. `path` points into a JSON file ("/root/children/0") or to a part of a GLB. */
export interface Problem {
  /** Relative to the bundle, with forward slashes. */
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly path?: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What was found, not what was declared. */
  readonly counts: {
    readonly layers: number;
    readonly tiles: number;
    readonly features: number;
    readonly triangles: number;
    readonly bytes: number;
  };
}

/** Collects problems of one file. */
export type Report = (code: string, message: string, path?: string) => void;

export const reportTo =
  (problems: Problem[], file: string): Report =>
  (code, message, path) => {
    problems.push({ file, code, message, ...(path === undefined ? {} : { path }) });
  };
