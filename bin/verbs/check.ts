import process from 'node:process';
import type { Command } from 'commander';
import { checkBundle } from '../../tiles-pipeline/check/check-bundle.ts';
import { createReporter, languageOf } from '../reporter.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- check bundles/qingshi-iron
  npm run -s hyalite -- check bundles/* --json`;

export const addCheckVerb = (program: Command): void => {
  program
    .command('check')
    .description('proves a bundle sound: every tile valid, inside its bounds, with true counts')
    .argument('<bundle...>', 'one or more bundle folders')
    .option('--json', 'one JSON line a problem on standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (bundles: string[], o: { json?: boolean }) => {
      const reporter = createReporter({ json: o.json ?? false, language: languageOf(process.env) });
      for (const bundle of bundles) {
        const report = await checkBundle(bundle);
        for (const { file, code, message, path } of report.problems)
          reporter.step({ step: 'problem', file, code, message, path });
        reporter.step({ step: 'checked', bundle, ok: report.ok, ...report.counts });
        if (!report.ok) process.exitCode = 1;
      }
    });
};
