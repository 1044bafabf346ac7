import { join } from 'node:path';
import { z } from 'zod';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../domain/contracts/geology.ts';
import { holesSchema } from '../../domain/contracts/holes.ts';
import { logsSchema } from '../../domain/contracts/logs.ts';
import { networkSchema } from '../../domain/contracts/network.ts';
import { insideBundle } from './bundle-files.ts';
import { checkBodies } from './check-bodies.ts';
import { checkDriving } from './check-driving.ts';
import { checkGeology } from './check-geology.ts';
import { checkGround } from './check-ground.ts';
import { type Problem, reportTo } from './check-report.ts';
import { checkSeams } from './check-seams.ts';
import { readJson } from './read-json.ts';

const placesSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      geometry: z.looseObject({
        type: z.literal('Point'),
        coordinates: z.union([
          z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
          z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number()]),
        ]),
      }),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Sums of doubles may differ in order of addition only. */
const sameLength = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

const checkNetwork = async (
  folder: string,
  network: NonNullable<Catalog['network']>,
  file: string,
  problems: Problem[],
) => {
  const report = reportTo(problems, file);
  const read = await readJson(join(folder, file), networkSchema, report);
  if (!read) return;
  const { nodes, edges, components } = read.value;
  const ids = new Set(nodes.map(({ id }) => id));
  if (ids.size !== nodes.length) report('network-invalid', 'node ids are not unique', '/nodes');
  for (const [i, { from, to }] of edges.entries())
    if (!ids.has(from) || !ids.has(to))
      report('network-invalid', `edge from ${from} to ${to}: no such node`, `/edges/${i}`);
  const length = edges.reduce((sum, edge) => sum + edge.length, 0);
  const catalog = reportTo(problems, 'catalog.json');
  const found = { nodes: nodes.length, edges: edges.length, components: components.length };
  for (const [name, value] of Object.entries(found)) {
    const declared = network[name as keyof typeof found];
    if (declared !== value)
      catalog('count-wrong', `${name}: catalog says ${declared}, found ${value}`, `/network/${name}`);
  }
  if (!sameLength(network.length, length))
    catalog('count-wrong', `length: catalog says ${network.length}, found ${length}`, '/network/length');
};

/**
 * Checks the network, places, bodies, ground, holes, logs, obstacles and geological model where the catalog names them, and the
 * form of source checksums.
 */
export const checkExtras = async (
  folder: string,
  catalog: Catalog,
  existing: ReadonlySet<string>,
  used: Set<string>,
  problems: Problem[],
): Promise<void> => {
  const report = reportTo(problems, 'catalog.json');
  const locate = (reference: string, path: string): string | null => {
    const file = insideBundle('catalog.json', reference);
    if (file === null) report('path-escapes', `"${reference}" may lead out of the bundle`, path);
    else {
      used.add(file);
      if (existing.has(file)) return file;
      report('file-missing', `"${reference}" does not exist`, path);
    }
    return null;
  };
  if (catalog.network) {
    const file = locate(catalog.network.file, '/network/file');
    if (file) await checkNetwork(folder, catalog.network, file, problems);
  }
  if (catalog.places) {
    const file = locate(catalog.places.file, '/places/file');
    const read = file && (await readJson(join(folder, file), placesSchema, reportTo(problems, file)));
    if (read && read.value.features.length !== catalog.places.count)
      report(
        'count-wrong',
        `places: catalog says ${catalog.places.count}, found ${read.value.features.length}`,
        '/places',
      );
  }
  if (catalog.bodies) {
    const file = locate(catalog.bodies.file, '/bodies/file');
    const read = file && (await readJson(join(folder, file), bodiesSchema, reportTo(problems, file)));
    const binary = read && locate(read.value.file, '/bodies/file');
    if (read && binary) {
      if (read.value.bodies.length !== catalog.bodies.count)
        report(
          'count-wrong',
          `bodies: catalog says ${catalog.bodies.count}, found ${read.value.bodies.length}`,
          '/bodies',
        );
      await checkBodies(join(folder, binary), read.value, reportTo(problems, binary));
    }
  }
  if (catalog.ground) {
    const file = locate(catalog.ground.file, '/ground/file');
    if (file) await checkGround(join(folder, file), catalog.ground, reportTo(problems, file));
  }
  if (catalog.holes) {
    const file = locate(catalog.holes.file, '/holes/file');
    const read = file && (await readJson(join(folder, file), holesSchema, reportTo(problems, file)));
    if (read && read.value.intervals.length !== catalog.holes.count)
      report(
        'count-wrong',
        `holes: catalog says ${catalog.holes.count} intervals, found ${read.value.intervals.length}`,
        '/holes',
      );
  }
  if (catalog.logs) {
    const file = locate(catalog.logs.file, '/logs/file');
    const read = file && (await readJson(join(folder, file), logsSchema, reportTo(problems, file)));
    if (read && read.value.holes.length !== catalog.logs.count)
      report(
        'count-wrong',
        `logs: catalog says ${catalog.logs.count} holes, found ${read.value.holes.length}`,
        '/logs',
      );
  }
  if (catalog.driving) {
    const file = locate(catalog.driving.file, '/driving/file');
    if (file) await checkDriving(folder, catalog, file, problems);
  }
  if (catalog.geology) {
    const file = locate(catalog.geology.file, '/geology/file');
    if (file) await checkGeology(folder, catalog, file, locate, problems);
  }
  if (catalog.seams) {
    const file = locate(catalog.seams.file, '/seams/file');
    if (file) await checkSeams(folder, catalog, file, locate, problems);
  }
  for (const source of catalog.sources)
    for (const file of source.files)
      if (!/^[0-9a-f]{64}$/.test(file.sha256))
        report(
          'checksum-invalid',
          `"${file.sha256}" is not a SHA-256`,
          `/sources/${source.id}/files/${file.path}`,
        );
};
