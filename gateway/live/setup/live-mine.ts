import { dirname, join, relative, resolve } from 'node:path';
import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { type LiveManifest, liveManifestSchema } from '../../../domain/contracts/live/live-manifest.ts';
import { ruleBookSchema } from '../../../domain/contracts/live/rule-book.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import type { RoadwayNetwork } from '../../../domain/contracts/network.ts';
import type { SurveyPoint } from '../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../domain/frame/mine-frame.ts';
import type { GroundField } from '../../../domain/geology/ground-field.ts';
import { readMineBundle } from './mine-bundle.ts';
import { placeEverything } from './place-everything.ts';
import { referenceProblems } from './reference-problems.ts';
import { LiveSetupError, problemLine, type SetupProblem } from './setup-problem.ts';
import { type LivePerson, type LiveVehicle, readPeople, readVehicles } from './tag-table.ts';
import { readYamlFile } from './yaml-file.ts';

/** Everything the live side knows of a mine before the first message. People are here and not in `setup`. */
export interface LiveMine {
  readonly manifest: LiveManifest;
  /** What GET /api/mines/{mine}/live answers. */
  readonly setup: LiveSetup;
  readonly people: readonly LivePerson[];
  readonly vehicles: readonly LiveVehicle[];
  readonly frame: MineFrame;
  readonly network: RoadwayNetwork | null;
  readonly ground: GroundField | null;
  /** Coordinates as devices write them (metres; easting with or without the zone number) → survey point. */
  readonly surveyPoint: (easting: number, northing: number, height: number) => SurveyPoint;
  readonly mine: { readonly type: Catalog['type']; readonly state: Catalog['state'] };
  /** Lines for the operator: what was taken, but is probably not meant. */
  readonly warnings: readonly string[];
}

const GUIDE = 'docs/live-yaml.md';

/** Runs every step, so that one look shows all faults and not the first only. */
const collect = async <T>(problems: SetupProblem[], step: Promise<T>): Promise<T | null> =>
  step.catch((error: unknown) => {
    if (!(error instanceof LiveSetupError)) throw error;
    problems.push(...error.problems);
    return null;
  });

/** Surveyed and English name of each roadway that live.yaml names; pieces of one roadway share theirs. */
const roadwayNames = (
  { roadwayNames: english }: LiveManifest,
  network: RoadwayNetwork | null,
): Bilingual[] => {
  const names = new Map<string, Bilingual>();
  for (const { roadway, name } of network?.edges ?? [])
    if (name && english[roadway]) names.set(roadway, { zh: name, en: english[roadway] });
  return [...names.values()];
};

/**
 * Reads `liveFolder`/live.yaml, the tables and the rule file it names, and puts everything into the frame of the bundle.
 * @throws LiveSetupError with every fault found
 */
export const loadLiveMine = async (o: {
  readonly liveFolder: string;
  readonly bundleFolder: string;
}): Promise<LiveMine> => {
  const liveFolder = resolve(o.liveFolder);
  const file = join(liveFolder, 'live.yaml');
  const label = relative(dirname(liveFolder), file);
  const yaml = await readYamlFile(file, liveManifestSchema, { label, guide: GUIDE });
  const manifest = yaml.value;
  const named = (path: string): string => relative(dirname(liveFolder), join(liveFolder, path));

  const problems: SetupProblem[] = [];
  const taken = new Map<string, string>();
  const rules = await collect(
    problems,
    readYamlFile(join(liveFolder, manifest.rules), ruleBookSchema, {
      label: named(manifest.rules),
      guide: 'domain/contracts/live/rule-book.ts',
    }),
  );
  // One after the other: `taken` says which tag stands where first.
  const people = manifest.people
    ? await collect(
        problems,
        readPeople(join(liveFolder, manifest.people.file), named(manifest.people.file), taken),
      )
    : [];
  const vehicles = manifest.vehicles
    ? await collect(
        problems,
        readVehicles(join(liveFolder, manifest.vehicles.file), named(manifest.vehicles.file), taken),
      )
    : [];
  const bundle = await collect(problems, readMineBundle(resolve(o.bundleFolder)));
  if (bundle && bundle.catalog.mineId !== manifest.mine) {
    const what = `the bundle is of the mine ${bundle.catalog.mineId}`;
    problems.push(yaml.problemAt(['mine'], what, 'write the id of mine.yaml'));
  }
  if (rules && rules.value.county !== manifest.county) {
    const what = `the rule file is of the county ${rules.value.county}`;
    problems.push(yaml.problemAt(['county'], what, 'name the rule file of this county'));
  }
  const placed = bundle && placeEverything(yaml, bundle);
  if (placed) problems.push(...placed.problems);
  const references = referenceProblems(yaml, { people: people ?? [], network: bundle?.network ?? null });
  problems.push(...references.problems);
  if (problems.length > 0 || !rules || !people || !vehicles || !bundle || !placed)
    throw new LiveSetupError(problems);

  const { mine, provenance, timeZone, presence, shifts, thresholds, gateways } = manifest;
  return {
    manifest,
    setup: {
      ...{ mine, provenance, timeZone, presence, shifts, thresholds, gateways },
      ...placed.placed,
      // The panel and the alarms must not tell two truths of one camera.
      ...(manifest.settings?.deviceSilentMinutes !== undefined && {
        readingCurrentMinutes: manifest.settings.deviceSilentMinutes,
      }),
      roadwayNames: roadwayNames(manifest, bundle.network),
      rules: rules.value,
    },
    people,
    vehicles,
    frame: bundle.frame,
    network: bundle.network,
    ground: bundle.ground,
    surveyPoint: bundle.surveyPoint,
    mine: { type: bundle.catalog.type, state: bundle.catalog.state },
    warnings: references.warnings.map(problemLine),
  };
};
