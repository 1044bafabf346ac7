import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyCatalog } from '../../domain/contracts/county.ts';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { type LedgerSeed, ledgerViewSchema } from '../../domain/contracts/ledger.ts';
import { sampleEvidence, sampleHazard, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { TINY_COUNTY, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import { type LedgerGateway, type Person, startLedgerGateway } from './ledger-gateway.test-kit.ts';
import { seedLedgers, seedVersions } from './seed-ledger.ts';

const entry = (writtenAt: string, hazard: Hazard): LedgerSeed[number] => ({
  ...{ writtenAt, writtenBy: { account: 'engineer-east', name: '王工' }, reason: '登记', hazard },
});
const EAST = sampleHazard({ id: 'H1', mine: 'east', place: { kind: 'point', at: [117.02, 35] } });
const SEED: LedgerSeed = [
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

let gateway: LedgerGateway;
const lines: string[] = [];
const seed = () =>
  seedLedgers({
    db: gateway.db,
    counties: gateway.context.counties!,
    clock: () => gateway.now,
    log: (line) => lines.push(line),
  });
const writeCounty = async (catalog: Partial<CountyCatalog> = {}): Promise<void> => {
  const root = join(gateway.folder, 'counties');
  await mkdir(join(root, TINY_COUNTY), { recursive: true });
  await writeFile(join(root, TINY_COUNTY, 'hazards.json'), JSON.stringify(SEED));
  const files = {
    mines: 'mines.json',
    features: 'features.json',
    sites: 'sites.json',
    neighbours: 'neighbours.json',
    hazards: 'hazards.json',
  } as const;
  await writeTinyCounty(root, { catalog: { files, ...catalog } });
};

beforeAll(async () => {
  gateway = await startLedgerGateway();
}, 120_000);
afterAll(() => gateway?.close());

describe('the ledger a demo county begins with', () => {
  const read = async (person: Person, query = '') =>
    ledgerViewSchema.parse(
      (await gateway.ask(person, { url: `/api/counties/${TINY_COUNTY}/hazards${query}` })).json(),
    ).hazards;

  test('is written once, and only where the county is synthetic', async () => {
    await writeCounty({ provenance: 'measured', revision: 'rev-0' });
    await seed();
    expect(await read('chief')).toEqual([]);
    await writeCounty();
    await seed();
    await seed();
    expect(lines).toEqual([`The demo ledger of ${TINY_COUNTY} was written: 4 versions, all made up.`]);
    const all = await read('chief');
    expect(all.map(({ hazard, number }) => `${hazard.mine} ${hazard.id} ${number}`)).toEqual([
      'east H1 2',
      'west H2 1',
      'west H1 2',
    ]);
    expect(all[0]!.writtenBy).toEqual({ account: 'engineer-east', name: '王工' });
    expect((await read('chief', '?on=2026-02-10')).map(({ hazard }) => hazard.evidence.length)).toEqual([1]);
    expect((await read('east')).map(({ hazard }) => hazard.mine)).toEqual(['east']);
    const chain = await gateway.ask('chief', { url: '/api/mines/west/ledger-chain' });
    expect(chain.json()).toMatchObject({ versions: 2, fault: null, kept: { number: 2 } });
  });

  test('a seed that the rules would not take is named by its entry', () => {
    const mines = new Set(['east', 'west']);
    const wrong = (list: LedgerSeed) => () => seedVersions('tiny', list, mines, Date.parse('2026-11-30'));
    expect(wrong(SEED)).not.toThrow();
    expect(wrong([entry('2027-01-01T00:00:00Z', EAST)])).toThrow(/entry 1: .*not come yet/);
    expect(wrong([...SEED, entry('2026-01-01T00:00:00Z', EAST)])).toThrow(/entry 5: .*before the entry/);
    expect(wrong([...SEED, entry('2026-06-01T00:00:00Z', { ...EAST, evidence: [] })])).toThrow(
      /entry 5: H1 evidence/,
    );
    expect(wrong([entry('2026-06-01T00:00:00Z', { ...EAST, mine: 'none' })])).toThrow(/no mine "none"/);
  });
});

describe('tiles', () => {
  const tile = async (person: Person, query = '', at = '3/6/3') => {
    const answer = await gateway.ask(person, {
      url: `/api/counties/${TINY_COUNTY}/tiles/hazards/${at}.mvt${query}`,
    });
    if (answer.statusCode !== 200) return answer.statusCode;
    const { hazards } = new VectorTile(new Pbf(answer.rawPayload)).layers;
    return Array.from({ length: hazards!.length }, (_, i) => hazards!.feature(i)).map(
      ({ properties, type }) => ({
        ...properties,
        type,
      }),
    );
  };
  const TILE = '8/211/101';

  test('hold each hazard with what follows from it; what has no place lies at its mine and says so', async () => {
    expect(await tile('chief', '', TILE)).toMatchObject([
      { id: 'east/H1', hazard: 'H1', mine: 'east', type: 1, corroboration: 'proven', placeUnknown: false },
      { id: 'west/H2', type: 3, overdue: 153, worst: 'overdue', fiveFixedMissing: 0, placeUnknown: false },
      { id: 'west/H1', type: 1, worst: 'five-fixed-missing', fiveFixedMissing: 5, placeUnknown: true },
    ]);
  });

  test('of a past day hold what was written by then', async () => {
    const past = await tile('chief', '?on=2026-03-15', TILE);
    expect(past).toMatchObject([
      { id: 'east/H1', corroboration: 'inferred' },
      { id: 'west/H2', overdue: 0, worst: 'uncorroborated' },
    ]);
    expect(await tile('chief', '?on=2020-01-01', TILE)).toBe(204);
  });

  test('of an engineer hold his mine only, of a stranger nothing', async () => {
    expect(await tile('east', '', TILE)).toMatchObject([{ id: 'east/H1' }]);
    expect(await tile('stranger', '', TILE)).toBe(404);
    expect(await tile('chief', '', '2/9/0')).toBe(404);
  });

  test('show what was written a moment ago', async () => {
    const hazard = { ...SEED[2]!.hazard, title: '改名' };
    const payload = { base: 2, reason: '改名', hazard };
    const answer = await gateway.ask('east', { method: 'POST', url: '/api/mines/east/hazards', payload });
    expect(answer.statusCode).toBe(201);
    expect(await tile('east', '', TILE)).toMatchObject([{ title: '改名', version: 3 }]);
  });
});
