import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { DrivingSettings } from '../../domain/contracts/driving.ts';
import { type DrivingFacts, drivingFactsSchema } from '../../domain/contracts/driving-facts.ts';
import type { DrivingModel } from '../model/driving-facts.ts';

const FILE = 'model/driving.json';

/** Millimetres: nothing is surveyed better. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/**
 * Writes what the files say of planned headings and obstacles. The same facts give the same bytes.
 * @param inputHash of program, manifest and files: what an answer made from it is traced back by
 */
export const writeDriving = async (
  facts: DrivingModel,
  settings: DrivingSettings,
  inputHash: string,
  folder: string,
): Promise<NonNullable<Catalog['driving']>> => {
  await mkdir(join(folder, 'model'), { recursive: true });
  const placed = JSON.parse(
    JSON.stringify(facts, (_key, value: unknown) => (typeof value === 'number' ? rounded(value) : value)),
  ) as DrivingModel;
  const file: DrivingFacts = { format: 'hyalite-driving/1', inputHash, settings, ...placed };
  await writeFile(join(folder, FILE), `${JSON.stringify(drivingFactsSchema.parse(file))}\n`);
  return { file: FILE, headings: facts.headings.length, obstacles: facts.obstacles.length };
};
