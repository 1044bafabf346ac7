import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { drivingFactsSchema } from '../../domain/contracts/driving-facts.ts';
import { bodiesSchema } from '../../domain/contracts/geology.ts';
import { type Problem, reportTo } from './check-report.ts';
import { readJson } from './read-json.ts';

/** Checks that what driving.json says is as much as the catalog says, and that every obstacle it names a body of has one. */
export const checkDriving = async (
  folder: string,
  { driving, bodies, revision }: Catalog,
  file: string,
  problems: Problem[],
): Promise<void> => {
  const report = reportTo(problems, file);
  const read = await readJson(join(folder, file), drivingFactsSchema, report);
  if (!read || !driving) return;
  const { headings, obstacles, inputHash } = read.value;
  const catalog = reportTo(problems, 'catalog.json');
  for (const [name, found] of Object.entries({ headings: headings.length, obstacles: obstacles.length })) {
    const declared = driving[name as 'headings' | 'obstacles'];
    if (declared !== found)
      catalog('count-wrong', `${name}: catalog says ${declared}, found ${found}`, `/driving/${name}`);
  }
  if (inputHash !== revision)
    report('driving-invalid', 'it was made from another revision than the catalog', '/inputHash');
  const list = bodies && (await readJson(join(folder, bodies.file), bodiesSchema, () => undefined));
  const known = new Set(
    list
      ? [...list.value.bodies, ...list.value.strata].map(({ layer, feature }) => `${layer} ${feature}`)
      : [],
  );
  for (const [i, { id, body }] of obstacles.entries())
    if (body.type === 'mesh' && !known.has(`${body.layer} ${body.feature}`))
      report(
        'driving-invalid',
        `obstacle ${id}: no body of ${body.layer} ${body.feature}`,
        `/obstacles/${i}`,
      );
};
