import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type CountyCatalog,
  type CountyFeature,
  type CountySite,
  countyCatalogSchema,
  countyFeatureSchema,
  countySiteSchema,
  type RegisterMine,
  registerMineSchema,
} from '../../domain/contracts/county.ts';
import { type NeighboursReport, neighboursReportSchema } from '../../domain/contracts/neighbours.ts';

/** A county as it was built, read whole and checked. */
export interface CountyBundle {
  readonly folder: string;
  readonly catalog: CountyCatalog;
  readonly mines: readonly RegisterMine[];
  readonly mine: ReadonlyMap<string, RegisterMine>;
  readonly features: readonly CountyFeature[];
  readonly sites: readonly CountySite[];
  readonly neighbours: NeighboursReport;
}

export class CountyBroken extends Error {
  constructor(file: string, what: string) {
    super(`${file}: ${what}; build the county anew`);
    this.name = 'CountyBroken';
  }
}

/** So many faults of a file are told. */
const MOST_FAULTS = 4;

const readChecked = async <S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): Promise<z.output<S>> => {
  let text: unknown;
  try {
    text = JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CountyBroken(file, missing ? 'there is no such file' : `it cannot be read (${String(error)})`);
  }
  const read = schema.safeParse(text);
  if (read.success) return read.data;
  const { issues } = read.error;
  const faults = issues.slice(0, MOST_FAULTS).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const more = issues.length > MOST_FAULTS ? ` and ${issues.length - MOST_FAULTS} more` : '';
  throw new CountyBroken(file, `${faults.join('; ')}${more}`);
};

/** What scope goes by must be whole: a feature of a mine that is not in the register would be seen by nobody, silently. */
const checkReferences = (bundle: Omit<CountyBundle, 'folder'>): void => {
  const { catalog, mines, mine, features, sites, neighbours } = bundle;
  const { files, towns, county } = catalog;
  if (mine.size !== mines.length) {
    const twice = mines.find((one) => mine.get(one.id) !== one)!.id;
    throw new CountyBroken(files.mines, `the mine ${twice} is in it twice`);
  }
  const known = new Set(towns.map(({ id }) => id));
  for (const { id, town } of [...mines, ...sites])
    if (town !== null && !known.has(town)) throw new CountyBroken(files.mines, `${id}: no town ${town}`);
  for (const { id, mine: of } of features)
    if (!mine.has(of)) throw new CountyBroken(files.features, `${id}: no mine ${of}`);
  for (const { id, mine: of } of sites)
    if (of !== null && !mine.has(of)) throw new CountyBroken(files.sites, `${id}: no mine ${of}`);
  if (neighbours.county !== county)
    throw new CountyBroken(files.neighbours, `it is of the county ${neighbours.county}`);
  for (const finding of neighbours.findings)
    for (const one of finding.mines)
      if (!mine.has(one)) throw new CountyBroken(files.neighbours, `${finding.id}: no mine ${one}`);
};

/** @throws CountyBroken naming the file and what is wrong with it */
export const readCountyBundle = async (folder: string, id: string): Promise<CountyBundle> => {
  const catalog = await readChecked(folder, 'county.json', countyCatalogSchema);
  // Two folders with one county's id could not be told apart in a link.
  if (catalog.county !== id) throw new CountyBroken('county.json', `it is of the county ${catalog.county}`);
  const { files } = catalog;
  const mines = await readChecked(folder, files.mines, z.array(registerMineSchema));
  const features = await readChecked(folder, files.features, z.array(countyFeatureSchema));
  const sites = await readChecked(folder, files.sites, z.array(countySiteSchema));
  const neighbours = await readChecked(folder, files.neighbours, neighboursReportSchema);
  const mine = new Map(mines.map((one) => [one.id, one]));
  const read = { catalog, mines, mine, features, sites, neighbours };
  checkReferences(read);
  return { folder, ...read };
};
