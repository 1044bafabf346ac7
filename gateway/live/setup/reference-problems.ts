import type { LiveManifest } from '../../../domain/contracts/live/live-manifest.ts';
import { METRICS, unitOfMetric } from '../../../domain/contracts/live/messages.ts';
import type { RoadwayNetwork } from '../../../domain/contracts/network.ts';
import type { SetupProblem } from './setup-problem.ts';
import type { LivePerson } from './tag-table.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** Units of the metrics that are computed and not sent. */
const COMPUTED_METRICS: Readonly<Record<string, string>> = {
  'slope.speed-24h': 'mm/d',
  'slope.displacement': 'mm',
};

const unitOf = (metric: string): string | null => unitOfMetric(metric) ?? COMPUTED_METRICS[metric] ?? null;

const known = (ids: Iterable<string>): string => {
  const all = [...ids];
  return all.length === 0
    ? 'none is named'
    : `known: ${all.slice(0, 8).join(', ')}${all.length > 8 ? '…' : ''}`;
};

/** Ids of live.yaml given twice, and ids named that nothing bears. What only looks wrong is a warning. */
export const referenceProblems = (
  { value: manifest, problemAt }: YamlFile<LiveManifest>,
  o: { readonly people: readonly LivePerson[]; readonly network: RoadwayNetwork | null },
): { problems: SetupProblem[]; warnings: SetupProblem[] } => {
  const problems: SetupProblem[] = [];
  const warnings: SetupProblem[] = [];
  const fault = (path: YamlPath, what: string, mend: string) => problems.push(problemAt(path, what, mend));
  const doubt = (path: YamlPath, what: string, mend: string) => warnings.push(problemAt(path, what, mend));

  /** Places and devices are called by their ids in alarms and links: one id, one thing, over all lists. */
  const first = new Map<string, string>();
  for (const list of [
    'devices',
    'workPlaces',
    'keyPlaces',
    'restrictedZones',
    'slopes',
    'thresholds',
  ] as const)
    manifest[list].forEach(({ id }, i) => {
      const other = first.get(id);
      if (other === undefined) first.set(id, `${list}[${i}]`);
      else fault([list, i, 'id'], `${other} has this id already`, 'give each its own id');
    });
  for (const list of ['gateways', 'shifts'] as const) {
    const ids = new Set<string>();
    manifest[list].forEach(({ id }, i) => {
      if (ids.has(id)) fault([list, i, 'id'], 'this id is given twice', 'give each its own id');
      ids.add(id);
    });
  }

  const { presence, retention } = manifest;
  if (presence.staleAfter >= presence.lostAfter)
    fault(
      ['presence', 'lostAfter'],
      `nobody can be lost before they are stale (after ${presence.staleAfter} s)`,
      'give a lostAfter that is longer than staleAfter',
    );
  if (retention.archiveDays < retention.liveDays)
    fault(
      ['retention', 'archiveDays'],
      `positions stay in the database for ${retention.liveDays} days already`,
      'give archiveDays that are not fewer than liveDays',
    );

  const gateways = new Set(manifest.gateways.map(({ id }) => id));
  manifest.devices.forEach(({ gateway }, i) => {
    if (gateway !== undefined && !gateways.has(gateway))
      fault(['devices', i, 'gateway'], 'there is no such gateway', known(gateways));
  });
  const kinds = new Map(manifest.devices.map(({ id, kind }) => [id, kind]));
  manifest.thresholds.forEach(({ metric, unit, devices }, i) => {
    const should = unitOf(metric);
    if (should === null) {
      const all = Object.entries(METRICS).flatMap(([kind, m]) =>
        Object.keys(m).map((name) => `${kind}.${name}`),
      );
      fault(
        ['thresholds', i, 'metric'],
        'there is no such metric',
        known([...all, ...Object.keys(COMPUTED_METRICS)]),
      );
    } else if (should !== unit)
      fault(
        ['thresholds', i, 'unit'],
        `${metric} is always in ${should}`,
        `convert the value and write ${should}`,
      );
    devices.forEach((id, k) => {
      const kind = kinds.get(id);
      if (kind === undefined)
        fault(['thresholds', i, 'devices', k], 'there is no such device', known(kinds.keys()));
      else if (kind !== metric.split('.')[0])
        fault(['thresholds', i, 'devices', k], `this device is a ${kind}`, `${metric} never comes from it`);
    });
    if (devices.length === 0 && ![...kinds.values()].includes(metric.split('.')[0] as never))
      doubt(['thresholds', i, 'metric'], 'no device reports this', 'the threshold is never judged');
  });
  manifest.slopes.forEach(({ stations, rain }, i) => {
    stations.forEach((id, k) => {
      if (kinds.get(id) !== 'slope')
        fault(['slopes', i, 'stations', k], 'there is no such slope device', known(kinds.keys()));
    });
    if (rain !== undefined && kinds.get(rain) !== 'slope')
      fault(['slopes', i, 'rain'], 'there is no such slope device', known(kinds.keys()));
  });

  const roadways = new Set(o.network?.edges.map(({ roadway }) => roadway));
  for (const id of Object.keys(manifest.roadwayNames))
    if (!roadways.has(id)) doubt(['roadwayNames', id], 'the network has no such roadway', known(roadways));
  const teams = new Set(o.people.flatMap(({ team }) => team ?? []));
  manifest.restrictedZones.forEach((zone, i) => {
    zone.roadways.forEach((id, k) => {
      if (!roadways.has(id))
        fault(['restrictedZones', i, 'roadways', k], 'the network has no such roadway', known(roadways));
    });
    zone.allowedTeams.forEach((team, k) => {
      if (!teams.has(team))
        doubt(['restrictedZones', i, 'allowedTeams', k], 'nobody is of this team', known(teams));
    });
  });
  const shifts = new Set(manifest.shifts.map(({ id }) => id));
  const strange = new Set(
    o.people.flatMap(({ shift }) => (shift === null || shifts.has(shift) ? [] : shift)),
  );
  if (strange.size > 0)
    doubt(
      ['shifts'],
      `people are of shifts that are not here: ${[...strange].join(', ')}`,
      'they are never missed at a shift end; add the shift or correct the table',
    );
  return { problems, warnings };
};
