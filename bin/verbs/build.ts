import process from 'node:process';
import type { Command } from 'commander';
import type { Finding } from '../../domain/contracts/finding.ts';
import { BuildFailure, buildBundle } from '../../tiles-pipeline/build/build-bundle.ts';
import { ManifestError } from '../../tiles-pipeline/read/manifest-file.ts';
import { SurveyFileError } from '../../tiles-pipeline/read/read-result.ts';
import { createReporter, languageOf, type Reporter } from '../reporter.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- build data/qingshi-iron/mine.yaml
  npm run -s hyalite -- build my-mine/mine.yaml --out bundles --all
  npm run -s hyalite -- build my-mine/mine.yaml --json | jq 'select(.step=="finding")'`;

/** The findings an error of the pipeline carries; null for errors that are ours to mend, not the user's. */
export const findingsOf = (error: unknown): readonly Finding[] | null => {
  if (error instanceof BuildFailure || error instanceof ManifestError) return error.findings;
  if (error instanceof SurveyFileError) return [error.finding];
  return null;
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Builds one bundle and reports it. @returns whether it worked */
export const buildAndReport = async (
  manifestFile: string,
  o: { out: string; force?: boolean; all?: boolean; quietWhenUnchanged?: boolean },
  reporter: Reporter,
): Promise<boolean> => {
  try {
    const { catalog, bundle, rebuilt, layersReused } = await buildBundle({
      manifestFile,
      bundlesRoot: o.out,
      force: o.force,
      onStep: ({ done, total, ...step }) => reporter.step(step, { done, total }),
    });
    reporter.end();
    if (!rebuilt && o.quietWhenUnchanged) return true;
    for (const { id, kind, rowsRead, featuresMade, rowsRejected, counts } of catalog.sources)
      reporter.step({ step: 'source', id, kind, rowsRead, featuresMade, rowsRejected, ...counts });
    reporter.findings(catalog.findings, o);
    const bytes = catalog.layers.reduce((sum, layer) => sum + layer.bytes, 0);
    const tiles = catalog.layers.reduce((sum, layer) => sum + layer.tiles, 0);
    reporter.step({
      step: 'bundle',
      mine: catalog.mineId,
      rebuilt,
      layersReused,
      tiles,
      size: megabytes(bytes),
      bundle,
    });
    return true;
  } catch (error) {
    reporter.end();
    const findings = findingsOf(error);
    if (!findings) throw error;
    reporter.findings(findings, { all: true });
    reporter.line('Nothing was written; the last good bundle, if there was one, is as it was.');
    return false;
  }
};

export const addBuildVerb = (program: Command): void => {
  program
    .command('build')
    .description('builds the bundle of a mine from its mine.yaml')
    .argument('<mine.yaml...>', 'one or more manifests')
    .option('--out <folder>', 'folder of all bundles', 'bundles')
    .option('--force', 'build even if nothing changed')
    .option('--all', 'print every finding')
    .option('--json', 'one JSON line a step on standard output')
    .addHelpText('after', EXAMPLES)
    .action(
      async (manifests: string[], o: { out: string; force?: boolean; all?: boolean; json?: boolean }) => {
        const reporter = createReporter({ json: o.json ?? false, language: languageOf(process.env) });
        for (const manifest of manifests)
          if (!(await buildAndReport(manifest, o, reporter))) process.exitCode = 1;
      },
    );
};
