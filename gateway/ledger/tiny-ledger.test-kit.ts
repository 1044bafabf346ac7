import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CountyCatalog } from '../../domain/contracts/county.ts';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import type { LedgerSeed } from '../../domain/contracts/ledger.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { TINY_COUNTY, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import type { LedgerGateway } from './ledger-gateway.test-kit.ts';
import { seedLedgers } from './seed-ledger.ts';

export const entry = (writtenAt: string, hazard: Hazard): LedgerSeed[number] => ({
  ...{ writtenAt, writtenBy: { account: 'engineer-east', name: '王工' }, reason: '登记', hazard },
});
export const EAST = sampleHazard({ id: 'H1', mine: 'east', place: { kind: 'point', at: [117.02, 35] } });
export const SEED: LedgerSeed = [
  entry('2026-02-01T00:00:00Z', EAST),
  entry(
    '2026-03-01T00:00:00Z',
    treatedHazard({
      ...{ id: 'H2', mine: 'west', evidence: treatedHazard().evidence.slice(0, 1) },
      ...{ found: EAST.found, place: { kind: 'feature', layer: 'goafs', feature: 'west-goaf' } },
    }),
  ),
  entry('2026-04-01T00:00:00Z', {
    ...EAST,
    evidence: [...EAST.evidence, sampleEvidence('e2', { method: 'drilling' })],
  }),
  entry(
    '2026-05-01T00:00:00Z',
    sampleHazard({ id: 'H1', mine: 'west', place: { kind: 'feature', layer: 'faults', feature: 'F9' } }),
  ),
];

/** Files of the tiny county, with the ledger it begins with. */
export const TINY_FILES = {
  mines: 'mines.json',
  features: 'features.json',
  sites: 'sites.json',
  neighbours: 'neighbours.json',
  hazards: 'hazards.json',
  majorHazards: null,
} as const;
/** Writes the tiny county into the gateway's folder, with the ledger it begins with. */
export const writeCounty = async (
  { folder }: LedgerGateway,
  catalog: Partial<CountyCatalog> = {},
): Promise<void> => {
  const root = join(folder, 'counties');
  await mkdir(join(root, TINY_COUNTY), { recursive: true });
  await writeFile(join(root, TINY_COUNTY, 'hazards.json'), JSON.stringify(SEED));
  await writeTinyCounty(root, { catalog: { files: TINY_FILES, ...catalog } });
};

export const seedCounty = (gateway: LedgerGateway, log: (line: string) => void = () => {}): Promise<void> =>
  seedLedgers({
    db: gateway.db,
    counties: gateway.context.counties!,
    attachments: gateway.context.folders.attachments,
    clock: () => gateway.now,
    log,
  });
