import { open } from 'node:fs/promises';
import process from 'node:process';
import type { Command } from 'commander';
import type { Finding } from '../../domain/contracts/finding.ts';
import { BuildFailure, buildBundle } from '../../tiles-pipeline/build/build-bundle.ts';
import { buildCounty } from '../../tiles-pipeline/county/build-county.ts';
import { ManifestError } from '../../tiles-pipeline/read/manifest-file.ts';
import { SurveyFileError } from '../../tiles-pipeline/read/read-result.ts';
import { createReporter, languageOf, type Reporter } from '../reporter.ts';

const EXAMPLES = `
Examples:
  npm run -s hyalite -- build data/qingshi-iron/mine.yaml
  npm run -s hyalite -- build my-mine/mine.yaml --out bundles --all
  npm run -s hyalite -- build data/yunxiu-county/county.yaml --out counties
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

/** Builds one county and reports it. @returns whether it worked */
export const buildCountyAndReport = async (
  manifestFile: string,
  o: { out: string; bundles: string; force?: boolean; all?: boolean; quietWhenUnchanged?: boolean },
  reporter: Reporter,
): Promise<boolean> => {
  try {
    const { catalog, folder, rebuilt } = await buildCounty({
      manifestFile,
      countiesRoot: o.out,
      bundlesRoot: o.bundles,
      force: o.force,
    });
    reporter.end();
    if (!rebuilt && o.quietWhenUnchanged) return true;
    reporter.findings(catalog.findings, o);
    reporter.step({ step: 'county', county: catalog.county, rebuilt, ...catalog.counts, folder });
    return true;
  } catch (error) {
    reporter.end();
    const findings = findingsOf(error);
    if (!findings) throw error;
    reporter.findings(findings, { all: true });
    reporter.line('Nothing was written; the last good county, if there was one, is as it was.');
    return false;
  }
};

const COUNTY_KEY = /^\s*["']?hyalite-county["']?\s*:/mu;
/** The key stands near the top, below a comment or two. */
const HEAD_BYTES = 64 * 1024;

/** Whether a manifest is a county's: it says so by its first key. A file that cannot be read is left to the reader of mines. */
export const isCountyManifest = async (file: string): Promise<boolean> => {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return COUNTY_KEY.test(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return false;
  } finally {
    await handle.close();
  }
};

export const addBuildVerb = (program: Command): void => {
  program
    .command('build')
    .description('builds the bundle of a mine from its mine.yaml, or a county from its county.yaml')
    .argument('<manifest...>', 'one or more manifests, mines before the county they lie in')
    .option(
      '--out <folder>',
      'folder of all bundles; of a county: of all counties (left out: bundles, counties)',
    )
    .option('--bundles <folder>', 'of a county: where the bundles of its mines are', 'bundles')
    .option('--force', 'build even if nothing changed')
    .option('--all', 'print every finding')
    .option('--json', 'one JSON line a step on standard output')
    .addHelpText('after', EXAMPLES)
    .action(
      async (
        manifests: string[],
        o: { out?: string; bundles: string; force?: boolean; all?: boolean; json?: boolean },
      ) => {
        const reporter = createReporter({ json: o.json ?? false, language: languageOf(process.env) });
        for (const manifest of manifests) {
          const built = (await isCountyManifest(manifest))
            ? await buildCountyAndReport(manifest, { ...o, out: o.out ?? 'counties' }, reporter)
            : await buildAndReport(manifest, { ...o, out: o.out ?? 'bundles' }, reporter);
          if (!built) process.exitCode = 1;
        }
      },
    );
};
