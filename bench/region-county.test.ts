import { expect, it } from 'vitest';
import {
  countyCatalogSchema,
  countyFeatureSchema,
  countySiteSchema,
  registerMineSchema,
} from '../domain/contracts/county.ts';
import { ledgerSeedSchema } from '../domain/contracts/ledger.ts';
import { madeUpRegion } from './measures/region-county.ts';

it('fills the contracts of a county, the same from the same seed', () => {
  const size = { mines: 30, hazards: 200, sites: 60 };
  const region = madeUpRegion(size);
  countyCatalogSchema.parse(region.catalog);
  registerMineSchema.array().length(size.mines).parse(region.mines);
  countySiteSchema.array().length(size.sites).parse(region.sites);
  countyFeatureSchema.array().parse(region.features);
  expect(ledgerSeedSchema.parse(region.hazards)).toHaveLength(size.hazards);
  expect(madeUpRegion(size)).toEqual(region);
});
