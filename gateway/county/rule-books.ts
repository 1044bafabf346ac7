import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RuleBook, ruleBookSchema } from '../../domain/contracts/live/rule-book.ts';
import { LiveSetupError } from '../live/setup/setup-problem.ts';
import { readYamlFile } from '../live/setup/yaml-file.ts';

/** The rules of a county as its file says them now. */
export interface CountyRules {
  readonly file: string;
  /** null: there is none that can be used, and `problem` says why. */
  readonly book: RuleBook | null;
  readonly problem: string | null;
  /** Another after each change of the file. */
  readonly stamp: string;
}

export interface RuleBooks {
  of(county: string): Promise<CountyRules>;
}

const COUNTY_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const GUIDE = 'docs/rules.md';

const readRules = async (root: string, county: string, stamp: string): Promise<CountyRules> => {
  const file = `${county}.yaml`;
  try {
    const { value } = await readYamlFile(join(root, file), ruleBookSchema, { label: file, guide: GUIDE });
    const problem =
      value.county === county ? null : `${file} [county]: it is of ${value.county}. → write ${county}`;
    return { file, book: problem === null ? value : null, problem, stamp };
  } catch (error) {
    if (!(error instanceof LiveSetupError)) throw error;
    return { file, book: null, problem: error.message, stamp };
  }
};

/** Rule files of counties, data/rules/<county>.yaml; read again when one was changed. */
export const createRuleBooks = (root: string): RuleBooks => {
  const kept = new Map<string, { stamp: string; rules: Promise<CountyRules> }>();
  return {
    of: async (county) => {
      if (!COUNTY_ID.test(county)) throw new RangeError(`no county id: ${county}`);
      const stamp = await stat(join(root, `${county}.yaml`)).then(
        ({ mtimeMs, size }) => `${mtimeMs}-${size}`,
        () => 'none',
      );
      const known = kept.get(county);
      if (known?.stamp === stamp) return known.rules;
      const rules = readRules(root, county, stamp);
      kept.set(county, { stamp, rules });
      return rules;
    },
  };
};
