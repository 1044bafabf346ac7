import { mkdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { sampleEvidence, treatedHazard } from '../../domain/hazards/sample-hazard.test-kit.ts';
import { TINY_COUNTY, tinyMine, writeTinyCounty } from '../../gateway/county/tiny-county.test-data.ts';
import {
  type LedgerGateway,
  PEOPLE,
  startLedgerGateway,
} from '../../gateway/ledger/ledger-gateway.test-kit.ts';
import { createLedgerLists } from '../../gateway/ledger/list/ledger-lists.ts';
import { createMineGrounds } from '../../gateway/ledger/mine-grounds.ts';
import { appendVersions, lockChain } from '../../gateway/ledger/store/append-version.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';

const MINES = 2_000;
const HAZARDS_A_MINE = 25;
const VERSIONS = 3;
const WRITES = 40;
const READS = 5;
const DAYS = ['2026-03-01', '2026-05-01', '2026-07-01'] as const;

const mineId = (i: number): string => `mine-${i}`;
/** A county of 2 000 mines is some 60 km wide. */
const placeOf = (i: number): [number, number] => [
  116.6 + (i % 50) * 0.015,
  34.6 + Math.floor(i / 50) * 0.015,
];

const hazardOf = (mine: number, k: number): Hazard => {
  const [east, north] = placeOf(mine);
  const at: [number, number] = [east + (k % 5) * 0.002, north + Math.floor(k / 5) * 0.002];
  const place = { kind: 'point' as const, at };
  return treatedHazard({
    ...{ id: `H${k}`, mine: mineId(mine), evidence: [sampleEvidence('e1', { place })] },
    title: `${mine} 号矿 ${k} 号采空区`,
    place,
  });
};

const fill = async ({ db }: LedgerGateway): Promise<void> => {
  const by = { account: 'east', name: '王工' };
  for (let mine = 0; mine < MINES; mine++)
    await db.transaction().execute(async (tx) => {
      const versions = DAYS.slice(0, VERSIONS).flatMap((day, v) =>
        Array.from({ length: HAZARDS_A_MINE }, (_, k) => {
          const hazard = hazardOf(mine, k);
          const more = Array.from({ length: v }, (_, e) =>
            sampleEvidence(`more-${e}`, { method: 'drilling', place: hazard.place }),
          );
          const content = { ...hazard, evidence: [...hazard.evidence, ...more] };
          return { reason: '登记', hazard: hazard.id, content, at: Date.parse(day), by };
        }),
      );
      await appendVersions(tx, mineId(mine), await lockChain(tx, mineId(mine)), versions);
    });
  // As autovacuum does within a minute.
  await sql`VACUUM ANALYZE`.execute(db);
};

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};

/** The ledger of a county: 50 000 hazards of 2 000 mines, three versions each, over HTTP with the guard and row-level security. */
export const ledger: Bench = {
  name: 'ledger',
  about: '50 000 hazards of 2 000 mines, 150 000 versions: a write, a past day, a tile',
  run: async (note) => {
    const mines = Object.fromEntries(Array.from({ length: MINES }, (_, i) => [mineId(i), TINY_COUNTY]));
    const gateway = await startLedgerGateway(mines);
    try {
      await mkdir(join(gateway.folder, 'counties'), { recursive: true });
      const register = [
        ...Array.from({ length: MINES }, (_, i) => tinyMine(mineId(i), placeOf(i))),
        // Of these the tiny county has features.
        ...['east', 'west', 'south'].map((id) => tinyMine(id, [117, 35])),
      ];
      await writeTinyCounty(join(gateway.folder, 'counties'), { mines: register });
      const filled = await timed(() => fill(gateway));
      note({
        'load average': loadavg()[0]!.toFixed(1),
        'written by appendVersions': `${MINES * HAZARDS_A_MINE * VERSIONS} versions in ${Math.round(filled.ms / 1000)} s`,
      });

      const ask = async (url: string): Promise<Buffer> => {
        const answer = await gateway.ask('chief', { url });
        if (answer.statusCode !== 200)
          throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
        return answer.rawPayload;
      };
      const county = `/api/counties/${TINY_COUNTY}`;
      /** How long, at most, whoever else wants this process waits. */
      const waited = monitorEventLoopDelay({ resolution: 5 });
      waited.enable();
      const list = (query: string) => timed(() => ask(`${county}/hazards?${query}`));
      const first = await list('');
      const atMost = waited.max / 1e6;
      const again = (await list('from=25000')).ms;
      // A gateway that listened for a moment before anybody asked.
      const ahead = createLedgerLists({
        ...gateway.context,
        grounds: createMineGrounds(gateway.context),
      });
      const readAhead = await timed(() => ahead.warm(gateway.db, () => true));
      const opened = await timed(() =>
        ahead.open({
          account: PEOPLE.chief,
          mines: Object.keys(mines),
          on: null,
          today: countyDay(gateway.now),
        }),
      );
      if (opened.result.rows.length !== MINES * HAZARDS_A_MINE)
        throw new Error(`${opened.result.rows.length} rows were read ahead`);
      const past: number[] = [];
      for (let i = 0; i < READS; i++) past.push((await list(`on=2026-06-0${i + 1}`)).ms);
      waited.reset();
      const byTitle = (await list('sort=title')).ms;
      const titleWaited = waited.max / 1e6;
      waited.disable();
      const found = (await list(`text=${encodeURIComponent('17 号矿 采空区')}`)).ms;
      const counted = (await timed(() => ask(`${county}/hazard-statistics?months=12`))).ms;
      const tile = (at: string, on = '') => timed(() => ask(`${county}/tiles/${at}.mvt${on}`));
      const cold = await tile('8/211/101');
      const warm: number[] = [];
      for (const at of ['10/844/405', '11/1689/811', '12/3378/1622', '12/3379/1623', '10/843/406'])
        warm.push((await tile(at)).ms);
      const pastTile = await tile('8/211/101', '?on=2026-04-01');
      const files = new Map<string, number>();
      for (const format of ['xlsx', 'geojson', 'gpkg'])
        files.set(format, (await timed(() => ask(`${county}/ledger-export.${format}`))).ms);
      const writes: number[] = [];
      for (let i = 0; i < WRITES; i++) {
        const hazard = { ...hazardOf(0, 0), id: `new-${i}` };
        const payload = { base: null, reason: '登记', hazard };
        const { ms, result } = await timed(() =>
          gateway.ask('writer', { method: 'POST', url: '/api/mines/mine-0/hazards', payload }),
        );
        if (result.statusCode !== 201) throw new Error(result.body);
        writes.push(ms);
      }
      const after = await tile('10/844/405');
      const listAfter = (await list('')).ms;
      const chain: number[] = [];
      for (let i = 0; i < READS; i++)
        chain.push((await timed(() => ask('/api/mines/mine-0/ledger-chain'))).ms);
      const of = (metric: string, unit: string, value: number): Figure =>
        figure('ledger', metric, unit, value);
      return [
        of('a version written (median)', 'ms', median(writes)),
        of('a version written (slowest)', 'ms', Math.max(...writes)),
        of('list of 50 000, first page after a start', 'ms', first.ms),
        of('the same, longest that others wait for the process', 'ms', atMost),
        of('the same, size before packing', 'KB', first.result.length / 1e3),
        of('the same, where the gateway read ahead since it listens: until it is opened', 'ms', opened.ms),
        of('reading ahead takes', 'ms', readAhead.ms),
        of('another page of it', 'ms', again),
        of('first page of a past day (median)', 'ms', median(past)),
        of('first page sorted by name', 'ms', byTitle),
        of('the same, longest that others wait for the process', 'ms', titleWaited),
        of('first page of a search', 'ms', found),
        of('counts, and twelve months of what came and went', 'ms', counted),
        of('first page after a write', 'ms', listAfter),
        of('first tile: all 50 000 in it, beside the register', 'ms', cold.ms),
        of('first tile of a past day', 'ms', pastTile.ms),
        of('another tile (median)', 'ms', median(warm)),
        of('first tile after a write', 'ms', after.ms),
        ...[...files].map(([format, ms]) => of(`the county as a file: ${format}`, 's', ms / 1000)),
        of('chain of a mine checked, 115 versions', 'ms', median(chain)),
      ];
    } finally {
      await gateway.close();
    }
  },
};
