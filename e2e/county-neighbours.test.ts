import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type CountyCatalog, type CountyFeature, countyCatalogSchema } from '../domain/contracts/county.ts';
import { ledgerSeedSchema } from '../domain/contracts/ledger.ts';
import { type NeighboursReport, neighboursReportSchema } from '../domain/contracts/neighbours.ts';
import { countyFrame } from '../domain/county/county-frame.ts';
import { buildDemoCounty, TEST_COUNTIES } from './test-counties.ts';

const FOLDER = join(TEST_COUNTIES, 'yunxiu');

let catalog: CountyCatalog;
let report: NeighboursReport;
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(FOLDER, name), 'utf8'));

beforeAll(async () => {
  buildDemoCounty();
  catalog = countyCatalogSchema.parse(await read('county.json'));
  report = neighboursReportSchema.parse(await read('neighbours.json'));
}, 300_000);

it('compares a mine of the register with the bodies of a bundle: a drift runs into the demo mine', async () => {
  const met = report.findings.find(
    ({ check, mines }) =>
      check === 'connected-workings' && mines.join() === ['mopanshan', 'qingshi-iron'].join(),
  );
  expect(met).toMatchObject({ answer: 'found', doubts: ['within-plus-minus'] });
  const [{ here, there, distance }] = met!.proofs as [NeighboursReport['findings'][number]['proofs'][number]];
  expect(distance).toBe(0);
  expect([here.feature, there.feature].sort()).toEqual(['mopanshan/W9', 'qingshi-iron/roadways/L170-YM']);
  // The proof lies where the demo mine's own survey has the end of that drift: 168 m below the datum.
  expect(countyFrame(catalog).heightAt(there.at)).toBeCloseTo(-167, -1);
  const features = (await read('features.json')) as CountyFeature[];
  for (const { feature } of [here, there]) expect(features.some(({ id }) => id === feature)).toBe(true);
});

it('denies nothing of mines that did not record what a check needs', () => {
  for (const { mine, settles } of report.gaps) if (mine !== null) expect(settles.do).toBeTruthy();
  const partial = report.gaps.filter(({ settles }) => settles.do === 'record-kind');
  expect(partial.length).toBeGreaterThan(20);
});

it('has the hazards of the two demo mines in their models', async () => {
  expect(catalog.findings.filter(({ code }) => code === 'county-hazard-nowhere')).toEqual([]);
  const inModel = ledgerSeedSchema
    .parse(await read('hazards.json'))
    .filter(({ hazard }) => hazard.place.kind === 'feature');
  const mines = new Set(inModel.map(({ hazard }) => hazard.mine));
  expect([...mines].sort()).toEqual(['baiyun-limestone', 'qingshi-iron']);
});
