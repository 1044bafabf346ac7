import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { type Account, accountSchema } from '../../domain/contracts/account.ts';
import { createGuard } from '../accounts/guard.ts';
import type { MinePlaces } from '../accounts/mine-places.ts';
import { createCounties } from '../county/counties.ts';
import { createRuleBooks } from '../county/rule-books.ts';
import { TINY_COUNTY } from '../county/tiny-county.test-data.ts';
import { asViewer } from '../live/store/as-viewer.ts';
import { connect, type Database } from '../live/store/connection.ts';
import { startPostgres } from '../live/store/embedded-postgres.ts';
import { migrate } from '../live/store/migrate.ts';
import { answerWithProblems } from '../problem.ts';
import { DEFAULT_QUOTA } from './attachments/attachment-quota.ts';
import type { LedgerContext } from './ledger-context.ts';
import { addLedgerRoutes } from './ledger-routes.ts';

const account = (id: string, role: Account['role'], more: Partial<Account> = {}): Account =>
  accountSchema.parse({ id, name: `${id} 的名字`, role, county: null, mines: [], isDemo: false, ...more });

/** A file as a browser's form sends it. */
export const fileForm = (bytes: Uint8Array | string, name: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  payload: Buffer.concat([
    Buffer.from(
      `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n--b--\r\n'),
  ]),
});

/** Everybody who asks the ledger in its tests. */
export const PEOPLE = {
  engineer: account('engineer', 'mine-engineer', { mines: ['tiny'] }),
  official: account('official', 'county-official', { county: 'qingshi' }),
  dispatcher: account('dispatcher', 'dispatcher', { mines: ['tiny'] }),
  viewer: account('viewer', 'viewer', { mines: ['tiny'] }),
  neighbour: account('neighbour', 'mine-engineer', { mines: ['other'] }),
  chief: account('chief', 'county-official', { county: TINY_COUNTY }),
  east: account('east', 'mine-engineer', { mines: ['east'] }),
  writer: account('writer', 'mine-engineer', { mines: ['mine-0'] }),
  stranger: account('stranger', 'county-official', { county: 'far' }),
} as const;
export type Person = keyof typeof PEOPLE;

export const COUNTY_MINES = {
  tiny: 'qingshi',
  other: 'qingshi',
  away: 'far',
  east: TINY_COUNTY,
  west: TINY_COUNTY,
  south: TINY_COUNTY,
} as const;

export interface LedgerGateway {
  readonly db: Database;
  readonly server: FastifyInstance;
  readonly context: Omit<LedgerContext, 'writes' | 'files'>;
  readonly folder: string;
  /** ms since 1970; may be set. */
  now: number;
  ask(person: Person | null, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** A gateway of nothing but the ledger, with a database of its own and the real guard. */
export const startLedgerGateway = async (
  mines: Readonly<Record<string, string>> = COUNTY_MINES,
): Promise<LedgerGateway> => {
  const places: MinePlaces = {
    place: (mine) => ({ mine, county: mines[mine] ?? null }),
    all: () => Object.entries(mines).map(([mine, county]) => ({ mine, county })),
  };
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-ledger-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ folder: join(folder, 'state') });
  const db = connect(postgres.connection, 4);
  await migrate(db);
  for (const { id, name, role, county, mines } of Object.values(PEOPLE))
    await sql`INSERT INTO account (id, name, role, county, mines, made_at)
      VALUES (${id}, ${name}, ${role}, ${county}, ${[...mines]}, 0)`.execute(db);
  for (const [mine, county] of Object.entries(mines))
    await sql`INSERT INTO mine_place (mine, county) VALUES (${mine}, ${county})`.execute(db);
  const server = Fastify({ logger: { level: 'error' } });
  const guard = createGuard({
    places,
    origin: { reaches: () => true, isOwnPage: () => true },
    identify: async (headers) => PEOPLE[headers['x-person'] as Person] ?? null,
  });
  answerWithProblems(server);
  guard.protect(server);
  const attachments = join(folder, 'attachments');
  await mkdir(attachments);
  await mkdir(join(folder, 'uploads'));
  await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const gateway: LedgerGateway = {
    db,
    server,
    folder,
    now: Date.parse('2026-11-30T08:00:00+08:00'),
    context: {
      guard,
      places,
      as: ({ id }, work) => asViewer(db, id, work),
      whole: db,
      clock: () => gateway.now,
      folders: { attachments, uploads: join(folder, 'uploads') },
      quota: { ...DEFAULT_QUOTA },
      counties: createCounties(join(folder, 'counties')),
      bundlesRoot: join(folder, 'bundles'),
      books: createRuleBooks(join(folder, 'rules')),
    },
    ask: (person, request) =>
      server.inject({ ...request, headers: { ...request.headers, ...(person && { 'x-person': person }) } }),
    close: async () => {
      await server.close();
      await db.destroy();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  addLedgerRoutes(server, gateway.context);
  await server.ready();
  return gateway;
};
