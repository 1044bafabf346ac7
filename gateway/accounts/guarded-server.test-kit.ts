import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { type Account, accountSchema } from '../../domain/contracts/account.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';
import { asViewer } from '../live/store/as-viewer.ts';
import { connect, type Database } from '../live/store/connection.ts';
import { startPostgres } from '../live/store/embedded-postgres.ts';
import { migrate } from '../live/store/migrate.ts';
import { answerWithProblems } from '../problem.ts';
import { ROUTING } from '../routing.ts';
import { createGuard, type Guard } from './guard.ts';
import type { MinePlaces } from './mine-places.ts';

export const testAccount = (id: string, role: Account['role'], more: Partial<Account> = {}): Account =>
  accountSchema.parse({ id, name: `${id} 的名字`, role, county: null, mines: [], isDemo: false, ...more });

/** A server without routes, with a database of its own and the real guard. */
export interface GuardedServer<Person extends string> {
  readonly db: Database;
  readonly server: FastifyInstance;
  readonly guard: Guard;
  readonly places: MinePlaces;
  /** Gone when it is closed. */
  readonly folder: string;
  readonly folders: { readonly attachments: string; readonly uploads: string };
  as<T>(account: Pick<Account, 'id'>, work: (tx: ViewerDatabase) => Promise<T>): Promise<T>;
  ask(person: Person | null, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** @param people who may ask, by the header x-person @param mines the county of each mine */
export const startGuardedServer = async <Person extends string>(
  people: Readonly<Record<Person, Account>>,
  mines: Readonly<Record<string, string>>,
): Promise<GuardedServer<Person>> => {
  const places: MinePlaces = {
    place: (mine) => ({ mine, county: mines[mine] ?? null }),
    all: () => Object.entries(mines).map(([mine, county]) => ({ mine, county, by: 'live' })),
  };
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-guarded-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ folder: join(folder, 'state') });
  const db = connect(postgres.connection, 4);
  await migrate(db);
  for (const { id, name, role, county, mines: own } of Object.values<Account>(people))
    await sql`INSERT INTO account (id, name, role, county, mines, made_at)
      VALUES (${id}, ${name}, ${role}, ${county}, ${[...own]}, 0)`.execute(db);
  for (const [mine, county] of Object.entries(mines))
    await sql`INSERT INTO mine_place (mine, county) VALUES (${mine}, ${county})`.execute(db);
  const server = Fastify({ ...ROUTING, logger: { level: 'error' } });
  const guard = createGuard({
    places,
    origin: { isNamed: () => true, reaches: () => true, isOwnPage: () => true },
    identify: async (headers) => people[headers['x-person'] as Person] ?? null,
  });
  answerWithProblems(server);
  guard.protect(server);
  const folders = { attachments: join(folder, 'attachments'), uploads: join(folder, 'uploads') };
  for (const one of Object.values(folders)) await mkdir(one);
  await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  return {
    ...{ db, server, guard, places, folder, folders },
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
};
