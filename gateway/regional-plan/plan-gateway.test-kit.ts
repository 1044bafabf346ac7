import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { type Account, accountSchema } from '../../domain/contracts/account.ts';
import { createGuard } from '../accounts/guard.ts';
import type { MinePlaces } from '../accounts/mine-places.ts';
import { createCounties } from '../county/counties.ts';
import { createRuleBooks } from '../county/rule-books.ts';
import { TINY_COUNTY, tinyCatalog, writeTinyCounty } from '../county/tiny-county.test-data.ts';
import { DEFAULT_QUOTA } from '../ledger/attachments/attachment-quota.ts';
import { addLedgerRoutes } from '../ledger/ledger-routes.ts';
import { asViewer } from '../live/store/as-viewer.ts';
import { connect, type Database } from '../live/store/connection.ts';
import { startPostgres } from '../live/store/embedded-postgres.ts';
import { migrate } from '../live/store/migrate.ts';
import { answerWithProblems } from '../problem.ts';
import type { PlanContext } from './plan-context.ts';
import { addRegionalPlanRoutes } from './plan-routes.ts';

const account = (id: string, role: Account['role'], more: Partial<Account>): Account =>
  accountSchema.parse({ id, name: `${id} 的名字`, role, county: null, mines: [], isDemo: false, ...more });

const PEOPLE = {
  chief: account('chief', 'county-official', { county: TINY_COUNTY }),
  reader: account('reader', 'viewer', { county: TINY_COUNTY }),
  east: account('east', 'mine-engineer', { mines: ['east'] }),
  stranger: account('stranger', 'county-official', { county: 'far' }),
} as const;
export type PlanPerson = keyof typeof PEOPLE;

const MINES: Readonly<Record<string, string>> = {
  east: TINY_COUNTY,
  west: TINY_COUNTY,
  south: TINY_COUNTY,
  away: 'far',
};
const places: MinePlaces = {
  place: (mine) => ({ mine, county: MINES[mine] ?? null }),
  all: () => Object.entries(MINES).map(([mine, county]) => ({ mine, county })),
};

const RULES = `hyalite-rules: 1
county: ${TINY_COUNTY}
rules: []
regionalPlan:
  complexHydrogeology:
    - { id: W, criterion: water-holding-goaf, jurisdiction: 演示, clause: 演示, status: demo setting }
`;
const PROJ = '+proj=tmerc +lat_0=0 +lon_0=117 +x_0=500000 +ellps=GRS80 +units=m';

export interface PlanGateway {
  readonly db: Database;
  /** ms since 1970; may be set. */
  now: number;
  readonly as: PlanContext['as'];
  ask(person: PlanPerson | null, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** A gateway of nothing but ledger and plan, with a database of its own, the real guard and a county of three mines. */
export const startPlanGateway = async (): Promise<PlanGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-plans-'));
  await chmod(folder, 0o755);
  const counties = join(folder, 'counties');
  await writeTinyCounty(counties, { catalog: { survey: { ...tinyCatalog().survey, proj: PROJ } } });
  await writeFile(join(counties, `${TINY_COUNTY}.yaml`), RULES);
  const postgres = await startPostgres({ folder: join(folder, 'state') });
  const db = connect(postgres.connection, 4);
  await migrate(db);
  for (const { id, name, role, county, mines } of Object.values(PEOPLE))
    await sql`INSERT INTO account (id, name, role, county, mines, made_at)
      VALUES (${id}, ${name}, ${role}, ${county}, ${[...mines]}, 0)`.execute(db);
  for (const [mine, county] of Object.entries(MINES))
    await sql`INSERT INTO mine_place (mine, county) VALUES (${mine}, ${county})`.execute(db);
  const server = Fastify({ logger: { level: 'error' } });
  const guard = createGuard({
    places,
    origin: { reaches: () => true, isOwnPage: () => true },
    identify: async (headers) => PEOPLE[headers['x-person'] as PlanPerson] ?? null,
  });
  answerWithProblems(server);
  guard.protect(server);
  const folders = { attachments: join(folder, 'attachments'), uploads: join(folder, 'uploads') };
  for (const one of Object.values(folders)) await mkdir(one);
  await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const gateway: PlanGateway = {
    db,
    now: Date.parse('2026-11-30T08:00:00+08:00'),
    as: ({ id }, work) => asViewer(db, id, work),
    ask: (person, request) =>
      server.inject({ ...request, headers: { ...request.headers, ...(person && { 'x-person': person }) } }),
    close: async () => {
      await server.close();
      await db.destroy();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  const opened = createCounties(counties);
  const { as } = gateway;
  const clock = () => gateway.now;
  const books = createRuleBooks(counties);
  const quota = DEFAULT_QUOTA;
  const ledger = { guard, places, as, clock, folders, quota, counties: opened, books };
  addLedgerRoutes(server, { ...ledger, whole: db, bundlesRoot: folder });
  addRegionalPlanRoutes(server, {
    guard,
    counties: opened,
    books,
    countiesRoot: counties,
    rulesRoot: counties,
    as,
    clock,
  });
  await server.ready();
  return gateway;
};
